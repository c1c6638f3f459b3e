package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed sharedstate.go
var sharedstateSource string

var sharedStateWorkload = &Workload{
	Name:    "sharedstate",
	Title:   "Readers and writers of one map: a mutex, a read-write mutex, or an owner behind a channel",
	Concept: SharedState,
	Source:  sharedstateSource,
	Lesson: Lesson{
		What: "Four goroutines read one map and two write it; each holds it for a millisecond. " +
			"A read-write mutex lets readers share the map and gives it to one writer at a time.",
		Look: []Look{
			{
				Text: `Regions "read" of several goroutines are open at once: readers do not keep one another out.`,
				View: View{Lanes: "g", Colour: "state", Group: "function", Claim: "readers-overlap"},
			},
			{
				Text: `A region "write" is alone: while a writer has the map, all others wait for "sync".`,
				View: View{Lanes: "g", Colour: "state", Find: "sync", Pin: []string{"(*sharedState).writer"}, Claim: "writers-alone"},
			},
		},
		Next: []Next{
			{
				Args:   []string{"--sync", "mutex"},
				Effect: "A plain mutex: readers keep one another out, too, and the whole takes longer.",
			},
			{
				Args:   []string{"--sync", "channel"},
				Effect: "One goroutine owns the map and does what the others ask for over a channel, one request after another.",
			},
			{
				Args:   []string{"--sync", "all", "--hold", "0s", "--ops", "1000"},
				Effect: "All three, one after another, held for no time: what a read or write costs with each.",
			},
		},
		View: View{Lanes: "g", Colour: "state", Group: "function"},
	},
	New: func() Program { return new(sharedState) },
	Claims: []Claim{
		{
			ID: "all-writes", region: "write", check: allWritesArrive,
			Text: "All writes arrive.",
		},
		{
			ID: "readers-overlap", region: "read", applies: stateUses("rwmutex"), check: readersOverlap,
			Text: "With a read-write mutex readers overlap in time.",
		},
		{
			ID: "readers-alone", region: "read", applies: stateUses("mutex"), check: readersAlone,
			Text: "With a mutex, readers never overlap.",
		},
		{
			ID: "writers-alone", region: "write", applies: stateUses("mutex", "rwmutex"), check: writersAlone,
			Text: "A writer has the map to itself: no other writer and no reader overlaps it.",
		},
		{
			ID: "owner-only", region: "write", applies: stateUses("channel"), check: onlyOwnerUses,
			Text: "With an owner, no other goroutine touches the map.",
		},
		{
			ID: "mutex-faster", region: "write", applies: stateUses("all"), check: mutexIsFaster,
			Text: "For state like this a mutex is faster than an owner behind a channel.",
		},
	},
}

func (p *sharedState) Flags(fs *pflag.FlagSet) {
	fs.StringVar(&p.sync, "sync", "rwmutex", "`how` the map is shared: mutex, rwmutex or channel,\nor all of them, one after another (all)")
	fs.IntVar(&p.readers, "readers", 4, "number of readers")
	fs.IntVar(&p.writers, "writers", 2, "number of writers")
	fs.IntVar(&p.ops, "ops", 10, "how often each reads or writes")
	fs.DurationVar(&p.hold, "hold", time.Millisecond, "how long each holds the map, sleeping")
}

func (p *sharedState) Validate() error {
	return firstError(
		checkChoice("sync", p.sync, "mutex", "rwmutex", "channel", "all"),
		checkInt("readers", p.readers, 1, 10_000),
		checkInt("writers", p.writers, 1, 10_000),
		checkInt("ops", p.ops, 1, 1_000_000),
		checkDuration("hold", p.hold, 0, time.Second),
	)
}
