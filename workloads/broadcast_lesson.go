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
	Description: `Receivers wait on a channel that carries no values, and main closes it. A value goes to one receiver; a
close reaches all, including those that arrive later. With --send main sends a value to each instead, and has to know
how many there are.

Look at the region "wake" on main (G1): arrows go from there to every receiver. The stacks of their runnable
spans show that it was a close.`,
	New: func() Program { return new(broadcast) },
	Claims: []Claim{
		{
			ID: "one-close-readies-all", region: "wake", check: closeReadiesAll,
			Text: "One close makes all receivers runnable.",
		},
		{
			ID: "late-comer", region: "late", check: lateComerPasses,
			Text: "A receiver that arrives after the close does not wait.",
		},
	},
}

func (p *broadcast) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.receivers, "receivers", 10, "number of receivers")
	fs.BoolVar(&p.send, "send", false, "send a value to each receiver instead of closing the channel")
}

func (p *broadcast) Validate() error { return checkInt("receivers", p.receivers, 1, 100_000) }
