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
	Lesson: Lesson{
		What: `A producer sends values into a channel with a buffer of --capacity values and closes it; main ranges over the
channel and takes --consume for each value, which is slower than the producer.`,
		Look: []Look{
			{
				"The producer's first sends: while there is room in the buffer, they follow one another without waiting.",
				View{Lanes: "g", Pin: []string{"(*handOver).producer", "runtime.main"}, Claim: "runs-ahead"},
			},
			{
				`After that the producer waits for "chan send", until main has taken a value from the full buffer.`,
				View{Lanes: "g", Pin: []string{"(*handOver).producer", "runtime.main"}, Find: "chan send"},
			},
		},
		Next: []Next{
			{
				[]string{"--capacity", "100"},
				"The producer never waits, and the slow consumer stays unnoticed: each value lies in the buffer longer than the last.",
			},
			{[]string{"--capacity", "1"}, "The producer is never more than one value ahead."},
			{[]string{"--produce", "5ms", "--consume", "1ms"}, "The consumer is faster: the buffer stays empty and main waits."},
		},
		View: View{Lanes: "g", Pin: []string{"(*handOver).producer", "runtime.main"}},
	},
	New:   func() Program { return &handOver{defaultCapacity: 10} },
	Guide: bufferedGuide,
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
			ID: "hides-slow-consumer", region: "receive", applies: hasRoomForAll, check: valuesWaitLonger,
			Text: "A large buffer hides a slow consumer: the producer never waits, but each value lies in the buffer longer.",
		},
		{
			ID: "drained", region: "receive", check: rangeDrains,
			Text: "The range ends when the channel has been closed and all its values received, in order.",
		},
	},
}
