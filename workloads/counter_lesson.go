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
	Description: `Goroutines that start at the same time each add 1 to a shared counter, over and over. With --sync none
they race: each reads, adds and writes back, and what another goroutine wrote in between is lost. A mutex, an atomic
and a channel to one goroutine that owns the counter each make the sum exact, at different costs.

Look at the goroutine lanes: waits for "sync" with the mutex, for "chan send" and "chan receive" with the channel, none
with the atomic.`,
	New: func() Program { return new(counter) },
	Claims: []Claim{
		{
			ID: "exact", region: "count", applies: counterUses("mutex", "atomic", "channel"), check: sumIsExact,
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
	},
}

func (p *counter) Flags(fs *pflag.FlagSet) {
	fs.StringVar(&p.sync, "sync", "none", "`how` the counter is shared: none, mutex, atomic or channel")
	fs.IntVar(&p.n, "n", 1000, "increments of each goroutine")
	fs.IntVar(&p.goroutines, "goroutines", 2, "number of goroutines")
}

func (p *counter) Validate() error {
	return firstError(
		checkChoice("sync", p.sync, "none", "mutex", "atomic", "channel"),
		checkInt("n", p.n, 1, 100_000_000),
		checkInt("goroutines", p.goroutines, 1, 10_000),
	)
}
