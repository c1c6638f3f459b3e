package workloads

import (
	_ "embed"

	"github.com/spf13/pflag"
)

//go:embed locked.go
var lockedSource string

var lockedWorkload = &Workload{
	Name:    "locked",
	Title:   "Two goroutines, each locked to a thread, play ping-pong",
	Concept: Scheduler,
	Source:  lockedSource,
	Lesson: Lesson{
		What: "Two goroutines call runtime.LockOSThread, as some C libraries require, and send a ball back and forth. A locked " +
			"goroutine runs on its own thread only, and that thread runs nothing else.",
		Look: []Look{
			{
				Text: "The thread lanes: the two goroutines alternate on two threads, and each time one thread has to be woken " +
					"by the kernel.",
				View: View{Lanes: "m", Colour: "goroutine", Claim: "thread-switch"},
			},
			{
				Text: "The P lanes: the P goes with the ball, from one thread to the other.",
				View: View{Lanes: "p", Colour: "goroutine", Claim: "stay-together"},
			},
		},
		Next: []Next{
			{
				Args:   []string{"--lock=false"},
				Effect: "Not locked: the ball nearly always crosses on one thread, which is many times as fast.",
			},
			{
				Args:   []string{"--lock=false", "--procs", "1"},
				Effect: "One P and no lock: both goroutines on the same thread, with no help from the kernel.",
			},
		},
		View: View{Lanes: "m", Colour: "goroutine"},
	},
	New: func() Program { return new(locked) },
	Claims: []Claim{
		{
			ID: "stay-together", region: "play", check: gAndMStayTogether,
			Text: "Each goroutine stays on its thread, and the thread runs no other goroutine.",
		},
		{
			ID: "thread-switch", region: "play", check: everySwitchIsOfThreads,
			Text: "Each switch between the goroutines is a switch between threads.",
		},
	},
}

func (p *locked) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.rounds, "rounds", 500, "how often the ball goes back and forth")
	fs.BoolVar(&p.lock, "lock", true, "lock the players to threads")
}

func (p *locked) Validate() error { return checkInt("rounds", p.rounds, 10, 1_000_000) }
