package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"sync"
	"time"
)

// fetch is the program: three goroutines that fetch something.
type fetch struct {
	scaled
	user, orders, recommendations time.Duration
	inTurn                        bool

	wg sync.WaitGroup
}

// times returns how long each of the three takes.
func (p *fetch) times() []time.Duration {
	return []time.Duration{p.of(p.user), p.of(p.orders), p.of(p.recommendations)}
}

// Run returns how long the page took, in nanoseconds.
func (p *fetch) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	start := time.Now()
	for i, name := range []string{"user", "orders", "recommendations"} {
		p.wg.Add(1)
		go p.fetch(ctx, c, name, p.times()[i])
		if p.inTurn {
			p.wg.Wait()
		}
	}
	p.wg.Wait()
	took := time.Since(start)
	c.printf("the page is complete after %s", length(took))
	return c.finish(ctx, took.Nanoseconds())
}

// fetch sends a request, waits, and then reads the answer, which takes a little computing.
func (p *fetch) fetch(ctx context.Context, c *console, name string, takes time.Duration) {
	defer p.wg.Done()
	defer trace.StartRegion(ctx, "fetch").End()
	nap(ctx, takes)
	x, err := compute(ctx, uint64(takes), 200*time.Microsecond)
	if err == nil {
		c.printf("%s: %x", name, x)
	}
}
