package workloads

import (
	_ "embed"

	"github.com/spf13/pflag"
)

//go:embed fanout.go
var fanoutSource string

var fanOutWorkload = &Workload{
	Name:    "fanout",
	Title:   "A loop starts goroutines, each with its own id",
	Concept: Goroutines,
	Source:  fanoutSource,
	Description: `A loop starts --n goroutines, in a few --rounds. Each gets the loop variable by value, as its own id, and
prints it. The order in which they run is up to the scheduler. With --capture shared they share one variable, as Go's
loops had before 1.22: by the time a goroutine reads it, the loop has moved on, and ids repeat. (This is a deliberate
data race.)

Look at the goroutine lanes of a round: they are created one after another, but the one created last often
runs first.`,
	New: func() Program { return new(fanOut) },
	Claims: []Claim{
		{
			ID: "each-once", region: "greet", applies: fanOutCaptures("own"), check: eachIDOnce,
			Text: "Each goroutine gets its own id: every id is seen exactly once in each round.",
		},
		{
			ID: "order", region: "greet", check: orderIsNotThatOfStart,
			Text: "The order in which the goroutines run is not always the order in which they were started.",
		},
		{
			ID: "ids-repeat", region: "greet", applies: fanOutCaptures("shared"), check: sharedIDsRepeat,
			Text: "With one variable shared by all, ids repeat.",
		},
	},
}

func (p *fanOut) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.n, "n", 5, "goroutines in each round")
	fs.IntVar(&p.rounds, "rounds", 5, "number of rounds")
	fs.StringVar(&p.capture, "capture", "own", "`which` variable the goroutines see: own or shared")
	fs.BoolVar(&p.inTurn, "in-turn", false, "wait for each goroutine before starting the next")
}

func (p *fanOut) Validate() error {
	return firstError(
		checkInt("n", p.n, 1, 10_000),
		checkInt("rounds", p.rounds, 1, 1000),
		checkChoice("capture", p.capture, "own", "shared"),
	)
}
