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
	Description: `A producer sends values into a channel and closes it; main ranges over it until then, and takes its time with each value. An
unbuffered channel has no room: a send is over only when a receiver has come, and so is a receive.

Look at the two goroutine lanes: the producer waits for "chan send" most of the time, and each of its waits is ended by main.`,
	New: func() Program { return new(handOver) },
	Claims: []Claim{
		{
			ID: "rendezvous", region: "send", check: sendsMeetReceives,
			Text: "Every send meets a receive: neither is over before the other has begun.",
		},
		{
			ID: "drained", region: "receive", check: rangeDrains,
			Text: "The range ends when the channel has been closed and everything in it received, in order.",
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
	fs.IntVar(&p.capacity, "capacity", p.defaultCapacity, "room in the channel")
	fs.IntVar(&p.values, "values", 20, "number of values")
	fs.DurationVar(&p.produce, "produce", 0, "how long the producer takes for a value, asleep")
	fs.DurationVar(&p.consume, "consume", 2*time.Millisecond, "how long the consumer takes for a value, asleep")
}

func (p *handOver) Validate() error {
	return firstError(
		checkInt("capacity", p.capacity, 0, 1_000_000),
		checkInt("values", p.values, 1, 1_000_000),
		checkDuration("produce", p.produce, 0, time.Minute),
		checkDuration("consume", p.consume, 0, time.Minute),
	)
}

// Run is the consumer, and returns what it received.
func (p *handOver) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	values := make(chan int, p.capacity)
	go p.producer(ctx, values)
	result := handOverResult{InOrder: true}
	for {
		// This is for v := range values, with a region round each receive.
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

// producer sends the values, and closes the channel to say that there are no more.
func (p *handOver) producer(ctx context.Context, values chan<- int) {
	defer close(values)
	for v := 0; v < p.values && ctx.Err() == nil; v++ {
		nap(ctx, p.produce)
		trace.WithRegion(ctx, "send", func() { values <- v })
	}
}
