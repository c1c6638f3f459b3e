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

//go:embed oversubscribed.go
var oversubscribedSource string

var oversubscribedWorkload = &Workload{
	Name:    "oversubscribed",
	Title:   "More Ps than cores, all of them busy",
	Concept: Scheduler,
	Source:  oversubscribedSource,
	Description: `As many goroutines as Ps compute, with twice as many Ps as the host has cores. To the runtime all is
well: every goroutine has its P, every P its thread, and all of them run. But the kernel has only so many cores and
takes threads off them in turn, which the runtime does not see: in a trace a goroutine is running even while its thread
waits for a core.

Look at the P lanes: all are busy all the time, and half of that is hollow. The core lanes below show where the threads
really were. That needs a capture of cores (--cores).`,
	New: func() Program { return new(oversubscribed) },
	Claims: []Claim{
		{
			ID: "more-than-cores", region: "busy", check: moreThanCores,
			Text: "In the trace, more goroutines run at once than the host has cores.",
		},
		{
			ID: "a-thread-a-core", region: "busy", check: threadPerCore,
			Text: "Never more threads are on cores at once than there are cores, and never two on the same core.",
		},
		{
			ID: "off-core", region: "busy", check: partIsOffCore,
			Text: "Goroutines running beyond the number of cores wait for a core, which the trace alone doesn't show.",
		},
	},
}

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

func (p *oversubscribed) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.ps, "ps", 0, "number of Ps and of goroutines; 0 is --procs, or twice the cores if that "+
		"is not more than the cores")
	fs.DurationVar(&p.work, "work", 100*time.Millisecond, "work of each goroutine, "+workFlagNote)
}

func (p *oversubscribed) Validate() error {
	return firstError(
		checkInt("ps", p.ps, 0, 1024),
		checkDuration("work", p.work, time.Millisecond, time.Minute),
	)
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
