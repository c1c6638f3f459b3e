package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"sync"
	"sync/atomic"
)

// parallelSum is the program: a slice, and goroutines that sum parts of it.
type parallelSum struct {
	n, parts, limit, passes, cancel int

	slice  []int32
	tokens chan struct{}
	wg     sync.WaitGroup
	done   atomic.Int64
}

// sumResult is what Run returns.
type sumResult struct {
	Sum  int64 `json:"sum"`
	Want int64 `json:"want"`
	Done int   `json:"done"` // parts that were summed
}

// Run returns the sum and the expected sum.
func (p *parallelSum) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	p.slice = make([]int32, p.n)
	result := sumResult{}
	for i := range p.slice {
		p.slice[i] = int32(i % 1000)
		result.Want += int64(i%1000) * int64(p.passes)
	}
	p.tokens = make(chan struct{}, p.parts)
	if p.limit > 0 {
		p.tokens = make(chan struct{}, p.limit)
	}
	inner, cancel := context.WithCancel(ctx)
	defer cancel()
	sums := make([]int64, p.parts)
	for i := range p.parts {
		p.tokens <- struct{}{}
		p.wg.Add(1)
		go p.part(inner, cancel, i, &sums[i])
	}
	p.wg.Wait()
	for _, sum := range sums {
		result.Sum += sum
	}
	result.Done = int(p.done.Load())
	c.printf("the sum in %d parts is %d, and %d would be right; %d parts were summed",
		p.parts, result.Sum, result.Want, result.Done)
	return c.finish(ctx, result)
}

// part sums one part, unless cancelled.
func (p *parallelSum) part(ctx context.Context, cancel context.CancelFunc, i int, sum *int64) {
	defer p.wg.Done()
	defer func() { <-p.tokens }()
	defer trace.StartRegion(ctx, "part").End()
	if ctx.Err() != nil {
		return
	}
	*sum = p.sum(ctx, p.slice[i*p.n/p.parts:(i+1)*p.n/p.parts])
	if int(p.done.Add(1)) == p.cancel {
		trace.WithRegion(ctx, "cancel", cancel)
	}
}

func (p *parallelSum) sum(ctx context.Context, part []int32) (sum int64) {
	defer trace.StartRegion(ctx, "sum").End()
	for pass := 0; pass < p.passes && ctx.Err() == nil; pass++ {
		for _, v := range part {
			sum += int64(v)
		}
	}
	return sum
}
