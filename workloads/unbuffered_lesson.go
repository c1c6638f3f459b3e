package workloads

import (
	_ "embed"
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
	Lesson: Lesson{
		What: `A producer sends values into an unbuffered channel and closes it; main ranges over the channel and takes
--consume for each value.`,
		Look: []Look{
			{
				`The producer: it waits for "chan send" until main is ready for the next value. Sender and receiver meet.`,
				View{Lanes: "g", Pin: []string{"(*handOver).producer", "runtime.main"}, Find: "chan send"},
			},
			{
				"The end of main's range: the channel is closed, and all its values have been received.",
				View{Lanes: "g", Pin: []string{"(*handOver).producer", "runtime.main"}, Claim: "drained"},
			},
		},
		Next: []Next{
			{[]string{"--produce", "5ms", "--consume", "0s"}, `Now main is the one that waits, for "chan receive".`},
			{[]string{"--capacity", "5"}, "With a buffer, sends no longer wait for a receiver: the claim of a rendezvous fails."},
		},
		View: View{Lanes: "g", Pin: []string{"(*handOver).producer", "runtime.main"}},
	},
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
