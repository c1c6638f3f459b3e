package workloads

import (
	"context"
	_ "embed"
	"io"
	"runtime"
	"runtime/trace"
	"sync"
	"sync/atomic"
	"time"

	"github.com/spf13/pflag"
)

//go:embed leak.go
var leakSource string

var leakWorkload = &Workload{
	Name:    "leak",
	Title:   "Goroutines wait forever on a channel that nobody sends to",
	Concept: Cancellation,
	Source:  leakSource,
	Description: `Main starts goroutines that wait on a channel, and leaves without sending to it or closing it. They can
never end, and what they hold is never freed: a leak. With --fix they also wait on ctx.Done, and main cancels the
context when it leaves.

Look at the goroutine lanes: without the fix they reach the right edge of the timeline, waiting for "chan receive"; with
it they all end together, when main cancels.`,
	New: func() Program { return new(leak) },
	Claims: []Claim{
		{
			ID: "leaked", region: "hold", applies: leakFixed(false), check: goroutinesLeak,
			Text: "Without the fix all goroutines are alive at the end, waiting for \"chan receive\".",
		},
		{
			ID: "none-left", region: "hold", applies: leakFixed(true), check: noneLeaks,
			Text: "With the fix none is left.",
		},
	},
}

// leak is the program: goroutines that wait in vain.
type leak struct {
	goroutines int
	fix        bool
	hold       time.Duration

	never   chan int // nobody sends
	waiting atomic.Int64
	wg      sync.WaitGroup
}

func (p *leak) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.goroutines, "goroutines", 10, "number of goroutines")
	fs.BoolVar(&p.fix, "fix", false, "the goroutines also wait on ctx.Done")
	fs.DurationVar(&p.hold, "hold", 20*time.Millisecond, "how long main stays")
}

func (p *leak) Validate() error {
	return firstError(
		checkInt("goroutines", p.goroutines, 1, 1_000_000),
		checkDuration("hold", p.hold, 0, time.Minute),
	)
}

// Run returns how many goroutines are left besides main.
func (p *leak) Run(ctx context.Context, out io.Writer) (any, error) {
	before := runtime.NumGoroutine()
	c := &console{w: out}
	p.never = make(chan int)
	inner, cancel := context.WithCancel(ctx)
	defer cancel()
	for range p.goroutines {
		p.wg.Add(1)
		if p.fix {
			go p.waitFixed(inner)
		} else {
			go p.wait(inner)
		}
	}
	for int(p.waiting.Load()) < p.goroutines { // otherwise the trace might end before they wait
		time.Sleep(time.Millisecond)
	}
	trace.WithRegion(ctx, "hold", func() { nap(ctx, p.hold) })
	if p.fix {
		cancel()
		p.wg.Wait()
		settle(before)
	}
	left := runtime.NumGoroutine() - before
	c.printf("main leaves; %d goroutines are left behind", left)
	return c.finish(ctx, left)
}

// wait is the bug: there is no way out.
func (p *leak) wait(context.Context) {
	defer p.wg.Done()
	p.waiting.Add(1)
	<-p.never
}

// waitFixed can be told to stop.
func (p *leak) waitFixed(ctx context.Context) {
	defer p.wg.Done()
	p.waiting.Add(1)
	select {
	case <-p.never:
	case <-ctx.Done():
	}
}
