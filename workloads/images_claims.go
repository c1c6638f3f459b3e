package workloads

import (
	"cmp"
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

func imagesTimeOfLongest(r Recording) Finding {
	p := Params[*images](r)
	var all time.Duration
	for id := 1; id <= p.count; id++ {
		all += p.takes(id)
	}
	return timeOfLongest(r, query.Regions(r.Window, "image"), p.takes(p.count), all)
}

// imagesInOrder looks at when the sleeps ended. Two that are due within a few milliseconds may end in either
// order.
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
		if before := rs[i-1].End; rs[i].End < before {
			pair := FindingAt(w, rs[i-1:i+1])
			if runnableIn(w, rs[i-1:i]) > closeBy {
				return pair.Judged(Inconclusive, "image %d was done %s after image %d, but had no P: the host was "+
					"too busy to decide", i, length(before.Sub(rs[i].End)), i+1)
			}
			return pair.Judged(Fails, "image %d was done %s before image %d", i+1, length(before.Sub(rs[i].End)), i)
		}
	}
	return f.Judged(Holds, "%s were done in order, from %s to %s", count(len(rs), "image"), r.At(rs[0].End),
		r.At(rs[len(rs)-1].End))
}
