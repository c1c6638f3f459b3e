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
	Procs:   1,
	Lesson: Lesson{
		What: "A page needs the user, the orders and the recommendations, which take 10, 20 and 30 ms to arrive; each is fetched by a goroutine of its own. " +
			"The program has a single P, so only one goroutine can run at a time.",
		Look: []Look{
			{
				Text: `All three are in progress at once, waiting for "sleep" as they would for a network: this is concurrency.`,
				View: View{Lanes: "g", Colour: "state", Claim: "overlap"},
			},
			{
				Text: "On the one P they run one after another, for a moment each: there is no parallelism.",
				View: View{Lanes: "pg", Colour: "goroutine", Claim: "one-running"},
			},
			{
				Text: "The whole takes as long as the slowest fetch, not as long as all three.",
				View: View{Lanes: "g", Colour: "state", Claim: "time-of-slowest"},
			},
		},
		Next: []Next{
			{
				Args:   []string{"--procs", "2"},
				Effect: "A second P makes it no faster: waiting needs no P.",
			},
			{
				Args:   []string{"--in-turn"},
				Effect: "One fetch after the other, as without goroutines: the total is the sum.",
			},
		},
		View: View{Lanes: "gp", Colour: "state"},
	},
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
			Text: "With one P no two of them run at once, although they are in progress at once.",
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
