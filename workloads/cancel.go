package workloads

import (
	"context"
	_ "embed"
	"io"
	"runtime"
	"runtime/trace"
	"sync"
	"time"

	"github.com/spf13/pflag"
)

//go:embed cancel.go
var cancelSource string

var cancelWorkload = &Workload{
	Name:    "cancel",
	Title:   "One cancel ends all workers that wait on ctx.Done",
	Concept: Cancellation,
	Source:  cancelSource,
	Description: `Main makes a root context and starts workers that wait on its Done channel. After --after main calls
cancel, which closes the channel: that makes all of them runnable at once, and they end. With --linger they keep going
for a while, like a worker that checks its context too rarely.

Look at the region "cancel" on main (G1): arrows go from there to every worker.`,
	New: func() Program { return new(cancelling) },
	Claims: []Claim{
		{
			ID: "end-soon", region: "cancel", check: workersEndSoon,
			Text: "Every worker ends within a few milliseconds of the cancel.",
		},
		{
			ID: "cancel-readies-all", region: "cancel", check: cancelReadiesAll,
			Text: "A single cancel makes all of them runnable.",
		},
	},
}

// cancelling is the program: workers that wait until they are cancelled.
type cancelling struct {
	scaled
	workers       int
	after, linger time.Duration

	wg sync.WaitGroup
}

func (p *cancelling) Flags(fs *pflag.FlagSet) {
	p.flags(fs)
	fs.IntVar(&p.workers, "workers", 10, "number of workers")
	fs.DurationVar(&p.after, "after", 500*time.Millisecond, "when main cancels, as documented (see --scale)")
	fs.DurationVar(&p.linger, "linger", 0, "how long a worker keeps going after the cancel (see --scale)")
}

func (p *cancelling) Validate() error {
	return firstError(
		p.validate(),
		checkInt("workers", p.workers, 1, 100_000),
		checkDuration("after", p.after, 0, time.Minute),
		checkDuration("linger", p.linger, 0, time.Minute),
	)
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
