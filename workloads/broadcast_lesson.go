package workloads

import (
	_ "embed"

	"github.com/spf13/pflag"
)

//go:embed broadcast.go
var broadcastSource string

var broadcastWorkload = &Workload{
	Name:    "broadcast",
	Title:   "Closing a channel wakes all its receivers",
	Concept: Cancellation,
	Source:  broadcastSource,
	Lesson: Lesson{
		What: `Receivers wait on a channel that carries no values, and main closes it. The close wakes all of them at once, and
whoever comes later does not wait at all.`,
		Look: []Look{
			{
				`The close, a region "wake" on main: within microseconds every receiver becomes runnable.`,
				View{Lanes: "g", Pin: []string{"runtime.main"}, Claim: "one-close-readies-all"},
			},
			{
				`The receivers until then: all wait for "chan receive".`,
				View{Lanes: "g", Find: "chan receive"},
			},
		},
		Next: []Next{
			{[]string{"--send"}, "A value wakes only one: main has to send as many as there are receivers, and one that comes late waits."},
			{[]string{"--receivers", "1000"}, "One close wakes a thousand."},
		},
		View: View{Lanes: "g", Pin: []string{"runtime.main"}},
	},
	New: func() Program { return new(broadcast) },
	Claims: []Claim{
		{
			ID: "one-close-readies-all", region: "wake", applies: broadcastCloses, check: closeReadiesAll,
			Text: "One close makes all receivers runnable.",
		},
		{
			ID: "late-comer", region: "late", applies: broadcastCloses, check: lateComerPasses,
			Text: "A receiver that arrives after the close does not wait.",
		},
		{
			ID: "one-value-one-receiver", region: "wake", applies: broadcastSends, check: valueReadiesOne,
			Text: "A value sent wakes one receiver; to wake all takes as many sends.",
		},
	},
}

func (p *broadcast) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.receivers, "receivers", 10, "number of receivers")
	fs.BoolVar(&p.send, "send", false, "send a value to each receiver instead of closing the channel")
}

func (p *broadcast) Validate() error { return checkInt("receivers", p.receivers, 1, 100_000) }
