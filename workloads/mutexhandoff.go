package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"sync"
	"time"
)

// mutexHandoff is the program: goroutines that contend for one mutex.
type mutexHandoff struct {
	goroutines, rounds int
	hold               time.Duration

	mu  sync.Mutex
	wg  sync.WaitGroup
	sum uint64
}

// Run returns how often the mutex was locked.
func (p *mutexHandoff) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	for range p.goroutines {
		p.wg.Add(1)
		go p.fighter(ctx)
	}
	p.wg.Wait()
	c.printf("%d goroutines locked the mutex %d times each; checksum %x", p.goroutines, p.rounds, p.sum)
	return c.finish(ctx, p.goroutines*p.rounds)
}

func (p *mutexHandoff) fighter(ctx context.Context) {
	defer p.wg.Done()
	defer trace.StartRegion(ctx, "fight").End()
	for i := 0; i < p.rounds && ctx.Err() == nil; i++ {
		p.mu.Lock()
		trace.WithRegion(ctx, "has the mutex", func() {
			x, _ := compute(ctx, p.sum, p.hold)
			p.sum += x
		})
		p.mu.Unlock()
	}
}
