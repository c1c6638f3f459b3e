package workloads

import (
	_ "embed"

	"github.com/spf13/pflag"
)

//go:embed parallelsum.go
var parallelsumSource string

var parallelSumWorkload = &Workload{
	Name:    "parallelsum",
	Title:   "A slice is summed in parts, in parallel",
	Concept: Parallelism,
	Source:  parallelsumSource,
	Lesson: Lesson{
		What: "A slice is cut into eight parts; a goroutine sums each, and main adds up the results. " +
			"This is computing, not waiting, so the number of Ps and cores decides how many parts make progress at once.",
		Look: []Look{
			{
				Text: "As many parts run at the same instant as there are Ps; the others are runnable and wait for one.",
				View: View{Lanes: "p", Colour: "goroutine", Claim: "parallel"},
			},
			{
				Text: "The core lanes show whether the Ps really had a core each. A P may run a goroutine while the host has given its core away.",
				View: View{Lanes: "pc", Colour: "goroutine", Claim: "parallel"},
			},
			{
				Text: "In its own lane a part is runnable first, then running, now and then preempted for another part.",
				View: View{Lanes: "g", Colour: "state", Group: "function"},
			},
		},
		Next: []Next{
			{
				Args:   []string{"--procs", "1"},
				Effect: "On one P the parts still take turns, but no two run at once, and the total is no shorter than without goroutines.",
			},
			{
				Args:   []string{"--limit", "2"},
				Effect: "At most two parts are in progress: the others have not been started.",
			},
			{
				Args:   []string{"--cancel", "2", "--limit", "2"},
				Effect: "After two parts the rest is cancelled: the goroutines started later find that out and return.",
			},
		},
		View: View{Lanes: "pc", Colour: "goroutine"},
	},
	New: func() Program { return new(parallelSum) },
	Claims: []Claim{
		{
			ID: "right", region: "sum", applies: sumIsCancelled(false), check: sumIsRight,
			Text: "The sum is right, whatever the number of parts.",
		},
		{
			ID: "parallel", region: "sum", applies: sumIsCancelled(false), check: partsRunAtOnce,
			Text: "With two or more parts and Ps, two parts run at the same instant.",
		},
		{
			ID: "later-parts", region: "part", applies: sumIsCancelled(true), check: laterPartsDoNotRun,
			Text: "After a cancel, later parts do not run.",
		},
	},
}

func (p *parallelSum) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.n, "n", 4_000_000, "length of the slice")
	fs.IntVar(&p.parts, "parts", 8, "number of parts")
	fs.IntVar(&p.limit, "limit", 0, "how many parts may be in progress at once; 0 is all")
	fs.IntVar(&p.passes, "passes", 10, "how often each part is summed, for more work")
	fs.IntVar(&p.cancel, "cancel", 0, "cancel when `K` parts are done; 0 is never")
}

func (p *parallelSum) Validate() error {
	return firstError(
		checkInt("n", p.n, 1, 100_000_000),
		checkInt("parts", p.parts, 1, 100_000),
		checkInt("limit", p.limit, 0, 100_000),
		checkInt("passes", p.passes, 1, 100_000),
		checkInt("cancel", p.cancel, 0, p.parts),
	)
}
