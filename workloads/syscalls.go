package workloads

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"runtime/trace"
	"sync"
	"sync/atomic"
	"time"
)

// syscalls is the program: readers in system calls, and goroutines that compute.
type syscalls struct {
	readers, calls int
	block, work    time.Duration
	poller         bool

	wg  sync.WaitGroup
	sum atomic.Uint64
}

// pipe is read by a goroutine and written to by main.
type pipe struct {
	read  func() error // waits until there is data
	write func() error
	close func()
}

// Run returns the number of calls.
func (p *syscalls) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	pipes, err := p.open()
	defer func() {
		for _, pipe := range pipes {
			pipe.close()
		}
	}()
	if err != nil {
		return nil, fmt.Errorf("make pipes to block on: %w", err)
	}
	var failed atomic.Int64
	for _, pipe := range pipes {
		p.wg.Add(1)
		go p.reader(ctx, pipe, &failed)
	}
	for range runtime.GOMAXPROCS(0) {
		p.wg.Add(1)
		go p.compute(ctx)
	}
	for range p.calls { // a reader makes all its calls, whatever happens, so it must be released
		nap(ctx, p.block)
		for _, pipe := range pipes {
			if err := pipe.write(); err != nil {
				failed.Add(1)
			}
		}
	}
	p.wg.Wait()
	if n := failed.Load(); n > 0 {
		return nil, fmt.Errorf("block in system calls: %d of %d failed", n, p.readers*p.calls)
	}
	c.printf("%d goroutines blocked in %d system calls each", p.readers, p.calls)
	return c.finish(ctx, p.readers*p.calls)
}

// open makes the pipes.
func (p *syscalls) open() ([]pipe, error) {
	newPipe := blockingPipe
	if p.poller {
		newPipe = pollerPipe
	}
	var pipes []pipe
	for range p.readers {
		pipe, err := newPipe()
		if err != nil {
			return pipes, err
		}
		pipes = append(pipes, pipe)
	}
	return pipes, nil
}

func (p *syscalls) reader(ctx context.Context, from pipe, failed *atomic.Int64) {
	defer p.wg.Done()
	for range p.calls {
		region := trace.StartRegion(ctx, "blocked")
		err := from.read()
		region.End()
		if err != nil {
			failed.Add(1)
		}
	}
}

func (p *syscalls) compute(ctx context.Context) {
	defer p.wg.Done()
	x, _ := compute(ctx, 1, p.work)
	p.sum.Add(x)
}
