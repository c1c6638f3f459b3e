package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"time"
)

// say is the program: main says "hello", a goroutine says "world".
type say struct {
	scaled
	times      int
	every      time.Duration
	documented bool
	inTurn     bool
}

// Run returns how often each of the two speaks.
func (s *say) Run(ctx context.Context, out io.Writer) (any, error) {
	before := runtime.NumGoroutine()
	c := &console{w: out}
	done := make(chan struct{})
	go s.world(ctx, c, done)
	if s.inTurn {
		<-done
	}
	s.say(ctx, c, "hello")
	if !s.documented {
		<-done
		settle(before)
	}
	return c.finish(ctx, s.times) // the end of main ends the program
}

func (s *say) world(ctx context.Context, c *console, done chan<- struct{}) {
	s.say(ctx, c, "world")
	close(done)
}

func (s *say) say(ctx context.Context, c *console, word string) {
	defer trace.StartRegion(ctx, "say").End()
	for range s.times {
		c.printf("%s", word)
		nap(ctx, s.of(s.every))
	}
}
