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

// steal is the program: a goroutine that gives out much work.
type steal struct {
	goroutines int
	work       time.Duration

	wg  sync.WaitGroup
	sum atomic.Uint64
}

// Run returns the number of goroutines.
func (p *steal) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	trace.WithRegion(ctx, "give out", func() {
		for range p.goroutines {
			p.wg.Add(1)
			go p.compute(ctx)
		}
	})
	p.wg.Wait()
	c.printf("%d goroutines are done; checksum %x", p.goroutines, p.sum.Load())
	return c.finish(ctx, p.goroutines)
}

func (p *steal) compute(ctx context.Context) {
	defer p.wg.Done()
	x, _ := compute(ctx, 1, p.work)
	p.sum.Add(x)
}
