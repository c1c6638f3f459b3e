package workloads

import (
	"slices"

	"schedviz/traceview"
)

// allEnded judges whether goroutines, which what describes, have all ended. One that
// is alive at the end of the trace and waits is left behind; one that runs may have
// been about to end.
func allEnded(r Recording, what string, gs []int32) Finding {
	w := r.Window
	if len(gs) == 0 {
		return inconclusive("the trace shows none of the goroutines")
	}
	left := aliveAtEnd(w, gs)
	if len(left) == 0 {
		f := Finding{Goroutines: ids(w, gs)}
		for _, g := range gs {
			f.To = max(f.To, w.Goroutines[g].Ended)
		}
		f.From = f.To
		return f.judged(Holds, "%s have ended (%s), the last at %s", what, names(w, gs), r.at(f.To))
	}
	f := Finding{Goroutines: ids(w, left), From: w.To, To: w.To}
	if slices.ContainsFunc(left, func(g int32) bool { return lastState(w, g) == traceview.StateWaiting }) {
		return f.judged(Fails, "%s alive at the end, waiting (%s)", count(len(left), "goroutine"), names(w, left))
	}
	return f.judged(Inconclusive, "%s not yet ended when the trace did, but not waiting for anything either (%s)",
		count(len(left), "goroutine"), names(w, left))
}

// aliveAtEnd returns those of the goroutines that have not ended.
func aliveAtEnd(w *traceview.Window, gs []int32) []int32 {
	return slices.DeleteFunc(slices.Clone(gs), func(g int32) bool { return w.Goroutines[g].Ended != 0 })
}

// lastState returns what a goroutine was doing at the end of the window.
func lastState(w *traceview.Window, g int32) traceview.State {
	lane := w.Goroutines[g].Lane
	if len(lane) == 0 {
		return traceview.StateUnknown
	}
	return w.Spans[lane[len(lane)-1]].State
}

// wakeups returns how the goroutines came out of their waits that match: the
// runnable spans that follow them.
func wakeups(w *traceview.Window, gs []int32, match func(traceview.Span) bool) []traceview.Span {
	var ready []traceview.Span
	for _, wait := range spansOf(w, gs, match) {
		if next, ok := after(w, wait); ok && next.State == traceview.StateRunnable {
			ready = append(ready, next)
		}
	}
	return ready
}

// lives returns the goroutines' lives as regions, to the end of the window for those
// that have not ended.
func lives(w *traceview.Window, gs []int32) []traceview.Region {
	var rs []traceview.Region
	for _, g := range gs {
		life := w.Goroutines[g]
		r := traceview.Region{G: g, Start: max(life.Created, w.From), End: life.Ended, Open: life.Ended == 0}
		if r.Open {
			r.End = w.To
		}
		rs = append(rs, r)
	}
	return rs
}

// states returns the goroutines' spans that match as regions, to be counted with peak.
func states(w *traceview.Window, gs []int32, match func(traceview.Span) bool) []traceview.Region {
	return statesIn(w, lives(w, gs), match)
}

// statesIn returns the spans of the regions that match as regions, to be counted with peak.
func statesIn(w *traceview.Window, rs []traceview.Region, match func(traceview.Span) bool) []traceview.Region {
	var found []traceview.Region
	for _, r := range rs {
		for s := range spansIn(w, r.G, r.Start, r.End) {
			if match(s) {
				found = append(found, traceview.Region{G: s.G, Start: s.Start, End: s.End})
			}
		}
	}
	return found
}

// firstRun returns when a goroutine first ran.
func firstRun(w *traceview.Window, g int32) (at traceview.Time, ok bool) {
	for s := range w.On(w.Goroutines[g].Lane) {
		if s.State == traceview.StateRunning {
			return s.Start, true
		}
	}
	return 0, false
}

// openAt returns those of the regions that are open at a moment.
func openAt(rs []traceview.Region, t traceview.Time) []traceview.Region {
	return slices.DeleteFunc(slices.Clone(rs), func(r traceview.Region) bool { return t < r.Start || t >= r.End })
}

// keepsLimit judges whether at most limit of the regions are open at once.
func keepsLimit(r Recording, rs []traceview.Region, noun string, limit int) Finding {
	most, from, to := peak(rs)
	busy := owners(openAt(rs, from))
	f := Finding{Verdict: Holds, Goroutines: ids(r.Window, busy), From: from, To: to}
	if most > limit {
		f.Verdict = Fails
	}
	return f.judged(f.Verdict, "%s at once at most, on %s at %s", count(most, noun), names(r.Window, busy), r.at(from))
}
