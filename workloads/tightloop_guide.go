package workloads

import (
	"fmt"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/compare"
	"schedviz/workloads/query"
)

// tightLoopGuide compares loops that look alike in the source: which of them lets other goroutines run, and when?
var tightLoopGuide = &Guide{
	Title: "Tight loops: yielding, calling, preempted, not preempted",
	Text: `The same loops run in four variants, one more of them than there are Ps, and as soon as they hold all Ps
another goroutine wants one. In the source the difference is one line or none; for a waiting goroutine it is everything.
Until Go 1.13 the runtime could stop a goroutine only at a function call, and a tight loop ran like the last variant;
since Go 1.14 a signal stops it.`,
	Procs:   2,
	Figures: []GuideFigure{{otherWaitFigure, otherWaited}},
	Roles: []Role{
		{"loop", []string{"(*tightLoop).loop"}},
		{"the other goroutine", []string{"(*tightLoop).other"}},
	},
	View: View{Lanes: "p", Colour: "function", Pin: []string{"(*tightLoop).other"}},
	Show: otherWaitsLongest,
	Ways: []Way{
		{
			Args: []string{"--mode", "gosched"},
			Says: "Each loop calls runtime.Gosched after about a millisecond of work (◇): it yields, and need not be stopped.",
		},
		{
			Args: []string{"--mode", "call"},
			Says: "Each loop calls a function. The runtime can stop it there (△), and by signal anywhere (▼).",
		},
		{
			Args: []string{"--mode", "tight"},
			Says: "The loop neither yields nor calls. A signal stops it after its time slice of 10 ms, at most 20 ms (▼).",
		},
		{
			Args: []string{"--mode", "tight", "--async-preempt=off"},
			Says: "The same loop without that signal keeps its P until it is done; whoever is ready meanwhile starves.",
		},
	},
}

var otherWaitFigure = compare.LessonFigure{
	ID: "lesson.other_wait_ns", Name: "longest wait of the other goroutine for a P", Unit: compare.Nanoseconds,
	Floor: float64(time.Millisecond),
}

// otherWaited is how long the other goroutine was runnable at a stretch, at most.
func otherWaited(r Recording) (float64, bool) {
	gs := startedIn(r.Window, "(*tightLoop).other")
	var longest time.Duration
	for _, s := range query.Spans(r.Window, gs, query.InState(traceview.StateRunnable)) {
		longest = max(longest, s.Dur())
	}
	return float64(longest), len(gs) > 0
}

// otherWaitsLongest expects the longest wait without async preemption, by far.
func otherWaitsLongest(of []Outcome) string {
	wait := func(i int) float64 { return of[i].Values[otherWaitFigure.ID] }
	if wait(3) < 1.5*max(wait(0), wait(1), wait(2)) {
		return ""
	}
	return fmt.Sprintf("Without async preemption the other goroutine waited %s for a P. With it, it waited %s beside "+
		"the same loops; %s beside loops that call a function, and %s beside loops that yield.",
		nanos(wait(3)), nanos(wait(2)), nanos(wait(1)), nanos(wait(0)))
}
