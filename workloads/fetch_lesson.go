package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed fetch.go
var fetchSource string

var fetchWorkload = &Workload{
	Name:    "fetch",
	Title:   "Three fetches wait at the same time: concurrency without parallelism",
	Concept: Parallelism,
	Source:  fetchSource,
	Description: `A page needs the user, the orders and the recommendations. Each is fetched by its own goroutine, which
sends a request, waits and reads the answer. They wait at the same time, even on one P, where at most one of them runs
at a time.

Run it with --procs 1 and look at the P lane: one goroutine at a time. In the goroutine lanes all three are alive
together and the total is about the time of the slowest.`,
	New: func() Program { return new(fetch) },
	Claims: []Claim{
		{
			ID: "overlap", region: "fetch", check: fetchesOverlap,
			Text: "The three fetches overlap in time, even on one P.",
		},
		{
			ID: "time-of-slowest", region: "fetch", check: fetchesTimeOfSlowest,
			Text: "Together they take about the time of the slowest, not the sum.",
		},
		{
			ID: "one-running", region: "fetch", applies: onOneP, check: neverTwoRunning,
			Text: "With one P no two of them run at once.",
		},
	},
}

func (p *fetch) Flags(fs *pflag.FlagSet) {
	p.flags(fs)
	fs.DurationVar(&p.user, "user", 100*time.Millisecond, "how long the user takes (see --scale)")
	fs.DurationVar(&p.orders, "orders", 200*time.Millisecond, "how long the orders take (see --scale)")
	fs.DurationVar(&p.recommendations, "recommendations", 300*time.Millisecond,
		"how long the recommendations take (see --scale)")
	fs.BoolVar(&p.inTurn, "in-turn", false, "fetch one after the other")
}

func (p *fetch) Validate() error {
	return firstError(
		p.validate(),
		checkDuration("user", p.user, time.Millisecond, time.Minute),
		checkDuration("orders", p.orders, time.Millisecond, time.Minute),
		checkDuration("recommendations", p.recommendations, time.Millisecond, time.Minute),
	)
}
