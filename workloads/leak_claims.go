package workloads

import (
	"slices"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// leakFixed restricts a claim to a value of --fix.
func leakFixed(fixed bool) func(Recording) bool {
	return func(r Recording) bool { return Params[*leak](r).fix == fixed }
}

// leakers returns the goroutines that wait, with or without the fix.
func leakers(w *traceview.Window) []int32 {
	return slices.Concat(startedIn(w, "(*leak).wait"), startedIn(w, "(*leak).waitFixed"))
}

func goroutinesLeak(r Recording) Finding {
	w, n := r.Window, Params[*leak](r).goroutines
	all := leakers(w)
	var stuck []int32
	receives := query.WaitingFor(w, "chan receive")
	for _, g := range query.AliveAtEnd(w, all) {
		if lane := w.Goroutines[g].Lane; len(lane) > 0 && receives(w.Spans[lane[len(lane)-1]]) {
			stuck = append(stuck, g)
		}
	}
	f := Finding{Goroutines: query.IDs(w, stuck), From: w.To, To: w.To}
	switch {
	case len(stuck) == n:
		return f.Judged(Holds, `all %s are alive at the end, waiting for "chan receive" (%s)`, count(n, "goroutine"),
			query.Names(w, stuck))
	case len(all) < n:
		return f.Judged(Inconclusive, "the trace shows only %d of %s", len(all), count(n, "goroutine"))
	}
	return f.Judged(Fails, `%d of %s are alive at the end, waiting for "chan receive"`, len(stuck),
		count(n, "goroutine"))
}

func noneLeaks(r Recording) Finding {
	all := leakers(r.Window)
	if n := Params[*leak](r).goroutines; len(all) < n {
		return inconclusive("the trace shows only %d of %s", len(all), count(n, "goroutine"))
	}
	return AllEnded(r, "all "+count(len(all), "goroutine"), all)
}
