package workloads

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/trace"
	"strconv"
	"sync"
	"time"
)

// pipeline is the program: a source, stages and main at the end.
type pipeline struct {
	stages, items, slow int
	work                time.Duration
	failAt              int
	deaf                bool

	wg    sync.WaitGroup
	mu    sync.Mutex
	first error // of the stages
}

// pipelineResult is what Run returns.
type pipelineResult struct {
	Out     int  `json:"out"` // items that came through
	InOrder bool `json:"in_order"`
	Failed  bool `json:"failed"`
}

var errItem = errors.New("it was asked to fail")

// Run takes what comes out of the last stage, and returns how much that is.
func (p *pipeline) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	inner, cancel := context.WithCancel(ctx)
	defer cancel()
	items := make(chan int)
	p.wg.Add(1)
	go p.source(inner, items)
	for n := 1; n <= p.stages; n++ {
		next := make(chan int)
		p.wg.Add(1)
		go p.stage(inner, cancel, n, items, next)
		items = next
	}
	result := pipelineResult{InOrder: true}
	for item := range items {
		result.Out++
		result.InOrder = result.InOrder && item == result.Out
	}
	if !p.deaf {
		p.wg.Wait()
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.first != nil {
		result.Failed = true
		c.printf("first error: %v", p.first)
	}
	c.printf("%d of %d items came through %d stages", result.Out, p.items, p.stages)
	return c.finish(ctx, result)
}

func (p *pipeline) source(ctx context.Context, next chan<- int) {
	defer p.wg.Done()
	defer close(next)
	for item := 1; item <= p.items; item++ {
		if !p.send(ctx, next, item) {
			return
		}
	}
}

// stage works on items until there are no more, or one fails.
func (p *pipeline) stage(ctx context.Context, cancel context.CancelFunc, n int, items <-chan int, next chan<- int) {
	defer p.wg.Done()
	defer close(next)
	defer trace.StartRegion(ctx, "stage").End()
	trace.Log(ctx, "stage", strconv.Itoa(n))
	for item := range items {
		if err := p.do(ctx, n, item); err != nil {
			p.fail(err)
			cancel()
			return
		}
		if !p.send(ctx, next, item) {
			return
		}
	}
}

func (p *pipeline) do(ctx context.Context, n, item int) error {
	if n != p.slow {
		return nil
	}
	nap(ctx, p.work)
	if item == p.failAt {
		return fmt.Errorf("item %d: %w", item, errItem)
	}
	return nil
}

// send passes an item on, and reports whether to continue.
func (p *pipeline) send(ctx context.Context, next chan<- int, item int) bool {
	defer trace.StartRegion(ctx, "send").End()
	if p.deaf {
		next <- item
		return true
	}
	select {
	case next <- item:
		return true
	case <-ctx.Done():
		return false
	}
}

// fail keeps the first error.
func (p *pipeline) fail(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.first == nil {
		p.first = err
	}
}
