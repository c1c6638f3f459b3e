package report

import (
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
		if fn, ok := names[s.WorstWaits[i].G]; ok {
			s.WorstWaits[i].Func = fn
		}
	}
	for i := range s.LongestSlices {
		if fn, ok := names[s.LongestSlices[i].G]; ok {
			s.LongestSlices[i].Func = fn
		}
	}
	s.Cores = namedCores(s.Cores, p.Window, names)
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
	return &out
}

// namedCores does that with the flow of cores, which has no goroutines but only
// functions: where all those of a starter were asked to run the same one.
func namedCores(d *traceview.CoreDetail, w *traceview.Window, names map[traceview.GoID]string) *traceview.CoreDetail {
	if d == nil {
		return nil
	}
	called := map[string]string{} // by starter; "" is several
	for _, g := range w.Goroutines {
		fn, ok := names[g.ID]
		if before, seen := called[g.Func]; seen && before != fn || !ok {
			fn = ""
		}
		called[g.Func] = fn
	}
	c := *d
	c.FuncProc = slices.Clone(d.FuncProc)
	for i := range c.FuncProc {
		if fn := called[c.FuncProc[i].Func]; fn != "" {
			c.FuncProc[i].Func = fn
		}
	}
	return &c
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
	for _, s := range g.Spans {
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
