package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed waitgroup.go
var waitgroupSource string

var waitGroupWorkload = &Workload{
	Name:    "waitgroup",
	Title:   "Main waits for several tasks with a sync.WaitGroup",
	Concept: Goroutines,
	Source:  waitgroupSource,
	Description: `Main counts its tasks with WaitGroup.Add, starts each with go, and waits; each task sleeps and calls
Done. The total is the time of one task, however many there are.

Look at main (G1): it waits for "sync", in sync.(*WaitGroup).Wait, and the last Done is what makes it runnable again.`,
	New: func() Program { return new(waitGroup) },
	Claims: []Claim{
		{
			ID: "time-of-one", region: "task", check: tasksTimeOfOne,
			Text: "The tasks take about the time of one task, not of all of them.",
		},
		{
			ID: "main-waits", region: "wait", check: mainWaits,
			Text: "Main waits in WaitGroup.Wait until the tasks are done.",
		},
		{
			ID: "last-done-wakes", region: "done", check: lastDoneWakes,
			Text: "The last Done readies main.",
		},
	},
}

func (p *waitGroup) Flags(fs *pflag.FlagSet) {
	p.flags(fs)
	fs.IntVar(&p.tasks, "tasks", 3, "number of tasks")
	fs.DurationVar(&p.sleep, "sleep", time.Second, "how long each task sleeps, as documented (see --scale)")
}

func (p *waitGroup) Validate() error {
	return firstError(
		p.validate(),
		checkInt("tasks", p.tasks, 1, 100_000),
		checkDuration("sleep", p.sleep, time.Millisecond, time.Minute),
	)
}
