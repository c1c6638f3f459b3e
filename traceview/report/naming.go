package report

import (
	"cmp"
	"slices"

	"schedviz/traceview"
)

// starters are start functions that say nothing of the goroutine: they only call
// the function that the program asked for.
var starters = []string{
	"sync.(*WaitGroup).Go.func1",
	"golang.org/x/sync/errgroup.(*Group).Go.func1",
}

// named returns the page with goroutines begun by a starter called after the
// function that it calls, as far as any stack in the window shows it. What the
// caller handed in stays as it is.
func named(p Page) Page {
	names := calledByStarters(p.Window)
	if len(names) == 0 {
		return p
	}
	s := *p.Summary
	s.Goroutines = slices.Clone(s.Goroutines)
	for i := range s.Goroutines {
		if fn, ok := names[s.Goroutines[i].ID]; ok {
			s.Goroutines[i].Func = fn
		}
	}
	s.WorstWaits, s.LongestSlices = slices.Clone(s.WorstWaits), slices.Clone(s.LongestSlices)
	for i := range s.WorstWaits {
		w := &s.WorstWaits[i]
		w.Func = cmp.Or(names[w.G], w.Func)
		w.Antagonists = namedRivals(w.Antagonists, names)
	}
	for i := range s.LongestSlices {
		l := &s.LongestSlices[i]
		l.Func = cmp.Or(names[l.G], l.Func)
		l.Waiters = namedRivals(l.Waiters, names)
	}
	called := calledByAll(p.Window, names)
	s.Cores = namedCores(s.Cores, called)
	s.Groups = namedGroups(s.Groups, called)
	s.Blocks = namedWakers(s.Blocks, called)
	p.Window, p.Summary = renamed(p.Window, names), &s
	return p
}

// renamed is the window with the goroutines in names called so.
func renamed(w *traceview.Window, names map[traceview.GoID]string) *traceview.Window {
	out := *w
	out.Goroutines = slices.Clone(w.Goroutines)
	for i := range out.Goroutines {
		if fn, ok := names[out.Goroutines[i].ID]; ok {
			out.Goroutines[i].Func = fn
		}
	}
	called := calledByAll(w, names)
	out.Groups = slices.Clone(w.Groups)
	for i := range out.Groups {
		out.Groups[i].Func = cmp.Or(called[out.Groups[i].Func], out.Groups[i].Func)
	}
	return &out
}

func namedRivals(gs []traceview.Antagonist, names map[traceview.GoID]string) []traceview.Antagonist {
	gs = slices.Clone(gs)
	for i := range gs {
		gs[i].Func = cmp.Or(names[gs[i].G], gs[i].Func)
	}
	return gs
}

// calledByAll finds the starters all of whose goroutines were asked to run the same
// function; for where the trace's figures know no goroutines but only functions.
func calledByAll(w *traceview.Window, names map[traceview.GoID]string) map[string]string {
	called := map[string]string{} // by starter; "" is several
	for _, g := range w.Goroutines {
		fn, ok := names[g.ID]
		if before, seen := called[g.Func]; seen && before != fn || !ok {
			fn = ""
		}
		called[g.Func] = fn
	}
	return called
}

func namedCores(d *traceview.CoreDetail, called map[string]string) *traceview.CoreDetail {
	if d == nil {
		return nil
	}
	c := *d
	c.FuncProc = slices.Clone(d.FuncProc)
	for i := range c.FuncProc {
		c.FuncProc[i].Func = cmp.Or(called[c.FuncProc[i].Func], c.FuncProc[i].Func)
	}
	return &c
}

// namedGroups leaves a starter its name where others began the same function by a
// go statement: two rows of one name would puzzle.
func namedGroups(groups []traceview.GroupStat, called map[string]string) []traceview.GroupStat {
	groups = slices.Clone(groups)
	for i := range groups {
		fn := called[groups[i].Func]
		if fn != "" && !slices.ContainsFunc(groups, func(g traceview.GroupStat) bool { return g.Func == fn }) {
			groups[i].Func = fn
		}
	}
	return groups
}

func namedWakers(blocks []traceview.BlockSite, called map[string]string) []traceview.BlockSite {
	blocks = slices.Clone(blocks)
	for i := range blocks {
		blocks[i].Wakers = slices.Clone(blocks[i].Wakers)
		for k, w := range blocks[i].Wakers {
			blocks[i].Wakers[k].Func = cmp.Or(called[w.Func], w.Func)
		}
	}
	return blocks
}

// calledByStarters finds what goroutines whose start function is a starter were
// asked to run, from the stacks they had.
func calledByStarters(w *traceview.Window) map[traceview.GoID]string {
	names := map[traceview.GoID]string{}
	for _, g := range w.Goroutines {
		if !slices.Contains(starters, g.Func) {
			continue
		}
		if fn := calledBy(w, g); fn != "" {
			names[g.ID] = fn
		}
	}
	return names
}

// calledBy looks for the function under the starter. The stack of an async
// preemption may lack the starter's frame: then the outermost is the function.
func calledBy(w *traceview.Window, g traceview.Goroutine) (fn string) {
	for s := range w.On(g.Lane) {
		// A runnable span's stack may be that of the waker.
		if s.State == traceview.StateRunnable || s.Stack <= 0 || int(s.Stack) >= len(w.Stacks) {
			continue
		}
		stack := w.Stacks[s.Stack]
		root := stack.Root()
		switch {
		case root == "" || len(stack) > maxWholeStack:
		case !slices.Contains(starters, root):
			fn = root
		case len(stack) >= 2:
			return stack[len(stack)-2].Func
		}
	}
	return fn
}

// maxWholeStack is a depth that no recorded stack reaches unless it was cut off.
const maxWholeStack = 100
