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
	Lesson: Lesson{
		What: "A few goroutines lock one mutex over and over, and compute for a moment while they have it. The one that " +
			"unlocks it tries to lock it again at once, and would win against any that has to wake up first; so when " +
			"one has waited for more than 1 ms, unlocking hands the mutex directly to it.",
		Look: []Look{
			{
				Text: "One P after another: at each handoff the goroutine that unlocks the mutex yields its P, and the one " +
					"that gets the mutex runs next on it.",
				View: View{Lanes: "p", Colour: "goroutine", Claim: "handed-over"},
			},
			{
				Text: "The goroutines' lanes: after the first milliseconds they take turns, each waiting for \"sync\" until " +
					"it is the one that has waited longest.",
				View: View{Lanes: "g", Colour: "state", Find: "mutexHandoff"},
			},
			{
				Text: "The marks at the ends of bars: the trace gives a handoff the reason \"preempted\". It is a mutex " +
					"handoff here, for nothing was preempted.",
				View: View{Lanes: "p", Claim: "looks-preempted"},
			},
		},
		Next: []Next{
			{
				Args:   []string{"--hold", "20us"},
				Effect: "Shorter turns: hardly anyone waits for 1 ms, and the mutex is seldom handed over.",
			},
			{
				Args:   []string{"--goroutines", "20", "--rounds", "20"},
				Effect: "More waiters: nearly every turn ends in a handoff, and each costs a switch of goroutines.",
			},
			{
				Args:   []string{"--goroutines", "1"},
				Effect: "No contention: locking never waits, and the work is done without a switch.",
			},
		},
		View: View{Lanes: "pg", Colour: "goroutine"},
	},
	New: func() Program { return new(mutexHandoff) },
	Claims: []Claim{
		{
			ID: "handed-over", region: "fight", check: mutexIsHandedOver,
			Text: "A mutex under starvation is handed over: the goroutine that has waited longest gets it, and runs next on " +
				"the P of the one that unlocks it.",
		},
		{
			ID: "looks-preempted", region: "fight", check: handoffLooksPreempted,
			Text: "In the trace a handoff has the reason \"preempted\", but nothing was preempted: the turn was shorter than a " +
				"time slice.",
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
