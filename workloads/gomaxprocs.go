package workloads

import (
	"context"
	_ "embed"
	"io"
	"runtime"
	"runtime/trace"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/spf13/pflag"
)

//go:embed gomaxprocs.go
var gomaxprocsSource string

var goMaxProcsWorkload = &Workload{
	Name:    "gomaxprocs",
	Title:   "The same computation on 1, 2, 4, … Ps",
	Concept: Parallelism,
	Source:  gomaxprocsSource,
	Description: `More goroutines than Ps do the same amount of work in several rounds, each with a different GOMAXPROCS:
first the number the run was started with, then 1, doubling each time up to --upto. GOMAXPROCS is how many goroutines
can run at once, not how many exist; and more Ps than the host has cores gain nothing.

Look at the P lanes: each round fills as many of them as it has Ps, and takes half as long as the one before, until the
cores are used up. The counters below show GOMAXPROCS.`,
	New:   func() Program { return new(goMaxProcs) },
	Sweep: []string{"single"},
	Claims: []Claim{
		{
			ID: "at-most-ps", region: "round", check: atMostPs,
			Text: "Never more than GOMAXPROCS goroutines run at once.",
		},
		{
			ID: "speed-up", region: "round", check: morePsAreFaster,
			Text: "The speed grows with the number of Ps, up to the host's cores.",
		},
		{
			ID: "not-beyond", region: "round", check: notBeyondCores,
			Text: "More Ps than cores are no faster.",
		},
	},
}

// goMaxProcs is the program: rounds of computation with different numbers of Ps.
type goMaxProcs struct {
	goroutines, upto int
	work             time.Duration
	keep, single     bool

	sum atomic.Uint64
}

// procsRound is one round in Run's result.
type procsRound struct {
	Procs  int   `json:"procs"`
	TookNS int64 `json:"took_ns"`
	// CPUNS is the process's CPU time in the round; 0 if unknown.
	CPUNS int64 `json:"cpu_ns"`
}

func (p *goMaxProcs) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.goroutines, "goroutines", 0, "goroutines in each round; 0 is twice the largest number of Ps")
	fs.IntVar(&p.upto, "upto", 0, "the largest GOMAXPROCS of a round; 0 is twice the cores")
	fs.DurationVar(&p.work, "work", 120*time.Millisecond, "total work of a round's goroutines, "+workFlagNote)
	fs.BoolVar(&p.single, "single", false, "one round only, with the GOMAXPROCS of the run")
	fs.BoolVar(&p.keep, "keep", false, "leave GOMAXPROCS unchanged in all rounds")
}

func (p *goMaxProcs) Validate() error {
	return firstError(
		checkInt("goroutines", p.goroutines, 0, 10_000),
		checkInt("upto", p.upto, 0, 1024),
		checkDuration("work", p.work, time.Millisecond, time.Minute),
	)
}

// Run returns how long each round took.
func (p *goMaxProcs) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	initial := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(initial)
	if p.upto == 0 {
		p.upto = 2 * runtime.NumCPU()
	}
	if p.goroutines == 0 {
		p.goroutines = 2 * max(p.upto, initial)
	}
	counts := []int{initial}
	for n := 1; n <= p.upto && !p.single; n *= 2 {
		counts = append(counts, n)
	}
	var rounds []procsRound
	for _, procs := range counts {
		if ctx.Err() != nil {
			break
		}
		round := p.round(ctx, procs)
		c.printf("GOMAXPROCS=%d: %s", procs, length(time.Duration(round.TookNS)))
		rounds = append(rounds, round)
	}
	return c.finish(ctx, rounds)
}

// round computes with procs Ps.
func (p *goMaxProcs) round(ctx context.Context, procs int) procsRound {
	if !p.keep {
		runtime.GOMAXPROCS(procs)
	}
	defer trace.StartRegion(ctx, "round").End()
	trace.Log(ctx, "procs", strconv.Itoa(procs))
	var wg sync.WaitGroup
	start, used := time.Now(), cpuTime()
	for i := range p.goroutines {
		wg.Add(1)
		go p.compute(ctx, &wg, uint64(i))
	}
	wg.Wait()
	return procsRound{procs, time.Since(start).Nanoseconds(), (cpuTime() - used).Nanoseconds()}
}

func (p *goMaxProcs) compute(ctx context.Context, wg *sync.WaitGroup, x uint64) {
	defer wg.Done()
	x, _ = compute(ctx, x, p.work/time.Duration(p.goroutines))
	p.sum.Add(x)
}
