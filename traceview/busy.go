package traceview

import (
	"cmp"
	"slices"
)

// keptBusy is how many spans of the GC's time are kept one by one. It is a variable for tests.
var keptBusy = 1 << 17

// busySpan is a time in which the GC had some Ps, or all of them (a stop-the-world).
type busySpan struct {
	start, end Time
	ps         int32
	all        bool
}

// busyTime is the time the GC had: spans, which may overlap, in any order. Where there
// are too many, neighbours that differ least are joined, as if the GC had had in all of
// that time what it had in a part of it.
type busyTime struct {
	spans  []busySpan
	joined bool
}

func (b *busyTime) add(s busySpan) {
	b.spans = append(b.spans, s)
	if len(b.spans) < keptBusy {
		return
	}
	b.joined = true
	b.spans = b.runs()
	for len(b.spans) > keptBusy/2 {
		b.join()
	}
}

// change is where the GC gets or loses Ps.
type change struct {
	at      Time
	ps, all int
}

func (b *busyTime) changes() []change {
	out := make([]change, 0, 2*len(b.spans))
	for _, s := range b.spans {
		c := change{at: s.start, ps: int(s.ps)}
		if s.all {
			c.all = 1
		}
		out = append(out, c, change{s.end, -c.ps, -c.all})
	}
	slices.SortFunc(out, func(a, b change) int { return cmp.Compare(a.at, b.at) })
	return out
}

// runs returns the same time as spans that do not overlap, ascending.
func (b *busyTime) runs() []busySpan {
	out := make([]busySpan, 0, len(b.spans))
	var now busySpan
	stops := 0
	for _, c := range b.changes() {
		if c.at > now.start && (now.ps > 0 || stops > 0) {
			out = append(out, busySpan{now.start, c.at, now.ps, stops > 0})
		}
		now.start, now.ps, stops = c.at, now.ps+int32(c.ps), stops+c.all
	}
	return out
}

// join makes one of neighbours where that adds least. It does so with at least a third of them.
func (b *busyTime) join() {
	costs := make([]float64, 0, len(b.spans))
	for i := range b.spans[1:] {
		costs = append(costs, joinCost(&b.spans[i], &b.spans[i+1]))
	}
	slices.Sort(costs)
	most := costs[2*len(costs)/3]
	out := b.spans[:0]
	for i := 0; i < len(b.spans); i++ {
		s := b.spans[i]
		if i+1 < len(b.spans) && joinCost(&s, &b.spans[i+1]) <= most {
			i++
			s = busySpan{s.start, b.spans[i].end, max(s.ps, b.spans[i].ps), s.all || b.spans[i].all}
		}
		out = append(out, s)
	}
	b.spans = out
}

// joinCost is how much P time two neighbours would get that the GC did not have.
func joinCost(a, b *busySpan) float64 {
	const everything = 1 << 10 // Ps; a stop of the world is not lightly made longer
	ps := func(s *busySpan) float64 {
		if s.all {
			return everything
		}
		return float64(s.ps)
	}
	most := max(ps(a), ps(b))
	return (most-ps(a))*float64(a.end-a.start) + most*float64(b.start-a.end) + (most-ps(b))*float64(b.end-b.start)
}
