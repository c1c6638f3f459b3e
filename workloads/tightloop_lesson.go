package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed tightloop.go
var tightloopSource string

var tightLoopWorkload = &Workload{
	Name:    "tightloop",
	Title:   "Loops that compute and keep their P, and one goroutine that wants it too",
	Concept: Scheduler,
	Source:  tightloopSource,
	Lesson: Lesson{
		What: "Loops that only compute take all Ps, and there is one loop more than Ps; as soon as they hold them, one " +
			"other goroutine wants to run. In the source, --mode decides what the loops do besides computing: yield " +
			"(gosched), call a function (call), or nothing (tight).",
		Look: []Look{
			{
				Text: "The lane of other, under the Ps: how long it is runnable, without running, before it gets a P.",
				View: View{Lanes: "pg", Hide: []string{"(*tightLoop).loop", "runtime.main"}},
			},
			{
				Text: "The mark at the end of each bar on the P lanes: how the loop lost its P. A tight loop loses it to a " +
					"signal after 10 to 20 ms.",
				View: View{Lanes: "p", Colour: "goroutine", Claim: "tight-slice"},
			},
			{
				Text: "The lanes of the loops: they take turns, running for a slice and then runnable until a P is free.",
				View: View{Lanes: "g", Colour: "state", Find: "tightLoop"},
			},
		},
		Next: []Next{
			{
				Args: []string{"--async-preempt=off"},
				Effect: "No signal: a loop keeps its P until it is done, and other waits for as long. So it was until " +
					"Go 1.13.",
			},
			{
				Args:   []string{"--mode", "gosched"},
				Effect: "Each loop calls runtime.Gosched every millisecond: other waits only a few milliseconds.",
			},
			{
				Args: []string{"--mode", "call", "--async-preempt=off"},
				Effect: "No signal, but the loops call a function: the runtime stops them at its entry, and other runs " +
					"again after 10 to 20 ms.",
			},
		},
		View: View{Lanes: "pg", Hide: []string{"(*tightLoop).loop", "runtime.main"}},
	},
	New:   func() Program { return new(tightLoop) },
	Guide: tightLoopGuide,
	Claims: []Claim{
		{
			ID: "gosched-yields", region: "loop", applies: loopMode("gosched"), check: loopsYield,
			Text: "Loops that call runtime.Gosched switch by yielding, not by preemption.",
		},
		{
			ID: "call-cooperative", region: "loop", applies: loopMode("call", asyncOff), check: loopsCooperate,
			Text: "With async preemption off, loops that call a function are preempted at its entry and still share their P.",
		},
		{
			ID: "call-either-way", region: "loop", applies: loopMode("call", asyncOn), check: loopsStopEitherWay,
			Text: "With async preemption on, loops that call functions are stopped either way: at a function's entry or by " +
				"a signal, whichever comes first.",
		},
		{
			ID: "tight-async", region: "loop", applies: loopMode("tight", asyncOn), check: loopsArePreempted,
			Text: "A tight loop is only preempted asynchronously.",
		},
		{
			ID: "tight-slice", region: "loop", applies: loopMode("tight", asyncOn), check: loopsHaveSlices,
			Text: "The runtime preempts a tight loop after its time slice of 10 ms; because it checks only every 10 ms, " +
				"that can take up to 20 ms (a median of 9 to 25 ms is allowed).",
		},
		{
			ID: "tight-unpreempted", region: "loop", applies: loopMode("tight", asyncOff), check: loopsKeepP,
			Text: "With async preemption off, a tight loop is not preempted.",
		},
		{
			ID: "other-starves", region: "loop", applies: loopMode("tight", asyncOff), check: otherStarves,
			Text: "With async preemption off, the other goroutine starves until a tight loop ends.",
		},
		{
			ID: "other-runs", region: "loop", applies: loopsCanStop, check: otherRuns,
			Text: "The other goroutine gets to run long before the loops end.",
		},
	},
}

func (p *tightLoop) Flags(fs *pflag.FlagSet) {
	fs.StringVar(&p.mode, "mode", "tight", "`what` the loops do besides computing: gosched, call or tight (nothing)")
	fs.IntVar(&p.loops, "loops", 0, "number of loops; 0 is one more than Ps")
	fs.DurationVar(&p.work, "work", 100*time.Millisecond, "work of each loop, "+workFlagNote)
}

func (p *tightLoop) Validate() error {
	return firstError(
		checkChoice("mode", p.mode, "gosched", "call", "tight"),
		checkInt("loops", p.loops, 0, 10_000),
		checkDuration("work", p.work, time.Millisecond, time.Minute),
	)
}
