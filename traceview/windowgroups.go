package traceview

import (
	"cmp"
	"slices"
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
	others *laneGroup // of the functions without a group of their own
}

// laneGroup is one of them.
type laneGroup struct {
	fn         int32
	goroutines int
	states     [StateDead]*load // by state, as far as there was any
}

// newLaneGroups begins with what is in lanes, whose spans are exact. Functions with
// many goroutines come first.
func newLaneGroups(origin Time, m *machine, x lanes) *laneGroups {
	gs := &laneGroups{gr: &grid{start: origin, shift: seriesFinest}}
	count := map[int32]int{}
	for g := range x.used {
		count[m.gs[g].fn]++
	}
	fns := make([]int32, 0, len(count))
	for fn := range count {
		fns = append(fns, fn)
	}
	slices.SortFunc(fns, func(a, b int32) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	for _, fn := range fns {
		gs.of(fn).goroutines += count[fn]
	}
	for g, l := range x.used {
		group := gs.of(m.gs[g].fn)
		for i := range l.spans {
			gs.add(group, &l.spans[i])
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

// addGoroutine adds the current span to the lane of its goroutine, which began with
// function fn, and to that of its group.
func (w *windower) addGoroutine(fn int32, s *Span) {
	isNew := int(s.G) >= len(w.gs.lanes) || w.gs.lanes[s.G] == nil
	l := w.gs.of(s.G)
	if w.groups != nil {
		group := w.groups.of(fn)
		if isNew {
			group.goroutines++
		}
		w.groups.add(group, s)
	}
	w.add(&w.gs, l, s)
}

// fill puts the groups with goroutines that have no lane into the window, those with
// most goroutines first.
func (gs *laneGroups) fill(m *machine, x lanes, out *Window) {
	if gs == nil {
		return
	}
	lanes := map[*laneGroup]int{}
	for g := range x.used {
		lanes[gs.of(m.gs[g].fn)]++
	}
	all := gs.all
	if gs.others != nil {
		all = append(slices.Clip(all), gs.others)
	}
	steps := gs.gr.of(out.To) + 1
	for _, g := range all {
		if g.goroutines <= lanes[g] {
			continue
		}
		row := LaneGroup{Others: g.fn < 0, Goroutines: g.goroutines, Lanes: lanes[g]}
		if !row.Others {
			row.Func = m.symbols.texts[g.fn]
		}
		for state, mean := range map[State]*[]float64{
			StateRunning: &row.Running, StateRunnable: &row.Runnable, StateWaiting: &row.Waiting, StateSyscall: &row.Syscall,
		} {
			*mean = make([]float64, steps)
			if l := g.states[state]; l != nil {
				*mean = l.means(steps)
			}
		}
		out.Groups = append(out.Groups, row)
	}
	if len(out.Groups) > 0 {
		out.GroupStep = gs.gr.width()
	}
	slices.SortStableFunc(out.Groups, func(a, b LaneGroup) int { return cmp.Compare(b.Goroutines, a.Goroutines) })
}
