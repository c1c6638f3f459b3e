package workloads

import (
	"cmp"
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// timeOfOne judges whether goroutines that sleep for `each` side by side, a region
// each, took about as long as one of them.
func timeOfOne(r Recording, rs []traceview.Region, each time.Duration) Finding {
	return timeOfLongest(r, rs, each, time.Duration(len(rs))*each)
}

// timeOfLongest judges whether goroutines that sleep side by side, a region each, `each` at most and `all` in
// total, took about as long as the longest of them. If they are slower, that is due to the host unless they wait
// for one another.
func timeOfLongest(r Recording, rs []traceview.Region, each, all time.Duration) Finding {
	f := FindingAt(r.Window, rs)
	n, total, sum := len(rs), f.To.Sub(f.From), query.Total(rs)
	if n < 2 {
		return f.Judged(Inconclusive, "%s can't show whether several would take longer", count(n, "goroutine"))
	}
	who := query.Names(r.Window, query.Owners(rs))
	if total <= each+each/2 {
		return f.Judged(Holds, "%s took %s together; one sleeps for %s, one after another they would sleep for %s",
			who, length(total), length(each), length(all))
	}
	if inTurn(r.Window, rs) {
		return f.Judged(Fails, "%s took %s, one after another; one sleeps for %s", who, length(total), length(each))
	}
	slowest := slices.MaxFunc(rs, func(a, b traceview.Region) int { return cmp.Compare(a.End.Sub(a.Start), b.End.Sub(b.Start)) })
	blocked := query.TimeIn(r.Window, slowest, query.InState(traceview.StateWaiting)) - query.TimeIn(r.Window, slowest,
		query.WaitingFor(r.Window, "sleep"))
	if blocked > (total-each)/2 {
		return f.Judged(Fails, "%s took %s together where one sleeps for %s: %s waited %s for something else",
			who, length(total), length(each), query.Names(r.Window, []int32{slowest.G}), length(blocked))
	}
	return f.Judged(Inconclusive, "%s were alive together, but took %s where one sleeps for %s: the host was too "+
		"busy to decide "+
		"(of %s in total, they waited %s for a P)", who, length(total), length(each), length(sum), length(runnableIn(r.Window, rs)))
}

// inTurn reports whether regions follow one another, other than because their goroutines waited for a P. A region
// that the host delays makes the total longer, but still overlaps the others.
func inTurn(w *traceview.Window, rs []traceview.Region) bool {
	from, to := query.Extent(rs)
	shortest := to.Sub(from)
	for _, r := range rs {
		shortest = min(shortest, r.End.Sub(r.Start))
	}
	return query.Overlap(rs) < shortest/2 && runnableIn(w, query.Lives(w, query.Owners(rs))) < to.Sub(from)/4
}

// runnableIn returns how long the goroutines of the regions waited for a P in them.
func runnableIn(w *traceview.Window, rs []traceview.Region) time.Duration {
	var sum time.Duration
	for _, r := range rs {
		sum += query.TimeIn(w, r, query.InState(traceview.StateRunnable))
	}
	return sum
}
