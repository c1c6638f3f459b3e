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
	return millionFigures(r, all.Start, all.End, result.Memory, result.Resident)
}

func millionCreation(r Recording) Finding {
	all := query.Regions(r.Window, "all alive")[0]
	return millionFigures(r, r.Window.From, all.Start, ResultOf[millionResult](r).Creation)
}

// millionFigures judges figures, measured from one time to another.
func millionFigures(r Recording, from, to traceview.Time, figures ...figure) Finding {
	all := query.Regions(r.Window, "all alive")[0]
	f := Finding{Goroutines: []traceview.GoID{r.Window.Goroutines[all.G].ID}, From: from, To: to}
	switch {
	case ResultOf[millionResult](r).Race:
		return f.Judged(Inconclusive, "%v, with the race detector", figures[0])
	case Params[*million](r).goroutines < 1000 || !figures[0].known():
		return f.Judged(Inconclusive, "%v: too few goroutines to decide", figures[0])
	}
	return f.judgedFigures(figures...)
}
