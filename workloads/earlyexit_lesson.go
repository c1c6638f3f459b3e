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
	Description: `Main starts some goroutines and soon returns. A Go program ends when main returns: goroutines that have
not finished are cut off wherever they are, silently and without running their deferred calls. With --wait main waits
for them.

Look at the goroutine lanes: they reach the right edge of the timeline, still waiting for "sleep".`,
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
