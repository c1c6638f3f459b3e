package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed select.go
var selectSource string

var selectWorkload = &Workload{
	Name:    "select",
	Title:   "One receiver takes values from several channels, whichever is ready",
	Concept: Channels,
	Source:  selectSource,
	Lesson: Lesson{
		What: `Three producers send into a channel each, at different paces. Main receives from all three with one select, from
whichever channel is ready.`,
		Look: []Look{
			{
				`Main: it waits for "select", and one producer after another makes it runnable.`,
				View{Lanes: "g", Pin: []string{"runtime.main", "(*multiplex).producer"}, Find: "select"},
			},
			{
				"The producers' ends: a closed channel is set to nil, and select ignores it from then on.",
				View{Lanes: "g", Pin: []string{"runtime.main"}, Claim: "all-arrive"},
			},
		},
		Next: []Next{
			{[]string{"--poll"}, "A default case: main never waits, finds nothing most of the time, and keeps a P busy."},
			{[]string{"--values", "50", "--every", "10ms"}, "More values: several channels are often ready, and select picks one at random."},
		},
		View: View{Lanes: "gp", Pin: []string{"runtime.main"}},
	},
	New: func() Program { return new(multiplex) },
	Claims: []Claim{
		{
			ID: "waits-for-select", region: "receive", applies: selectPolls(false), check: waitsForSelect,
			Text: "The receiver waits for \"select\" and hardly runs.",
		},
		{
			ID: "woken-by-all", region: "receive", applies: selectPolls(false), check: wokenByAll,
			Text: "Each producer wakes it.",
		},
		{
			ID: "all-arrive", region: "receive", check: allValuesArrive,
			Text: "All values arrive.",
		},
		{
			ID: "polling-burns", region: "receive", applies: selectPolls(true), check: selectPollingBurns,
			Text: "With a default case the receiver keeps a whole P busy.",
		},
	},
}

func (p *multiplex) Flags(fs *pflag.FlagSet) {
	p.flags(fs)
	fs.IntVar(&p.values, "values", 5, "values that each producer sends")
	fs.DurationVar(&p.every, "every", 100*time.Millisecond, "pause of the first producer before each value; the "+
		"others' are two and three times as long (see --scale)")
	fs.BoolVar(&p.poll, "poll", false, "poll the channels, with a default case, instead of waiting for them")
}

func (p *multiplex) Validate() error {
	return firstError(
		p.validate(),
		checkInt("values", p.values, 1, 100_000),
		checkDuration("every", p.every, time.Millisecond, time.Minute),
	)
}
