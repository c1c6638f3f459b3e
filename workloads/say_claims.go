package workloads

import (
	"time"

	"schedviz/traceview"
)

func sayAliveTogether(r Recording) Finding {
	rs := regionsOf(r.Window, "say")
	f := findingAt(r.Window, rs)
	if len(owners(rs)) < 2 {
		return f.judged(Inconclusive, "the trace shows only %s that says anything", count(len(owners(rs)), "goroutine"))
	}
	who, whole := names(r.Window, owners(rs)), f.To.Sub(f.From)
	if most, at, _ := peak(rs); most >= 2 {
		return f.judged(Holds, "%s are both alive for %s of %s, from %s on", who, length(overlapped(rs)), length(whole), r.at(at))
	}
	return f.judged(Fails, "%s are alive one after the other, for %s in all", who, length(whole))
}

func saysTimeOfOne(r Recording) Finding {
	p := params[*say](r)
	return timeOfOne(r, regionsOf(r.Window, "say"), time.Duration(p.times)*p.of(p.every))
}

// sayAsleep compares each life with the time it waited for "sleep".
func sayAsleep(r Recording) Finding {
	rs := regionsOf(r.Window, "say")
	var asleep time.Duration
	for _, life := range rs {
		f, ok := restless(r.Window, life)
		if ok {
			return f
		}
		asleep += timeIn(r.Window, life, waitingFor(r.Window, "sleep"))
	}
	return findingAt(r.Window, rs).judged(Holds, "%s slept for %s of the %s that they lived (%s)",
		names(r.Window, owners(rs)), length(asleep), length(sumOf(rs)), percent(asleep, sumOf(rs)))
}

// restless finds whether a life is not over 90% sleep. Time in which the goroutine
// could not get a P, or was in a system call to print, doesn't count against it,
// nor does one long stretch on a P: the host may have taken the core away.
func restless(w *traceview.Window, life traceview.Region) (f Finding, ok bool) {
	whole := life.End.Sub(life.Start)
	asleep := timeIn(w, life, waitingFor(w, "sleep"))
	if asleep > whole*9/10 {
		return Finding{}, false
	}
	running := timeIn(w, life, inState(traceview.StateRunning))
	waited := timeIn(w, life, inState(traceview.StateWaiting)) - asleep
	verdict, why := Inconclusive, "the host was too busy to tell"
	if waited+running-longest(w, life, inState(traceview.StateRunning)) > whole/10 {
		verdict, why = Fails, "that is its own doing"
	}
	return findingAt(w, []traceview.Region{life}).judged(verdict,
		"%s slept for %s of its %s (%s), ran for %s and waited for something else for %s: %s",
		names(w, []int32{life.G}), length(asleep), length(whole), percent(asleep, whole), length(running), length(waited), why), true
}
