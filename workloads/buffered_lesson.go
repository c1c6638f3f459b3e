package workloads

import (
	_ "embed"
)

//go:embed buffered.go
var bufferedSource string

var bufferedWorkload = &Workload{
	Name:    "buffered",
	Title:   "A producer and a consumer with a buffered channel between them",
	Concept: Channels,
	Source:  bufferedSource + "\n" + unbufferedSource, // the program is the same
	Description: `A producer sends values into a channel with a buffer of --capacity values, and closes it; main ranges
over it until then. While there is room, a send does not wait; the producer waits only when the buffer is full. Values
that are still in the buffer when the channel is closed are received nevertheless.

Look at the two goroutine lanes: the producer's first sends follow one another immediately, and then it waits for "chan
send" until main has taken a value. Compare with unbuffered.`,
	New: func() Program { return &handOver{defaultCapacity: 5} },
	Claims: []Claim{
		{
			ID: "blocks-when-full", region: "send", check: blocksWhenFull,
			Text: "The producer waits only when the buffer is full.",
		},
		{
			ID: "runs-ahead", region: "send", check: producerRunsAhead,
			Text: "With room in the buffer, a send completes before its value is received.",
		},
		{
			ID: "drained", region: "receive", check: rangeDrains,
			Text: "The range ends when the channel has been closed and all its values received, in order.",
		},
	},
}
