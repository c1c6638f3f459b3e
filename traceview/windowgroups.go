package traceview

import (
	"cmp"
	"slices"

	"schedviz/traceview/classify"
)

// maxLaneGroups is how many functions have a group of their own; those that come later
// share one.
const maxLaneGroups = 48

// laneGroups adds up what goroutines do by start function, for those that have no lane.
// A group has all goroutines of its function, so that nothing in it is guessed.
type laneGroups struct {
	gr     *grid
	byFunc []*laneGroup // by the number of the function's name; nil is none yet
	all    []*laneGroup
	others *laneGroup     // of the functions without a group of their own
	held   map[int32]Span // the first span of goroutines that are unnamed until the next, by number
}

// laneGroup is one of them.
type laneGroup struct {
	fn         int32
	goroutines int
	states     [StateDead]*load // by state, as far as there was any
}

// newLaneGroups begins with what is in the goroutines' lanes, whose spans are exact.
// Functions with many goroutines come first.
func newLaneGroups(w *windower, m *machine) *laneGroups {
	gs := &laneGroups{gr: newGrid(w.origin), held: map[int32]Span{}}
	count := map[int32]int{}
	for g, l := range w.gs.used {
		if st := m.gs.at(g); len(l.spans) == 1 && st.state == StateRunning && st.fn != 0 && st.sure == classify.Unknown {
			gs.held[g] = w.store.at(l.spans[0]).Span
			continue
		}
		count[m.gs.at(g).fn]++
	}
	fns := make([]int32, 0, len(count))
	for fn := range count {
		fns = append(fns, fn)
	}
	slices.SortFunc(fns, func(a, b int32) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	for _, fn := range fns {
		gs.of(fn).goroutines += count[fn]
	}
	for g, l := range w.gs.used {
		if _, ok := gs.held[g]; ok {
			continue
		}
		group := gs.of(m.gs.at(g).fn)
		for _, i := range l.spans {
			gs.add(group, &w.store.at(i).Span)
		}
	}
	return gs
}

// of returns the group of a function.
func (gs *laneGroups) of(fn int32) *laneGroup {
	g := reach(&gs.byFunc, fn)
	if *g != nil {
		return *g
	}
	if len(gs.all) == maxLaneGroups {
		if gs.others == nil {
			gs.others = &laneGroup{fn: -1}
		}
		*g = gs.others
		return *g
	}
	*g = &laneGroup{fn: fn}
	gs.all = append(gs.all, *g)
	return *g
}

func (gs *laneGroups) add(g *laneGroup, s *Span) {
	l := &g.states[s.State]
	if *l == nil {
		*l = newLoad(gs.gr)
	}
	(*l).add(s.Start, s.End)
}

// addGoroutine adds the current span, made of sp, to the lane of its goroutine, and to
// that of its group.
func (w *windower) addGoroutine(sp *span) {
	s := &w.current
	isNew := int(s.G) >= len(w.gs.lanes) || w.gs.lanes[s.G] == nil
	l := w.gs.lane(s.G)
	switch {
	case w.groups == nil:
	case isNew && sp.unnamed() && sp.to == StateRunning:
		w.groups.held[s.G] = s.Span
	default:
		w.groups.take(sp.fn, &s.Span, isNew)
	}
	w.add(&w.gs, l)
}

// take adds a span to the group of its goroutine's function, and the one before it if that
// was held back.
func (gs *laneGroups) take(fn int32, s *Span, isNew bool) {
	group := gs.of(fn)
	if first, ok := gs.held[s.G]; ok {
		delete(gs.held, s.G)
		gs.add(group, &first)
		isNew = true
	}
	if isNew {
		group.goroutines++
	}
	gs.add(group, s)
}

// fill puts the groups with goroutines that have no lane into the window.
func (gs *laneGroups) fill(m *machine, x lanes, out *Window) {
	if gs == nil {
		return
	}
	for g, first := range gs.held {
		delete(gs.held, g)
		gs.take(m.gs.at(g).fn, &first, true)
	}
	lanes := map[*laneGroup]int{}
	for g := range x.used {
		lanes[gs.of(m.gs.at(g).fn)]++
	}
	out.Groups = gs.rows(m.symbols.texts, lanes, out.To)
	if len(out.Groups) > 0 {
		out.GroupStep = gs.gr.width()
	}
}

// rows are the groups with more goroutines than lanes, those with most goroutines
// first; to is when the window ends.
func (gs *laneGroups) rows(texts []string, lanes map[*laneGroup]int, to Time) (rows []LaneGroup) {
	all := gs.all
	if gs.others != nil {
		all = append(slices.Clip(all), gs.others)
	}
	steps := min(gs.gr.of(to)+1, seriesSteps)
	for _, g := range all {
		if g.goroutines <= lanes[g] {
			continue
		}
		row := LaneGroup{Others: g.fn < 0, Goroutines: g.goroutines, Lanes: lanes[g]}
		if !row.Others {
			row.Func = texts[g.fn]
		}
		row.Running, row.Runnable = g.mean(StateRunning, steps), g.mean(StateRunnable, steps)
		row.Waiting, row.Syscall = g.mean(StateWaiting, steps), g.mean(StateSyscall, steps)
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b LaneGroup) int { return cmp.Compare(b.Goroutines, a.Goroutines) })
	return rows
}

func (g *laneGroup) mean(state State, steps int) []float64 {
	if l := g.states[state]; l != nil {
		return l.means(steps)
	}
	return make([]float64, steps)
}

// Grouped returns w with [Window.Groups] about the goroutines whose lanes a
// reader leaves out: all but lanes, which are indices of goroutines. The window must be exact.
func Grouped(w *Window, lanes []int32) *Window {
	gs := &laneGroups{gr: newGrid(w.From)}
	number, texts := map[string]int32{}, []string(nil)
	groupOf := func(g *Goroutine) *laneGroup {
		fn, ok := number[g.Func]
		if !ok {
			fn = int32(len(texts))
			number[g.Func], texts = fn, append(texts, g.Func)
		}
		return gs.of(fn)
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
	out.Groups, out.GroupStep = gs.rows(texts, shown, w.To), gs.gr.width()
	return &out
}
