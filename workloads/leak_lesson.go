package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed leak.go
var leakSource string

var leakWorkload = &Workload{
	Name:    "leak",
	Title:   "Goroutines wait forever on a channel that nobody sends to",
	Concept: Cancellation,
	Source:  leakSource,
	Description: `Main starts goroutines that wait on a channel, and leaves without sending to it or closing it. They can
never end, and what they hold is never freed: a leak. With --fix they also wait on ctx.Done, and main cancels the
context when it leaves.

Look at the goroutine lanes: without the fix they reach the right edge of the timeline, waiting for "chan receive"; with
it they all end together, when main cancels.`,
	New: func() Program { return new(leak) },
	Claims: []Claim{
		{
			ID: "leaked", region: "hold", applies: leakFixed(false), check: goroutinesLeak,
			Text: "Without the fix all goroutines are alive at the end, waiting for \"chan receive\".",
		},
		{
			ID: "none-left", region: "hold", applies: leakFixed(true), check: noneLeaks,
			Text: "With the fix none is left.",
		},
	},
}

func (p *leak) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.goroutines, "goroutines", 10, "number of goroutines")
	fs.BoolVar(&p.fix, "fix", false, "the goroutines also wait on ctx.Done")
	fs.DurationVar(&p.hold, "hold", 20*time.Millisecond, "how long main stays")
}

func (p *leak) Validate() error {
	return firstError(
		checkInt("goroutines", p.goroutines, 1, 1_000_000),
		checkDuration("hold", p.hold, 0, time.Minute),
	)
}
