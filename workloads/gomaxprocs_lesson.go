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
	Description: `More goroutines than Ps do the same amount of work in several rounds, each with a different GOMAXPROCS:
first the number the run was started with, then 1, doubling each time up to --upto. GOMAXPROCS is how many goroutines
can run at once, not how many exist; and more Ps than the host has cores gain nothing.

Look at the P lanes: each round fills as many of them as it has Ps, and takes half as long as the one before, until the
cores are used up. The counters below show GOMAXPROCS.`,
	New:   func() Program { return new(goMaxProcs) },
	Sweep: []string{"single"},
	Claims: []Claim{
		{
			ID: "at-most-ps", region: "round", check: atMostPs,
			Text: "Never more than GOMAXPROCS goroutines run at once.",
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
