package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"time"
)

// handOver is the program, with and without a buffer: a producer and a consumer.
type handOver struct {
	defaultCapacity int

	capacity, values int
	produce, consume time.Duration
}

// handOverResult is what Run returns.
type handOverResult struct {
	Received int  `json:"received"`
	InOrder  bool `json:"in_order"`
}

// Run is the consumer; it returns what it received.
func (p *handOver) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	values := make(chan int, p.capacity)
	go p.producer(ctx, values)
	result := handOverResult{InOrder: true}
	for {
		// The same as for v := range values, with a region around each receive.
		receive := trace.StartRegion(ctx, "receive")
		v, ok := <-values
		receive.End()
		if !ok {
			break
		}
		result.InOrder = result.InOrder && v == result.Received
		result.Received++
		nap(ctx, p.consume)
	}
	c.printf("%d of %d values received through a channel of capacity %d", result.Received, p.values, p.capacity)
	return c.finish(ctx, result)
}

// producer sends the values, then closes the channel.
func (p *handOver) producer(ctx context.Context, values chan<- int) {
	defer close(values)
	for v := 0; v < p.values && ctx.Err() == nil; v++ {
		nap(ctx, p.produce)
		trace.WithRegion(ctx, "send", func() { values <- v })
	}
}
