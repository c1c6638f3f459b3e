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

// oversubscribed is the program: computation on more Ps than cores.
type oversubscribed struct {
	ps   int
	work time.Duration

	sum atomic.Uint64
}

// oversubscribedResult is what Run returns.
type oversubscribedResult struct {
	Procs int `json:"procs"`
}

// Run returns the number of Ps.
func (p *oversubscribed) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	if p.ps == 0 {
		if p.ps = runtime.GOMAXPROCS(0); p.ps <= runtime.NumCPU() {
			p.ps = 2 * runtime.NumCPU()
		}
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(p.ps))
	start := time.Now()
	p.computeAll(ctx)
	c.printf("%s of %s on %s took %s; checksum %x", count(p.ps, "goroutine"), length(p.work), count(p.ps, "P"),
		length(time.Since(start)), p.sum.Load())
	return c.finish(ctx, oversubscribedResult{p.ps})
}

func (p *oversubscribed) computeAll(ctx context.Context) {
	defer trace.StartRegion(ctx, "busy").End()
	var wg sync.WaitGroup
	wg.Add(p.ps)
	for i := range p.ps {
		go p.compute(ctx, &wg, uint64(i))
	}
	wg.Wait()
}

func (p *oversubscribed) compute(ctx context.Context, wg *sync.WaitGroup, x uint64) {
	defer wg.Done()
	x, _ = compute(ctx, x, p.work)
	p.sum.Add(x)
}
