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
	partners   int64        // goroutines that can run at once
	came, here atomic.Int64 // goroutines that reached the start, and their calls of meet
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
}

// Run returns the expected sum and the actual one.
func (p *counter) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	p.increments, p.total = make(chan struct{}), make(chan int64)
	if p.sync == "channel" {
		go p.own()
	}
	p.partners = int64(min(p.goroutines, runtime.GOMAXPROCS(0), runtime.NumCPU()))
	p.wg.Add(p.goroutines)
	start, used := time.Now(), cpuTime()
	for range p.goroutines {
		go p.count(ctx)
	}
	p.wg.Wait()
	result := counterResult{
		Want: int64(p.goroutines) * int64(p.n), Got: p.sum(),
		OnCoresNS: int64(max(cpuTime()-used-time.Since(start), 0)),
	}
	c.printf("%d goroutines added 1 to the counter %d times each (--sync %s): %d, and %d would be right",
		p.goroutines, p.n, p.sync, result.Got, result.Want)
	return c.finish(ctx, result)
}

// count is each goroutine's work. As many as can run at once start at the same time: they meet before the region
// and again inside it, because starting a region takes as long as many increments.
func (p *counter) count(ctx context.Context) {
	defer p.wg.Done()
	const rounds = 20
	partner := p.came.Add(1) <= p.partners
	for round := int64(1); partner && round < rounds; round++ {
		p.meet(round)
	}
	defer trace.StartRegion(ctx, "count").End()
	if partner {
		p.meet(rounds)
	}
	const piece = 10_000
	for left := p.n; left > 0 && ctx.Err() == nil; left -= piece {
		p.add(min(left, piece))
	}
}

// meet waits, for a short time, until all partners have reached this round. Many rounds are quick only while all
// of them really are on a core. If they waited on a channel instead, the first would be done before the next had
// been woken.
func (p *counter) meet(round int64) {
	const patience = 1_000_000
	p.here.Add(1)
	for spins := 0; spins < patience && p.here.Load() < p.partners*round; spins++ {
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
			p.plain++ // the data race that this workload demonstrates
		}
	}
}

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
