package workloads

import (
	_ "embed"

	"github.com/spf13/pflag"
)

//go:embed gc.go
var gcSource string

var gcWorkload = &Workload{
	Name:    "gc",
	Title:   "A program that allocates heavily, and what garbage collection costs it",
	Concept: Scheduler,
	Source:  gcSource,
	Description: `Goroutines build trees of small objects and discard most of them. Garbage collection runs beside them:
its own workers mark live objects, goroutines that allocate faster than that must help (mark assist), and twice in each
cycle the world is stopped for a moment. --gogc sets how much garbage may accumulate, in percent of the live heap; -1
turns collection off.

Look at the ranges above the P lanes: a cycle's mark phase, the stop-the-world pauses at its start and end, the workers
on the P lanes, and the assists in the goroutine lanes. The heap counter is a sawtooth.`,
	New: func() Program { return new(gcLoad) },
	Claims: []Claim{
		{
			ID: "stop-the-world", region: "allocate", check: worldStops,
			Text: "The world is stopped briefly in each cycle.",
		},
		{
			ID: "assists", region: "allocate", check: assistsSeen,
			Text: "Goroutines that allocate have to help: mark assists.",
		},
		{
			ID: "workers", region: "allocate", check: gcWorkersSeen,
			Text: "The collector's own workers run on the Ps meanwhile.",
		},
		{
			ID: "cost", region: "allocate", check: gcCosts,
			Text: "Collections take part of the Ps' time from the program.",
		},
	},
}

func (p *gcLoad) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.goroutines, "goroutines", 4, "number of goroutines")
	fs.IntVar(&p.trees, "trees", 60, "trees that each goroutine builds")
	fs.IntVar(&p.depth, "depth", 13, "depth of a tree, which has 2^depth objects")
	fs.IntVar(&p.keep, "keep", 10, "trees that each goroutine keeps at a time")
	fs.IntVar(&p.gogc, "gogc", 50, "allowed garbage, in percent of the live heap; -1 is no collection")
}

func (p *gcLoad) Validate() error {
	return firstError(
		checkInt("goroutines", p.goroutines, 1, 1000),
		checkInt("trees", p.trees, 1, 100_000),
		checkInt("depth", p.depth, 1, 20),
		checkInt("keep", p.keep, 1, 1000),
		checkInt("gogc", p.gogc, -1, 10_000),
	)
}
