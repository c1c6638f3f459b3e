package workloads

import (
	"slices"
	"time"

	"schedviz/workloads/query"
)

// onOneP reports whether the run had one P.
func onOneP(r Recording) bool {
	return r.Summary != nil && r.Summary.Stat.Procs.GOMAXPROCS == 1
}

func fetchesOverlap(r Recording) Finding {
	rs := query.Regions(r.Window, "fetch")
	most, from, to := query.Peak(rs)
	f := Finding{Goroutines: query.IDs(r.Window, query.Owners(query.OpenAt(rs, from))), From: from, To: to}
	procs := count(r.Summary.Stat.Procs.GOMAXPROCS, "P")
	switch {
	case most == 3:
		return f.Judged(Holds, "all three (%s) were in progress for %s, from %s on, with %s",
			query.Names(r.Window, query.Owners(rs)), length(to.Sub(from)), r.At(from), procs)
	case len(rs) < 3:
		return f.Judged(Inconclusive, "the trace shows only %s", count(len(rs), "fetch"))
	}
	return f.Judged(Fails, "no more than %d of the three were in progress at once, with %s", most, procs)
}

func fetchesTimeOfSlowest(r Recording) Finding {
	times := Params[*fetch](r).times()
	var all time.Duration
	for _, d := range times {
		all += d
	}
	return timeOfLongest(r, query.Regions(r.Window, "fetch"), slices.Max(times), all)
}

func neverTwoRunning(r Recording) Finding {
	rs := query.Regions(r.Window, "fetch")
	f := FindingAt(r.Window, rs)
	if len(rs) < 2 {
		return f.Judged(Inconclusive, "the trace shows only %s", count(len(rs), "fetch"))
	}
	if atOnce := query.RunningAtOnce(r.Window, rs); atOnce > 0 {
		return f.Judged(Fails, "two of %s ran at the same time for %s", query.Names(r.Window, query.Owners(rs)),
			length(atOnce))
	}
	if query.Overlap(rs) == 0 {
		return f.Judged(Inconclusive, "%s were not in progress at the same time", query.Names(r.Window, query.Owners(rs)))
	}
	return f.Judged(Holds, "no two of %s ran at the same time, while they were in progress together for %s",
		query.Names(r.Window, query.Owners(rs)), length(query.Overlap(rs)))
}
