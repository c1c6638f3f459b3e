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
	Description: `A slice is cut into --parts, a goroutine sums each, and main adds up the results. With --limit only that
many parts are in progress at once. With --cancel K the work is cancelled when K parts are done: later parts do not
begin.

Look at the P lanes: as many parts run side by side as there are Ps. Only the core lanes show whether they had as many
cores.`,
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
