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

// cancelling is the program: workers in two branches of a tree of contexts.
type cancelling struct {
	scaled
	workers, branches    int
	after, linger, every time.Duration

	jobs chan int
	done atomic.Int64
	wg   sync.WaitGroup
}

// Run cancels the first branch, then the root. It returns how many jobs were done.
func (p *cancelling) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	root, cancel := context.WithCancel(ctx)
	defer cancel()
	p.jobs = make(chan int)
	go p.dispatch(root)
	cancels := make([]context.CancelFunc, p.branches)
	for branch := range cancels {
		cancels[branch] = p.startBranch(root, branch)
		defer cancels[branch]()
	}

	if p.branches > 1 {
		nap(ctx, p.of(p.after)/2)
		trace.WithRegion(ctx, "cancel branch", cancels[0])
	}
	nap(ctx, p.of(p.after)/2)
	trace.WithRegion(ctx, "cancel", cancel)
	p.wg.Wait()
	c.printf("all %d workers have ended, after %d jobs: %v", p.workers, p.done.Load(), root.Err())
	return c.finish(ctx, p.done.Load())
}

// startBranch starts the workers of a branch, and returns what cancels them alone.
func (p *cancelling) startBranch(root context.Context, branch int) context.CancelFunc {
	ctx, cancel := context.WithCancel(root) // a child of root: it ends with it, or earlier
	for worker := branch; worker < p.workers; worker += p.branches {
		p.wg.Add(1)
		go p.worker(ctx, branch)
	}
	return cancel
}

// worker does jobs until its context ends.
func (p *cancelling) worker(ctx context.Context, branch int) {
	defer p.wg.Done()
	trace.Log(ctx, "branch", strconv.Itoa(branch))
	for {
		select {
		case <-ctx.Done():
			nap(context.WithoutCancel(ctx), p.of(p.linger)) // a worker that is slow to leave
			return
		case job := <-p.jobs:
			p.do(ctx, job)
		}
	}
}

func (p *cancelling) do(ctx context.Context, job int) {
	defer trace.StartRegion(ctx, "job").End()
	compute(context.WithoutCancel(ctx), uint64(job), 50*time.Microsecond)
	p.done.Add(1)
}

// dispatch hands out jobs until ctx ends.
func (p *cancelling) dispatch(ctx context.Context) {
	for job := 0; ; job++ {
		select {
		case <-ctx.Done():
			return
		case <-time.After(p.of(p.every)):
		}
		select {
		case <-ctx.Done():
			return
		case p.jobs <- job:
		}
	}
}
