package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed threads.go
var threadsSource string

var threadsWorkload = &Workload{
	Name:    "threads",
	Title:   "The same on goroutines and on operating system threads, measured",
	Concept: Cost,
	Source:  threadsSource,
	Description: `The same work is done twice: with goroutines, and with goroutines each locked to its own thread, which
makes them threads. --n of them are created one by one and held; then two of them send a value back and forth. What each
takes in memory, and the time to create and to switch to one, is measured on this host and reported beside the
documented figures; one that is not true here is reported as such. Reserved memory is address space, resident memory is
really in use. All is measured while the trace is recorded, which costs about 100 ns per event.

Look at the thread lanes: goroutines come and go on one thread, locked ones have one each.`,
	New: func() Program { return new(threads) },
	Claims: []Claim{
		{
			ID: "own-threads", region: "hold threads", check: lockedHaveThreads,
			Text: "Locked goroutines hold a thread each, the others share a few.",
		},
		{
			ID: "memory", region: "hold threads", check: threadsTakeMore("memory"),
			Text: "A thread takes many times the memory of a goroutine (2-4 kB against 1-2 MB are documented).",
		},
		{
			ID: "creation", region: "hold threads", check: threadsTakeMore("creation"),
			Text: "A thread takes many times as long to create (1-2 µs against 100-1000 µs are documented).",
		},
		{
			ID: "switch", region: "hold threads", check: threadsTakeMore("switch"),
			Text: "A switch between threads takes several times as long (0.2 µs against 1-2 µs are documented).",
		},
	},
}

func (p *threads) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.n, "n", 200, "number of goroutines, and of threads")
	fs.IntVar(&p.switches, "switches", 10_000, "number of switches")
	fs.DurationVar(&p.hold, "hold", 5*time.Millisecond, "how long they are held")
	fs.BoolVar(&p.lock, "lock", true, "lock the second half to threads; without it both halves are the same")
}

func (p *threads) Validate() error {
	return firstError(
		checkInt("n", p.n, 10, 2000),
		checkInt("switches", p.switches, 100, 10_000_000),
		checkDuration("hold", p.hold, 0, time.Minute),
	)
}
