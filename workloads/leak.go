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

// leak is the program: goroutines that wait in vain.
type leak struct {
	goroutines, holds int
	fix               bool
	every, hold       time.Duration

	never   chan int // nobody sends
	waiting atomic.Int64
	wg      sync.WaitGroup
}

// leakResult is what Run returns. Memory is what the program uses after a garbage collection, in bytes.
type leakResult struct {
	Left   int     `json:"left"` // goroutines, besides main
	Before float64 `json:"memory_before"`
	After  float64 `json:"memory_after"`
}

// Run starts a goroutine every now and then, and returns what is left of them.
func (p *leak) Run(ctx context.Context, out io.Writer) (any, error) {
	before, result := runtime.NumGoroutine(), leakResult{Before: memoryInUse()}
	c := &console{w: out}
	p.never = make(chan int)
	inner, cancel := context.WithCancel(ctx)
	defer cancel()
	for range p.goroutines {
		p.wg.Add(1)
		if p.fix {
			go p.waitFixed(inner)
		} else {
			go p.wait()
		}
		nap(ctx, p.every)
	}
	for int(p.waiting.Load()) < p.goroutines { // otherwise the trace might end before they wait
		time.Sleep(time.Millisecond)
	}
	trace.WithRegion(ctx, "hold", func() { nap(ctx, p.hold) })
	if p.fix {
		cancel()
		p.wg.Wait()
		settle(before)
	}
	result.Left, result.After = runtime.NumGoroutine()-before, memoryInUse()
	c.printf("main leaves; %d goroutines are left behind, and %.0f kB more memory is in use than at the start",
		result.Left, (result.After-result.Before)/1000)
	return c.finish(ctx, result)
}

// memoryInUse returns what is still in use after a garbage collection.
func memoryInUse() float64 {
	runtime.GC()
	return goMemory()
}

// wait is the bug: there is no way out, and held is never freed.
func (p *leak) wait() {
	defer p.wg.Done()
	held := make([]byte, p.holds*1000)
	p.waiting.Add(1)
	<-p.never
	runtime.KeepAlive(held)
}

// waitFixed can be told to stop.
func (p *leak) waitFixed(ctx context.Context) {
	defer p.wg.Done()
	held := make([]byte, p.holds*1000)
	p.waiting.Add(1)
	select {
	case <-p.never:
	case <-ctx.Done():
	}
	runtime.KeepAlive(held)
}
