package workloads

import (
	"slices"
	"time"

	"schedviz/traceview"
)

// sumIsCancelled tells whether a claim is about runs that are called off.
func sumIsCancelled(cancelled bool) func(Recording) bool {
	return func(r Recording) bool { return params[*parallelSum](r).cancel > 0 == cancelled }
}

func sumIsRight(r Recording) Finding {
	rs, p, result := regionsOf(r.Window, "sum"), params[*parallelSum](r), resultOf[sumResult](r)
	f := findingAt(r.Window, rs)
	if result.Sum != result.Want || len(rs) != p.parts {
		return f.judged(Fails, "the sum of %s (of %d) is %d, not %d", count(len(rs), "part"), p.parts, result.Sum, result.Want)
	}
	return f.judged(Holds, "the sum of %s is %d, as it should be, in %s (%s)", count(p.parts, "part"), result.Sum, length(f.To.Sub(f.From)), names(r.Window, owners(rs)))
}

// partsRunAtOnce looks for a moment in which two parts were running. Running is on
// a P: the core behind it may have been shared.
func partsRunAtOnce(r Recording) Finding {
	const enough = 50 * time.Millisecond // for another P to wake up and take a part
	rs, p, procs := regionsOf(r.Window, "sum"), params[*parallelSum](r), r.Summary.Stat.Procs.GOMAXPROCS
	f, atOnce := findingAt(r.Window, rs), together(r.Window, rs)
	var running time.Duration
	for _, part := range rs {
		running += timeIn(r.Window, part, inState(traceview.StateRunning))
	}
	switch {
	case atOnce > 0:
		return f.judged(Holds, "two or more of %s ran at the same time for %s of %s", names(r.Window, owners(rs)), length(atOnce), length(f.To.Sub(f.From)))
	case p.parts < 2 || procs < 2:
		return f.judged(Inconclusive, "no two parts ran at once, but there were %s and %s", count(p.parts, "part"), count(procs, "P"))
	case running < enough:
		return f.judged(Inconclusive, "no two parts ran at once, but there was little to do, %s; try more --passes", length(running))
	}
	return f.judged(Fails, "no two of %s ran at once, though they ran for %s and there are %s", count(p.parts, "part"), length(running), count(procs, "P"))
}

// laterPartsDoNotRun looks at the parts that began when the cancel was over.
func laterPartsDoNotRun(r Recording) Finding {
	w := r.Window
	cancels, sums := regionsOf(w, "cancel"), regionsOf(w, "sum")
	if len(cancels) == 0 {
		return inconclusive("the trace shows no cancel")
	}
	at := cancels[0].End
	var later []traceview.Region
	for _, part := range regionsOf(w, "part") {
		if part.Start <= at {
			continue
		}
		later = append(later, part)
		if i := slices.IndexFunc(sums, func(s traceview.Region) bool { return s.G == part.G }); i >= 0 {
			return findingAt(w, sums[i:i+1]).judged(Fails, "%s began %s after the cancel and summed its part all the same",
				names(w, []int32{part.G}), length(part.Start.Sub(at)))
		}
	}
	f := findingAt(w, later)
	if len(later) == 0 {
		return f.judged(Inconclusive, "all parts had begun when the cancel came; try a smaller --limit")
	}
	return f.judged(Holds, "%s came after the cancel at %s, and did nothing (%s)", count(len(later), "part"), r.at(at), names(w, owners(later)))
}
