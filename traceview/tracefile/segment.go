package tracefile

import (
	"context"
	"errors"
	"slices"
	"sort"

	"schedviz/traceview"
	"schedviz/traceview/internal/decode"
	"schedviz/traceview/internal/grow"
	"schedviz/traceview/internal/sched"
)

const (
	// keptSegmentBytes bounds the events of all segments that are kept.
	keptSegmentBytes = 64 << 20
	// segmentGenerations is how many generations may be read to make a segment; more are allowed if
	// they span no more bytes than that many checkpoints.
	segmentGenerations = 4
	// snapshotBatches is the minimum number of batches between two snapshots.
	snapshotBatches = 8
)

const (
	// segmentBytes is the size at which a segment stops keeping events after its window; half as
	// much may come before the window.
	segmentBytes = 24 << 20
	// segmentSnapshotBytes bounds the snapshots of one segment.
	segmentSnapshotBytes = 16 << 20
)

// segment is a run of events around a window that was asked for, with snapshots of the machine
// along the way. The next window within the segment reads nothing: it replays the events from the
// last snapshot before it to its end. A segment does not change once it is kept.
type segment struct {
	batches   []keptBatch
	first     int            // number of batches read before these
	snapshots []snapshot     // ascending
	begin     bool           // it begins where the trace begins
	whole     bool           // it ends where the trace ends
	to        traceview.Time // of the last event
	bytes     int
	// symbols are those known at the segment's end. Replaying it adds none, so several machines can
	// share them.
	symbols sched.Symbols
	// firsts has, by generation, the first event about each goroutine of a fresh generation.
	// namesAhead are the names that the last of those generations adds after the segment; see
	// [sched.Machine.RegisterLater].
	firsts     map[int]*decode.Batch
	namesAhead []decode.Names
}

// keptBatch is a batch and the number of its generation.
type keptBatch struct {
	decode.Batch
	gen int
}

// snapshot is the machine's state before a batch.
type snapshot struct {
	batch int // counted from where reading began
	sched.MidSnapshot
}

// covers reports whether a window is within the segment.
func (s *segment) covers(from, to traceview.Time) bool {
	return (s.begin || len(s.snapshots) > 0 && s.snapshots[0].Now <= from) && (s.whole || to < s.to)
}

// before returns the last snapshot at or before a moment; nil is the segment's beginning.
func (s *segment) before(t traceview.Time) *snapshot {
	i := sort.Search(len(s.snapshots), func(i int) bool { return s.snapshots[i].Now > t })
	if i == 0 {
		return nil
	}
	return &s.snapshots[i-1]
}

// segmentOf returns a segment that covers a window; it reads one if none is kept. It returns nil if
// the window is too large or contains damage: the window is then read without being kept.
func (f *File) segmentOf(ctx context.Context, from, to traceview.Time) (*segment, error) {
	f.mu.Lock()
	i := slices.IndexFunc(f.segments, func(s *segment) bool { return s.covers(from, to) })
	if i >= 0 { // now the most recently used
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

// keepSegment adds a segment to those kept, and drops the least recently used ones if there are too
// many.
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

// errTooLarge stops reading a window that cannot be kept.
var errTooLarge = errors.New("too large to keep")

// readSegment reads the events around a window; it returns nil if there are too many of them, or if
// they are damaged.
func (f *File) readSegment(ctx context.Context, from, to traceview.Time) (*segment, error) {
	first, last := f.touched(from, to)
	if last-first > segmentGenerations &&
		f.extents[last-1].End-f.extents[first].Off > segmentGenerations*checkpointEvery {
		return nil, nil
	}
	m := f.machine(nil)
	f.resume(m, first)
	r := segmentReader{
		limits: &f.limits, m: m, s: &segment{begin: first == 0, firsts: make(map[int]*decode.Batch)},
		from: from, to: to, every: snapshotBatches,
	}
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

// segmentReader makes a segment from the batches around a window.
type segmentReader struct {
	*limits
	m            *sched.Machine
	s            *segment
	from, to     traceview.Time
	every        int    // batches between two snapshots
	snapshotSize int    // bytes of the snapshots
	full         bool   // the rest is not kept
	seen         []bool // by number: goroutines of a fresh generation
}

// take takes the next batch, of generation gen; ErrPast says that it was the last one needed.
func (r *segmentReader) take(gen int, b decode.Batch) error {
	s, m := r.s, r.m
	m.CheckContinuity(&b)
	if m.Fresh {
		r.recordFirsts(gen, &b)
	}
	if r.full {
		m.AddLaterNames(&b.Names)
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

// recordFirsts keeps the first event about each goroutine of a fresh generation that it does not create.
func (r *segmentReader) recordFirsts(gen int, b *decode.Batch) {
	firsts := r.s.firsts[gen]
	if firsts == nil {
		firsts = new(decode.Batch)
		r.s.firsts[gen], r.seen = firsts, nil
	}
	for _, ev := range b.Events {
		if ev.Op != decode.OpGo || *grow.Reach(&r.seen, int32(ev.G)) {
			continue
		}
		r.seen[ev.G] = true
		if traceview.State(ev.From()) != traceview.StateDead {
			firsts.Events = append(firsts.Events, ev)
		}
	}
}

// takeSnapshot takes a snapshot before the next batch if one is due, and drops every second one if
// they take too much memory.
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
	// The snapshot before the segment's first batch stays: nothing can be replayed without it.
	s.snapshots = slices.DeleteFunc(s.snapshots, func(st snapshot) bool {
		return st.batch%r.every != 0 &&
			st.batch != s.first
	})
}

// trim drops batches from the beginning, up to a snapshot, while there are too many before the
// window.
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

// replay returns a machine that has played a segment up to time to, starting at the last snapshot
// at or before from. past says that the trace continues after to.
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

// registerLater registers with m the goroutines that a fresh generation mentions only after a
// window; rest are the batches after it.
func (s *segment) registerLater(m *sched.Machine, gen int, rest []keptBatch) {
	for i := range rest {
		if rest[i].gen == gen {
			m.AddLaterNames(&rest[i].Names)
		}
	}
	if gen == s.batches[len(s.batches)-1].gen {
		for i := range s.namesAhead {
			m.AddLaterNames(&s.namesAhead[i])
		}
	}
	m.RegisterLater(s.firsts[gen])
}
