package traceview

import (
	"cmp"
	"math"
	"slices"
	"time"
)

// minLanes is how many goroutines, and threads, have a lane at least, however few
// spans a window may have.
const minLanes = 1000

// lane is a row of spans with the marks above it.
type lane struct {
	spans   []int32 // indices into the windower's store
	marks   []Mark
	until   Time // spans that end before are in the same step as the last one's begin
	dropped bool // there is no lane
}

// lanes are found by number; nil is one without a span.
type lanes []*lane

// at returns lane n, nil if there is none.
func (x lanes) at(n int32) *lane {
	if int(n) >= len(x) || x[n] == nil || x[n].dropped {
		return nil
	}
	return x[n]
}

// used lists the lanes that there are, with their numbers.
func (x lanes) used(yield func(int32, *lane) bool) {
	for n, l := range x {
		if l != nil && !l.dropped && !yield(int32(n), l) {
			return
		}
	}
}

// laneSet is the lanes of one kind. Each kind has a part of the window's spans for
// itself, and a resolution of its own.
type laneSet struct {
	lanes
	share   int           // spans it may have whatever the others have
	width   time.Duration // resolution, 0 while everything is exact
	spans   int
	live    []int32 // the lanes that there are
	dropped int     // how many there were besides
	spare   []*lane // of those, to be used again
}

// each lists the lanes that there are, with their numbers, in the order in which they came.
func (x *laneSet) each(yield func(int32, *lane) bool) {
	for _, n := range x.live {
		if !yield(n, x.lanes[n]) {
			return
		}
	}
}

// lane returns lane n, which there is from now on unless it was dropped.
func (x *laneSet) lane(n int32) *lane {
	l := reach((*[]*lane)(&x.lanes), n)
	if *l != nil {
		return *l
	}
	x.live = append(x.live, n)
	if k := len(x.spare) - 1; k >= 0 {
		*l, x.spare = x.spare[k], x.spare[:k]
	} else {
		*l = &lane{spans: make([]int32, 0, 4)}
	}
	return *l
}

func (w *windower) sets() [3]*laneSet { return [3]*laneSet{&w.gs, &w.threads, &w.procs} }

// spans is how many spans there are in all lanes together.
func (w *windower) spans() int { return w.gs.spans + w.threads.spans + w.procs.spans }

// add puts the current span at the end of a lane of x, or merges it with the last one
// there if both are within one step.
func (w *windower) add(x *laneSet, l *lane) {
	if l.dropped || w.merged(l, &w.current) {
		return
	}
	if w.at < 0 {
		w.at = w.store.put(&w.current)
	}
	w.store.lanes[w.at]++
	w.append(x, l, w.at)
}

// append puts span i at the end of a lane of x.
func (w *windower) append(x *laneSet, l *lane, i int32) {
	l.spans = append(l.spans, i)
	l.until = w.until(x.width, w.store.at(i).Start)
	x.spans++
}

// merged merges a span with the last one of a lane if both are within one step, and
// reports whether they are.
func (w *windower) merged(l *lane, s *bar) bool {
	n := len(l.spans)
	if n == 0 || s.End >= l.until {
		return false
	}
	l.spans[n-1] = w.store.own(l.spans[n-1])
	w.store.at(l.spans[n-1]).merge(s)
	return true
}

// until returns the end of the step that t is in; while everything is exact, a
// moment before all others.
func (w *windower) until(width time.Duration, t Time) Time {
	if width == 0 {
		return math.MinInt64
	}
	return endOfStep(w.origin, width, t)
}

// endOfStep returns the end of the step that t is in.
func endOfStep(origin Time, width time.Duration, t Time) Time {
	return origin + Time(int64(t.Sub(origin)/width)+1)*Time(width)
}

func (w *windower) step(width time.Duration, t Time) int64 { return int64(t.Sub(w.origin) / width) }

// mark puts a mark on a P's lane.
func (w *windower) mark(l *lane, mk Mark) {
	if width := w.procs.width; width > 0 {
		for i := len(l.marks) - 1; i >= 0 && w.step(width, l.marks[i].Time) == w.step(width, mk.Time); i-- {
			if l.marks[i].Kind == mk.Kind {
				l.marks[i].N += mk.N
				return
			}
		}
	}
	l.marks = append(l.marks, mk)
}

// coarsen merges spans until there are few enough.
func (w *windower) coarsen(m *machine) {
	// Finer than this a lane cannot be drawn anyway.
	fine := m.now.Sub(w.origin) / fineSteps
	for _, x := range []*laneSet{&w.threads, &w.procs} {
		w.mergeTo(x, w.room/4*3-(w.spans()-x.spans), fine)
	}
	// Then each kind may take what the others leave.
	for _, x := range w.sets() {
		room := max(x.share, w.room-(w.spans()-x.spans))
		w.mergeTo(x, room/4*3, math.MaxInt64/4)
	}
	w.limit = max(w.room, w.spans()+w.spans()/2)
}

// fineSteps is how many steps of a window are fine enough for P and M lanes while
// goroutines need room.
const fineSteps = 1 << 14

// mergeTo doubles the resolution of x until it has at most so many spans, or is no
// longer finer than fine, or its lanes are so many that merging cannot help.
func (w *windower) mergeTo(x *laneSet, most int, fine time.Duration) {
	width := x.width
	for spans := x.spans; spans > most && width < fine; {
		c := newMergeCount(w.origin, max(2*width, time.Microsecond))
		w.count(x, c)
		for k := 0; k < len(c.spans) && spans > most && width < fine; k++ {
			before := spans
			spans, width = c.spans[k], c.widths[k]
			if spans == before && width > time.Minute {
				fine = width
			}
		}
	}
	if width > x.width {
		x.width = width
		w.remergeAll(x)
	}
}

// mergeCount counts how many spans would be left at several resolutions, each twice the
// one before: merging again and again takes much longer.
type mergeCount struct {
	origin Time
	widths [8]time.Duration
	spans  [8]int
	until  [8]Time // as that of a lane
}

// newMergeCount returns the count whose finest resolution is width.
func newMergeCount(origin Time, width time.Duration) *mergeCount {
	c := &mergeCount{origin: origin}
	for k := range c.widths {
		c.widths[k] = width
		width = min(width, math.MaxInt64/2) * 2
	}
	return c
}

// begin begins with another lane.
func (c *mergeCount) begin() {
	for k := range c.until {
		c.until[k] = math.MinInt64
	}
}

// add takes the next span of a lane.
func (c *mergeCount) add(start, end Time) {
	for k := range c.until {
		if end < c.until[k] {
			return // and so it is at those that follow
		}
		c.spans[k]++
		c.until[k] = endOfStep(c.origin, c.widths[k], start)
	}
}

// count counts the spans of x.
func (w *windower) count(x *laneSet, c *mergeCount) {
	for _, l := range x.each {
		c.begin()
		for _, i := range l.spans {
			b := w.store.at(i)
			c.add(b.Start, b.End)
		}
	}
	if x != &w.threads {
		return
	}
	for _, l := range w.cores {
		c.begin()
		for i := range l.spans {
			c.add(l.spans[i].Start, l.spans[i].End)
		}
	}
}

// remergeAll merges the spans of x within its resolution.
func (w *windower) remergeAll(x *laneSet) {
	x.spans = 0
	for _, l := range x.each {
		w.remerge(x, l)
	}
	if x == &w.threads {
		w.remergeCores()
	}
}

func (w *windower) remerge(x *laneSet, l *lane) {
	spans, marks := l.spans, l.marks
	l.spans, l.marks = spans[:0], marks[:0]
	for _, i := range spans {
		if w.merged(l, w.store.at(i)) {
			w.store.release(i)
		} else {
			w.append(x, l, i)
		}
	}
	for _, mk := range marks {
		w.mark(l, mk)
	}
	if 4*len(l.spans) < cap(l.spans) {
		l.spans = slices.Clone(l.spans)
	}
}

// maxLanes is how many goroutines, and how many threads, may have a lane when there
// are too many spans.
func (w *windower) maxLanes() int { return max(w.max/25, minLanes) }

// fold takes their lanes from goroutines, if there are very many: they go on in those
// of their groups. Of very many threads it drops some.
func (w *windower) fold(m *machine) {
	if w.groups == nil {
		w.groups = newLaneGroups(w, m)
	}
	if w.drop(&w.gs, w.maxLanes(), func(g int32) int32 { return m.gs.at(g).fn }) {
		w.gs.width = max(w.gs.width, time.Microsecond) // not every span is there
	}
	w.drop(&w.threads, w.maxLanes(), func(int32) int32 { return 0 })
}

// take takes lane n away, for another goroutine's or thread's spans to be kept in.
func (w *windower) take(x *laneSet, n int32, gone *lane) {
	l := x.lanes[n]
	for _, i := range l.spans {
		w.store.release(i)
	}
	x.lanes[n] = gone
	x.spans -= len(l.spans)
	x.dropped++
	*l = lane{spans: l.spans[:0]}
	x.spare = append(x.spare, l)
}

// drop takes half of the lanes of x away if there are too many, and reports whether it did.
// Of each group it keeps about as many, if it has them, those that ran longest.
func (w *windower) drop(x *laneSet, most int, group func(n int32) int32) bool {
	if len(x.live) <= most {
		return false
	}
	type use struct {
		n, place int32 // place among those of the group
		busy     time.Duration
	}
	all := make([]use, 0, len(x.live))
	for n, l := range x.each {
		u := use{n: n}
		for _, i := range l.spans {
			if s := w.store.at(i); s.State == StateRunning {
				u.busy += s.Busy
			}
		}
		all = append(all, u)
	}
	slices.SortFunc(all, func(a, b use) int { return cmp.Or(cmp.Compare(b.busy, a.busy), cmp.Compare(a.n, b.n)) })
	count := map[int32]int32{} // by group
	var places []int32         // how many have that place
	for i := range all {
		g := group(all[i].n)
		all[i].place = count[g]
		count[g]++
		*reach(&places, all[i].place)++
	}
	// All with a place before last are kept, and of those at last as many as there is room for.
	last, room := int32(0), int32(most/2)
	for ; room >= places[last]; last++ {
		room -= places[last]
	}
	gone := &lane{dropped: true}
	for _, u := range all {
		if u.place == last {
			room--
		}
		if u.place > last || u.place == last && room < 0 {
			w.take(x, u.n, gone)
		}
	}
	x.live = slices.DeleteFunc(x.live, func(n int32) bool { return x.lanes[n] == gone })
	return true
}
