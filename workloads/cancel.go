package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"sync"
	"time"
)

// cancelling is the program: workers that wait until they are cancelled.
type cancelling struct {
	scaled
	workers       int
	after, linger time.Duration

	wg sync.WaitGroup
}

// Run returns how many workers were cancelled.
func (p *cancelling) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	root, cancel := context.WithCancel(ctx)
	defer cancel()
	for range p.workers {
		p.wg.Add(1)
		go p.worker(root)
	}
	nap(ctx, p.of(p.after))
	trace.WithRegion(ctx, "cancel", cancel)
	p.wg.Wait()
	c.printf("all %d workers have ended: %v", p.workers, root.Err())
	return c.finish(ctx, p.workers)
}

// worker waits for the end of its context. A real worker would also have jobs.
func (p *cancelling) worker(ctx context.Context) {
	defer p.wg.Done()
	<-ctx.Done()
	nap(context.WithoutCancel(ctx), p.of(p.linger))
}
