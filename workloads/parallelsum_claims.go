package workloads

import (
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// sumIsCancelled restricts a claim to runs that are cancelled, or to those that are not.
func sumIsCancelled(cancelled bool) func(Recording) bool {
	return func(r Recording) bool { return Params[*parallelSum](r).cancel > 0 == cancelled }
}

func sumIsRight(r Recording) Finding {
	rs, p, result := query.Regions(r.Window, "sum"), Params[*parallelSum](r), ResultOf[sumResult](r)
	f := FindingAt(r.Window, rs)
	if result.Sum != result.Want || len(rs) != p.parts {
		return f.Judged(Fails, "the sum of %s (of %d) is %d, not %d", count(len(rs), "part"), p.parts, result.Sum,
			result.Want)
	}
	return f.Judged(Holds, "the sum of %s is %d, as it should be, in %s (%s)", count(p.parts, "part"), result.Sum,
		length(f.To.Sub(f.From)), query.Names(r.Window, query.Owners(rs)))
}

// partsRunAtOnce looks for a moment in which two parts were running. Running means on a P; the Ps may have shared
// a core.
func partsRunAtOnce(r Recording) Finding {
	const (
		enough = 50 * time.Millisecond // time for another P to wake up and take a part
		little = 10 * time.Microsecond // no evidence of work done in parallel
	)
	rs, p, procs := query.Regions(r.Window, "sum"), Params[*parallelSum](r), r.Summary.Stat.Procs.GOMAXPROCS
	f, atOnce := FindingAt(r.Window, rs), query.RunningAtOnce(r.Window, rs)
	var running time.Duration
	for _, part := range rs {
		running += query.TimeIn(r.Window, part, query.InState(traceview.StateRunning))
	}
	switch {
	case atOnce >= little:
		return f.Judged(Holds, "two or more of %s ran at the same time for %s of %s",
			query.Names(r.Window, query.Owners(rs)), length(atOnce), length(f.To.Sub(f.From)))
	case p.parts < 2 || procs < 2:
		return f.Judged(Inconclusive, "no two parts ran at once for any length of time, but there were %s and %s", count(p.parts, "part"),
			count(procs, "P"))
	case running < enough:
		return f.Judged(Inconclusive, "no two parts ran at once, but there was little to do, %s; try more --passes",
			length(running))
	}
	return f.Judged(Fails, "no two of %s ran at once, although they ran for %s and there are %s", count(p.parts, "part"),
		length(running), count(procs, "P"))
}

// laterPartsDoNotRun looks at the parts that began after the cancel.
func laterPartsDoNotRun(r Recording) Finding {
	w := r.Window
	cancels, sums := query.Regions(w, "cancel"), query.Regions(w, "sum")
	if len(cancels) == 0 {
		return inconclusive("the trace shows no cancel")
	}
	at := cancels[0].End
	var later []traceview.Region
	for _, part := range query.Regions(w, "part") {
		if part.Start <= at {
			continue
		}
		later = append(later, part)
		if i := slices.IndexFunc(sums, func(s traceview.Region) bool { return s.G == part.G }); i >= 0 {
			return FindingAt(w, sums[i:i+1]).Judged(Fails, "%s began %s after the cancel and still summed its "+
				"part",
				query.Names(w, []int32{part.G}), length(part.Start.Sub(at)))
		}
	}
	f := FindingAt(w, later)
	if len(later) == 0 {
		return f.Judged(Inconclusive, "all parts had begun before the cancel; try a smaller --limit")
	}
	return f.Judged(Holds, "%s began after the cancel at %s, and did nothing (%s)", count(len(later), "part"), r.At(at),
		query.Names(w, query.Owners(later)))
}
