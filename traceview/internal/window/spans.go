package window

import (
	"time"

	"schedviz/traceview"
	"schedviz/traceview/internal/grow"
)

// storedSpan is a span of a window that is being read. It fills a cache line.
type storedSpan struct {
	traceview.Span
	longest time.Duration // longest of the merged spans
}

// ran returns how long the goroutine ran in it.
func (b *storedSpan) ran() time.Duration {
	if b.State == traceview.StateRunning {
		return b.Busy
	}
	return 0
}

// merge merges next into b.
func (b *storedSpan) merge(next *storedSpan) {
	start, n, busy, share := b.Start, b.N+next.N, b.Busy+next.Busy, mixedShare(&b.Span, &next.Span)
	if next.longest > b.longest {
		b.Span, b.longest = next.Span, next.longest
	}
	b.Start, b.End, b.N, b.Busy, b.OnCore = start, next.End, n, busy, share
}

// spanStore holds the exact spans of a window that is being read. Each is stored once, regardless of
// how many lanes it is on.
type spanStore struct {
	bars grow.Chunked[storedSpan]
	refs []uint8 // by index: the number of lanes it is on; 0 is a free index
	free []int32 // free indices
}

// at returns the span at an index.
func (x *spanStore) at(i int32) *storedSpan { return x.bars.At(i) }

// put stores a span, which is on no lane yet, and returns its index.
func (x *spanStore) put(b *storedSpan) int32 {
	i := int32(len(x.refs))
	if k := len(x.free) - 1; k >= 0 {
		i, x.free = x.free[k], x.free[:k]
	} else {
		x.refs = append(x.refs, 0)
	}
	*x.bars.Reach(i) = *b
	return i
}

// release says that span i is no longer on one of its lanes.
func (x *spanStore) release(i int32) {
	if x.refs[i]--; x.refs[i] == 0 {
		x.free = append(x.free, i)
	}
}

// len returns the number of spans.
func (x *spanStore) len() int { return len(x.refs) - len(x.free) }

// all yields the spans.
func (x *spanStore) all(yield func(*storedSpan) bool) {
	for i, n := range x.refs {
		if n > 0 && !yield(x.at(int32(i))) {
			return
		}
	}
}

// distinct returns the number of spans, those on several lanes counted once.
func (w *Builder) distinct() int {
	n := w.store.len()
	for _, x := range w.sets() {
		for _, l := range x.each {
			n += len(l.merged)
		}
	}
	return n
}

// spanPlacer puts spans into a window, lane by lane, and translates the machine's numbers in them.
type spanPlacer struct {
	*Builder
	out         *traceview.Window
	mixed       bool // some lanes are merged, so an exact span need not be stored once
	gs, threads numbering
	index       []int32 // by stored span: its index in out.Spans, -1 if it is not there yet
	found       []int32 // by goroutine: where on its lane onGoroutine found the latest span
	lanes       []int32 // storage for all lanes, one after the other
}

// placeSpans puts the spans into the window, whose lanes are still empty.
func (w *Builder) placeSpans(out *traceview.Window, gs, threads numbering) {
	p := spanPlacer{w, out, out.Resolution > 0, gs, threads, make([]int32, len(w.store.refs)), make([]int32, len(gs.order)), make([]int32, 0, w.spans())}
	for i := range p.index {
		p.index[i] = -1
	}
	out.Spans = make([]traceview.Span, 0, w.distinct())
	for i, g := range gs.order {
		if l := w.gs.lanes.at(g); l != nil {
			out.Goroutines[i].Lane = p.lane(l, func(*traceview.Span) int32 { return -1 })
		}
	}
	procs := make(map[traceview.ProcID]traceview.Lane, len(out.Procs))
	for i := range out.Procs {
		id := out.Procs[i].ID
		procs[id] = p.lane(w.procs.lanes[id], p.onGoroutine)
		out.Procs[i].Lane = procs[id]
	}
	for i, t := range threads.order {
		out.Threads[i].Lane = p.lane(w.threads.lanes[t], func(s *traceview.Span) int32 {
			if at := p.onGoroutine(s); at >= 0 {
				return at
			}
			if k := p.find(procs[s.P], s); k >= 0 {
				return procs[s.P][k]
			}
			return -1
		})
	}
}

// lane returns a lane of the window; elsewhere looks for a span on the lanes placed before.
func (p *spanPlacer) lane(l *lane, elsewhere func(*traceview.Span) int32) traceview.Lane {
	from := len(p.lanes)
	for _, i := range l.shared {
		if p.index[i] < 0 {
			p.index[i] = p.place(p.store.at(i), elsewhere)
		}
		p.lanes = append(p.lanes, p.index[i])
	}
	for i := range l.merged {
		p.lanes = append(p.lanes, p.place(&l.merged[i], elsewhere))
	}
	return p.lanes[from:len(p.lanes):len(p.lanes)]
}

// place puts a stored span into the window and returns its index there. A span on merged lanes, or
// one clipped at the end of the window, may have been stored several times although it is the same on
// several lanes, so place looks for it first.
func (p *spanPlacer) place(b *storedSpan, elsewhere func(*traceview.Span) int32) int32 {
	s := b.Span
	s.G, s.M, s.Waker = p.gs.at(s.G), p.threads.at(s.M), p.gs.at(s.Waker)
	if p.mixed || s.End == p.out.To {
		if at := elsewhere(&s); at >= 0 {
			return at
		}
	}
	p.out.Spans = append(p.out.Spans, s)
	return int32(len(p.out.Spans) - 1)
}

// onGoroutine returns the index of a span in the window if it is on its goroutine's lane, else -1.
// Mostly it comes soon after the latest one that was found there.
func (p *spanPlacer) onGoroutine(s *traceview.Span) int32 {
	l, from := p.out.Goroutines[s.G].Lane, int(p.found[s.G])
	for k := from; k < min(from+4, len(l)); k++ {
		if at := l[k]; p.out.Spans[at] == *s {
			p.found[s.G] = int32(k)
			return at
		}
	}
	k := p.find(l, s)
	if k < 0 {
		return -1
	}
	p.found[s.G] = int32(k)
	return l[k]
}

// find returns the place of a span on a lane, -1 if it is not there.
func (p *spanPlacer) find(l traceview.Lane, s *traceview.Span) int {
	for k := p.out.Find(l, s.Start); k < len(l); k++ {
		if found := &p.out.Spans[l[k]]; *found == *s {
			return k
		} else if found.Start > s.Start {
			break
		}
	}
	return -1
}
