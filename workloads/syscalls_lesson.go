package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed syscalls.go
var syscallsSource string

var syscallsWorkload = &Workload{
	Name:    "syscalls",
	Title:   "Goroutines in blocking system calls, and others that compute meanwhile",
	Concept: Scheduler,
	Source:  syscallsSource,
	Lesson: Lesson{
		What: "Eight goroutines read from pipes that stay empty for a while, each in a system call that blocks its thread, " +
			"and on each P another goroutine computes. A blocked thread can't run goroutines, so its P is handed off to " +
			"another thread, and the computation goes on.",
		Look: []Look{
			{
				Text: "The thread lanes: one thread for each blocked call, besides those that compute. That is more threads " +
					"than Ps.",
				View: View{Lanes: "m", Colour: "state", Claim: "more-threads"},
			},
			{
				Text: "The P lanes during a call: the P on which the call began runs another goroutine.",
				View: View{Lanes: "p", Colour: "goroutine", Claim: "handed-off"},
			},
			{
				Text: "The goroutines' lanes: the readers are in state syscall, not waiting. To the scheduler their threads are " +
					"away.",
				View: View{Lanes: "g", Colour: "state", Find: "syscalls"},
			},
		},
		Next: []Next{
			{
				Args: []string{"--poller"},
				Effect: "The same pipes by way of os.File: the readers wait in the network poller, and no thread is blocked " +
					"for them.",
			},
			{
				Args:   []string{"--readers", "50"},
				Effect: "Fifty blocked calls need fifty threads.",
			},
			{
				Args:   []string{"--work", "0s"},
				Effect: "Nothing to compute: nobody needs the Ps, and they are left idle.",
			},
		},
		View: View{Lanes: "pm", Colour: "state"},
	},
	New: func() Program { return new(syscalls) },
	Claims: []Claim{
		{
			ID: "handed-off", region: "blocked", check: psAreHandedOff,
			Text: "The P of a goroutine in a blocking system call is handed off, and others run on it meanwhile.",
		},
		{
			ID: "more-threads", region: "blocked", check: moreThreadsThanPs,
			Text: "There are more threads than Ps: one more for each goroutine in a system call.",
		},
	},
}

func (p *syscalls) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.readers, "readers", 8, "number of goroutines in system calls")
	fs.IntVar(&p.calls, "calls", 3, "system calls of each goroutine")
	fs.DurationVar(&p.block, "block", 20*time.Millisecond, "how long each call blocks")
	fs.DurationVar(&p.work, "work", 30*time.Millisecond, "work of each computing goroutine, one for each P, "+workFlagNote)
	fs.BoolVar(&p.poller, "poller", false, "wait for the network poller instead of blocking in the system call")
}

func (p *syscalls) Validate() error {
	return firstError(
		checkInt("readers", p.readers, 1, 500),
		checkInt("calls", p.calls, 1, 10_000),
		checkDuration("block", p.block, time.Millisecond, 250*time.Millisecond),
		checkDuration("work", p.work, 0, time.Minute),
	)
}
