package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed timers.go
var timersSource string

var timersWorkload = &Workload{
	Name:    "timers",
	Title:   "Thousands of goroutines sleep, and wake up on time",
	Concept: Scheduler,
	Source:  timersSource,
	Description: `Thousands of goroutines sleep for different times between --shortest and --longest. A sleeping goroutine
holds neither a thread nor a P, only a timer in the timer heap of a P. How late they wake up is measured against
--error. With --busy other goroutines compute meanwhile, in loops that only a signal can stop.

Look at the goroutine lanes: almost nothing but waiting for "sleep"; the P lanes are nearly empty.`,
	New: func() Program { return new(timers) },
	Claims: []Claim{
		{
			ID: "hold-no-p", region: "all asleep", check: sleepersHoldNoP,
			Text: "Sleeping goroutines hold no P: thousands sleep while the Ps are idle.",
		},
		{
			ID: "on-time", region: "all asleep", check: sleepersOnTime,
			Text: "They wake up on time: never early, and half of them no later than --error.",
		},
	},
}

func (p *timers) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.sleepers, "sleepers", 2000, "number of goroutines")
	fs.DurationVar(&p.shortest, "shortest", 50*time.Millisecond, "the shortest sleep")
	fs.DurationVar(&p.longest, "longest", 150*time.Millisecond, "the longest sleep")
	fs.DurationVar(&p.tolerance, "error", 2*time.Millisecond, "the largest acceptable median delay")
	fs.BoolVar(&p.busy, "busy", false, "keep all Ps busy meanwhile")
	fs.DurationVar(&p.busyTime, "work", 200*time.Millisecond, "work of each goroutine that keeps a P busy, "+workFlagNote)
}

func (p *timers) Validate() error {
	return firstError(
		checkInt("sleepers", p.sleepers, 1, 1_000_000),
		checkDuration("shortest", p.shortest, 0, time.Minute),
		checkDuration("longest", p.longest, p.shortest, time.Minute),
		checkDuration("error", p.tolerance, time.Microsecond, time.Minute),
		checkDuration("work", p.busyTime, 0, time.Minute),
	)
}
