package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

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
