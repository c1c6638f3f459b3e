package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed mutexhandoff.go
var mutexhandoffSource string

var mutexHandoffWorkload = &Workload{
	Name:    "mutexhandoff",
	Title:   "A mutex under starvation is handed over directly",
	Concept: Scheduler,
	Source:  mutexhandoffSource,
	Description: `Goroutines lock one mutex over and over, and hold it for --hold each time: the goroutine that unlocks it
tries to lock it again at once, and would win against one that has to wake up first. When a goroutine has waited for
more than 1 ms, the mutex switches to starvation mode: unlocking hands it directly to the first waiter, and the
unlocking goroutine yields its P to that waiter.

Look at the marks of the kind "mutex handoff" on the P lanes. The trace gives the reason "preempted", but nothing was
preempted; schedviz counts these separately.`,
	New: func() Program { return new(mutexHandoff) },
	Claims: []Claim{
		{
			ID: "handed-over", region: "fight", check: mutexIsHandedOver,
			Text: "A mutex in starvation mode is handed over: the goroutine that unlocks it yields its P to the next waiter.",
		},
		{
			ID: "looks-preempted", region: "fight", check: handoffLooksPreempted,
			Text: "In the trace a handoff has the reason \"preempted\", and is counted separately from preemptions.",
		},
		{
			ID: "all-get-it", region: "fight", check: allGetTheMutex,
			Text: "Every goroutine gets the mutex: none starves for long.",
		},
	},
}

func (p *mutexHandoff) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.goroutines, "goroutines", 4, "number of goroutines")
	fs.IntVar(&p.rounds, "rounds", 100, "how often each locks the mutex")
	fs.DurationVar(&p.hold, "hold", 200*time.Microsecond, "work with the mutex held, "+workFlagNote)
}

func (p *mutexHandoff) Validate() error {
	return firstError(
		checkInt("goroutines", p.goroutines, 1, 10_000),
		checkInt("rounds", p.rounds, 1, 1_000_000),
		checkDuration("hold", p.hold, 0, time.Minute),
	)
}
