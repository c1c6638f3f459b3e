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
	Lesson: Lesson{
		What: "Goroutines build trees of small objects and discard most of them, so the garbage collector runs again and " +
			"again. Then they do the same work once more with collection off (GOGC=off), to show what it costs.",
		Look: []Look{
			{
				Text: "The P lanes: in the first round the collector's workers run between the goroutines, in the second " +
					"there are none.",
				View: View{Lanes: "p", Colour: "function"},
			},
			{
				Text: "One cycle: the world is stopped for a moment, the collector marks while the program runs on, and the " +
					"world is stopped again.",
				View: View{Lanes: "p", Claim: "workers"},
			},
			{
				Text: "The longest assist: a goroutine that allocates faster than the workers mark has to mark, too, before " +
					"it goes on.",
				View: View{Lanes: "pg", Find: "gcLoad", Claim: "assists"},
			},
		},
		Next: []Next{
			{
				Args:   []string{"--gogc", "200"},
				Effect: "Four times as much garbage may collect before a cycle: fewer cycles and a larger heap.",
			},
			{
				Args:   []string{"--keep", "60"},
				Effect: "All trees stay in use: there is more to mark in each cycle, and a cycle takes longer.",
			},
			{
				Args:   []string{"--gogc", "-1"},
				Effect: "No collection in either round: the heap only grows.",
			},
		},
		View: View{Lanes: "p", Colour: "function"},
	},
	New: func() Program { return new(gcLoad) },
	Claims: []Claim{
		{
			ID: "stop-the-world", region: "allocate", check: worldStops,
			Text: "Each cycle stops the world twice, briefly: before it marks and after.",
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
			Text: "The same work takes more CPU time with collection than without: workers, and assists.",
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
