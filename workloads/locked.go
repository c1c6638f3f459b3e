package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"sync"
)

// locked is the program: two players, each on its own thread.
type locked struct {
	rounds int
	lock   bool

	wg sync.WaitGroup
}

// Run returns how often the ball crossed.
func (p *locked) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	ping, pong := make(chan int), make(chan int)
	p.wg.Add(2)
	go p.player(ctx, ping, pong)
	go p.player(ctx, pong, ping)
	ping <- 2 * p.rounds
	p.wg.Wait()
	c.printf("the ball crossed %d times", 2*p.rounds)
	return c.finish(ctx, 2*p.rounds)
}

// player returns the ball until it has crossed often enough.
func (p *locked) player(ctx context.Context, from <-chan int, to chan<- int) {
	defer p.wg.Done()
	if p.lock {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
	}
	defer trace.StartRegion(ctx, "play").End()
	defer close(to)
	for left := range from {
		if left == 0 || ctx.Err() != nil {
			return
		}
		to <- left - 1
	}
}
