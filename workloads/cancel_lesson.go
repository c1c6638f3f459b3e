package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed cancel.go
var cancelSource string

var cancelWorkload = &Workload{
	Name:    "cancel",
	Title:   "One cancel ends all workers that wait on ctx.Done",
	Concept: Cancellation,
	Source:  cancelSource,
	Description: `Main makes a root context and starts workers that wait on its Done channel. After --after main calls
cancel, which closes the channel: that makes all of them runnable at once, and they end. With --linger they keep going
for a while, like a worker that checks its context too rarely.

Look at the region "cancel" on main (G1): arrows go from there to every worker.`,
	New: func() Program { return new(cancelling) },
	Claims: []Claim{
		{
			ID: "end-soon", region: "cancel", check: workersEndSoon,
			Text: "Every worker ends within a few milliseconds of the cancel.",
		},
		{
			ID: "cancel-readies-all", region: "cancel", check: cancelReadiesAll,
			Text: "A single cancel makes all of them runnable.",
		},
	},
}

func (p *cancelling) Flags(fs *pflag.FlagSet) {
	p.flags(fs)
	fs.IntVar(&p.workers, "workers", 10, "number of workers")
	fs.DurationVar(&p.after, "after", 500*time.Millisecond, "when main cancels, as documented (see --scale)")
	fs.DurationVar(&p.linger, "linger", 0, "how long a worker keeps going after the cancel (see --scale)")
}

func (p *cancelling) Validate() error {
	return firstError(
		p.validate(),
		checkInt("workers", p.workers, 1, 100_000),
		checkDuration("after", p.after, 0, time.Minute),
		checkDuration("linger", p.linger, 0, time.Minute),
	)
}
