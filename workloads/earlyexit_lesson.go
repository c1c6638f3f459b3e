package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed earlyexit.go
var earlyexitSource string

var earlyExitWorkload = &Workload{
	Name:    "earlyexit",
	Title:   "Main returns without waiting for the goroutines it started",
	Concept: Goroutines,
	Source:  earlyexitSource,
	Lesson: Lesson{
		What: "Main starts five goroutines that take 100 ms each and returns after 20 ms. " +
			"A Go program ends when main returns, so they are cut off, silently and without running their deferred calls.",
		Look: []Look{
			{
				Text: `Five goroutines are waiting for "sleep" at the right edge of the timeline: they never get to the end of their work.`,
				View: View{Lanes: "g", Colour: "state", Group: "function", Claim: "alive-at-end"},
			},
			{
				Text: "G1, which runs main, sleeps and returns; nothing makes it wait for the others.",
				View: View{Lanes: "g", Colour: "state", Pin: []string{"runtime.main"}},
			},
		},
		Next: []Next{
			{
				Args:   []string{"--sleep", "50ms", "--stay", "50ms"},
				Effect: "The beginner's remedy, a time.Sleep in main that is about as long as the work: sometimes enough, sometimes not.",
			},
			{
				Args:   []string{"--wait"},
				Effect: "Main waits for the goroutines with a sync.WaitGroup: all of them finish, however long they take.",
			},
		},
		View: View{Lanes: "g", Colour: "state", Pin: []string{"runtime.main"}},
	},
	New: func() Program { return new(earlyExit) },
	Claims: []Claim{
		{
			ID: "not-finished", region: "task", check: tasksAreCutOff,
			Text: "Not all goroutines have finished when main returns.",
		},
		{
			ID: "alive-at-end", region: "task", check: aliveWhenMainReturns,
			Text: "The program ends with goroutines alive.",
		},
		{
			ID: "by-chance", region: "task", applies: staysAboutAsLong, check: sleepIsNoWaiting,
			Text: "A sleep in main about as long as the tasks is sometimes enough: a few microseconds decide.",
		},
	},
}

func (p *earlyExit) Flags(fs *pflag.FlagSet) {
	p.flags(fs)
	fs.IntVar(&p.tasks, "tasks", 5, "number of goroutines")
	fs.DurationVar(&p.sleep, "sleep", time.Second, "how long each goroutine takes, as documented (see --scale)")
	fs.DurationVar(&p.stay, "stay", 200*time.Millisecond, "how long main stays, as documented (see --scale)")
	fs.BoolVar(&p.wait, "wait", false, "main waits for the goroutines")
}

func (p *earlyExit) Validate() error {
	return firstError(
		p.validate(),
		checkInt("tasks", p.tasks, 1, 100_000),
		checkDuration("sleep", p.sleep, time.Millisecond, time.Minute),
		checkDuration("stay", p.stay, 0, time.Minute),
	)
}
