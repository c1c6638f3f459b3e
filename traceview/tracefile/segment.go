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
	// snapshotBatches is how many batches there are from one stop to the next, at least.
	snapshotBatches = 8
)

const (
	// segmentBytes is how much of events a segment has when what comes after its window
	// is no longer kept; half as much may come before.
	segmentBytes = 24 << 20
	// segmentSnapshotBytes bounds the stops of one segment.
	segmentSnapshotBytes = 16 << 20
)

// segment is a run of events around a window that was asked for, with stops on the
// way: the next window in it reads nothing, and plays again only what is between the
// stop before it and its end. A segment does not change once it is kept.
type segment struct {
	batches   []keptBatch
	first     int            // batches that came before, in the reading
	snapshots []snapshot     // ascending
	begin     bool           // it begins with the trace
	whole     bool           // it ends with the trace
	to        traceview.Time // of the last event
	bytes     int
	// symbols are those known at its end. Playing it again adds none, so that
	// several machines can share them.
	symbols sched.Symbols
	// firsts are the first event about each goroutine of a fresh generation, by
	// generation, and ahead what the last of them names only behind the segment; see
	// [sched.Machine.RegisterLater].
	firsts     map[int]*decode.Batch
	namesAhead []decode.Names
}

// keptBatch is a batch and the generation it is of.
type keptBatch struct {
	decode.Batch
	gen int
}

// snapshot is the machine before a batch.
type snapshot struct {
	batch int // counted from the reading's begin
	sched.MidSnapshot
}

// covers tells whether a window is within the segment.
func (s *segment) covers(from, to traceview.Time) bool {
	return (s.begin || len(s.snapshots) > 0 && s.snapshots[0].Now <= from) && (s.whole || to < s.to)
}

// before returns the last stop at or before a moment; nil is the segment's begin.
func (s *segment) before(t traceview.Time) *snapshot {
	i := sort.Search(len(s.snapshots), func(i int) bool { return s.snapshots[i].Now > t })
	if i == 0 {
		return nil
	}
	return &s.snapshots[i-1]
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
	r := segmentReader{limits: &f.limits, m: m, s: &segment{begin: first == 0, firsts: make(map[int]*decode.Batch)}, from: from, to: to, every: snapshotBatches}
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
	m            *sched.Machine
	s            *segment
	from, to     traceview.Time
	every        int             // batches between two stops
	snapshotSize int             // bytes of the stops
	full         bool            // the rest is not kept
	seen         map[uint32]bool // goroutines of a fresh generation
}

// take takes the next batch, of generation gen; ErrPast says that it was the last.
func (r *segmentReader) take(gen int, b decode.Batch) error {
	s, m := r.s, r.m
	m.CheckContinuity(&b)
	if m.Fresh {
		r.recordFirsts(gen, &b)
	}
	if r.full {
		m.AddNames(&b.Names)
		s.namesAhead = append(s.namesAhead, b.Names)
		b.Recycle()
		if b.End {
			return sched.ErrPast
		}
		return b.Err
	}
	r.takeSnapshot()
	s.batches = append(s.batches, keptBatch{b, gen})
	s.bytes += b.Bytes()
	if err := m.Play(b, sched.Never); err != nil {
		return err
	}
	switch {
	case b.Err != nil:
		return b.Err
	case m.Now <= r.from:
		r.trim()
	case m.Now > r.to && s.bytes >= r.segmentBytes:
		if !m.Fresh || b.End {
			return sched.ErrPast
		}
		// Only at its end has a fresh generation named every goroutine.
		r.full = true
	case s.bytes > keptSegmentBytes:
		return errTooLarge
	}
	return nil
}

// recordFirsts keeps the first event about each goroutine of a fresh generation.
func (r *segmentReader) recordFirsts(gen int, b *decode.Batch) {
	firsts := r.s.firsts[gen]
	if firsts == nil {
		firsts = new(decode.Batch)
		r.s.firsts[gen], r.seen = firsts, make(map[uint32]bool)
	}
	for _, ev := range b.Events {
		if ev.Op == decode.OpGo && !r.seen[ev.G] {
			r.seen[ev.G] = true
			firsts.Events = append(firsts.Events, ev)
		}
	}
}

// takeSnapshot makes a stop before the next batch if it is time to, and leaves out every
// second one if they take too much.
func (r *segmentReader) takeSnapshot() {
	s := r.s
	n := s.first + len(s.batches)
	if n%r.every != 0 || !r.m.Started {
		return
	}
	st := snapshot{n, r.m.SaveWithin()}
	s.snapshots = append(s.snapshots, st)
	if r.snapshotSize += st.Size(); r.snapshotSize <= r.snapshotBytes {
		return
	}
	r.every, r.snapshotSize = 2*r.every, r.snapshotSize/2
	// That of the segment's first batch stays: without it nothing can be played again.
	s.snapshots = slices.DeleteFunc(s.snapshots, func(st snapshot) bool { return st.batch%r.every != 0 && st.batch != s.first })
}

// trim drops the first batches, up to a stop, while there are many before the window.
func (r *segmentReader) trim() {
	s := r.s
	for s.bytes > r.segmentBytes/2 && len(s.snapshots) > 1 {
		next := s.snapshots[0]
		if !s.begin {
			next = s.snapshots[1]
			r.snapshotSize -= s.snapshots[0].Size()
			s.snapshots = s.snapshots[1:]
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
			m.AddNames(&rest[i].Names)
		}
	}
	if gen == s.batches[len(s.batches)-1].gen {
		for i := range s.namesAhead {
			m.AddNames(&s.namesAhead[i])
		}
	}
	m.RegisterLater(s.firsts[gen])
}
