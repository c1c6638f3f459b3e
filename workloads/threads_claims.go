package workloads

import (
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

// threadsTakeMore compares two figures. If a documented one isn't true here, the evidence says so, but the claim
// does not fail: it is about the ratio, and the measurements include whatever else the process does.
func threadsTakeMore(what string) func(Recording) Finding {
	factor := map[string]float64{"memory": 5, "creation": 5, "switch": 2}[what]
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
		ratio, v := pairs[1].P50/pairs[0].P50, Fails
		switch {
		case ratio >= factor:
			v = Holds
		case ratio >= 0.5*factor:
			v = Inconclusive
		}
		return f.Judged(v, "%.1f times as much: %s", ratio, figuresText(pairs...))
	}
}
