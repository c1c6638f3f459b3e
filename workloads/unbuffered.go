package workloads

import (
	"context"
	_ "embed"
	"io"
	"runtime"
	"runtime/trace"
	"time"

	"github.com/spf13/pflag"
)

//go:embed unbuffered.go
var unbufferedSource string

var unbufferedWorkload = &Workload{
	Name:    "unbuffered",
	Title:   "A producer and a consumer meet at an unbuffered channel",
	Concept: Channels,
	Source:  unbufferedSource,
	Description: `A producer sends values into a channel and closes it; main ranges over it until then, and takes its time
with each value. An unbuffered channel has no room: a send completes only when a receiver has arrived, and vice versa.

Look at the two goroutine lanes: the producer waits for "chan send" most of the time, and each of its waits is ended by
main.`,
	New: func() Program { return new(handOver) },
	Claims: []Claim{
		{
			ID: "rendezvous", region: "send", check: sendsMeetReceives,
			Text: "Every send meets a receive: neither completes before the other has begun.",
		},
		{
			ID: "drained", region: "receive", check: rangeDrains,
			Text: "The range ends when the channel has been closed and all its values received, in order.",
		},
	},
}

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

func (p *handOver) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.capacity, "capacity", p.defaultCapacity, "capacity of the channel")
	fs.IntVar(&p.values, "values", 20, "number of values")
	fs.DurationVar(&p.produce, "produce", 0, "how long the producer sleeps for each value")
	fs.DurationVar(&p.consume, "consume", 2*time.Millisecond, "how long the consumer sleeps for each value")
}

func (p *handOver) Validate() error {
	return firstError(
		checkInt("capacity", p.capacity, 0, 1_000_000),
		checkInt("values", p.values, 1, 1_000_000),
		checkDuration("produce", p.produce, 0, time.Minute),
		checkDuration("consume", p.consume, 0, time.Minute),
	)
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
