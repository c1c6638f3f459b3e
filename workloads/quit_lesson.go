package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed quit.go
var quitSource string

var quitWorkload = &Workload{
	Name:    "quit",
	Title:   "A quit channel, polled or waited for",
	Concept: Cancellation,
	Source:  quitSource,
	Description: `A goroutine runs until main tells it to quit. With --poll it polls the quit channel in a select with a
default case, over and over, although it has nothing else to do; with --poll=false it waits on the channel.

Look at the goroutine's lane and at the P lanes: polling keeps a P busy until the end, waiting takes none.`,
	New: func() Program { return new(quit) },
	Claims: []Claim{
		{
			ID: "polling-burns", region: "until quit", applies: quitPolls(true), check: pollingBurns,
			Text: "Polling burns a whole P.",
		},
		{
			ID: "waiting-is-free", region: "until quit", applies: quitPolls(false), check: waitingIsFree,
			Text: "Waiting uses almost no P time.",
		},
	},
}

func (p *quit) Flags(fs *pflag.FlagSet) {
	p.flags(fs)
	fs.BoolVar(&p.poll, "poll", true, "poll the quit channel instead of waiting for it")
	fs.DurationVar(&p.stay, "stay", time.Second, "when main closes the channel, as documented (see --scale)")
}

func (p *quit) Validate() error {
	return firstError(p.validate(), checkDuration("stay", p.stay, 10*time.Millisecond, time.Minute))
}
