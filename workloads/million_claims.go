package workloads

import (
	"slices"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// someOf returns up to a hundred of the goroutines, to keep the evidence short.
func someOf(w *traceview.Window, gs []int32) []traceview.GoID {
	return query.IDs(w, gs[:min(len(gs), 100)])
}

func millionAlive(r Recording) Finding {
	w, n, all := r.Window, Params[*million](r).goroutines, query.Regions(r.Window, "all alive")[0]
	gs := startedIn(w, "(*million).goroutine")
	alive := slices.DeleteFunc(slices.Clone(gs), func(g int32) bool {
		life := w.Goroutines[g]
		return life.Created > all.Start || life.Ended != 0 && life.Ended < all.End
	})
	f := Finding{Goroutines: someOf(w, alive), From: all.Start, To: all.End}
	switch {
	case len(alive) == n:
		return f.Judged(Holds, "%d goroutines were alive at once for %s, from %s on", n, length(all.End.Sub(all.Start)),
			r.At(all.Start))
	case len(gs) < n:
		return f.Judged(Inconclusive, "the trace shows %d of %s", len(gs), count(n, "goroutine"))
	}
	return f.Judged(Fails, "no more than %d of %s were alive at once", len(alive), count(n, "goroutine"))
}

// millionFewThreads allows for the runtime's own threads besides one for each P.
func millionFewThreads(r Recording) Finding {
	const own = 12
	all, n, procs := query.Regions(r.Window,
		"all alive")[0], Params[*million](r).goroutines, r.Summary.Stat.Procs.GOMAXPROCS
	threads := r.Summary.Stat.Threads.Count
	f := Finding{Goroutines: []traceview.GoID{r.Window.Goroutines[all.G].ID}, From: all.Start, To: all.End}
	text := "%d goroutines used %s, with %s"
	args := []any{n, count(threads, "thread"), count(procs, "P")}
	switch {
	case n < 10*(procs+own):
		return f.Judged(Inconclusive, text+": too few goroutines to decide", args...)
	case threads <= procs+own:
		return f.Judged(Holds, text, args...)
	}
	return f.Judged(Fails, text, args...)
}

func millionMemory(r Recording) Finding {
	result := ResultOf[millionResult](r)
	all := query.Regions(r.Window, "all alive")[0]
	f := Finding{Goroutines: []traceview.GoID{r.Window.Goroutines[all.G].ID}, From: all.Start, To: all.End}
	switch {
	case result.Race:
		return f.Judged(Inconclusive, "%v, with the race detector", result.Memory)
	case Params[*million](r).goroutines < 1000 || !result.Memory.known():
		return f.Judged(Inconclusive, "%v: too few goroutines to decide", result.Memory)
	case result.Memory.trueHere():
		return f.Judged(Holds, "%s", figuresText(result.Memory, result.Resident))
	}
	return f.Judged(Fails, "%s", figuresText(result.Memory, result.Resident))
}

// millionCreation accepts a few microseconds, and reports a median outside the documented 1 to 2 as not true
// here.
func millionCreation(r Recording) Finding {
	const few = 5000
	result := ResultOf[millionResult](r)
	all := query.Regions(r.Window, "all alive")[0]
	f := Finding{Goroutines: []traceview.GoID{r.Window.Goroutines[all.G].ID}, From: r.Window.From, To: all.Start}
	switch {
	case result.Race:
		return f.Judged(Inconclusive, "%v, with the race detector", result.Creation)
	case Params[*million](r).goroutines < 1000 || !result.Creation.known():
		return f.Judged(Inconclusive, "%v: too few goroutines to decide", result.Creation)
	case result.Creation.P50 <= few:
		return f.Judged(Holds, "%v", result.Creation)
	}
	return f.Judged(Fails, "%v", result.Creation)
}
