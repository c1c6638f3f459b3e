package workloads

import (
	"context"
	_ "embed"
	"errors"
	"io"
	"runtime"
	"runtime/trace"
	"time"

	"github.com/spf13/pflag"
)

//go:embed timeout.go
var timeoutSource string

var timeoutWorkload = &Workload{
	Name:    "timeout",
	Title:   "A select with time.After gives up on a channel that never delivers",
	Concept: Channels,
	Source:  timeoutSource,
	Description: `A goroutine waits for an answer that never comes. Its select has a second case, time.After, which fires
when the time is over. With --deliver the answer does come, and if it comes in time the timer does not matter.

Look at the goroutine's lane: one long wait for "select", ended by the timer and not by another goroutine.`,
	New: func() Program { return new(timeout) },
	Claims: []Claim{
		{
			ID: "leaves-on-time", region: "ask", check: leavesOnTime,
			Text: "The goroutine leaves after about the timeout.",
		},
		{
			ID: "timer-wakes", region: "ask", check: timerWakes,
			Text: "The timer makes it runnable, no other goroutine.",
		},
	},
}

// timeout is the program: a goroutine that waits for an answer, but not forever.
type timeout struct {
	scaled
	after, deliver time.Duration
}

var errNoAnswer = errors.New("no answer in time")

func (p *timeout) Flags(fs *pflag.FlagSet) {
	p.flags(fs)
	fs.DurationVar(&p.after, "after", 200*time.Millisecond, "the timeout, as documented (see --scale)")
	fs.DurationVar(&p.deliver, "deliver", 0, "when the channel delivers (see --scale); 0 is never")
}

func (p *timeout) Validate() error {
	return firstError(
		p.validate(),
		checkDuration("after", p.after, time.Millisecond, time.Hour),
		checkDuration("deliver", p.deliver, 0, time.Hour),
	)
}

// Run returns whether there was an answer.
func (p *timeout) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	answers := make(chan string, 1) // buffered: a late delivery must not block forever
	done := make(chan error)
	go p.ask(ctx, answers, done)
	if p.deliver > 0 {
		go p.answer(ctx, answers)
	}
	err := <-done
	if err != nil {
		c.printf("gave up after %s: %v", length(p.of(p.after)), err)
	} else {
		c.printf("there was an answer")
	}
	return c.finish(ctx, err == nil)
}

// ask waits for an answer until the timeout.
func (p *timeout) ask(ctx context.Context, answers <-chan string, done chan<- error) {
	region := trace.StartRegion(ctx, "ask")
	var err error
	select {
	case <-answers:
	case <-time.After(p.of(p.after)):
		err = errNoAnswer
	case <-ctx.Done():
	}
	region.End()
	done <- err
}

func (p *timeout) answer(ctx context.Context, answers chan<- string) {
	nap(ctx, p.of(p.deliver))
	answers <- "here it is"
}
