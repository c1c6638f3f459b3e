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

//go:embed fetch.go
var fetchSource string

var fetchWorkload = &Workload{
	Name:    "fetch",
	Title:   "Three fetches wait at the same time: concurrency without parallelism",
	Concept: Parallelism,
	Source:  fetchSource,
	Description: `A page needs the user, the orders and the recommendations. Each is fetched by its own goroutine, which
sends a request, waits and reads the answer. They wait at the same time, even on one P, where at most one of them runs
at a time.

Run it with --procs 1 and look at the P lane: one goroutine at a time. In the goroutine lanes all three are alive
together and the total is about the time of the slowest.`,
	New: func() Program { return new(fetch) },
	Claims: []Claim{
		{
			ID: "overlap", region: "fetch", check: fetchesOverlap,
			Text: "The three fetches overlap in time, even on one P.",
		},
		{
			ID: "time-of-slowest", region: "fetch", check: fetchesTimeOfSlowest,
			Text: "Together they take about the time of the slowest, not the sum.",
		},
		{
			ID: "one-running", region: "fetch", applies: onOneP, check: neverTwoRunning,
			Text: "With one P no two of them run at once.",
		},
	},
}

// fetch is the program: three goroutines that fetch something.
type fetch struct {
	scaled
	user, orders, recommendations time.Duration
	inTurn                        bool

	wg sync.WaitGroup
}

func (p *fetch) Flags(fs *pflag.FlagSet) {
	p.flags(fs)
	fs.DurationVar(&p.user, "user", 100*time.Millisecond, "how long the user takes (see --scale)")
	fs.DurationVar(&p.orders, "orders", 200*time.Millisecond, "how long the orders take (see --scale)")
	fs.DurationVar(&p.recommendations, "recommendations", 300*time.Millisecond,
		"how long the recommendations take (see --scale)")
	fs.BoolVar(&p.inTurn, "in-turn", false, "fetch one after the other")
}

func (p *fetch) Validate() error {
	return firstError(
		p.validate(),
		checkDuration("user", p.user, time.Millisecond, time.Minute),
		checkDuration("orders", p.orders, time.Millisecond, time.Minute),
		checkDuration("recommendations", p.recommendations, time.Millisecond, time.Minute),
	)
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
