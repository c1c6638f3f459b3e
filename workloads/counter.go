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

// counter is the program: goroutines that increment one counter.
type counter struct {
	sync       string
	n          int
	goroutines int

	wg         sync.WaitGroup
	plain      int64
	mu         sync.Mutex
	atomic     atomic.Int64
	increments chan struct{}
	total      chan int64 // what the owner counted
}

// counterResult is what Run returns.
type counterResult struct {
	Want int64 `json:"want"`
	Got  int64 `json:"got"`
	// OnCoresNS is a lower bound on how many nanoseconds two cores worked at once: the process's CPU time
	// beyond the elapsed time. The trace does not have this: goroutines that run at the same time may share
	// one core.
	OnCoresNS int64 `json:"on_cores_ns"`
	// Costs has the nanoseconds per increment by --sync.
	Costs map[string]float64 `json:"costs"`
}

// Run returns the expected sum and the actual one.
func (p *counter) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	result := counterResult{Costs: map[string]float64{}}
	for _, way := range p.ways() {
		one := &counter{sync: way, n: p.times(way), goroutines: p.goroutines}
		one.race(ctx, c, &result)
	}
	return c.finish(ctx, result)
}

// ways returns the ways in which the counter is shared, one after another.
func (p *counter) ways() []string {
	if p.sync == "all" {
		return []string{"atomic", "mutex", "channel"}
	}
	return []string{p.sync}
}

// times returns how often each goroutine adds: if not told, often enough to show the effect.
func (p *counter) times(way string) int {
	switch {
	case p.n > 0:
		return p.n
	case way == "none":
		return 5_000_000
	case way == "channel":
		return 20_000
	}
	return 1_000_000
}

// race starts the goroutines, waits for them, and adds what came of it to the result.
func (p *counter) race(ctx context.Context, c *console, result *counterResult) {
	p.increments, p.total = make(chan struct{}), make(chan int64)
	if p.sync == "channel" {
		go p.own()
	}
	start, used := time.Now(), cpuTime()
	for range p.goroutines {
		p.wg.Add(1)
		go p.count(ctx)
	}
	p.wg.Wait()
	took := time.Since(start)
	want, got := int64(p.goroutines)*int64(p.n), p.sum()
	result.Want += want
	result.Got += got
	result.OnCoresNS += int64(max(cpuTime()-used-took, 0))
	result.Costs[p.sync] = float64(took) / float64(want)
	c.printf("%d goroutines added 1 to the counter %d times each (--sync %s): %d, and %d would be right; %s",
		p.goroutines, p.n, p.sync, got, want, length(took))
}

// count is each goroutine's work.
func (p *counter) count(ctx context.Context) {
	defer p.wg.Done()
	defer trace.StartRegion(ctx, "count").End()
	const piece = 10_000
	for left := p.n; left > 0 && ctx.Err() == nil; left -= piece {
		p.add(min(left, piece))
	}
}

// add adds 1 to the counter, n times.
func (p *counter) add(n int) {
	switch p.sync {
	case "mutex":
		for range n {
			p.mu.Lock()
			p.plain++
			p.mu.Unlock()
		}
	case "atomic":
		for range n {
			p.atomic.Add(1)
		}
	case "channel":
		for range n {
			p.increments <- struct{}{}
		}
	default:
		for range n {
			p.plain = plusOne(p.plain) // read, add, write back: the data race that this workload demonstrates
		}
	}
}

// plusOne is not inlined, because the compiler would make one instruction of p.plain++. That loses updates as well,
// but only if two cores execute it at the same instant.
//
//go:noinline
func plusOne(n int64) int64 { return n + 1 }

// own is the goroutine that owns the counter; the others send to it.
func (p *counter) own() {
	var n int64
	for range p.increments {
		n++
	}
	p.total <- n
}

// sum returns the count when all goroutines are done.
func (p *counter) sum() int64 {
	switch p.sync {
	case "channel":
		close(p.increments)
		return <-p.total
	case "atomic":
		return p.atomic.Load()
	}
	return p.plain
}
