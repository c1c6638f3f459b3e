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

// semaphore is the program: tasks, and a channel that lets a few of them in.
type semaphore struct {
	tasks, limit int
	wait, work   time.Duration

	tokens chan struct{}
	wg     sync.WaitGroup
	done   atomic.Int64
	sum    atomic.Uint64
}

// Run returns how many tasks were done.
func (p *semaphore) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	if p.limit > 0 {
		p.tokens = make(chan struct{}, p.limit)
	}
	for range p.tasks {
		p.wg.Add(1)
		go p.task(ctx)
	}
	p.wg.Wait()
	c.printf("%d of %d tasks done (--limit %d); checksum %x", p.done.Load(), p.tasks, p.limit, p.sum.Load())
	return c.finish(ctx, p.done.Load())
}

func (p *semaphore) task(ctx context.Context) {
	defer p.wg.Done()
	if p.tokens != nil {
		p.tokens <- struct{}{}
		defer func() { <-p.tokens }()
	}
	defer trace.StartRegion(ctx, "task").End()
	nap(ctx, p.wait)
	if x, err := compute(ctx, 1, p.work); err == nil {
		p.sum.Add(x)
		p.done.Add(1)
	}
}
