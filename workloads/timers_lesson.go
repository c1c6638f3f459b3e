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
	Lesson: Lesson{
		What: "Two thousand goroutines sleep, each for a time of its own. A sleeping goroutine holds neither a thread nor a P: " +
			"it is a timer in a heap, and becomes runnable when the timer is due.",
		Look: []Look{
			{
				Text: "The goroutines' lanes: hardly anything but waiting for \"sleep\", then a moment of running.",
				View: View{Lanes: "g", Colour: "state", Find: "timers"},
			},
			{
				Text: "The P lanes while all are asleep: empty.",
				View: View{Lanes: "p", Claim: "hold-no-p"},
			},
			{
				Text: "The one that woke up last: how late it was.",
				View: View{Lanes: "pg", Find: "timers", Claim: "on-time"},
			},
		},
		Next: []Next{
			{
				Args:   []string{"--busy"},
				Effect: "Other goroutines keep all Ps busy: sleepers that are due have to wait for a P.",
			},
			{
				Args:   []string{"--busy", "--async-preempt=off"},
				Effect: "And nothing can stop those: the sleepers wake up as late as the others are done.",
			},
			{
				Args:   []string{"--sleepers", "20000"},
				Effect: "Ten times as many, and no more threads.",
			},
		},
		View: View{Lanes: "pg", Colour: "state"},
	},
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
