package traceview

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
)

// Window returns what happened from one moment to another; the bounds may lie
// beyond the trace's. All spans are exact while there are at most maxSpans of
// them in all lanes together (0: however many), else merged: see [Window.Resolution].
func (f *File) Window(ctx context.Context, from, to Time, maxSpans int) (_ *Window, err error) {
	defer f.catchAny(fmt.Sprintf("the window from %d to %d ns", from, to), &err)
	if to < from {
		return nil, fmt.Errorf("reading trace %s: a window cannot end (%d ns) before it begins (%d ns)", f.name, to, from)
	}
	w := newWindower(from, to, maxSpans)
	m, err := f.readWindow(ctx, from, to, w)
	if err != nil {
		return nil, err
	}
	return w.window(m), nil
}

// readWindow plays what a window touches, from what is kept if it can be.
func (f *File) readWindow(ctx context.Context, from, to Time, w *windower) (*machine, error) {
	seg, err := f.segmentOf(ctx, from, to)
	if err != nil {
		return nil, fmt.Errorf("reading trace %s: %w", f.name, err)
	}
	if seg == nil {
		rd, err := f.read(ctx, from, to, w)
		if err != nil {
			return nil, err
		}
		return rd.m, nil
	}
	joined, sinks := joinCores(f.cores, f.limits.stays, []sink{w})
	m, past := f.replay(seg, from, to, sinks)
	rd := &reading{m: m, joined: joined}
	rd.finish(to, past)
	return m, nil
}

// windower is the sink that keeps the spans of a window. Its numbers are the
// machine's until window translates them.
type windower struct {
	from, to Time
	max      int // spans, in all lanes together
	origin   Time
	merging  bool
	room     int // for spans, once they are merged
	limit    int // spans at which to make room

	store   spanStore
	gs      laneSet // by the machine's number
	procs   laneSet // by P
	threads laneSet // by the machine's number; cores count as such
	cores   map[int32]*coreLane
	groups  *laneGroups // nil while every goroutine has a lane and every span is exact
	moment  *Moment     // the window shrinks around it rather than merge spans; nil: it does not
	current bar         // the span to be put on its lanes
	at      int32       // where it is stored, -1 as long as it is not
	joined  *joiner     // nil if nothing is known of cores
	records
}

func newWindower(from, to Time, maxSpans int) *windower {
	if maxSpans <= 0 {
		maxSpans = math.MaxInt
	}
	return &windower{
		from: from, to: to, max: maxSpans, limit: maxSpans, cores: make(map[int32]*coreLane), records: newRecords(maxSpans),
	}
}

func (w *windower) useCores(j *joiner) { w.joined = j }

// holds keeps the numbers of all goroutines in spans and records. A window without a
// bound is about all goroutines anyway.
func (w *windower) holds(hold func(g int32)) (all bool) {
	if w.max == math.MaxInt {
		return true
	}
	for g := range w.gs.each {
		hold(g)
	}
	w.mentions(hold)
	return false
}

// mentions calls hold with each goroutine that spans, marks and records refer to.
func (w *windower) mentions(hold func(g int32)) {
	for s := range w.store.all {
		hold(s.G)
		hold(s.Waker)
	}
	for _, l := range w.procs.each {
		for i := range l.marks {
			hold(l.marks[i].G)
		}
	}
	w.records.holds(hold)
}

func (w *windower) retire(_ *machine, g int32) {
	if int(g) < len(w.gs.lanes) {
		w.gs.lanes[g] = nil
	}
}

// clip returns the part of a stretch of time that is in the window.
func (w *windower) clip(start, end Time) (Time, Time, bool) {
	return max(start, w.from), min(end, w.to), end >= w.from && start <= w.to
}

func (w *windower) span(m *machine, sp *span) {
	if !w.cut(m, sp) {
		return
	}
	s := &w.current
	w.addGoroutine(sp)
	if sp.m >= 0 {
		w.add(&w.threads, w.threads.lane(sp.m))
	}
	if s.Preempt != NotPreempted && s.End == sp.end && sp.p != NoP {
		w.mark(w.procs.lane(int32(sp.p)), Mark{Time: s.End, G: s.G, M: s.M, P: s.P, Stack: s.Stack, N: 1, Kind: s.Preempt})
	}
	if w.spans() > w.limit || w.merging && len(w.gs.live) > w.maxLanes() {
		w.makeRoom(m)
	}
}

// makeRoom has a window with too many spans hold fewer of them.
func (w *windower) makeRoom(m *machine) {
	if w.moment != nil {
		w.shrink()
		return
	}
	if !w.merging {
		// Whoever gets merged spans anyway is served as well, and sooner, with fewer.
		w.merging = true
		w.share(w.max / 5 * 3)
	}
	w.fold(m)
	if w.spans() > w.limit {
		w.coarsen(m)
	}
}

// share shares out a number of spans. What a reader looks at first must not be coarse
// because there is much of the rest: goroutines make room first, then threads, then Ps.
func (w *windower) share(spans int) {
	w.room, w.limit = spans, spans
	w.gs.share, w.threads.share, w.procs.share = spans/10*3, spans/5, spans/2
}

func (w *windower) offProc(m *machine, sp *span) {
	if !w.cut(m, sp) {
		return
	}
	if l := w.gs.at(sp.g); !w.isLast(l) && sp.m >= 0 {
		w.isLast(w.threads.at(sp.m))
	}
	w.add(&w.procs, w.procs.lane(int32(sp.p)))
}

// isLast reports whether the current span is the last one of a lane, and so stored already.
func (w *windower) isLast(l *lane) bool {
	if l == nil || len(l.spans) == 0 {
		return false
	}
	i := l.spans[len(l.spans)-1]
	if w.store.at(i).Span != w.current.Span {
		return false
	}
	w.at = i
	return true
}

// cut makes the part of a span that is in the window the current one, and reports
// whether there is any.
func (w *windower) cut(m *machine, sp *span) bool {
	start, end, ok := w.clip(sp.since, sp.end)
	if !ok || start == end && sp.since != sp.end {
		return false
	}
	w.origin = max(w.from, m.start)
	w.at = -1
	s := &w.current
	s.Start, s.End, s.G, s.M, s.P = start, end, sp.g, sp.m, sp.p
	s.Stack, s.Waker, s.N, s.State = sp.stack, sp.waker, 1, sp.state
	s.Busy, s.longest = end.Sub(start), end.Sub(start)
	s.Preempt, s.OnCore, s.Reason = NotPreempted, 0, 0
	if sp.reason <= math.MaxUint16 {
		s.Reason = uint16(sp.reason)
	}
	if w.joined != nil {
		s.OnCore = -1
	}
	if sp.state == StateRunning {
		s.Preempt = sp.preempt
		if w.joined != nil {
			s.OnCore = w.joined.share(m, sp.m, start, end)
		}
	}
	return true
}

// window puts the lanes in order, and translates the machine's numbers of
// goroutines and threads to places in them.
func (w *windower) window(m *machine) *Window {
	out := &Window{
		From: max(w.from, m.start), To: min(w.to, m.now), Resolution: max(w.gs.width, w.procs.width, w.threads.width),
		GoroutineResolution: w.gs.width, ProcResolution: w.procs.width, ThreadResolution: w.threads.width,
		Reasons: m.symbols.texts[:min(len(m.symbols.texts), math.MaxUint16+1)],
		Stacks:  m.symbols.stacks,
	}
	w.records.fill(out)
	out.Omitted.Threads = w.threads.dropped
	gs := w.numberGoroutines(m)
	threads := w.numberThreads(m)
	for _, g := range gs.order {
		st := m.gs.at(g)
		row := Goroutine{ID: st.id, Func: m.symbols.texts[st.fn], Parent: st.parent, Created: st.created}
		if st.state == StateDead {
			row.Ended = st.since
		}
		out.Goroutines = append(out.Goroutines, row)
	}
	for _, t := range threads.order {
		out.Threads = append(out.Threads, Thread{ID: m.threads[t]})
	}
	for p, l := range w.procs.used {
		out.Procs = append(out.Procs, Proc{ID: ProcID(p)})
		out.Marks = append(out.Marks, l.marks...)
	}
	w.placeSpans(out, gs, threads)
	for i := range out.Marks {
		mk := &out.Marks[i]
		mk.G, mk.M = gs.at(mk.G), threads.at(mk.M)
	}
	for i := range out.Ranges {
		out.Ranges[i].G = gs.at(out.Ranges[i].G)
	}
	for i := range out.Regions {
		out.Regions[i].G = gs.at(out.Regions[i].G)
	}
	for i := range out.Logs {
		out.Logs[i].G = gs.at(out.Logs[i].G)
	}
	w.groups.fill(m, w.gs.lanes, out)
	w.coreLanes(m, out)
	sortByBegin(out)
	return out
}

// numbering translates numbers of the machine's to places in a slice of those in use.
type numbering struct {
	order  []int32
	places []int32 // by number; -1 is not in use
}

func (n numbering) at(i int32) int32 {
	if i < 0 {
		return -1
	}
	return n.places[i]
}

// newNumbering puts those of size things that are used in the order of less.
func newNumbering(used []bool, compare func(a, b int32) int) numbering {
	n := numbering{places: make([]int32, len(used))}
	for i, ok := range used {
		n.places[i] = -1
		if ok {
			n.order = append(n.order, int32(i))
		}
	}
	slices.SortStableFunc(n.order, compare)
	for place, i := range n.order {
		n.places[i] = int32(place)
	}
	return n
}

// numberGoroutines numbers the goroutines that have a lane or are referred to.
func (w *windower) numberGoroutines(m *machine) numbering {
	used := make([]bool, m.gs.n)
	use := func(g int32) {
		if g >= 0 {
			used[g] = true
		}
	}
	for g := range w.gs.used {
		use(g)
	}
	w.mentions(use)
	return newNumbering(used, func(a, b int32) int {
		return cmp.Or(cmp.Compare(m.gs.at(a).id, m.gs.at(b).id), cmp.Compare(m.gs.at(a).created, m.gs.at(b).created))
	})
}

func (w *windower) numberThreads(m *machine) numbering {
	used := make([]bool, len(m.threads))
	for t := range w.threads.used {
		used[t] = true
	}
	return newNumbering(used, func(a, b int32) int { return cmp.Compare(m.threads[a], m.threads[b]) })
}

// sortByBegin puts what came in the order of its end into the order of its begin.
func sortByBegin(w *Window) {
	slices.SortStableFunc(w.Marks, func(a, b Mark) int { return cmp.Compare(a.Time, b.Time) })
	slices.SortStableFunc(w.Ranges, func(a, b Range) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Name, b.Name), cmp.Compare(a.G, b.G))
	})
	slices.SortStableFunc(w.Tasks, func(a, b Task) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.ID, b.ID))
	})
	slices.SortStableFunc(w.Regions, func(a, b Region) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.G, b.G))
	})
	slices.SortStableFunc(w.Samples, func(a, b Sample) int {
		return cmp.Or(cmp.Compare(a.Time, b.Time), cmp.Compare(a.Name, b.Name))
	})
}
