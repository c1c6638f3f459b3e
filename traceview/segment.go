package traceview

import (
	"context"
	"errors"
	"slices"
	"sort"
)

const (
	// keptSegmentBytes bounds the events of all segments that are kept.
	keptSegmentBytes = 64 << 20
	// segmentGenerations is how many generations may be read to keep something of them,
	// or as many bytes as there are between as many checkpoints.
	segmentGenerations = 4
	// stopPages is how many pages there are from one stop to the next, at least.
	stopPages = 8
)

const (
	// segmentBytes is how much of events a segment has when what comes after its window
	// is no longer kept; half as much may come before.
	segmentBytes = 24 << 20
	// segmentStopBytes bounds the stops of one segment.
	segmentStopBytes = 16 << 20
)

// segment is a run of events around a window that was asked for, with stops on the
// way: the next window in it reads nothing, and plays again only what is between the
// stop before it and its end. A segment does not change once it is kept.
type segment struct {
	pages []keptPage
	first int    // pages that came before, in the reading
	stops []stop // ascending
	begin bool   // it begins with the trace
	whole bool   // it ends with the trace
	to    Time   // of the last event
	bytes int
	// symbols are those known at its end. Playing it again adds none, so that
	// several machines can share them.
	symbols symbols
	// firsts are the first event about each goroutine of a fresh generation, by
	// generation, and ahead what the last of them names only behind the segment; see
	// [machine.foretell].
	firsts map[int]*page
	ahead  []names
}

// keptPage is a page and the generation it is of.
type keptPage struct {
	page
	gen int
}

// stop is the machine before a page.
type stop struct {
	page int // counted from the reading's begin
	midState
}

// covers tells whether a window is within the segment.
func (s *segment) covers(from, to Time) bool {
	return (s.begin || len(s.stops) > 0 && s.stops[0].now <= from) && (s.whole || to < s.to)
}

// before returns the last stop at or before a moment; nil is the segment's begin.
func (s *segment) before(t Time) *stop {
	i := sort.Search(len(s.stops), func(i int) bool { return s.stops[i].now > t })
	if i == 0 {
		return nil
	}
	return &s.stops[i-1]
}

// segmentOf returns a segment that covers a window, which it reads if none is kept. It
// returns nil if the window is too large, or something in it damaged: whoever wants
// its spans reads them then, and keeps nothing.
func (f *File) segmentOf(ctx context.Context, from, to Time) (*segment, error) {
	f.mu.Lock()
	i := slices.IndexFunc(f.segments, func(s *segment) bool { return s.covers(from, to) })
	if i >= 0 { // it is the last used now
		s := f.segments[i]
		f.segments = append(slices.Delete(f.segments, i, i+1), s)
		f.mu.Unlock()
		return s, nil
	}
	f.mu.Unlock()
	s, err := f.readSegment(ctx, from, to)
	if s != nil {
		f.keepSegment(s)
	}
	return s, err
}

// keepSegment adds a segment to those kept, and drops the ones that have not been used
// for longest.
func (f *File) keepSegment(s *segment) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.segments = append(f.segments, s)
	total := 0
	for i, x := range slices.Backward(f.segments) {
		if total += x.bytes; total > keptSegmentBytes {
			f.segments = slices.Clone(f.segments[i+1:])
			return
		}
	}
}

// errTooLarge ends the reading of a window that cannot be kept.
var errTooLarge = errors.New("too large to keep")

// readSegment reads what is around a window; nil if that is too large, or damaged.
func (f *File) readSegment(ctx context.Context, from, to Time) (*segment, error) {
	first, last := f.touched(from, to)
	if last-first > segmentGenerations && f.extents[last-1].End-f.extents[first].Off > segmentGenerations*checkpointEvery {
		return nil, nil
	}
	m := f.machine(nil)
	f.resume(m, first)
	r := segmentReader{limits: &f.limits, m: m, s: &segment{begin: first == 0, firsts: make(map[int]*page)}, from: from, to: to, every: stopPages}
	err := f.play(ctx, m, first, last, r.take)
	var d damage
	switch {
	case errors.Is(err, errTooLarge) || errors.As(err, &d):
		return nil, nil
	case err != nil && !errors.Is(err, errPast):
		return nil, err
	case m.events == 0:
		return nil, nil
	}
	s := r.s
	s.to, s.symbols = m.now, m.symbols.final()
	s.whole = err == nil && !r.full && last == len(f.extents)
	return s, nil
}

// segmentReader makes a segment of the pages around a window.
type segmentReader struct {
	*limits
	m        *machine
	s        *segment
	from, to Time
	every    int             // pages between two stops
	stopSize int             // bytes of the stops
	full     bool            // the rest is not kept
	seen     map[uint32]bool // goroutines of a fresh generation
}

// take takes the next page, of generation gen; errPast says that it was the last.
func (r *segmentReader) take(gen int, p page) error {
	s, m := r.s, r.m
	m.join(&p)
	if m.fresh {
		r.foresee(gen, &p)
	}
	if r.full {
		m.learn(&p.names)
		s.ahead = append(s.ahead, p.names)
		p.recycle()
		if p.end {
			return errPast
		}
		return p.err
	}
	r.stop()
	s.pages = append(s.pages, keptPage{p, gen})
	s.bytes += p.bytes()
	if err := m.play(p, never); err != nil {
		return err
	}
	switch {
	case p.err != nil:
		return p.err
	case m.now <= r.from:
		r.trim()
	case m.now > r.to && s.bytes >= r.segmentBytes:
		if !m.fresh || p.end {
			return errPast
		}
		// Only at its end has a fresh generation named every goroutine.
		r.full = true
	case s.bytes > keptSegmentBytes:
		return errTooLarge
	}
	return nil
}

// foresee keeps the first event about each goroutine of a fresh generation.
func (r *segmentReader) foresee(gen int, p *page) {
	firsts := r.s.firsts[gen]
	if firsts == nil {
		firsts = new(page)
		r.s.firsts[gen], r.seen = firsts, make(map[uint32]bool)
	}
	for _, ev := range p.events {
		if ev.op == opGo && !r.seen[ev.g] {
			r.seen[ev.g] = true
			firsts.events = append(firsts.events, ev)
		}
	}
}

// stop makes a stop before the next page if it is time to, and leaves out every
// second one if they take too much.
func (r *segmentReader) stop() {
	s := r.s
	n := s.first + len(s.pages)
	if n%r.every != 0 || !r.m.started {
		return
	}
	st := stop{n, r.m.saveWithin()}
	s.stops = append(s.stops, st)
	if r.stopSize += st.size(); r.stopSize <= r.stopBytes {
		return
	}
	r.every, r.stopSize = 2*r.every, r.stopSize/2
	// That of the segment's first page stays: without it nothing can be played again.
	s.stops = slices.DeleteFunc(s.stops, func(st stop) bool { return st.page%r.every != 0 && st.page != s.first })
}

// trim drops the first pages, up to a stop, while there are many before the window.
func (r *segmentReader) trim() {
	s := r.s
	for s.bytes > r.segmentBytes/2 && len(s.stops) > 1 {
		next := s.stops[0]
		if !s.begin {
			next = s.stops[1]
			r.stopSize -= s.stops[0].size()
			s.stops = s.stops[1:]
		}
		n := next.page - s.first
		for i := range s.pages[:n] {
			s.bytes -= s.pages[i].bytes()
			s.pages[i].recycle()
		}
		s.pages, s.first, s.begin = slices.Delete(s.pages, 0, n), next.page, false
	}
}

// replay returns a machine that has played a segment up to time to, from the last stop
// at or before from; past tells that the trace goes on behind.
func (f *File) replay(s *segment, from, to Time, sinks []sink) (m *machine, past bool) {
	m = f.machine(sinks)
	m.symbols = s.symbols
	pages, gen := s.pages, -1
	if st := s.before(from); st != nil {
		m.restoreWithin(&st.midState, s.symbols)
		pages = pages[st.page-s.first:]
		gen = pages[0].gen
	}
	for i, p := range pages {
		if p.gen != gen {
			gen = p.gen
			m.beginGeneration(f.extents[gen].Number)
		}
		if m.play(p.page, to) != nil {
			if m.fresh {
				s.foretell(m, gen, pages[i+1:])
			}
			return m, true
		}
	}
	return m, !s.whole
}

// foretell tells m of the goroutines that a fresh generation mentions only after a
// window; rest are the pages behind it.
func (s *segment) foretell(m *machine, gen int, rest []keptPage) {
	for i := range rest {
		if rest[i].gen == gen {
			m.learn(&rest[i].names)
		}
	}
	if gen == s.pages[len(s.pages)-1].gen {
		for i := range s.ahead {
			m.learn(&s.ahead[i])
		}
	}
	m.foretell(s.firsts[gen])
}
