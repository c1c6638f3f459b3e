package workloads

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// rangesOf returns the ranges whose name contains part, and their total length.
func rangesOf(w *traceview.Window, part string) (found []traceview.Range, sum time.Duration) {
	for _, r := range w.Ranges {
		if strings.Contains(r.Name, part) {
			found = append(found, r)
			sum += r.End.Sub(r.Start)
		}
	}
	return found, sum
}

// gcFinding points at the allocating goroutines and at a range.
func gcFinding(w *traceview.Window, ranges []traceview.Range) Finding {
	f := FindingAt(w, query.Regions(w, "allocate"))
	if len(ranges) > 0 {
		longest := slices.MaxFunc(ranges, func(a, b traceview.Range) int { return cmp.Compare(a.End.Sub(a.Start), b.End.Sub(b.Start)) })
		f.From, f.To = longest.Start, longest.End
	}
	return f
}

// cyclesOf returns the mark phases that began while the program allocated. Resetting the collector at the end may
// start another one.
func cyclesOf(r Recording) []traceview.Interval {
	_, end := query.Extent(query.Regions(r.Window, "allocate"))
	return slices.DeleteFunc(slices.Clone(r.Summary.GC.Cycles), func(c traceview.Interval) bool { return c.Start >= end })
}

// noCycle judges a run without garbage collection: a run that made much garbage should have had some.
func noCycle(r Recording) Finding {
	const much = 500_000 // objects of 16 bytes, twice the smallest heap
	f, objects := gcFinding(r.Window, nil), ResultOf[int](r)
	if objects < much {
		return f.Judged(Inconclusive, "there was no garbage collection, for only %d objects", objects)
	}
	return f.Judged(Fails, "there was no garbage collection, for %d objects", objects)
}

func worldStops(r Recording) Finding {
	const moment = 10 * time.Millisecond
	w, cycles := r.Window, len(cyclesOf(r))
	if cycles == 0 {
		return noCycle(r)
	}
	stops, sum := rangesOf(w, "stop-the-world (GC")
	f := gcFinding(w, stops)
	longest := f.To.Sub(f.From)
	text := "%s in %s, %s in total, the longest %s"
	args := []any{count(len(stops), "stop-the-world pause"), count(cycles, "cycle"), length(sum), length(longest)}
	switch {
	case len(stops) == 0:
		return gcFinding(w, nil).Judged(Fails, "no stop-the-world pause in %s", count(cycles, "cycle"))
	case longest > moment:
		return f.Judged(Inconclusive, text+": more than a moment, but the host may have been too busy", args...)
	}
	return f.Judged(Holds, text, args...)
}

func assistsSeen(r Recording) Finding {
	w, cycles := r.Window, len(cyclesOf(r))
	if cycles == 0 {
		return noCycle(r)
	}
	assists, sum := rangesOf(w, "GC mark assist")
	f := gcFinding(w, assists)
	if len(assists) == 0 {
		return f.Judged(Inconclusive, "no assist in %s: the collector's workers kept up", count(cycles, "cycle"))
	}
	gs := map[int32]bool{}
	for _, a := range assists {
		gs[a.G] = true
	}
	return f.Judged(Holds, "%s in %s, %s in total, by %s", count(len(assists), "assist"), count(cycles, "cycle"),
		length(sum), count(len(gs), "goroutine"))
}

func gcWorkersSeen(r Recording) Finding {
	cycles, workers := cyclesOf(r), r.Summary.GC.Workers
	if len(cycles) == 0 {
		return noCycle(r)
	}
	f := gcFinding(r.Window, nil)
	f.From, f.To = max(cycles[0].Start, r.Window.From), min(cycles[0].End, r.Window.To)
	if workers == 0 {
		return f.Judged(Fails, "no worker ran in %s", count(len(cycles), "cycle"))
	}
	return f.Judged(Holds, "workers ran for %s in %s, the first at %s", length(workers), count(len(cycles), "cycle"),
		r.At(f.From))
}

// gcCosts sums the time that the program lost: P time of the workers, its own time in assists, and time in which
// its goroutines were stopped.
func gcCosts(r Recording) Finding {
	gc, cycles := r.Summary.GC, len(cyclesOf(r))
	if cycles == 0 {
		return noCycle(r)
	}
	f, all := gcFinding(r.Window, nil), gc.Workers+gc.Assists+gc.Stopped
	if all == 0 {
		return f.Judged(Fails, "%s cost nothing", count(cycles, "cycle"))
	}
	return f.Judged(Holds, "%s took %s of the Ps' time: workers %s, assists %s, goroutines stopped %s (their "+
		"lifetimes sum to %s)",
		count(cycles, "cycle"), length(all), length(gc.Workers), length(gc.Assists), length(gc.Stopped),
		length(query.Total(query.Regions(r.Window, "allocate"))))
}
