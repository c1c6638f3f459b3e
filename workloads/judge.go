package workloads

import (
	"fmt"
	"slices"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// FindingAt returns a finding, not yet judged, that points at the regions: their goroutines, from the first start
// to the last end.
func FindingAt(w *traceview.Window, rs []traceview.Region) Finding {
	from, to := query.Extent(rs)
	return Finding{Goroutines: query.IDs(w, query.Owners(rs)), From: from, To: to}
}

// Judged returns f with its verdict and evidence, which is one sentence without a full
// stop.
func (f Finding) Judged(v Verdict, format string, args ...any) Finding {
	f.Verdict, f.Evidence = v, fmt.Sprintf(format, args...)
	return f
}

func inconclusive(format string, args ...any) Finding {
	return Finding{}.Judged(Inconclusive, format, args...)
}

// KeepsLimit judges whether at most limit of the regions are open at once; noun names one of them: "job". Fewer at once than
// the limit are no evidence.
func KeepsLimit(r Recording, rs []traceview.Region, noun string, limit int) Finding {
	most, from, to := query.Peak(rs)
	busy := query.Owners(query.OpenAt(rs, from))
	f := Finding{Verdict: Holds, Goroutines: query.IDs(r.Window, busy), From: from, To: to}
	switch {
	case most > limit:
		f.Verdict = Fails
	case most < limit:
		return f.Judged(Inconclusive, "never more than %s at once (%s, at %s): the limit of %d was not reached",
			count(most, noun), query.Names(r.Window, busy), r.At(from), limit)
	}
	return f.Judged(f.Verdict, "at most %s at once (%s, at %s)", count(most, noun), query.Names(r.Window, busy),
		r.At(from))
}

// AllEnded judges whether goroutines, described by what ("the workers"), have all ended. A goroutine that is
// alive and waiting at the end of the trace is left behind; one that is running may have been about to end.
func AllEnded(r Recording, what string, gs []int32) Finding {
	w := r.Window
	if len(gs) == 0 {
		return inconclusive("the trace shows none of the goroutines")
	}
	left := query.AliveAtEnd(w, gs)
	if len(left) == 0 {
		f := Finding{Goroutines: query.IDs(w, gs)}
		for _, g := range gs {
			f.To = max(f.To, w.Goroutines[g].Ended)
		}
		f.From = f.To
		return f.Judged(Holds, "%s have ended (%s), the last at %s", what, query.Names(w, gs), r.At(f.To))
	}
	f := Finding{Goroutines: query.IDs(w, left), From: w.To, To: w.To}
	if slices.ContainsFunc(left, func(g int32) bool { return query.LastState(w, g) == traceview.StateWaiting }) {
		return f.Judged(Fails, "%s alive at the end, waiting (%s)", count(len(left), "goroutine"), query.Names(w, left))
	}
	return f.Judged(Inconclusive, "%s still alive at the end, but not waiting (%s)",
		count(len(left), "goroutine"), query.Names(w, left))
}

// startedIn returns the goroutines that start in this function of this package: "(*workerPool).worker".
func startedIn(w *traceview.Window, fn string) []int32 {
	return query.StartedIn(w, ownPackage+fn)
}

// ownPackage begins the full names of this package's functions.
const ownPackage = "schedviz/workloads."
