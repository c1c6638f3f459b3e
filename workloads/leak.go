package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"sync"
	"sync/atomic"
	"time"
)

// leak is the program: goroutines that wait in vain.
type leak struct {
	goroutines int
	fix        bool
	hold       time.Duration

	never   chan int // nobody sends
	waiting atomic.Int64
	wg      sync.WaitGroup
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
