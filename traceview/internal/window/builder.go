package window

import (
	"cmp"
	"math"
	"slices"

	"schedviz/traceview"
	"schedviz/traceview/internal/oncore"
	"schedviz/traceview/internal/sched"
)

var _ interface {
	sched.SpanSink
	sched.ProcSpanSink
	sched.RangeEndSink
	sched.AnnotationSink
	sched.MetricSink
	sched.Holder
	oncore.User
	oncore.StaySink
} = (*Builder)(nil)

// Builder is the sink that keeps the spans of a window. Its numbers are the machine's until Window
// translates them.
type Builder struct {
	from, to traceview.Time
	max      int // maximum number of spans, in all lanes together
	origin   traceview.Time
	merging  bool
	room     int // for spans, once they are merged
	limit    int // number of spans at which to make room

	store    spanStore
	scratch  []storedSpan // of unshare
	gs       laneSet      // by the machine's number
	procs    laneSet      // by P
	threads  laneSet      // by the machine's number; cores belong to this set
	cores    map[int32]*coreLane
	groups   *laneGroups       // nil while every goroutine has a lane and every span is exact
	moment   *traceview.Moment // if set, the window shrinks around it instead of merging spans
	current  storedSpan        // the span being added to its lanes
	since    traceview.Time    // when its state began, possibly before the window
	stored   int32             // its index in store, -1 if it is not stored yet
	coreJoin *oncore.CoreJoin  // nil without a record of cores
	records
}

// New returns a builder of the window between two moments with at most maxSpans spans (0 is no
// limit).
func New(from, to traceview.Time, maxSpans int) *Builder {
	if maxSpans <= 0 {
		maxSpans = math.MaxInt
	}
	return &Builder{
		from: from, to: to, max: maxSpans, limit: maxSpans, cores: make(map[int32]*coreLane),
		records: newRecords(maxSpans),
	}
}

// UseCores implements [oncore.User].
func (w *Builder) UseCores(j *oncore.CoreJoin) { w.coreJoin = j }

// Holds implements [sched.Holder]. A window without a limit refers to all goroutines.
func (w *Builder) Holds(hold func(g int32)) (all bool) {
	if w.max == math.MaxInt {
		return true
	}
	for g := range w.gs.each {
		hold(g)
	}
	w.references(hold)
	return false
}

// references calls hold with each goroutine to which spans, marks and records refer.
func (w *Builder) references(hold func(g int32)) {
	for s := range w.store.all {
		hold(s.G)
		hold(s.Waker)
	}
	for _, x := range w.sets() {
		for _, n := range x.live {
			spans := x.lanes[n].merged
			for i := range spans {
				hold(spans[i].G)
				hold(spans[i].Waker)
			}
		}
	}
	for _, l := range w.procs.each {
		for i := range l.marks {
			hold(l.marks[i].G)
		}
	}
	w.records.holds(hold)
}

// Retire implements [sched.Holder].
func (w *Builder) Retire(_ *sched.Machine, g int32) {
	if int(g) < len(w.gs.lanes) {
		w.gs.lanes[g] = nil
	}
}

// clip returns the part of an interval that is in the window.
func (w *Builder) clip(start, end traceview.Time) (traceview.Time, traceview.Time, bool) {
	return max(start, w.from), min(end, w.to), end >= w.from && start <= w.to
}

// SpanEnd implements [sched.SpanSink].
func (w *Builder) SpanEnd(m *sched.Machine, sp *sched.Span) {
	if !w.cut(m, sp) {
		return
	}
	s := &w.current
	w.addGoroutine(sp)
	if sp.M >= 0 {
		w.add(&w.threads, w.threads.lane(sp.M))
	}
	if s.Preempt != traceview.NotPreempted && s.End == sp.End && sp.P != traceview.NoP {
		w.mark(w.procs.lane(int32(sp.P)), traceview.Mark{
			Time: s.End, G: s.G, M: s.M, P: s.P, Stack: s.Stack, N: 1, Kind: s.Preempt,
		})
	}
	if w.spans() > w.limit || w.merging && len(w.gs.live) > w.maxLanes() {
		w.makeRoom(m)
	}
}

// makeRoom reduces the number of spans in a window that has too many.
func (w *Builder) makeRoom(m *sched.Machine) {
	w.current.G = -1 // it may have been clipped, or be on no lane any more
	if w.moment != nil {
		w.shrink()
		return
	}
	if !w.merging {
		// If spans have to be merged anyway, fewer of them are just as useful and take less time.
		w.merging = true
		w.share(w.max / 5 * 3)
	}
	w.foldLanes(m)
	if w.spans() > w.limit {
		w.coarsen(m)
	}
}

// share divides a number of spans among the kinds of lanes. What is looked at first must not become
// coarse because there is much of the rest: goroutines make room first, then threads, then Ps.
func (w *Builder) share(spans int) {
	w.room, w.limit = spans, spans
	w.gs.share, w.threads.share, w.procs.share = spans/10*3, spans/5, spans/2
}

// ProcSpanEnd implements [sched.ProcSpanSink].
func (w *Builder) ProcSpanEnd(m *sched.Machine, sp *sched.Span) {
	if !w.isCurrent(sp) {
		if !w.cut(m, sp) {
			return
		}
		if !w.isLast(w.gs.at(sp.G)) && sp.M >= 0 {
			w.isLast(w.threads.at(sp.M))
		}
	}
	w.add(&w.procs, w.procs.lane(int32(sp.P)))
}

// isCurrent reports whether a span is the current one, which is on its goroutine's lane.
func (w *Builder) isCurrent(sp *sched.Span) bool {
	s := &w.current
	return s.G == sp.G && s.State == sp.State && w.since == sp.Since && s.End == sp.End
}

// isLast reports whether the current span is the last one of a lane, and so is stored already.
func (w *Builder) isLast(l *lane) bool {
	if l == nil || len(l.shared) == 0 {
		return false
	}
	i := l.shared[len(l.shared)-1]
	if w.store.at(i).Span != w.current.Span {
		return false
	}
	w.stored = i
	return true
}

// cut makes the part of a span within the window the current one, and reports whether there is any.
func (w *Builder) cut(m *sched.Machine, sp *sched.Span) bool {
	start, end, ok := w.clip(sp.Since, sp.End)
	if !ok || start == end && sp.Since != sp.End {
		return false
	}
	w.origin = max(w.from, m.Start)
	w.stored, w.since = -1, sp.Since
	s := &w.current
	s.Start, s.End, s.G, s.M, s.P = start, end, sp.G, sp.M, sp.P
	s.Stack, s.Waker, s.N, s.State = sp.Stack, sp.Waker, 1, sp.State
	s.Busy, s.longest = end.Sub(start), end.Sub(start)
	s.Preempt, s.OnCore, s.Reason = traceview.NotPreempted, 0, 0
	if sp.Reason <= math.MaxUint16 {
		s.Reason = uint16(sp.Reason)
	}
	if w.coreJoin != nil {
		s.OnCore = -1
	}
	if sp.State == traceview.StateRunning {
		s.Preempt = sp.Preempt
		if w.coreJoin != nil {
			s.OnCore = w.coreJoin.Share(m, sp.M, start, end)
		}
	}
	return true
}

// Window returns the window: lanes in order, with the machine's numbers of goroutines and threads
// translated to indices.
func (w *Builder) Window(m *sched.Machine) *traceview.Window {
	out := &traceview.Window{
		From: max(w.from, m.Start), To: min(w.to, m.Now), Resolution: max(w.gs.width, w.procs.width, w.threads.width),
		GoroutineResolution: w.gs.width, ProcResolution: w.procs.width, ThreadResolution: w.threads.width,
		Reasons: m.Symbols.Texts[:min(len(m.Symbols.Texts), math.MaxUint16+1)],
		Stacks:  m.Symbols.Stacks,
	}
	w.records.fill(out)
	out.Omitted.Threads = w.threads.dropped
	gs := w.numberGoroutines(m)
	threads := w.numberThreads(m)
	out.Goroutines = make([]traceview.Goroutine, 0, len(gs.order))
	for _, g := range gs.order {
		st := m.Gs.At(g)
		row := traceview.Goroutine{ID: st.ID, Func: m.Symbols.Texts[st.Func], Parent: st.Parent, Created: st.Created}
		if st.State == traceview.StateDead {
			row.Ended = st.Since
		}
		out.Goroutines = append(out.Goroutines, row)
	}
	for _, t := range threads.order {
		out.Threads = append(out.Threads, traceview.Thread{ID: m.Threads[t]})
	}
	for p, l := range w.procs.used {
		out.Procs = append(out.Procs, traceview.Proc{ID: traceview.ProcID(p)})
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

// numbering translates the machine's numbers to indices of a slice that has only those in use.
type numbering struct {
	order []int32
	index []int32 // by number; -1 if not in use
}

func (n numbering) at(i int32) int32 {
	if i < 0 {
		return -1
	}
	return n.index[i]
}

// newNumbering returns a numbering of the used ones, sorted by compare.
func newNumbering(used []bool, compare func(a, b int32) int) numbering {
	n := numbering{index: make([]int32, len(used))}
	for i, ok := range used {
		n.index[i] = -1
		if ok {
			n.order = append(n.order, int32(i))
		}
	}
	slices.SortStableFunc(n.order, compare)
	for place, i := range n.order {
		n.index[i] = int32(place)
	}
	return n
}

// numberGoroutines numbers the goroutines that have a lane or are referred to.
func (w *Builder) numberGoroutines(m *sched.Machine) numbering {
	used := make([]bool, m.Gs.Len)
	use := func(g int32) {
		if g >= 0 {
			used[g] = true
		}
	}
	for g := range w.gs.used {
		use(g)
	}
	w.references(use)
	return newNumbering(used, func(a, b int32) int {
		return cmp.Or(cmp.Compare(m.Gs.At(a).ID, m.Gs.At(b).ID), cmp.Compare(m.Gs.At(a).Created, m.Gs.At(b).Created))
	})
}

func (w *Builder) numberThreads(m *sched.Machine) numbering {
	used := make([]bool, len(m.Threads))
	for t := range w.threads.used {
		used[t] = true
	}
	return newNumbering(used, func(a, b int32) int { return cmp.Compare(m.Threads[a], m.Threads[b]) })
}

// sortByBegin sorts by begin what was added in the order of its end.
func sortByBegin(w *traceview.Window) {
	slices.SortStableFunc(w.Marks, func(a, b traceview.Mark) int { return cmp.Compare(a.Time, b.Time) })
	slices.SortStableFunc(w.Ranges, func(a, b traceview.Range) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Name, b.Name),
			cmp.Compare(a.G, b.G))
	})
	slices.SortStableFunc(w.Tasks, func(a, b traceview.Task) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.ID, b.ID))
	})
	slices.SortStableFunc(w.Regions, func(a, b traceview.Region) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.G, b.G))
	})
	slices.SortStableFunc(w.Samples, func(a, b traceview.Sample) int {
		return cmp.Or(cmp.Compare(a.Time, b.Time), cmp.Compare(a.Name, b.Name))
	})
}
