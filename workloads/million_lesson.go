package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed million.go
var millionSource string

var millionWorkload = &Workload{
	Name:    "million",
	Title:   "A hundred thousand goroutines at once, or a million",
	Concept: Cost,
	Source:  millionSource,
	Lesson: Lesson{
		What: "Main starts a hundred thousand goroutines that all wait on one channel, holds them for a moment, and lets them go. " +
			"It measures what each takes in memory and how long a go statement takes, while the trace is recorded.",
		Look: []Look{
			{
				Text: "All of them are alive at once, and there are only a few threads: a goroutine that waits needs no thread, only its stack.",
				View: View{Lanes: "m", Colour: "goroutine", Claim: "few-threads"},
			},
			{
				Text: "A wave of creations, a rest, and a wave of endings after the channel is closed: see the counters below the lanes.",
				View: View{Lanes: "p", Colour: "function"},
			},
			{
				Text: "While they are held, no P has anything to do.",
				View: View{Lanes: "pm", Colour: "goroutine", Claim: "alive-together"},
			},
		},
		Next: []Next{
			{
				Args:   []string{"--goroutines", "1000000"},
				Effect: "A million, as the name says: ten times the goroutines, and ten times the memory; the page shows most of the trace merged.",
			},
			{
				Args:   []string{"--stack", "20000", "--goroutines", "10000"},
				Effect: "Each goroutine uses 20 kB of stack: stacks grow as needed, so 2 kB is only where they begin.",
			},
			{
				Args:   []string{"--lock", "--goroutines", "1000"},
				Effect: "Each goroutine has a thread of its own: a thousand threads, slower to make, and more memory.",
			},
		},
		View: View{Lanes: "pm", Colour: "function"},
	},
	New: func() Program { return new(million) },
	Claims: []Claim{
		{
			ID: "alive-together", region: "all alive", check: millionAlive,
			Text: "All goroutines are alive at once.",
		},
		{
			ID: "few-threads", region: "all alive", check: millionFewThreads,
			Text: "A handful of threads is enough for them.",
		},
		{
			ID: "memory", region: "all alive", check: millionMemory,
			Text: "A goroutine takes 2 to 4 kB.",
		},
		{
			ID: "creation", region: "all alive", check: millionCreation,
			Text: "A goroutine is created in 1 to 2 µs.",
		},
	},
}

func (p *million) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.goroutines, "goroutines", 100_000, "number of goroutines")
	fs.IntVar(&p.stack, "stack", 0, "bytes of stack that each goroutine uses, beyond what it needs")
	fs.DurationVar(&p.hold, "hold", 20*time.Millisecond, "how long they are held")
	fs.BoolVar(&p.lock, "lock", false, "lock each goroutine to a thread of its own")
}

func (p *million) Validate() error {
	most := 1_000_000
	if p.lock {
		most = 2000 // threads
	}
	return firstError(
		checkInt("goroutines", p.goroutines, 1, most),
		checkInt("stack", p.stack, 0, 1<<20),
		checkDuration("hold", p.hold, 0, time.Minute),
	)
}
