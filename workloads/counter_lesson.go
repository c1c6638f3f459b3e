package workloads

import (
	_ "embed"

	"github.com/spf13/pflag"
)

//go:embed counter.go
var counterSource string

var counterWorkload = &Workload{
	Name:    "counter",
	Title:   "Goroutines add to one counter, with and without synchronization",
	Concept: SharedState,
	Source:  counterSource,
	Lesson: Lesson{
		What: "Two goroutines add 1 to the same variable, millions of times, without synchronization: a data race. " +
			"Adding is three steps, read, add and write back, and what the other goroutine wrote in between is lost.",
		Look: []Look{
			{
				Text: "Both goroutines are running at the same time, on two Ps: that is when they overwrite each other.",
				View: View{Lanes: "pg", Colour: "goroutine"},
			},
			{
				Text: "The sum that the program printed is too small, by the increments that were lost.",
				View: View{Lanes: "g", Colour: "state", Claim: "lost-updates"},
			},
			{
				Text: "Neither ever waits: nothing in the program makes one of them wait for the other.",
				View: View{Lanes: "g", Colour: "state", Group: "function"},
			},
		},
		Next: []Next{
			{
				Args:   []string{"--sync", "mutex"},
				Effect: `The sum is exact: one goroutine at a time holds the lock, and the other may wait for "sync".`,
			},
			{
				Args:   []string{"--sync", "all"},
				Effect: "A mutex, an atomic and a goroutine that owns the counter, one after another: what an increment costs with each.",
			},
			{
				Args:   []string{"--race"},
				Effect: "The race detector watches the run and names the lines that race.",
			},
		},
		View: View{Lanes: "pg", Colour: "goroutine"},
	},
	Races: func(p Program) bool { return p.(*counter).sync == "none" },
	New:   func() Program { return new(counter) },
	Guide: counterGuide,
	Claims: []Claim{
		{
			ID: "exact", region: "count", applies: counterUses("mutex", "atomic", "channel", "all"), check: sumIsExact,
			Text: "With synchronization the sum is exact.",
		},
		{
			ID: "lost-updates", region: "count", applies: counterUses("none"), check: updatesAreLost,
			Text: "Without synchronization, updates are lost, given more than one P and enough increments.",
		},
		{
			ID: "mutex-waits", region: "count", applies: counterUses("mutex"), check: waitsForMutex,
			Text: "With a mutex the goroutines wait for \"sync\".",
		},
		{
			ID: "channel-waits", region: "count", applies: counterUses("channel"), check: waitsForChannel,
			Text: "With a channel the goroutines wait for \"chan send\" and \"chan receive\".",
		},
		{
			ID: "cost", region: "count", applies: counterUses("all"), check: remediesCost,
			Text: "An atomic costs less time than a mutex, a mutex less than a channel.",
		},
	},
}

func (p *counter) Flags(fs *pflag.FlagSet) {
	fs.StringVar(&p.sync, "sync", "none", "`how` the counter is shared: none, mutex, atomic or channel,\nor all three remedies, one after another (all)")
	fs.IntVar(&p.n, "n", 0, "increments of each goroutine; 0 is enough to show the effect:\n5,000,000 with --sync none, 20,000 with channel, else 1,000,000")
	fs.IntVar(&p.goroutines, "goroutines", 2, "number of goroutines")
}

func (p *counter) Validate() error {
	return firstError(
		checkChoice("sync", p.sync, "none", "mutex", "atomic", "channel", "all"),
		checkInt("n", p.n, 0, 100_000_000),
		checkInt("goroutines", p.goroutines, 1, 10_000),
	)
}
