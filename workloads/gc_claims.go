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

// cyclesIn returns the mark phases that began in a round.
func cyclesIn(r Recording, round string) []traceview.Interval {
	from, to := query.Extent(query.Regions(r.Window, round))
	return slices.DeleteFunc(slices.Clone(r.Summary.GC.Cycles), func(c traceview.Interval) bool {
		return c.Start < from || c.Start >= to
	})
}

func cyclesOf(r Recording) []traceview.Interval { return cyclesIn(r, "with collection") }

// noCycle judges a run without garbage collection: with GOGC a run that made much garbage should have had some.
func noCycle(r Recording) Finding {
	const size, smallest = 16, 4 << 20 // bytes, of an object and of the heap at which GOGC=100 first collects
	f, objects, gogc := gcFinding(r.Window, nil), ResultOf[gcResult](r).Nodes, Params[*gcLoad](r).gogc
	switch {
	case gogc < 0:
		return f.Judged(Inconclusive, "there was no garbage collection: --gogc %d turns it off", gogc)
	case objects*size < 2*smallest*max(gogc, 100)/100:
		return f.Judged(Inconclusive, "there was no garbage collection, for only %d objects", objects)
	}
	return f.Judged(Fails, "there was no garbage collection, for %d objects", objects)
}

// stopsIn returns the stop-the-world pauses of a cycle, which begin before the next one.
func stopsIn(stops []traceview.Range, cycles []traceview.Interval, i int) (found []traceview.Range) {
	for _, s := range stops {
		if s.Start >= cycles[i].Start && (i == len(cycles)-1 || s.Start < cycles[i+1].Start) {
			found = append(found, s)
		}
	}
	return found
}

// worldStops looks for both pauses of each cycle: the one that ends the sweep of the cycle before, and the one that
// ends marking. The last cycle may lack the second if the trace ended first.
func worldStops(r Recording) Finding {
	const moment = 10 * time.Millisecond
	w, cycles := r.Window, cyclesOf(r)
	if len(cycles) == 0 {
		return noCycle(r)
	}
	stops, sum := rangesOf(w, "stop-the-world (GC")
	for i, c := range cycles {
		if n := len(stopsIn(stops, cycles, i)); n < 2 && c.End < w.To {
			return Finding{From: c.Start, To: c.End}.Judged(Fails, "in the cycle at %s the world was stopped only %s",
				r.At(c.Start), count(n, "time"))
		}
	}
	f := gcFinding(w, stops)
	longest := f.To.Sub(f.From)
	text := "two stop-the-world pauses in each of %s, %s in total, the longest %s"
	args := []any{count(len(cycles), "cycle"), length(sum), length(longest)}
	if longest > moment {
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
	return f.Judged(Holds, "%s in %s by %s, which took them %s in total, running for %s of it",
		count(len(assists), "assist"), count(cycles, "cycle"), count(len(gs), "goroutine"), length(sum),
		length(r.Summary.GC.Assists))
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
	var marking time.Duration
	for _, c := range cycles {
		marking += c.End.Sub(c.Start)
	}
	return f.Judged(Holds, "workers ran for %s in %s, the first at %s (share of the Ps' time while it marked: %s)",
		length(workers), count(len(cycles), "cycle"), r.At(f.From),
		percent(workers, marking*time.Duration(r.Summary.Stat.Procs.GOMAXPROCS)))
}

// gcCosts compares the rounds by their CPU time, which a busy host does not change much, or by the time they took if
// that is unknown.
func gcCosts(r Recording) Finding {
	gc, cycles, result := r.Summary.GC, len(cyclesOf(r)), ResultOf[gcResult](r)
	if cycles == 0 {
		return noCycle(r)
	}
	f := gcFinding(r.Window, nil)
	if n := len(cyclesIn(r, "without collection")); n > 0 {
		return f.Judged(Inconclusive, "the round without collection had %s: it reached its memory limit", count(n, "cycle"))
	}
	with, without, what := result.With.CPUNS, result.Without.CPUNS, "CPU time"
	if with == 0 || without == 0 {
		with, without, what = result.With.TookNS, result.Without.TookNS, "time"
	}
	times := float64(with) / float64(max(without, 1))
	text := "with %s the work took %s of %s, without %s: %.1f times as much (workers %s, assists %s, goroutines stopped %s)"
	args := []any{
		count(cycles, "cycle"), length(time.Duration(with)), what, length(time.Duration(without)), times,
		length(gc.Workers), length(gc.Assists), length(gc.Stopped),
	}
	switch {
	case times >= 1.1:
		return f.Judged(Holds, text, args...)
	case times >= 0.9:
		return f.Judged(Inconclusive, text, args...)
	}
	return f.Judged(Fails, text, args...)
}
