package workloads

import (
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// procAt returns the P on which a goroutine is running at t.
func procAt(w *traceview.Window, g int32, t traceview.Time) traceview.ProcID {
	lane := w.Goroutines[g].Lane
	i := w.Find(lane, t+1) - 1
	if i < 0 || w.Spans[lane[i]].State != traceview.StateRunning {
		return traceview.NoP
	}
	return w.Spans[lane[i]].P
}

// firstRunOf returns the span in which a goroutine first ran.
func firstRunOf(w *traceview.Window, g int32) (run *traceview.Span, ok bool) {
	for s := range w.On(w.Goroutines[g].Lane) {
		if s.State == traceview.StateRunning {
			return s, true
		}
	}
	return nil, false
}

// enoughWork is how much work it takes until another P must have taken some: an idle P has to be woken first.
const enoughWork = 20 * time.Millisecond

// workOf returns how long the goroutines of steal ran.
func workOf(w *traceview.Window) (sum time.Duration) {
	for _, s := range query.Spans(w, startedIn(w, "(*steal).compute"), query.InState(traceview.StateRunning)) {
		sum += s.Dur()
	}
	return sum
}

func workMovesToOtherPs(r Recording) Finding {
	w, procs := r.Window, r.Summary.Stat.Procs.GOMAXPROCS
	giver := query.Regions(w, "give out")[0].G
	gs := startedIn(w, "(*steal).compute")
	var moved, known []int32
	var first traceview.Span
	for _, g := range gs {
		run, ran := firstRunOf(w, g)
		from := procAt(w, giver, w.Goroutines[g].Created)
		if !ran || from == traceview.NoP {
			continue
		}
		known = append(known, g)
		if run.P != from {
			if len(moved) == 0 {
				first = *run
			}
			moved = append(moved, g)
		}
	}
	f := Finding{Goroutines: someOf(w, moved), From: first.Start, To: first.End}
	switch {
	case len(moved) > 0:
		return f.Judged(Holds, "%d of %s first ran on a P other than the one %s readied them on: %s on P %d, for example, "+
			"from %s on",
			len(moved), count(len(known), "goroutine"), query.Names(w, []int32{giver}), query.Names(w,
				moved[:1]), first.P, r.At(first.Start))
	case procs < 2 || len(known) == 0 || workOf(w) < enoughWork:
		return f.Judged(Inconclusive, "none of %s ran on another P, with %s and %s of work",
			count(len(known), "goroutine"), count(procs, "P"), length(workOf(w)))
	}
	f = FindingAt(w, query.Regions(w, "give out"))
	return f.Judged(Fails, "none of %s ran on a P other than the one they were readied on, with %s and %s of work",
		count(len(known), "goroutine"), count(procs, "P"), length(workOf(w)))
}

func allPsGetWork(r Recording) Finding {
	w, procs := r.Window, r.Summary.Stat.Procs.GOMAXPROCS
	gs, byP := startedIn(w, "(*steal).compute"), map[traceview.ProcID]time.Duration{}
	for _, s := range query.Spans(w, gs, query.InState(traceview.StateRunning)) {
		byP[s.P] += s.Dur()
	}
	least := time.Duration(1 << 62)
	for _, d := range byP {
		least = min(least, d)
	}
	f := Finding{Goroutines: someOf(w, gs), From: w.From, To: w.To}
	switch {
	case procs > 1 && len(byP) == procs:
		return f.Judged(Holds, "the %s of work ran on all %d Ps, at least %s on each", length(workOf(w)), procs,
			length(least))
	case procs < 2 || workOf(w) < enoughWork || procs > r.NumCPU:
		return f.Judged(Inconclusive, "the %s of work ran on %d of %s, with %s", length(workOf(w)), len(byP),
			count(procs, "P"), count(r.NumCPU, "core"))
	}
	return f.Judged(Fails, "the %s of work ran on only %d of %d Ps", length(workOf(w)), len(byP), procs)
}
