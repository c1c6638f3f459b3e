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
	Lesson: Lesson{
		What: `Main starts a goroutine every few milliseconds. Each waits for a value on a channel that nobody sends to: it can never
end, and the memory that it holds is never freed.`,
		Look: []Look{
			{
				`The goroutines: one more every few milliseconds, and all are still waiting for "chan receive" at the end.`,
				View{Lanes: "g", Find: "(*leak).wait", Order: "first"},
			},
			{
				"The lanes form a staircase, and the heap, below them, rises with it; the garbage collection at the end frees nothing.",
				View{Lanes: "g", Claim: "grows"},
			},
		},
		Next: []Next{
			{[]string{"--fix"}, "They also wait for ctx.Done, and all end when main cancels the context; their memory is freed."},
			{[]string{"--goroutines", "1000", "--every", "0s"}, "A thousand: the program gets larger and larger, and no core is busy."},
		},
		View: View{Lanes: "g", Find: "(*leak).wait", Order: "first"},
	},
	New:   func() Program { return new(leak) },
	Guide: leakGuide,
	Claims: []Claim{
		{
			ID: "leaked", region: "hold", applies: leakFixed(false), check: goroutinesLeak,
			Text: "Without the fix all goroutines are alive at the end, waiting for \"chan receive\".",
		},
		{
			ID: "none-left", region: "hold", applies: leakFixed(true), check: noneLeaks,
			Text: "With the fix none is left.",
		},
		{
			ID: "grows", region: "hold", applies: leakFixed(false), check: leakGrows,
			Text: "Without the fix the goroutines only become more, and what they hold is never freed.",
		},
		{
			ID: "freed", region: "hold", applies: leakFixed(true), check: leakIsFreed,
			Text: "With the fix what they held is freed.",
		},
	},
}

func (p *leak) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.goroutines, "goroutines", 10, "number of goroutines")
	fs.IntVar(&p.holds, "holds", 64, "memory that each goroutine holds, in `kB`")
	fs.BoolVar(&p.fix, "fix", false, "the goroutines also wait on ctx.Done, and main cancels it before it leaves")
	fs.DurationVar(&p.every, "every", 3*time.Millisecond, "time between the starts of goroutines")
	fs.DurationVar(&p.hold, "hold", 20*time.Millisecond, "how long main stays after that")
}

func (p *leak) Validate() error {
	return firstError(
		checkInt("goroutines", p.goroutines, 1, 1_000_000),
		checkInt("holds", p.holds, 0, 1_000_000/max(p.goroutines, 1)),
		checkDuration("every", p.every, 0, time.Minute),
		checkDuration("hold", p.hold, 0, time.Minute),
	)
}
