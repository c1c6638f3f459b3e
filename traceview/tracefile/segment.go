package tracefile

import (
	"context"
	"errors"
	"slices"
	"sort"

	"schedviz/traceview"
	"schedviz/traceview/internal/decode"
	"schedviz/traceview/internal/sched"
)

const (
	// keptSegmentBytes bounds the events of all segments that are kept.
	keptSegmentBytes = 64 << 20
	// segmentGenerations is how many generations may be read to keep something of them,
	// or as many bytes as there are between as many checkpoints.
	segmentGenerations = 4
	// stopBatches is how many batches there are from one stop to the next, at least.
	stopBatches = 8
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
	batches []keptBatch
	first   int            // batches that came before, in the reading
	stops   []stop         // ascending
	begin   bool           // it begins with the trace
	whole   bool           // it ends with the trace
	to      traceview.Time // of the last event
	bytes   int
	// symbols are those known at its end. Playing it again adds none, so that
	// several machines can share them.
	symbols sched.Symbols
	// firsts are the first event about each goroutine of a fresh generation, by
	// generation, and ahead what the last of them names only behind the segment; see
	// [sched.Machine.RegisterLater].
	firsts map[int]*decode.Batch
	ahead  []decode.Names
}

// keptBatch is a batch and the generation it is of.
type keptBatch struct {
	decode.Batch
	gen int
}

// stop is the machine before a batch.
type stop struct {
	batch int // counted from the reading's begin
	sched.MidSnapshot
}

// covers tells whether a window is within the segment.
func (s *segment) covers(from, to traceview.Time) bool {
	return (s.begin || len(s.stops) > 0 && s.stops[0].Now <= from) && (s.whole || to < s.to)
}

// before returns the last stop at or before a moment; nil is the segment's begin.
func (s *segment) before(t traceview.Time) *stop {
	i := sort.Search(len(s.stops), func(i int) bool { return s.stops[i].Now > t })
	if i == 0 {
		return nil
	}
	return &s.stops[i-1]
}

// segmentOf returns a segment that covers a window, which it reads if none is kept. It
// returns nil if the window is too large, or something in it damaged: whoever wants
// its spans reads them then, and keeps nothing.
func (f *File) segmentOf(ctx context.Context, from, to traceview.Time) (*segment, error) {
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
func (f *File) readSegment(ctx context.Context, from, to traceview.Time) (*segment, error) {
	first, last := f.touched(from, to)
	if last-first > segmentGenerations && f.extents[last-1].End-f.extents[first].Off > segmentGenerations*checkpointEvery {
		return nil, nil
	}
	m := f.machine(nil)
	f.resume(m, first)
	r := segmentReader{limits: &f.limits, m: m, s: &segment{begin: first == 0, firsts: make(map[int]*decode.Batch)}, from: from, to: to, every: stopBatches}
	err := f.play(ctx, m, first, last, r.take)
	var d decode.Damage
	switch {
	case errors.Is(err, errTooLarge) || errors.As(err, &d):
		return nil, nil
	case err != nil && !errors.Is(err, sched.ErrPast):
		return nil, err
	case m.Events == 0:
		return nil, nil
	}
	s := r.s
	s.to, s.symbols = m.Now, m.Symbols.Final()
	s.whole = err == nil && !r.full && last == len(f.extents)
	return s, nil
}

// segmentReader makes a segment of the batches around a window.
type segmentReader struct {
	*limits
	m        *sched.Machine
	s        *segment
	from, to traceview.Time
	every    int             // batches between two stops
	stopSize int             // bytes of the stops
	full     bool            // the rest is not kept
	seen     map[uint32]bool // goroutines of a fresh generation
}

// take takes the next batch, of generation gen; ErrPast says that it was the last.
func (r *segmentReader) take(gen int, p decode.Batch) error {
	s, m := r.s, r.m
	m.Join(&p)
	if m.Fresh {
		r.foresee(gen, &p)
	}
	if r.full {
		m.Learn(&p.Names)
		s.ahead = append(s.ahead, p.Names)
		p.Recycle()
		if p.End {
			return sched.ErrPast
		}
		return p.Err
	}
	r.stop()
	s.batches = append(s.batches, keptBatch{p, gen})
	s.bytes += p.Bytes()
	if err := m.Play(p, sched.Never); err != nil {
		return err
	}
	switch {
	case p.Err != nil:
		return p.Err
	case m.Now <= r.from:
		r.trim()
	case m.Now > r.to && s.bytes >= r.segmentBytes:
		if !m.Fresh || p.End {
			return sched.ErrPast
		}
		// Only at its end has a fresh generation named every goroutine.
		r.full = true
	case s.bytes > keptSegmentBytes:
		return errTooLarge
	}
	return nil
}

// foresee keeps the first event about each goroutine of a fresh generation.
func (r *segmentReader) foresee(gen int, p *decode.Batch) {
	firsts := r.s.firsts[gen]
	if firsts == nil {
		firsts = new(decode.Batch)
		r.s.firsts[gen], r.seen = firsts, make(map[uint32]bool)
	}
	for _, ev := range p.Events {
		if ev.Op == decode.OpGo && !r.seen[ev.G] {
			r.seen[ev.G] = true
			firsts.Events = append(firsts.Events, ev)
		}
	}
}

// stop makes a stop before the next batch if it is time to, and leaves out every
// second one if they take too much.
func (r *segmentReader) stop() {
	s := r.s
	n := s.first + len(s.batches)
	if n%r.every != 0 || !r.m.Started {
		return
	}
	st := stop{n, r.m.SaveWithin()}
	s.stops = append(s.stops, st)
	if r.stopSize += st.Size(); r.stopSize <= r.stopBytes {
		return
	}
	r.every, r.stopSize = 2*r.every, r.stopSize/2
	// That of the segment's first batch stays: without it nothing can be played again.
	s.stops = slices.DeleteFunc(s.stops, func(st stop) bool { return st.batch%r.every != 0 && st.batch != s.first })
}

// trim drops the first batches, up to a stop, while there are many before the window.
func (r *segmentReader) trim() {
	s := r.s
	for s.bytes > r.segmentBytes/2 && len(s.stops) > 1 {
		next := s.stops[0]
		if !s.begin {
			next = s.stops[1]
			r.stopSize -= s.stops[0].Size()
			s.stops = s.stops[1:]
		}
		n := next.batch - s.first
		for i := range s.batches[:n] {
			s.bytes -= s.batches[i].Bytes()
			s.batches[i].Recycle()
		}
		s.batches, s.first, s.begin = slices.Delete(s.batches, 0, n), next.batch, false
	}
}

// replay returns a machine that has played a segment up to time to, from the last stop
// at or before from; past tells that the trace goes on behind.
func (f *File) replay(s *segment, from, to traceview.Time, sinks []sched.Sink) (m *sched.Machine, past bool) {
	m = f.machine(sinks)
	m.Symbols = s.symbols
	batches, gen := s.batches, -1
	if st := s.before(from); st != nil {
		m.RestoreWithin(&st.MidSnapshot, s.symbols)
		batches = batches[st.batch-s.first:]
		gen = batches[0].gen
	}
	for i, p := range batches {
		if p.gen != gen {
			gen = p.gen
			m.BeginGeneration(f.extents[gen].Number)
		}
		if m.Play(p.Batch, to) != nil {
			if m.Fresh {
				s.registerLater(m, gen, batches[i+1:])
			}
			return m, true
		}
	}
	return m, !s.whole
}

// registerLater tells m of the goroutines that a fresh generation mentions only after a
// window; rest are the batches behind it.
func (s *segment) registerLater(m *sched.Machine, gen int, rest []keptBatch) {
	for i := range rest {
		if rest[i].gen == gen {
			m.Learn(&rest[i].Names)
		}
	}
	if gen == s.batches[len(s.batches)-1].gen {
		for i := range s.ahead {
			m.Learn(&s.ahead[i])
		}
	}
	m.RegisterLater(s.firsts[gen])
}
