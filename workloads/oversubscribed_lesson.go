package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed oversubscribed.go
var oversubscribedSource string

var oversubscribedWorkload = &Workload{
	Name:    "oversubscribed",
	Title:   "More Ps than cores, all of them busy",
	Concept: Scheduler,
	Source:  oversubscribedSource,
	Lesson: Lesson{
		What: "There are twice as many Ps as the host has cores, and a goroutine computes on each. The runtime believes that " +
			"all of them run; the kernel has only so many cores and gives them to the Ps' threads in turn.",
		Look: []Look{
			{
				Text: "The core lanes under the P lanes: every P is busy from beginning to end, but only as many threads as " +
					"there are cores are on one at a time.",
				View: View{Lanes: "pc", Colour: "goroutine", Claim: "a-thread-a-core"},
			},
			{
				Text: "The hollow parts of the bars on the P lanes: the goroutine is running, as the trace has it, but its " +
					"thread waits for a core.",
				View: View{Lanes: "p", Claim: "off-core"},
			},
			{
				Text: "The moment when the most goroutines run at once: more than there are cores.",
				View: View{Lanes: "pc", Claim: "more-than-cores"},
			},
		},
		Next: []Next{
			{
				Args:   []string{"--ps", "1"},
				Effect: "One P: its thread has a core nearly all the time.",
			},
			{
				Args:   []string{"--ps", "16"},
				Effect: "Sixteen Ps: the same cores, in smaller shares. The work of all together takes no less time.",
			},
		},
		View: View{Lanes: "pc", Colour: "goroutine"},
	},
	New: func() Program { return new(oversubscribed) },
	Claims: []Claim{
		{
			ID: "more-than-cores", region: "busy", check: moreThanCores,
			Text: "In the trace, more goroutines run at once than the host has cores.",
		},
		{
			ID: "a-thread-a-core", region: "busy", check: threadPerCore,
			Text: "Never more threads are on cores at once than there are cores, and never two on the same core.",
		},
		{
			ID: "off-core", region: "busy", check: partIsOffCore,
			Text: "Goroutines running beyond the number of cores wait for a core, which the trace alone doesn't show.",
		},
	},
}

func (p *oversubscribed) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.ps, "ps", 0, "number of Ps and of goroutines; 0 is --procs, or twice the cores if that "+
		"is not more than the cores")
	fs.DurationVar(&p.work, "work", 100*time.Millisecond, "work of each goroutine, "+workFlagNote)
}

func (p *oversubscribed) Validate() error {
	return firstError(
		checkInt("ps", p.ps, 0, 1024),
		checkDuration("work", p.work, time.Millisecond, time.Minute),
	)
}
