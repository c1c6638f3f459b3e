package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed steal.go
var stealSource string

var stealWorkload = &Workload{
	Name:    "steal",
	Title:   "One goroutine makes many runnable, and other Ps steal them",
	Concept: Scheduler,
	Source:  stealSource,
	Lesson: Lesson{
		What: "Main starts a hundred goroutines that compute, all from one P, so all of them go into the run queue of that P. " +
			"The other Ps have nothing to do, look into its queue, and take half of what is there.",
		Look: []Look{
			{
				Text: "The P lanes: work that was all readied on one P soon fills them all.",
				View: View{Lanes: "p", Colour: "goroutine"},
			},
			{
				Text: "The first goroutine that moved: it first ran on a P other than the one it was readied on. A trace does " +
					"not record steals; this is how they show.",
				View: View{Lanes: "p", Claim: "other-p"},
			},
			{
				Text: "The goroutines' lanes: how long each is runnable before its first run.",
				View: View{Lanes: "g", Colour: "state", Find: "steal"},
			},
		},
		Next: []Next{
			{
				Args:   []string{"--procs", "1"},
				Effect: "One P: there is no one to steal, and the work takes as long as its sum.",
			},
			{
				Args:   []string{"--goroutines", "5000", "--work", "20us"},
				Effect: "Smaller work: a P has to steal more often to keep busy.",
			},
		},
		View: View{Lanes: "p", Colour: "goroutine"},
	},
	New: func() Program { return new(steal) },
	Claims: []Claim{
		{
			ID: "other-p", region: "give out", check: workMovesToOtherPs,
			Text: "Goroutines run on Ps other than the one they were readied on (inferred: a steal is not recorded).",
		},
		{
			ID: "all-ps", region: "give out", check: allPsGetWork,
			Text: "All Ps get work, although all of it was readied on one.",
		},
	},
}

func (p *steal) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.goroutines, "goroutines", 100, "number of goroutines")
	fs.DurationVar(&p.work, "work", 500*time.Microsecond, "work of each goroutine, "+workFlagNote)
}

func (p *steal) Validate() error {
	return firstError(
		checkInt("goroutines", p.goroutines, 1, 1_000_000),
		checkDuration("work", p.work, 0, time.Minute),
	)
}
