package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed gomaxprocs.go
var gomaxprocsSource string

var goMaxProcsWorkload = &Workload{
	Name:    "gomaxprocs",
	Title:   "The same computation on 1, 2, 4, … Ps",
	Concept: Parallelism,
	Source:  gomaxprocsSource,
	Lesson: Lesson{
		What: "More goroutines than Ps do the same amount of work in several rounds, each with another GOMAXPROCS: first " +
			"that of the run, then 1, 2, 4, up to twice the host's cores. GOMAXPROCS, the number of Ps, is how many " +
			"goroutines can run at once, not how many there can be.",
		Look: []Look{
			{
				Text: "The P lanes: each round fills as many of them as it has Ps. With twice the Ps it takes half the time, " +
					"as long as there are cores for them.",
				View: View{Lanes: "p", Colour: "goroutine"},
			},
			{
				Text: "The core lanes: in the last round there are more Ps than cores, so their threads take turns on the " +
					"cores, and the round is no shorter.",
				View: View{Lanes: "pc", Claim: "not-beyond"},
			},
			{
				Text: "The goroutines' lanes: with one P only one runs, and the others are runnable until it is their turn.",
				View: View{Lanes: "g", Colour: "state", Find: "goMaxProcs"},
			},
		},
		Next: []Next{
			{
				Args:   []string{"--goroutines", "1"},
				Effect: "One goroutine only: it can't use a second P, and all rounds take the same time.",
			},
			{
				Args:   []string{"--keep"},
				Effect: "All rounds on the Ps of the run: none is faster than another.",
			},
			{
				Args:   []string{"--work", "1s"},
				Effect: "More work: starting and ending a round matter less, and the speed-up comes closer to the cores.",
			},
		},
		View: View{Lanes: "p", Colour: "goroutine"},
	},
	New:   func() Program { return new(goMaxProcs) },
	Guide: goMaxProcsGuide,
	Sweep: []string{"single"},
	Claims: []Claim{
		{
			ID: "at-most-ps", region: "round", check: asManyAsPs,
			Text: "As many goroutines run at once as there are Ps, and never more.",
		},
		{
			ID: "speed-up", region: "round", check: morePsAreFaster,
			Text: "The speed grows with the number of Ps, up to the host's cores.",
		},
		{
			ID: "not-beyond", region: "round", check: notBeyondCores,
			Text: "More Ps than cores are no faster.",
		},
	},
}

func (p *goMaxProcs) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.goroutines, "goroutines", 0, "goroutines in each round; 0 is twice the largest number of Ps")
	fs.IntVar(&p.upto, "upto", 0, "the largest GOMAXPROCS of a round; 0 is twice the cores")
	fs.DurationVar(&p.work, "work", 120*time.Millisecond, "total work of a round's goroutines, "+workFlagNote)
	fs.BoolVar(&p.single, "single", false, "one round only, with the GOMAXPROCS of the run")
	fs.BoolVar(&p.keep, "keep", false, "leave GOMAXPROCS unchanged in all rounds")
}

func (p *goMaxProcs) Validate() error {
	return firstError(
		checkInt("goroutines", p.goroutines, 0, 10_000),
		checkInt("upto", p.upto, 0, 1024),
		checkDuration("work", p.work, time.Millisecond, time.Minute),
	)
}
