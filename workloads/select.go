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
	a, b, d := make(chan int), make(chan int), make(chan int)
	go p.producer(ctx, a, 1)
	go p.producer(ctx, b, 2)
	go p.producer(ctx, d, 3)
	result := p.receive(ctx, a, b, d)
	c.printf("%d values from the first producer, %d from the second and %d from the third", result.A, result.B, result.C)
	return c.finish(ctx, result)
}

func (p *multiplex) receive(ctx context.Context, a, b, d <-chan int) (got multiplexResult) {
	defer trace.StartRegion(ctx, "receive").End()
	idle := make(chan struct{})
	if p.poll {
		close(idle) // always ready to receive from: the same as a default case
	}
	for a != nil || b != nil || d != nil {
		select {
		case _, ok := <-a:
			a = received(&got.A, a, ok)
		case _, ok := <-b:
			b = received(&got.B, b, ok)
		case _, ok := <-d:
			d = received(&got.C, d, ok)
		case <-idle:
			runtime.Gosched()
		}
	}
	return got
}

// received counts a received value; it returns nil for a closed channel.
func received(n *int, c <-chan int, ok bool) <-chan int {
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
