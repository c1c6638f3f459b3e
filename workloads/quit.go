package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"time"
)

// quit is the program: a goroutine that runs until it is told to quit.
type quit struct {
	scaled
	poll bool
	stay time.Duration
}

// Run returns how often the goroutine polled.
func (p *quit) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	stop, asked := make(chan struct{}), make(chan int)
	go p.worker(ctx, stop, asked)
	nap(ctx, p.of(p.stay))
	close(stop)
	n := <-asked
	c.printf("the goroutine polled %d times until it was told to quit", n)
	return c.finish(ctx, n)
}

func (p *quit) worker(ctx context.Context, stop <-chan struct{}, asked chan<- int) {
	region := trace.StartRegion(ctx, "until quit")
	n := 1
	if p.poll {
		n = pollUntil(stop)
	} else {
		<-stop
	}
	region.End()
	asked <- n
}

// pollUntil polls until the channel is closed, and returns how often.
func pollUntil(stop <-chan struct{}) int {
	for n := 1; ; n++ {
		select {
		case <-stop:
			return n
		default: // it would work here
		}
	}
}
