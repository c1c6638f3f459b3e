package workloads

import (
	"context"
	"errors"
	"io"
	"runtime"
	"runtime/trace"
	"time"
)

// timeout is the program: a goroutine that waits for an answer, but not forever.
type timeout struct {
	scaled
	by             string
	after, deliver time.Duration
}

var errNoAnswer = errors.New("no answer in time")

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
	wait := p.waitTimer
	if p.by == "context" {
		wait = p.waitContext
	}
	err := wait(ctx, answers)
	region.End()
	done <- err
}

// waitTimer gives up when the timer fires.
func (p *timeout) waitTimer(ctx context.Context, answers <-chan string) error {
	select {
	case <-answers:
		return nil
	case <-time.After(p.of(p.after)):
		return errNoAnswer
	case <-ctx.Done():
		return ctx.Err()
	}
}

// waitContext gives up when its context has reached its deadline, as has everything else that got the context.
func (p *timeout) waitContext(ctx context.Context, answers <-chan string) error {
	ctx, cancel := context.WithTimeout(ctx, p.of(p.after))
	defer cancel() // frees the context's timer if there is an answer in time
	select {
	case <-answers:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (p *timeout) answer(ctx context.Context, answers chan<- string) {
	nap(ctx, p.of(p.deliver))
	answers <- "here it is"
}
