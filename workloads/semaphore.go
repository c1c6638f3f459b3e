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
	inside       bool
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
	p.tokens = make(chan struct{}, p.limit)
	for range p.tasks {
		if !p.inside {
			p.take() // before go: at most --limit goroutines exist
		}
		p.wg.Add(1)
		go p.task(ctx)
	}
	p.wg.Wait()
	c.printf("%d of %d tasks done (--limit %d); checksum %x", p.done.Load(), p.tasks, p.limit, p.sum.Load())
	return c.finish(ctx, p.done.Load())
}

// take takes a token, if there is a limit: it waits while all are taken.
func (p *semaphore) take() {
	if p.limit > 0 {
		p.tokens <- struct{}{}
	}
}

// give gives a token back.
func (p *semaphore) give() {
	if p.limit > 0 {
		<-p.tokens
	}
}

// task waits, as for a database, and computes.
func (p *semaphore) task(ctx context.Context) {
	defer p.wg.Done()
	if p.inside {
		p.take() // too late to limit the goroutines: all of them exist
	}
	defer p.give()
	defer trace.StartRegion(ctx, "task").End()
	nap(ctx, p.wait)
	if x, err := compute(ctx, 1, p.work); err == nil {
		p.sum.Add(x)
		p.done.Add(1)
	}
}
