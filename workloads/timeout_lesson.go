package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed timeout.go
var timeoutSource string

var timeoutWorkload = &Workload{
	Name:    "timeout",
	Title:   "A select with time.After gives up on a channel that never delivers",
	Concept: Channels,
	Source:  timeoutSource,
	Description: `A goroutine waits for an answer that never comes. Its select has a second case, time.After, which fires
when the time is over. With --deliver the answer does come, and if it comes in time the timer does not matter.

Look at the goroutine's lane: one long wait for "select", ended by the timer and not by another goroutine.`,
	New: func() Program { return new(timeout) },
	Claims: []Claim{
		{
			ID: "leaves-on-time", region: "ask", check: leavesOnTime,
			Text: "The goroutine leaves after about the timeout.",
		},
		{
			ID: "timer-wakes", region: "ask", check: timerWakes,
			Text: "The timer makes it runnable, no other goroutine.",
		},
	},
}

func (p *timeout) Flags(fs *pflag.FlagSet) {
	p.flags(fs)
	fs.DurationVar(&p.after, "after", 200*time.Millisecond, "the timeout, as documented (see --scale)")
	fs.DurationVar(&p.deliver, "deliver", 0, "when the channel delivers (see --scale); 0 is never")
}

func (p *timeout) Validate() error {
	return firstError(
		p.validate(),
		checkDuration("after", p.after, time.Millisecond, time.Hour),
		checkDuration("deliver", p.deliver, 0, time.Hour),
	)
}
