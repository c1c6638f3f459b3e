package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"time"
)

// multiplex is the program: a receiver with a select on three channels.
type multiplex struct {
	scaled
	values int
	every  time.Duration
	poll   bool
}

// multiplexResult is what Run returns: how many values came from each producer.
type multiplexResult struct {
	A int `json:"a"`
	B int `json:"b"`
	C int `json:"c"`
}

// Run is the receiver. It returns how many values it got.
func (p *multiplex) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	from := inputs{a: make(chan int), b: make(chan int), c: make(chan int)}
	go p.producer(ctx, from.a, 1)
	go p.producer(ctx, from.b, 2)
	go p.producer(ctx, from.c, 3)

	region := trace.StartRegion(ctx, "receive")
	idle := 0
	for from.a != nil || from.b != nil || from.c != nil {
		switch {
		case !p.poll:
			from.wait()
		case !from.poll():
			idle++
		}
	}
	region.End()
	got := from.got
	c.printf("%d values from the first producer, %d from the second and %d from the third", got.A, got.B, got.C)
	if p.poll {
		c.printf("in vain %d times: no channel was ready", idle)
	}
	return c.finish(ctx, got)
}

// inputs are the channels that are still open, and how many values came from each.
type inputs struct {
	a, b, c chan int
	got     multiplexResult
}

// wait receives from whichever channel is ready, and waits while none is.
func (in *inputs) wait() {
	select {
	case _, ok := <-in.a:
		in.a = received(&in.got.A, in.a, ok)
	case _, ok := <-in.b:
		in.b = received(&in.got.B, in.b, ok)
	case _, ok := <-in.c:
		in.c = received(&in.got.C, in.c, ok)
	}
}

// poll is wait with a default case: it never waits. It reports whether a channel was ready.
func (in *inputs) poll() bool {
	select {
	case _, ok := <-in.a:
		in.a = received(&in.got.A, in.a, ok)
	case _, ok := <-in.b:
		in.b = received(&in.got.B, in.b, ok)
	case _, ok := <-in.c:
		in.c = received(&in.got.C, in.c, ok)
	default:
		return false
	}
	return true
}

// received counts a received value. For a closed channel it returns nil: a select never chooses a nil channel.
func received(n *int, c chan int, ok bool) chan int {
	if !ok {
		return nil
	}
	*n++
	return c
}

// producer sends its values, each after its pause.
func (p *multiplex) producer(ctx context.Context, c chan<- int, pace int) {
	defer close(c)
	for v := 0; v < p.values && ctx.Err() == nil; v++ {
		nap(ctx, time.Duration(pace)*p.of(p.every))
		c <- v
	}
}
