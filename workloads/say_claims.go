package workloads

import (
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

func sayAliveTogether(r Recording) Finding {
	rs := query.Regions(r.Window, "say")
	f := FindingAt(r.Window, rs)
	if len(query.Owners(rs)) < 2 {
		return f.Judged(Inconclusive, "the trace shows only %s that prints",
			count(len(query.Owners(rs)), "goroutine"))
	}
	who, whole := query.Names(r.Window, query.Owners(rs)), f.To.Sub(f.From)
	if most, at, _ := query.Peak(rs); most >= 2 {
		return f.Judged(Holds, "%s are both alive for %s of %s, from %s on", who, length(query.Overlap(rs)),
			length(whole), r.At(at))
	}
	return f.Judged(Fails, "%s are alive one after the other, for %s in total", who, length(whole))
}

func saysTimeOfOne(r Recording) Finding {
	p := Params[*say](r)
	return timeOfOne(r, query.Regions(r.Window, "say"), time.Duration(p.times)*p.of(p.every))
}

// sayAsleep compares each goroutine's lifetime with the time it waited for "sleep".
func sayAsleep(r Recording) Finding {
	rs := query.Regions(r.Window, "say")
	var asleep time.Duration
	for _, life := range rs {
		f, ok := restless(r.Window, life)
		if ok {
			return f
		}
		asleep += query.TimeIn(r.Window, life, query.WaitingFor(r.Window, "sleep"))
	}
	return FindingAt(r.Window, rs).Judged(Holds, "%s slept for %s of their total lifetime of %s (%s)",
		query.Names(r.Window, query.Owners(rs)), length(asleep), length(query.Total(rs)), percent(asleep,
			query.Total(rs)))
}

// restless reports whether a lifetime is not over 90% sleep. Time in which the goroutine could not get a P, or
// was in a system call to print, doesn't count against it, nor does one long stretch on a P: the host may have
// taken the core away.
func restless(w *traceview.Window, life traceview.Region) (f Finding, ok bool) {
	whole := life.End.Sub(life.Start)
	asleep := query.TimeIn(w, life, query.WaitingFor(w, "sleep"))
	if asleep > whole*9/10 {
		return Finding{}, false
	}
	running := query.TimeIn(w, life, query.InState(traceview.StateRunning))
	waited := query.TimeIn(w, life, query.InState(traceview.StateWaiting)) - asleep
	verdict, why := Inconclusive, "the host was too busy to decide"
	if waited+running-query.LongestIn(w, life, query.InState(traceview.StateRunning)) > whole/10 {
		verdict, why = Fails, "that is its own doing"
	}
	return FindingAt(w, []traceview.Region{life}).Judged(verdict,
		"%s slept for %s of its %s (%s), ran for %s and waited for something else for %s: %s",
		query.Names(w, []int32{life.G}), length(asleep), length(whole), percent(asleep,
			whole), length(running), length(waited), why), true
}

// mainDoesNotWait looks at what main does after its own last word. Nothing makes it wait, so the goroutine may be in
// the middle of its last pause then, or happen to be faster.
func mainDoesNotWait(r Recording) Finding {
	w := r.Window
	rs := query.Regions(w, "say")
	main := slices.IndexFunc(rs, func(s traceview.Region) bool { return w.Goroutines[s.G].ID == query.Main })
	world := slices.IndexFunc(rs, func(s traceview.Region) bool { return w.Goroutines[s.G].ID != query.Main })
	if main < 0 || world < 0 {
		return inconclusive("the trace shows only %s that prints", count(len(query.Owners(rs)), "goroutine"))
	}
	f := Finding{Goroutines: query.IDs(w, query.Owners(rs)), From: rs[main].End, To: w.To}
	who, rest := query.Names(w, []int32{rs[world].G}), traceview.Region{G: rs[main].G, Start: rs[main].End, End: w.To}
	waited := query.TimeIn(w, rest, query.WaitingFor(w, "chan receive"))
	switch late := rs[world].End.Sub(rs[main].End); {
	case waited > 0:
		return f.Judged(Fails, "main waited %s for %s after its own last word", length(waited), who)
	case rs[world].Open:
		return f.Judged(Holds, "main was done at %s; %s was not, and was cut off", r.At(rs[main].End), who)
	case late > 0:
		return f.Judged(Holds, "%s happened to be done %s after main, before the program had ended", who, length(late))
	default:
		return f.Judged(Holds, "%s happened to be done %s before main", who, length(-late))
	}
}
