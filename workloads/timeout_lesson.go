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
	Lesson: Lesson{
		What: `A goroutine waits for an answer that never comes. Its select has a second case, time.After, which ends the wait
after --after.`,
		Look: []Look{
			{
				`The goroutine that asks: one long wait for "select".`,
				View{Lanes: "g", Pin: []string{"(*timeout).ask"}, Find: "select"},
			},
			{
				"The end of the wait: the timer made it runnable, no other goroutine.",
				View{Lanes: "g", Pin: []string{"(*timeout).ask"}, Claim: "timer-wakes"},
			},
		},
		Next: []Next{
			{[]string{"--by", "context"}, "context.WithTimeout: its timer starts a goroutine that cancels the context, and that ends the wait."},
			{[]string{"--deliver", "50ms"}, "The answer comes in time, and the timeout plays no part."},
			{[]string{"--deliver", "400ms"}, "The answer comes too late: the channel's buffer takes it, so the sender is not stuck."},
		},
		View: View{Lanes: "g", Pin: []string{"(*timeout).ask"}},
	},
	New: func() Program { return new(timeout) },
	Claims: []Claim{
		{
			ID: "leaves-on-time", region: "ask", applies: notInTime, check: leavesOnTime,
			Text: "The goroutine leaves after about the timeout.",
		},
		{
			ID: "timer-wakes", region: "ask", applies: timesOutBy("timer"), check: timerWakes,
			Text: "The timer makes it runnable, no other goroutine.",
		},
		{
			ID: "context-wakes", region: "ask", applies: timesOutBy("context"), check: contextWakes,
			Text: "The context, cancelled by its timer, makes it runnable.",
		},
		{
			ID: "answer-in-time", region: "ask", applies: inTime, check: answerEndsWait,
			Text: "An answer in time ends the wait; the timeout plays no part.",
		},
	},
}

func (p *timeout) Flags(fs *pflag.FlagSet) {
	p.flags(fs)
	fs.StringVar(&p.by, "by", "timer", "what ends the wait: timer (time.After) or context (context.WithTimeout)")
	fs.DurationVar(&p.after, "after", 200*time.Millisecond, "the timeout, as documented (see --scale)")
	fs.DurationVar(&p.deliver, "deliver", 0, "when the channel delivers (see --scale); 0 is never")
}

func (p *timeout) Validate() error {
	return firstError(
		p.validate(),
		checkChoice("by", p.by, "timer", "context"),
		checkDuration("after", p.after, time.Millisecond, time.Hour),
		checkDuration("deliver", p.deliver, 0, time.Hour),
	)
}
