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
	Lesson: Lesson{
		What: "A loop starts five goroutines, each an anonymous function that prints the loop variable; main waits for them " +
			"and does it again, five rounds in all. Since Go 1.22 each iteration has a variable of its own, so each goroutine sees its own id.",
		Look: []Look{
			{
				Text: "The anonymous function has a name in the trace: that of the function around it with .func1 at its end.",
				View: View{Lanes: "g", Colour: "function", Find: "own.func1"},
			},
			{
				Text: "The goroutines do not run in the order in which they were started; the last one is often the first to run, " +
					"because a P runs the goroutine that it made runnable last before the others in its queue.",
				View: View{Lanes: "gp", Colour: "goroutine", Claim: "order"},
			},
			{
				Text: "Main starts all goroutines of a round before it waits: they are runnable for some microseconds, then they run.",
				View: View{Lanes: "g", Colour: "state", Pin: []string{"runtime.main"}, Claim: "each-once"},
			},
		},
		Next: []Next{
			{
				Args:   []string{"--capture", "shared"},
				Effect: "One variable for all iterations, as in every loop before Go 1.22: ids repeat and others are missing (a data race).",
			},
			{
				Args:   []string{"--capture", "copy"},
				Effect: "The remedy of that time: i := i in the loop makes a variable for each iteration.",
			},
			{
				Args:   []string{"--in-turn"},
				Effect: "Main waits for each goroutine before it starts the next: now they run in order, and never two at once.",
			},
		},
		View: View{Lanes: "g", Colour: "state", Claim: "order"},
	},
	Races: func(p Program) bool { return p.(*fanOut).capture == "shared" },
	New:   func() Program { return new(fanOut) },
	Claims: []Claim{
		{
			ID: "each-once", region: "greet", applies: fanOutCaptures("own", "copy"), check: eachIDOnce,
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
	fs.StringVar(&p.capture, "capture", "own", "`which` variable the goroutines see: own (of each iteration, as since Go 1.22),\n"+
		"shared (by all, as before), or copy (of the shared one, made by i := i)")
	fs.BoolVar(&p.inTurn, "in-turn", false, "wait for each goroutine before starting the next")
}

func (p *fanOut) Validate() error {
	return firstError(
		checkInt("n", p.n, 1, 10_000),
		checkInt("rounds", p.rounds, 1, 1000),
		checkChoice("capture", p.capture, "own", "shared", "copy"),
	)
}
