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
	Description: `Several goroutines read one map and some write it; each holds it briefly. With --sync mutex one of them
has the map at a time. With rwmutex readers share it and a writer has it alone. With channel only one goroutine has it,
the owner, which serves the others' requests one by one.

Look at the regions "read" and "write", the times in which the map is held: readers overlap
with rwmutex, and never with the others. All other goroutines wait for "sync", or for "chan send" and "chan receive".`,
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
			ID: "readers-alone", region: "read", applies: stateUses("mutex", "channel"), check: readersAlone,
			Text: "With a mutex or an owner, readers never overlap.",
		},
		{
			ID: "writers-alone", region: "write", check: writersAlone,
			Text: "A writer has the map to itself: no other writer and no reader overlaps it.",
		},
	},
}

func (p *sharedState) Flags(fs *pflag.FlagSet) {
	fs.StringVar(&p.sync, "sync", "rwmutex", "`how` the map is shared: mutex, rwmutex or channel")
	fs.IntVar(&p.readers, "readers", 4, "number of readers")
	fs.IntVar(&p.writers, "writers", 2, "number of writers")
	fs.IntVar(&p.ops, "ops", 10, "how often each reads or writes")
	fs.DurationVar(&p.hold, "hold", time.Millisecond, "how long each holds the map, sleeping")
}

func (p *sharedState) Validate() error {
	return firstError(
		checkChoice("sync", p.sync, "mutex", "rwmutex", "channel"),
		checkInt("readers", p.readers, 1, 10_000),
		checkInt("writers", p.writers, 1, 10_000),
		checkInt("ops", p.ops, 1, 1_000_000),
		checkDuration("hold", p.hold, 0, time.Second),
	)
}
