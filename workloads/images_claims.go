package workloads

import (
	"cmp"
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// imagesWork restricts a claim to a value of --work.
func imagesWork(how string) func(Recording) bool {
	return func(r Recording) bool { return Params[*images](r).work == how }
}

func imagesTimeOfLongest(r Recording) Finding {
	p := Params[*images](r)
	var all time.Duration
	for id := 1; id <= p.count; id++ {
		all += p.takes(id)
	}
	return timeOfLongest(r, query.Regions(r.Window, "image"), p.takes(p.count), all)
}

// imagesInOrder looks at when the images were done. Two that are due within a few milliseconds may be done in either
// order, and so may one that the host kept from being done in time.
func imagesInOrder(r Recording) Finding {
	const closeBy = 4 * time.Millisecond
	w, p := r.Window, Params[*images](r)
	rs := query.Regions(w, "image")
	slices.SortFunc(rs, func(a, b traceview.Region) int {
		return cmp.Compare(w.Goroutines[a.G].Created, w.Goroutines[b.G].Created)
	})
	f := FindingAt(w, rs)
	if len(rs) < 2 || p.of(p.step) < closeBy {
		return f.Judged(Inconclusive, "%s due %s apart can't show an order", count(len(rs), "image"),
			length(p.of(p.step)))
	}
	for i := 1; i < len(rs); i++ {
		early := rs[i-1].End.Sub(rs[i].End)
		if early <= 0 {
			continue
		}
		pair := FindingAt(w, rs[i-1:i+1])
		took, takes := rs[i].End.Sub(rs[i].Start), p.takes(i+1)
		if took >= takes-closeBy && !waitedForOther(w, rs[i-1], closeBy) {
			return pair.Judged(Inconclusive, "image %d was done %s before image %d, which the host kept waiting", i+1,
				length(early), i)
		}
		return pair.Judged(Fails, "image %d was done %s before image %d, after %s; its own time is %s", i+1,
			length(early), i, length(took), length(takes))
	}
	return f.Judged(Holds, "%s were done in order, from %s to %s", count(len(rs), "image"), r.At(rs[0].End),
		r.At(rs[len(rs)-1].End))
}

// waitedForOther reports whether a region's goroutine waited longer than d for something other than "sleep".
func waitedForOther(w *traceview.Window, r traceview.Region, d time.Duration) bool {
	waited := query.TimeIn(w, r, query.InState(traceview.StateWaiting))
	return waited-query.TimeIn(w, r, query.WaitingFor(w, "sleep")) > d
}

// imagesBoundedByCores compares the total with the CPU time that the images took, shared by the cores. What is left of
// the last images may run alone at the end, so the total may be half as long again.
func imagesBoundedByCores(r Recording) Finding {
	rs := query.Regions(r.Window, "image")
	f := FindingAt(r.Window, rs)
	cpu, total := time.Duration(ResultOf[imagesResult](r).CPUNS), f.To.Sub(f.From)
	cores := min(r.Summary.Stat.Procs.GOMAXPROCS, r.NumCPU)
	share, longest := cpu/time.Duration(max(cores, 1)), time.Duration(0)
	for _, image := range rs {
		longest = max(longest, query.TimeIn(r.Window, image, query.InState(traceview.StateRunning)))
	}
	text := "%s took %s together; they computed for %s, which is %s for each of %s"
	args := []any{count(len(rs), "image"), length(total), length(cpu), length(share), count(cores, "core")}
	most, _, _ := query.Peak(rs)
	switch {
	case len(rs) < 2*cores:
		return f.Judged(Inconclusive, text+": too few images to keep the cores busy", args...)
	case total > share*3/2 && most == 1:
		return f.Judged(Fails, text+", but they were made one after another", args...)
	case total > share*3/2:
		return f.Judged(Inconclusive, text+": the cores were not theirs all the time", args...)
	}
	return f.Judged(Holds, text+"; the longest ran for %s", append(args, length(longest))...)
}
