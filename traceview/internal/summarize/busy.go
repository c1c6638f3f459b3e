package summarize

import (
	"cmp"
	"slices"

	"schedviz/traceview"
)

// keptBusy is the number of spans of GC time that are kept separately.
const keptBusy = 1 << 17

// busySpan is an interval in which the GC used some Ps, or all of them (a stop-the-world).
type busySpan struct {
	start, end traceview.Time
	ps         float64 // the mean, if spans were merged
	all        float64 // the share of the time in which it used all Ps: 0 or 1, unless spans were merged
}

// busyTime is the GC's time: spans that may overlap, in any order. If there are too many,
// neighbours are merged, the shortest first. Their total stays the same; only over windows shorter
// than a merged span may the GC seem to have used less than it did.
type busyTime struct {
	max    int // maximum number of spans
	spans  []busySpan
	merged bool
}

func (b *busyTime) add(s busySpan) {
	b.spans = append(b.spans, s)
	if len(b.spans) < b.max {
		return
	}
	b.merged = true
	b.spans = b.runs()
	for len(b.spans) > 3*b.max/4 {
		b.mergeNeighbours(len(b.spans) - b.max/2)
	}
}

// change is a point in time at which the GC starts or stops using Ps.
type change struct {
	at      traceview.Time
	ps, all float64
}

func (b *busyTime) changes() []change {
	out := make([]change, 0, 2*len(b.spans))
	for _, s := range b.spans {
		out = append(out, change{s.start, s.ps, s.all}, change{s.end, -s.ps, -s.all})
	}
	slices.SortFunc(out, func(a, b change) int { return cmp.Compare(a.at, b.at) })
	return out
}

// runs returns the same time as spans without overlap, ascending.
func (b *busyTime) runs() []busySpan {
	const none = 1e-6 // tolerance for rounding
	out := make([]busySpan, 0, len(b.spans))
	var now busySpan
	for _, c := range b.changes() {
		if c.at > now.start && (now.ps > none || now.all > none) {
			now.end = c.at
			out = append(out, now)
		}
		now.start, now.ps, now.all = c.at, now.ps+c.ps, now.all+c.all
	}
	return out
}

// mergeNeighbours merges pairs of neighbours that are close together: about n of them, and each
// span at most once.
func (b *busyTime) mergeNeighbours(n int) {
	lengths := make([]traceview.Time, 0, len(b.spans))
	for i := range b.spans[1:] {
		lengths = append(lengths, b.spans[i+1].end-b.spans[i].start)
	}
	slices.Sort(lengths)
	most := lengths[n]
	out := b.spans[:0]
	for i := 0; i < len(b.spans); i++ {
		s := b.spans[i]
		if i+1 < len(b.spans) && b.spans[i+1].end-s.start <= most {
			i++
			s = s.merge(b.spans[i])
		}
		out = append(out, s)
	}
	b.spans = out
}

func (s busySpan) merge(next busySpan) busySpan {
	mean := func(a, b float64) float64 {
		return (a*float64(s.end-s.start) + b*float64(next.end-next.start)) / float64(next.end-s.start)
	}
	return busySpan{s.start, next.end, mean(s.ps, next.ps), mean(s.all, next.all)}
}
