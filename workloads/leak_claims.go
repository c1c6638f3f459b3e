package workloads

import (
	"slices"

	"schedviz/traceview"
	"schedviz/traceview/words"
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

// endWaiting returns the goroutines whose last span is a wait with this reason.
func endWaiting(w *traceview.Window, gs []int32, reason string) []int32 {
	var stuck []int32
	waits := query.WaitingFor(w, reason)
	for _, g := range gs {
		if lane := w.Goroutines[g].Lane; len(lane) > 0 && waits(w.Spans[lane[len(lane)-1]]) {
			stuck = append(stuck, g)
		}
	}
	return stuck
}

func goroutinesLeak(r Recording) Finding {
	w, n := r.Window, Params[*leak](r).goroutines
	all := leakers(w)
	stuck := endWaiting(w, query.AliveAtEnd(w, all), "chan receive")
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

// leakGrows compares what is in use before and after with what the goroutines hold.
func leakGrows(r Recording) Finding {
	w, p, result := r.Window, Params[*leak](r), ResultOf[leakResult](r)
	all := leakers(w)
	if len(all) < p.goroutines {
		return inconclusive("the trace shows only %d of %s", len(all), count(p.goroutines, "goroutine"))
	}
	f := Finding{Goroutines: query.IDs(w, all), From: query.Lives(w, all)[0].Start, To: w.To}
	held, grown := float64(p.goroutines*p.holds*1000), result.After-result.Before
	switch alive := len(query.AliveAtEnd(w, all)); {
	case alive < len(all):
		return f.Judged(Fails, "%d of %s ended", len(all)-alive, count(len(all), "goroutine"))
	case held < minHeld:
		return f.Judged(Inconclusive, "%s hold only %s: try a larger --holds", count(len(all), "goroutine"), words.Bytes(int64(held)))
	case grown < held*8/10:
		return f.Judged(Fails, "%s should hold %s, but only %s more than before is in use", count(len(all), "goroutine"),
			words.Bytes(int64(held)), words.Bytes(int64(grown)))
	}
	return f.Judged(Holds, "%s were started from %s on and none has ended (%s); after a garbage collection %s more than before is in use",
		count(len(all), "goroutine"), r.At(f.From), query.Names(w, all), words.Bytes(int64(grown)))
}

// minHeld is the least memory, in bytes, that stands out from what the runtime uses for itself.
const minHeld = 300_000

func leakIsFreed(r Recording) Finding {
	w, p, result := r.Window, Params[*leak](r), ResultOf[leakResult](r)
	all := leakers(w)
	f := Finding{Goroutines: query.IDs(w, all), From: w.To, To: w.To}
	held, kept := float64(p.goroutines*p.holds*1000), result.After-result.Before
	switch {
	case held < minHeld || len(all) == 0:
		return f.Judged(Inconclusive, "%s held only %s: try a larger --holds", count(p.goroutines, "goroutine"), words.Bytes(int64(held)))
	case kept > held/2:
		return f.Judged(Fails, "%s of the %s that %s held is still in use", words.Bytes(int64(kept)), words.Bytes(int64(held)),
			count(p.goroutines, "goroutine"))
	}
	return f.Judged(Holds, "%s held %s (%s); at the end %s more than before is in use", count(len(all), "goroutine"),
		words.Bytes(int64(held)), query.Names(w, all), words.Bytes(int64(max(kept, 0))))
}
