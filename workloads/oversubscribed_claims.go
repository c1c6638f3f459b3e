package workloads

import (
	"cmp"
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// busyRuns returns the running spans of the goroutines that compute.
func busyRuns(w *traceview.Window) []traceview.Region {
	return query.States(w, startedIn(w, "(*oversubscribed).compute"), query.InState(traceview.StateRunning))
}

func moreThanCores(r Recording) Finding {
	runs := busyRuns(r.Window)
	most, from, to := query.Peak(runs)
	f := Finding{Goroutines: query.IDs(r.Window, query.Owners(query.OpenAt(runs, from))), From: from, To: to}
	text := "at %s %s ran at once, on %s"
	args := []any{r.At(from), count(most, "goroutine"), count(r.NumCPU, "core")}
	switch procs := ResultOf[oversubscribedResult](r).Procs; {
	case most > r.NumCPU:
		return f.Judged(Holds, text, args...)
	case procs <= r.NumCPU:
		return f.Judged(Fails, text+": there were only %s", append(args, count(procs, "P"))...)
	}
	return f.Judged(Inconclusive, text+": the first were done before the last began", args...)
}

// exactCores says why the recording lacks an exact record of cores, "" if it has one.
func exactCores(r Recording) string {
	switch d := r.Summary.Cores; {
	case d == nil || r.Window.Cores == nil:
		return "which thread was on which core was not captured"
	case d.Source != traceview.CoresPerf:
		return "which thread was on which core was only sampled"
	case d.Lost > 0:
		return "some of the kernel's records of which thread was on which core were lost"
	}
	return ""
}

func threadPerCore(r Recording) Finding {
	f := FindingAt(r.Window, query.Regions(r.Window, "busy"))
	if why := exactCores(r); why != "" {
		return f.Judged(Inconclusive, "%s", why)
	}
	var all []traceview.Region
	for _, c := range r.Window.Cores {
		stays := staysOf(c, f.From, f.To)
		if most, from, _ := query.Peak(stays); most > 1 {
			return Finding{From: from, To: from}.Judged(Fails, "at %s %d threads were on core %d", r.At(from), most,
				c.ID)
		}
		all = append(all, stays...)
	}
	slices.SortFunc(all, func(a, b traceview.Region) int { return cmp.Compare(a.Start, b.Start) })
	most, from, _ := query.Peak(all)
	running, _, _ := query.Peak(busyRuns(r.Window))
	text := "the trace shows %s running at once, but at most %s were on a core at once, of %s"
	args := []any{count(running, "goroutine"), count(most, "thread"), count(r.NumCPU, "core")}
	if most > r.NumCPU {
		return Finding{From: from, To: from}.Judged(Fails, text, args...)
	}
	return f.Judged(Holds, text, args...)
}

// staysOf returns the times in which threads that run goroutines were on a core.
func staysOf(c traceview.Core, from, to traceview.Time) []traceview.Region {
	var stays []traceview.Region
	for _, s := range c.Spans {
		if start, end := max(s.Start, from), min(s.End, to); s.M >= 0 && start < end {
			stays = append(stays, traceview.Region{G: -1, Start: start, End: end})
		}
	}
	return stays
}

func partIsOffCore(r Recording) Finding {
	w := r.Window
	f := FindingAt(w, query.Regions(w, "busy"))
	if why := exactCores(r); why != "" {
		return f.Judged(Inconclusive, "%s", why)
	}
	gs := startedIn(w, "(*oversubscribed).compute")
	var running, off time.Duration
	for _, s := range query.Spans(w, gs, query.InState(traceview.StateRunning)) {
		if s.OnCore >= 0 {
			running += s.Dur()
			off += time.Duration((1 - float64(s.OnCore)) * float64(s.Dur()))
		}
	}
	f.Goroutines = append(f.Goroutines, query.IDs(w, gs)...)
	// The most that the cores could have run; the rest must have been off-core.
	capacity := time.Duration(r.NumCPU) * f.To.Sub(f.From)
	beyond := running - capacity
	if beyond <= running/20 {
		return f.Judged(Inconclusive, "the trace shows them running for %s, which %s could do in that time", length(running),
			count(r.NumCPU, "core"))
	}
	text := "for %s of the %s in state running, their threads were not on a core (%s)"
	args := []any{length(off), length(running), percent(off, running)}
	if off < beyond*9/10 {
		return f.Judged(Fails, text+", but %s could have run them for only %s",
			append(args, count(r.NumCPU, "core"), length(capacity))...)
	}
	return f.Judged(Holds, text, args...)
}
