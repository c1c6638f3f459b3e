package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed cancel.go
var cancelSource string

var cancelWorkload = &Workload{
	Name:    "cancel",
	Title:   "One cancel ends all workers that wait on ctx.Done",
	Concept: Cancellation,
	Source:  cancelSource,
	Lesson: Lesson{
		What: `Workers select on ctx.Done and on a channel of jobs. Their contexts are children of one root: main first cancels a
branch of this tree, which ends its workers, and later the root, which ends all.`,
		Look: []Look{
			{
				"The cancel of the root: main makes every worker that is left runnable, within microseconds.",
				View{Lanes: "g", Pin: []string{"runtime.main"}, Claim: "cancel-readies-all"},
			},
			{
				"Half-way, the cancel of a branch: its workers end, and the others go on.",
				View{Lanes: "g", Pin: []string{"runtime.main"}, Claim: "branch-alone"},
			},
			{
				`A worker between two jobs: it waits for "select", for the next job or its end.`,
				View{Lanes: "g", Pin: []string{"(*cancelling).worker"}, Find: "select"},
			},
		},
		Next: []Next{
			{[]string{"--linger", "1s"}, "Workers that are slow to leave: they are still there long after the cancel."},
			{[]string{"--workers", "1000"}, "One cancel ends a thousand."},
		},
		View: View{Lanes: "g", Pin: []string{"runtime.main"}},
	},
	New: func() Program { return new(cancelling) },
	Claims: []Claim{
		{
			ID: "end-soon", region: "cancel", check: workersEndSoon,
			Text: "Every worker ends within a few milliseconds of its cancel.",
		},
		{
			ID: "cancel-readies-all", region: "cancel", check: cancelReadiesAll,
			Text: "A single cancel makes all workers runnable that wait.",
		},
		{
			ID: "branch-alone", region: "cancel", check: branchEndsAlone,
			Text: "Cancelling a branch ends its workers alone; cancelling the root ends all.",
		},
	},
}

func (p *cancelling) Flags(fs *pflag.FlagSet) {
	p.flags(fs)
	fs.IntVar(&p.workers, "workers", 10, "number of workers")
	fs.IntVar(&p.branches, "branches", 2, "number of branches of the tree of contexts; with 2 or more the first is cancelled half-way")
	fs.DurationVar(&p.after, "after", 500*time.Millisecond, "when main cancels the root, as documented (see --scale)")
	fs.DurationVar(&p.every, "every", 10*time.Millisecond, "time between jobs (see --scale)")
	fs.DurationVar(&p.linger, "linger", 0, "how long a worker keeps going after the cancel (see --scale)")
}

func (p *cancelling) Validate() error {
	return firstError(
		p.validate(),
		checkInt("workers", p.workers, 1, 100_000),
		checkInt("branches", p.branches, 1, p.workers),
		checkDuration("after", p.after, 0, time.Minute),
		checkDuration("every", p.every, 0, time.Minute),
		checkDuration("linger", p.linger, 0, time.Minute),
	)
}
