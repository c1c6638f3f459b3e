package traceview

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"time"
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
	joined, sinks := f.join([]sink{w})
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
	width    time.Duration // resolution, 0 while everything is exact
	spans    int
	limit    int // when to merge further

	gs      lanes // by the machine's number
	procs   lanes // by P
	threads lanes // by the machine's number
	cores   map[int32]*coreLane
	current Span    // the one to be added to its lanes
	joined  *joiner // nil if nothing is known of cores

	ranges  []Range
	tasks   []Task
	regions []Region
	logs    []Log
	samples []Sample
	before  map[string]Sample // the last sample before the window, by name
}

// lane is a row of spans with the marks above it.
type lane struct {
	spans []Span
	marks []Mark
	until Time // spans that end before are in the same step as the last one's begin
}

// lanes are found by number; nil is one without a span.
type lanes []*lane

func (x *lanes) of(n int32) *lane {
	l := reach((*[]*lane)(x), n)
	if *l == nil {
		*l = new(lane)
	}
	return *l
}

// used lists the lanes that there are, with their numbers.
func (x lanes) used(yield func(int32, *lane) bool) {
	for n, l := range x {
		if l != nil && !yield(int32(n), l) {
			return
		}
	}
}

func newWindower(from, to Time, maxSpans int) *windower {
	if maxSpans <= 0 {
		maxSpans = math.MaxInt
	}
	return &windower{
		from: from, to: to, max: maxSpans, limit: maxSpans,
		cores: make(map[int32]*coreLane), before: make(map[string]Sample),
	}
}

func (w *windower) goroutine(*machine, int32, int32)  {}
func (w *windower) holds(func(int32)) bool            { return true }
func (w *windower) retire(*machine, int32)            {}
func (w *windower) proc(*machine, ProcID, procChange) {}
func (w *windower) rangeBegin(*machine, openRange)    {}
func (w *windower) sample(*machine, int32)            {}

// clip returns the part of a stretch of time that is in the window.
func (w *windower) clip(start, end Time) (Time, Time, bool) {
	return max(start, w.from), min(end, w.to), end >= w.from && start <= w.to
}

func (w *windower) span(m *machine, sp *span) {
	if !w.cut(m, sp) {
		return
	}
	s := &w.current
	w.add(w.gs.of(sp.g), s)
	if sp.m >= 0 {
		w.add(w.threads.of(sp.m), s)
	}
	if s.Preempt != NotPreempted && s.End == sp.end && sp.p != NoP {
		w.mark(w.procs.of(int32(sp.p)), Mark{Time: s.End, G: s.G, M: s.M, P: s.P, Stack: s.Stack, N: 1, Kind: s.Preempt})
	}
	if w.spans > w.limit {
		w.coarsen()
	}
}

func (w *windower) offProc(m *machine, sp *span) {
	if w.cut(m, sp) {
		w.add(w.procs.of(int32(sp.p)), &w.current)
	}
}

// cut makes the part of a span that is in the window the current one, and reports
// whether there is any.
func (w *windower) cut(m *machine, sp *span) bool {
	start, end, ok := w.clip(sp.since, sp.end)
	if !ok || start == end && sp.since != sp.end {
		return false
	}
	w.origin = max(w.from, m.start)
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

// add puts a span at the end of a lane, or merges it with the last one there if
// both are within one step. It keeps no reference to it.
func (w *windower) add(l *lane, s *Span) {
	if len(l.spans) > 0 && s.End < l.until {
		l.spans[len(l.spans)-1].merge(s)
		return
	}
	l.spans = append(l.spans, *s)
	l.until = w.until(s.Start)
	w.spans++
}

// until returns the end of the step that t is in; while everything is exact, a
// moment before all others.
func (w *windower) until(t Time) Time {
	if w.width == 0 {
		return math.MinInt64
	}
	return w.origin + Time(w.step(t)+1)*Time(w.width)
}

// merge takes a span into the one before it.
func (s *Span) merge(next *Span) {
	start, n, busy, share := s.Start, s.N+next.N, s.Busy+next.Busy, mixedShare(s, next)
	if next.longest > s.longest {
		*s = *next
	}
	s.Start, s.End, s.N, s.Busy, s.OnCore = start, next.End, n, busy, share
}

func (w *windower) step(t Time) int64 { return int64(t.Sub(w.origin) / w.width) }

func (w *windower) mark(l *lane, mk Mark) {
	if w.width > 0 {
		for i := len(l.marks) - 1; i >= 0 && w.step(l.marks[i].Time) == w.step(mk.Time); i-- {
			if l.marks[i].Kind == mk.Kind {
				l.marks[i].N += mk.N
				return
			}
		}
	}
	l.marks = append(l.marks, mk)
}

// coarsen doubles the resolution until enough spans have been merged away, or
// the lanes are so many that merging cannot help.
func (w *windower) coarsen() {
	if w.width == 0 {
		w.width = time.Microsecond / 2
	}
	for w.spans > w.max*3/4 && w.width < math.MaxInt64/4 {
		before := w.spans
		w.width *= 2
		w.spans = 0
		for _, list := range []lanes{w.gs, w.procs, w.threads} {
			for _, l := range list.used {
				w.remerge(l)
			}
		}
		w.remergeCores()
		if w.spans == before && w.width > time.Minute {
			break
		}
	}
	w.limit = max(w.max, w.spans+w.spans/2)
}

func (w *windower) remerge(l *lane) {
	spans, marks := l.spans, l.marks
	l.spans, l.marks = spans[:0], marks[:0]
	for i := range spans {
		w.add(l, &spans[i])
	}
	for _, mk := range marks {
		w.mark(l, mk)
	}
}

func (w *windower) rangeEnd(m *machine, r openRange, end Time, open bool) {
	if start, end, ok := w.clip(r.start, end); ok {
		w.ranges = append(w.ranges, Range{
			Name: m.symbols.texts[r.name], Start: start, End: end, G: r.g, P: r.p, Open: open,
		})
	}
}

func (w *windower) taskEnd(m *machine, t openTask, end Time, open bool) {
	if _, end, ok := w.clip(t.start, end); ok {
		w.tasks = append(w.tasks, Task{
			ID: t.id, Parent: t.parent, Type: m.symbols.texts[t.name], Start: t.start, End: end, Open: open,
		})
	}
}

func (w *windower) regionEnd(m *machine, r openRegion, end Time, open bool) {
	if start, end, ok := w.clip(max(r.start, m.start), end); ok {
		w.regions = append(w.regions, Region{
			Task: r.task, Type: m.symbols.texts[r.name], G: r.g, Start: start, End: end, Open: open,
		})
	}
}

func (w *windower) log(m *machine, g int32, task uint64, category, message string) {
	if m.now >= w.from && m.now <= w.to {
		w.logs = append(w.logs, Log{Time: m.now, G: g, Task: task, Category: category, Message: message})
	}
}

func (w *windower) metric(m *machine, name string, value uint64) {
	s := Sample{Time: m.now, Name: name, Value: value}
	if m.now < w.from {
		w.before[name] = s
		return
	}
	if m.now <= w.to {
		w.samples = append(w.samples, s)
	}
}

// window puts the lanes in order, and translates the machine's numbers of
// goroutines and threads to places in them.
func (w *windower) window(m *machine) *Window {
	out := &Window{
		From: max(w.from, m.start), To: min(w.to, m.now), Resolution: w.width,
		Reasons: m.symbols.texts[:min(len(m.symbols.texts), math.MaxUint16+1)],
		Stacks:  m.symbols.stacks,
		Ranges:  w.ranges, Tasks: w.tasks, Regions: w.regions, Logs: w.logs, Samples: w.samples,
	}
	gs := w.numberGoroutines(m)
	threads := w.numberThreads(m)
	place := func(l *lane) []Span {
		for i := range l.spans {
			s := &l.spans[i]
			s.G, s.M, s.Waker = gs.at(s.G), threads.at(s.M), gs.at(s.Waker)
		}
		return l.spans
	}
	for _, g := range gs.order {
		st := &m.gs[g]
		row := Goroutine{ID: st.id, Func: m.symbols.texts[st.fn], Parent: st.parent, Created: st.created}
		if st.state == StateDead {
			row.Ended = st.since
		}
		if int(g) < len(w.gs) && w.gs[g] != nil {
			row.Spans = place(w.gs[g])
		}
		out.Goroutines = append(out.Goroutines, row)
	}
	for _, t := range threads.order {
		out.Threads = append(out.Threads, Thread{ID: m.threads[t], Spans: place(w.threads[t])})
	}
	for p, l := range w.procs.used {
		out.Procs = append(out.Procs, Proc{ID: ProcID(p), Spans: place(l)})
		out.Marks = append(out.Marks, l.marks...)
	}
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
	for _, s := range w.before {
		out.Samples = append(out.Samples, Sample{Time: out.From, Name: s.Name, Value: s.Value})
	}
	w.coreLanes(m, out)
	out.sort()
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
	used := make([]bool, len(m.gs))
	use := func(g int32) {
		if g >= 0 {
			used[g] = true
		}
	}
	for g, l := range w.gs.used {
		use(g)
		for i := range l.spans {
			use(l.spans[i].Waker)
		}
	}
	for _, r := range w.ranges {
		use(r.G)
	}
	for _, r := range w.regions {
		use(r.G)
	}
	for _, l := range w.logs {
		use(l.G)
	}
	return newNumbering(used, func(a, b int32) int { return cmp.Compare(m.gs[a].id, m.gs[b].id) })
}

func (w *windower) numberThreads(m *machine) numbering {
	used := make([]bool, len(m.threads))
	for t := range w.threads.used {
		used[t] = true
	}
	return newNumbering(used, func(a, b int32) int { return cmp.Compare(m.threads[a], m.threads[b]) })
}

// sort puts what came in the order of its end into the order of its begin.
func (w *Window) sort() {
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
