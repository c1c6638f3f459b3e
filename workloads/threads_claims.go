package workloads

import (
	"fmt"
	"slices"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// threadsOf returns the threads on which the goroutines ran.
func threadsOf(w *traceview.Window, gs []int32) []int32 {
	var ms []int32
	for _, s := range query.Spans(w, gs, query.InState(traceview.StateRunning)) {
		if s.M >= 0 {
			ms = append(ms, s.M)
		}
	}
	slices.Sort(ms)
	return slices.Compact(ms)
}

func lockedHaveThreads(r Recording) Finding {
	w, n := r.Window, Params[*threads](r).n
	locked, free := startedIn(w, "(*threads).thread"), startedIn(w, "(*threads).goroutine")
	hold := query.Regions(w, "hold threads")[0]
	f := Finding{Goroutines: someOf(w, locked), From: hold.Start, To: hold.End}
	own, shared := len(threadsOf(w, locked)), len(threadsOf(w, free))
	switch {
	case len(locked) == n && own == n && shared < n/2:
		return f.Judged(Holds, "%d locked goroutines ran on %s, as many others on %d", n, count(own, "thread"), shared)
	case len(locked)+len(free) < 2*n:
		return f.Judged(Inconclusive, "the trace shows %d locked goroutines and %d others, of %d each", len(locked),
			len(free), n)
	}
	return f.Judged(Fails, "%d locked goroutines ran on %s, %d others on %d", len(locked), count(own, "thread"),
		len(free), shared)
}

// threadsTakeMore compares two figures. If a thread does take more, but a documented figure is not true here, the claim
// differs. Ratios between 1.2 and 2 may be due to whatever else the process does.
func threadsTakeMore(what string) func(Recording) Finding {
	return func(r Recording) Finding {
		result, hold := ResultOf[threadsResult](r), query.Regions(r.Window, "hold threads")[0]
		f := Finding{Goroutines: []traceview.GoID{r.Window.Goroutines[hold.G].ID}, From: r.Window.From, To: r.Window.To}
		pairs := map[string][]figure{
			"memory":   {result.Goroutine.Memory, result.Thread.Memory, result.Reserved},
			"creation": {result.Goroutine.Creation, result.Thread.Creation},
			"switch":   {result.Goroutine.Switch, result.Thread.Switch},
		}[what]
		if !pairs[0].known() || !pairs[1].known() {
			return f.Judged(Inconclusive, "%s", figuresText(pairs...))
		}
		ratio := pairs[1].P50 / pairs[0].P50
		switch {
		case ratio < 1.2:
			f = f.Judged(Fails, "%s", figuresText(pairs...))
		case ratio < 2:
			f = f.Judged(Inconclusive, "%s", figuresText(pairs...))
		default:
			f = f.judgedFigures(pairs...)
		}
		f.Evidence = fmt.Sprintf("%.1f times as much: %s", ratio, f.Evidence)
		return f
	}
}

func endedAtThreadLimit(r Recording) Finding {
	limited := ResultOf[threadsResult](r).Limited
	if limited == nil {
		return inconclusive("no process with a limit was run")
	}
	f := FindingAt(r.Window, query.Regions(r.Window, "until limit"))
	started := count(limited.Goroutines, "goroutine")
	switch {
	case limited.Ended == "":
		return f.Judged(Fails, "%s were started in a process that may have %d threads, and it was not ended", started,
			limited.Limit)
	case limited.Ended != "thread exhaustion" || limited.Goroutines > limited.Limit:
		return f.Judged(Inconclusive, "a process that may have %d threads was ended after %s: %s", limited.Limit, started,
			limited.Ended)
	}
	return f.Judged(Holds, "a process that may have %d threads had started %s with a thread each when the runtime ended "+
		"it: %s", limited.Limit, started, limited.Ended)
}
