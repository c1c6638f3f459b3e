package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"time"
)

// say is the program: two goroutines that print and sleep.
type say struct {
	scaled
	times int
	every time.Duration
}

// Run returns how often each of the two printed.
func (s *say) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	done := make(chan struct{})
	go s.inBackground(ctx, c, done)
	s.speak(ctx, c, "hello")
	<-done
	return c.finish(ctx, s.times)
}

func (s *say) inBackground(ctx context.Context, c *console, done chan<- struct{}) {
	defer close(done)
	s.speak(ctx, c, "world")
}

func (s *say) speak(ctx context.Context, c *console, word string) {
	defer trace.StartRegion(ctx, "say").End()
	for range s.times {
		nap(ctx, s.of(s.every))
		c.printf("%s", word)
	}
}
