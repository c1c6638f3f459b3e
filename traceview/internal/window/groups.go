package window

import (
	"cmp"
	"slices"

	"schedviz/traceview"
	"schedviz/traceview/classify"
	"schedviz/traceview/internal/grow"
	"schedviz/traceview/internal/sched"
	"schedviz/traceview/internal/series"
)

// maxLaneGroups is how many functions have groups of their own; later ones share a group.
const maxLaneGroups = 48

// laneGroups adds up what goroutines do by start function, for those without a lane. A group covers
// all goroutines with its function, so nothing in it is an estimate.
type laneGroups struct {
	gr       *series.Grid
	byFunc   []*laneGroup // by the number of the function's name; nil if there is none yet
	all      []*laneGroup
	rest     *laneGroup               // the functions without a group of their own
	deferred map[int32]traceview.Span // by number: the first span, while the start function is unknown
}

// laneGroup is the group of one function.
type laneGroup struct {
	fn         int32
	goroutines int
	states     [traceview.StateDead]*series.Load // by state, if there was any
}

// newLaneGroups returns groups that contain what is in the goroutines' lanes, whose spans are
// exact. Functions with many goroutines come first.
func newLaneGroups(w *Builder, m *sched.Machine) *laneGroups {
	gs := &laneGroups{gr: series.NewGrid(w.origin), deferred: map[int32]traceview.Span{}}
	count := map[int32]int{}
	for g, l := range w.gs.used {
		if st := m.Gs.At(g); len(l.shared) == 1 && st.State == traceview.StateRunning && st.Func != 0 &&
			st.Sure == classify.Unknown {
			gs.deferred[g] = w.store.at(l.shared[0]).Span
			continue
		}
		count[m.Gs.At(g).Func]++
	}
	fns := make([]int32, 0, len(count))
	for fn := range count {
		fns = append(fns, fn)
	}
	slices.SortFunc(fns, func(a, b int32) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	for _, fn := range fns {
		gs.group(fn).goroutines += count[fn]
	}
	for g, l := range w.gs.used {
		if _, ok := gs.deferred[g]; ok {
			continue
		}
		group := gs.group(m.Gs.At(g).Func)
		for _, i := range l.shared {
			gs.add(group, &w.store.at(i).Span)
		}
	}
	return gs
}

// group returns the group of a function.
func (gs *laneGroups) group(fn int32) *laneGroup {
	g := grow.Reach(&gs.byFunc, fn)
	if *g != nil {
		return *g
	}
	if len(gs.all) == maxLaneGroups {
		if gs.rest == nil {
			gs.rest = &laneGroup{fn: -1}
		}
		*g = gs.rest
		return *g
	}
	*g = &laneGroup{fn: fn}
	gs.all = append(gs.all, *g)
	return *g
}

func (gs *laneGroups) add(g *laneGroup, s *traceview.Span) {
	l := &g.states[s.State]
	if *l == nil {
		*l = series.NewLoad(gs.gr)
	}
	(*l).Add(s.Start, s.End)
}

// addGoroutine adds the current span, made from sp, to the lane of its goroutine and to its group.
func (w *Builder) addGoroutine(sp *sched.Span) {
	s := &w.current
	isNew := int(s.G) >= len(w.gs.lanes) || w.gs.lanes[s.G] == nil
	l := w.gs.lane(s.G)
	switch {
	case w.groups == nil:
	case isNew && sp.Unnamed() && sp.To == traceview.StateRunning:
		w.groups.deferred[s.G] = s.Span
	default:
		w.groups.take(sp.Func, &s.Span, isNew)
	}
	w.add(&w.gs, l)
}

// take adds a span to the group of its goroutine's function, and also the previous one if that was
// deferred.
func (gs *laneGroups) take(fn int32, s *traceview.Span, isNew bool) {
	group := gs.group(fn)
	if first, ok := gs.deferred[s.G]; ok {
		delete(gs.deferred, s.G)
		gs.add(group, &first)
		isNew = true
	}
	if isNew {
		group.goroutines++
	}
	gs.add(group, s)
}

// fill adds the groups that have goroutines without a lane to the window.
func (gs *laneGroups) fill(m *sched.Machine, x lanes, out *traceview.Window) {
	if gs == nil {
		return
	}
	for g, first := range gs.deferred {
		delete(gs.deferred, g)
		gs.take(m.Gs.At(g).Func, &first, true)
	}
	lanes := map[*laneGroup]int{}
	for g := range x.used {
		lanes[gs.group(m.Gs.At(g).Func)]++
	}
	out.Groups = gs.rows(m.Symbols.Texts, lanes, out.To)
	if len(out.Groups) > 0 {
		out.GroupStep = gs.gr.Width()
	}
}

// rows returns the groups with more goroutines than lanes, largest first; to is the end of the
// window.
func (gs *laneGroups) rows(texts []string, lanes map[*laneGroup]int, to traceview.Time) (rows []traceview.LaneGroup) {
	all := gs.all
	if gs.rest != nil {
		all = append(slices.Clip(all), gs.rest)
	}
	steps := min(gs.gr.Index(to)+1, series.Steps)
	for _, g := range all {
		if g.goroutines <= lanes[g] {
			continue
		}
		row := traceview.LaneGroup{Others: g.fn < 0, Goroutines: g.goroutines, Lanes: lanes[g]}
		if !row.Others {
			row.Func = texts[g.fn]
		}
		row.Running, row.Runnable = g.mean(traceview.StateRunning, steps), g.mean(traceview.StateRunnable, steps)
		row.Waiting, row.Syscall = g.mean(traceview.StateWaiting, steps), g.mean(traceview.StateSyscall, steps)
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b traceview.LaneGroup) int { return cmp.Compare(b.Goroutines, a.Goroutines) })
	return rows
}

func (g *laneGroup) mean(state traceview.State, steps int) []float64 {
	if l := g.states[state]; l != nil {
		return l.Means(steps)
	}
	return make([]float64, steps)
}

// Grouped returns w with [traceview.Window.Groups] for a reader that shows only some lanes: lanes
// has the indices of their goroutines. The window must be exact.
func Grouped(w *traceview.Window, lanes []int32) *traceview.Window {
	gs := &laneGroups{gr: series.NewGrid(w.From)}
	number, texts := map[string]int32{}, []string(nil)
	groupOf := func(g *traceview.Goroutine) *laneGroup {
		fn, ok := number[g.Func]
		if !ok {
			fn = int32(len(texts))
			number[g.Func], texts = fn, append(texts, g.Func)
		}
		return gs.group(fn)
	}
	for i := range w.Goroutines {
		g := &w.Goroutines[i]
		if len(g.Lane) == 0 {
			continue
		}
		group := groupOf(g)
		group.goroutines++
		for s := range w.On(g.Lane) {
			gs.add(group, s)
		}
	}
	shown := map[*laneGroup]int{}
	for _, i := range lanes {
		if g := &w.Goroutines[i]; len(g.Lane) > 0 {
			shown[groupOf(g)]++
		}
	}
	out := *w
	out.Groups, out.GroupStep = gs.rows(texts, shown, w.To), gs.gr.Width()
	return &out
}
