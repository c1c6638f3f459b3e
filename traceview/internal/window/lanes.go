package window

import (
	"cmp"
	"math"
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/internal/grow"
	"schedviz/traceview/internal/sched"
)

// minLanes is the minimum number of lanes for goroutines, and for threads, no matter how few spans
// the window may have.
const minLanes = 1000

// lane is a row of spans with the marks above it. Exact spans are in the builder's store, for other
// lanes to share. Once those of a set are merged, each lane has its own, one after the other:
// merging goes through them again and again, and through the store would miss the cache each time.
type lane struct {
	shared []int32 // indices into the builder's store
	merged []storedSpan
	marks  []traceview.Mark
	until  traceview.Time // merged spans that end before this fall into the same step as the beginning of the last one
	ran    time.Duration  // total of its running spans
}

func (l *lane) len() int { return len(l.shared) + len(l.merged) }

// droppedLane stands for every lane that was dropped.
var droppedLane = new(lane)

// lanes are indexed by number; a lane without spans is nil.
type lanes []*lane

// at returns lane n, nil if there is none.
func (x lanes) at(n int32) *lane {
	if int(n) >= len(x) || x[n] == nil || x[n] == droppedLane {
		return nil
	}
	return x[n]
}

// used yields the existing lanes with their numbers.
func (x lanes) used(yield func(int32, *lane) bool) {
	for n, l := range x {
		if l != nil && l != droppedLane && !yield(int32(n), l) {
			return
		}
	}
}

// laneSet is the lanes of one kind. Each kind has its share of the window's spans, and its own
// resolution.
type laneSet struct {
	lanes
	share   int           // spans it may have, regardless of the others
	width   time.Duration // the resolution; 0 while everything is exact
	spans   int
	live    []int32 // numbers of the existing lanes
	dropped int     // number of dropped lanes
	spare   []*lane // dropped lanes, for reuse
}

// each yields the existing lanes with their numbers, in the order in which they were added.
func (x *laneSet) each(yield func(int32, *lane) bool) {
	for _, n := range x.live {
		if !yield(n, x.lanes[n]) {
			return
		}
	}
}

// lane returns lane n, adding it if it does not exist. If it was dropped, lane returns droppedLane.
func (x *laneSet) lane(n int32) *lane {
	l := grow.Reach((*[]*lane)(&x.lanes), n)
	if *l != nil {
		return *l
	}
	x.live = append(x.live, n)
	if k := len(x.spare) - 1; k >= 0 {
		*l, x.spare = x.spare[k], x.spare[:k]
	} else {
		*l = new(lane)
	}
	return *l
}

func (w *Builder) sets() [3]*laneSet { return [3]*laneSet{&w.gs, &w.threads, &w.procs} }

// spans returns the number of spans in all lanes together.
func (w *Builder) spans() int { return w.gs.spans + w.threads.spans + w.procs.spans }

// add adds the current span to a lane of x.
func (w *Builder) add(x *laneSet, l *lane) {
	switch {
	case l == droppedLane:
	case x.width > 0:
		w.merge(x, l, &w.current)
	default:
		if w.stored < 0 {
			w.stored = w.store.put(&w.current)
		}
		w.store.refs[w.stored]++
		l.shared = append(l.shared, w.stored)
		l.ran += w.current.ran()
		x.spans++
	}
}

// merge merges a span with the last one of a lane of x if both are within one step, else appends a
// copy to the lane.
func (w *Builder) merge(x *laneSet, l *lane, s *storedSpan) {
	if n := len(l.merged); n > 0 && s.End < l.until {
		last := &l.merged[n-1]
		l.ran -= last.ran()
		last.merge(s)
		l.ran += last.ran()
		return
	}
	l.until = endOfStep(w.origin, x.width, s.Start)
	l.ran += s.ran()
	l.merged = append(l.merged, *s)
	x.spans++
}

// endOfStep returns the end of the step that contains t.
func endOfStep(origin traceview.Time, width time.Duration, t traceview.Time) traceview.Time {
	return origin + traceview.Time(int64(t.Sub(origin)/width)+1)*traceview.Time(width)
}

func (w *Builder) step(width time.Duration, t traceview.Time) int64 {
	return int64(t.Sub(w.origin) / width)
}

// mark adds a mark to a P's lane.
func (w *Builder) mark(l *lane, mk traceview.Mark) {
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
func (w *Builder) coarsen(m *sched.Machine) {
	// Lanes cannot be drawn any finer than this.
	fine := m.Now.Sub(w.origin) / fineSteps
	for _, x := range []*laneSet{&w.threads, &w.procs} {
		w.mergeTo(x, w.room/4*3-(w.spans()-x.spans), fine)
	}
	// Then each kind may use what the others leave.
	for _, x := range w.sets() {
		room := max(x.share, w.room-(w.spans()-x.spans))
		w.mergeTo(x, room/4*3, math.MaxInt64/4)
	}
	w.limit = max(w.room, w.spans()+w.spans()/2)
}

// fineSteps is the number of steps in a window that is fine enough for the lanes of Ps and Ms while
// goroutines need room.
const fineSteps = 1 << 14

// mergeTo doubles the resolution of x until x has at most the given number of spans, or its
// resolution is at least fine, or its lanes are so many that merging cannot help.
func (w *Builder) mergeTo(x *laneSet, most int, fine time.Duration) {
	for x.spans > most && x.width < fine {
		before := x.spans
		if x.width == 0 {
			x.width = w.firstWidth(x, most, fine)
		} else {
			x.width *= 2
		}
		w.remerge(x)
		if x.spans == before && x.width > time.Minute {
			return
		}
	}
}

// firstWidth returns the finest resolution at which x, whose spans are exact, has at most the given
// number of spans, or which is at least fine. It returns at most the coarsest resolution that is
// counted.
func (w *Builder) firstWidth(x *laneSet, most int, fine time.Duration) time.Duration {
	c := mergeCount{origin: w.origin}
	w.count(x, &c)
	k := 0
	for k < len(c.spans)-1 && c.spans[k] > most && finest<<k < fine {
		k++
	}
	return finest << k
}

// finest is the finest resolution of merged spans.
const finest = time.Microsecond

// mergeCount counts how many spans would remain at several resolutions, each twice the previous
// one, from finest on. Merging at each of them would take longer.
type mergeCount struct {
	origin traceview.Time
	spans  [8]int
	until  [8]traceview.Time // like lane.until
}

// begin begins the next lane.
func (c *mergeCount) begin() {
	for k := range c.until {
		c.until[k] = math.MinInt64
	}
}

// add adds the next span of a lane.
func (c *mergeCount) add(start, end traceview.Time) {
	for k := range c.until {
		if end < c.until[k] {
			return // it is merged at the coarser ones too
		}
		c.spans[k]++
		c.until[k] = endOfStep(c.origin, finest<<k, start)
	}
}

// count counts the spans of x.
func (w *Builder) count(x *laneSet, c *mergeCount) {
	for _, l := range x.each {
		c.begin()
		for _, i := range l.shared {
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

// remerge merges the spans of x within its resolution.
func (w *Builder) remerge(x *laneSet) {
	x.spans = 0
	for _, l := range x.each {
		w.remergeLane(x, l)
	}
	if x == &w.threads {
		w.remergeCores()
	}
}

func (w *Builder) remergeLane(x *laneSet, l *lane) {
	marks := l.marks
	l.marks, l.ran = marks[:0], 0
	if len(l.shared) > 0 {
		w.unshare(x, l)
	} else {
		spans := l.merged
		l.merged = spans[:0]
		for i := range spans {
			w.merge(x, l, &spans[i])
		}
		if 4*len(l.merged) < cap(l.merged) {
			l.merged = slices.Clone(l.merged)
		}
	}
	for _, mk := range marks {
		w.mark(l, mk)
	}
}

// unshare merges the exact spans of a lane of x into spans of its own.
func (w *Builder) unshare(x *laneSet, l *lane) {
	l.merged = w.scratch[:0]
	for _, i := range l.shared {
		w.merge(x, l, w.store.at(i))
		w.store.release(i)
	}
	w.scratch = l.merged
	l.shared, l.merged = nil, slices.Clone(l.merged)
}

// maxLanes returns how many goroutines, and how many threads, may have lanes if there are too many
// spans.
func (w *Builder) maxLanes() int { return max(w.max/25, minLanes) }

// foldLanes takes lanes from goroutines if there are very many; their groups go on counting them.
// If there are very many threads, it drops some.
func (w *Builder) foldLanes(m *sched.Machine) {
	if w.groups == nil {
		w.groups = newLaneGroups(w, m)
	}
	if w.dropLanes(&w.gs, w.maxLanes(), func(g int32) int32 { return m.Gs.At(g).Func }) {
		w.inexact(&w.gs) // not every span is there
	}
	w.dropLanes(&w.threads, w.maxLanes(), func(int32) int32 { return 0 })
}

// inexact gives x the finest resolution if its spans are exact.
func (w *Builder) inexact(x *laneSet) {
	if x.width == 0 {
		x.width = finest
		w.remerge(x)
	}
}

// dropLane drops lane n, for its memory to be reused.
func (w *Builder) dropLane(x *laneSet, n int32) {
	l := x.lanes[n]
	for _, i := range l.shared {
		w.store.release(i)
	}
	x.lanes[n] = droppedLane
	x.spans -= l.len()
	x.dropped++
	*l = lane{merged: l.merged[:0]}
	x.spare = append(x.spare, l)
}

// dropLanes drops about half of the lanes of x if there are too many, and reports whether it did.
// It keeps about the same number from each group, if the group has as many: those that ran longest.
func (w *Builder) dropLanes(x *laneSet, most int, group func(n int32) int32) bool {
	if len(x.live) <= most {
		return false
	}
	type use struct {
		n, place int32 // place: rank within the group
		ran      time.Duration
	}
	all := make([]use, 0, len(x.live))
	for n, l := range x.each {
		all = append(all, use{n: n, ran: l.ran})
	}
	slices.SortFunc(all, func(a, b use) int { return cmp.Or(cmp.Compare(b.ran, a.ran), cmp.Compare(a.n, b.n)) })
	count := map[int32]int32{} // by group
	var places []int32         // how many lanes have that rank
	for i := range all {
		g := group(all[i].n)
		all[i].place = count[g]
		count[g]++
		*grow.Reach(&places, all[i].place)++
	}
	// Keep all with a rank below last, and those with rank last for which there is room.
	last, room := int32(0), int32(most/2)
	for ; room >= places[last]; last++ {
		room -= places[last]
	}
	for _, u := range all {
		if u.place == last {
			room--
		}
		if u.place > last || u.place == last && room < 0 {
			w.dropLane(x, u.n)
		}
	}
	x.live = slices.DeleteFunc(x.live, func(n int32) bool { return x.lanes[n] == droppedLane })
	return true
}
