package workloads

import (
	"slices"
	"time"
)

// onOneP tells whether the run had one P.
func onOneP(r Recording) bool {
	return r.Summary != nil && r.Summary.Stat.Procs.GOMAXPROCS == 1
}

func fetchesOverlap(r Recording) Finding {
	rs := regionsOf(r.Window, "fetch")
	most, from, to := peak(rs)
	f := Finding{Goroutines: ids(r.Window, owners(openAt(rs, from))), From: from, To: to}
	procs := count(r.Summary.Stat.Procs.GOMAXPROCS, "P")
	switch {
	case most == 3:
		return f.judged(Holds, "all three (%s) were under way for %s, from %s on, with %s", names(r.Window, owners(rs)), length(to.Sub(from)), r.at(from), procs)
	case len(rs) < 3:
		return f.judged(Inconclusive, "the trace shows only %s", count(len(rs), "fetch"))
	}
	return f.judged(Fails, "no more than %d of the three were under way at once, with %s", most, procs)
}

func fetchesTimeOfSlowest(r Recording) Finding {
	times := params[*fetch](r).times()
	var all time.Duration
	for _, d := range times {
		all += d
	}
	return timeOfLongest(r, regionsOf(r.Window, "fetch"), slices.Max(times), all)
}

func neverTwoRunning(r Recording) Finding {
	rs := regionsOf(r.Window, "fetch")
	f := findingAt(r.Window, rs)
	if len(rs) < 2 {
		return f.judged(Inconclusive, "the trace shows only %s", count(len(rs), "fetch"))
	}
	if atOnce := together(r.Window, rs); atOnce > 0 {
		return f.judged(Fails, "two of %s ran at the same time for %s", names(r.Window, owners(rs)), length(atOnce))
	}
	return f.judged(Holds, "no two of %s ran at the same time, while they were under way together for %s", names(r.Window, owners(rs)), length(overlapped(rs)))
}
