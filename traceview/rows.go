package traceview

import (
	"cmp"
	"slices"
)

// keptRows is how many goroutines a summary lists. It is a variable for tests.
var keptRows = 50_000

// rows keeps, of many goroutines, those that come first by [busier]: keptRows at most.
// Once there are so many it is a heap, with the one to go next at its top.
type rows []*GoroutineStat

// busier orders goroutines by how much they have to tell: those first that ran
// longest, or else waited longest for a P. No two lives are equal.
func busier(a, b *GoroutineStat) int {
	return cmp.Or(
		cmp.Compare(b.State.Running, a.State.Running), cmp.Compare(b.State.Runnable, a.State.Runnable), older(a, b),
	)
}

// older orders goroutines by ID, and the lives of one ID by time.
func older(a, b *GoroutineStat) int {
	return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.First, b.First), cmp.Compare(a.Last, b.Last))
}

func (x *rows) add(r *GoroutineStat) {
	h := *x
	switch {
	case len(h) < keptRows:
		*x = append(h, new(*r))
		if len(*x) == keptRows {
			x.build()
		}
	case busier(r, h[0]) < 0:
		*h[0] = *r
		h.down(0)
	}
}

func (x rows) build() {
	for i := len(x)/2 - 1; i >= 0; i-- {
		x.down(i)
	}
}

// down puts what is at place i of the heap where it belongs below.
func (x rows) down(i int) {
	goesBefore := func(i, j int) bool { return busier(x[i], x[j]) > 0 }
	for {
		next := 2*i + 1
		if next >= len(x) {
			return
		}
		if next+1 < len(x) && goesBefore(next+1, next) {
			next++
		}
		if !goesBefore(next, i) {
			return
		}
		x[i], x[next] = x[next], x[i]
		i = next
	}
}

// first returns the n that come first of those kept, or fewer.
func (x rows) first(n int) rows {
	if len(x) > n {
		slices.SortFunc(x, busier)
		x = x[:n]
	}
	return x
}

// lives adds up goroutines one by one, whenever the last is known of each.
type lives struct {
	seen   int
	lost   int // in a gap
	state  StateTime
	groups []*groupTotal // by the text that is their start function, nil where there was none
	left   rows          // alive at the end
	gone   rows
}

func (x *lives) add(r *GoroutineStat, fn int32) {
	x.seen++
	if r.Lost {
		x.lost++
	}
	x.state.add(r.State)
	group := reach(&x.groups, fn)
	if *group == nil {
		*group = new(groupTotal)
	}
	(*group).add(r)
	if r.AliveAtEnd() {
		x.left.add(r)
	} else {
		x.gone.add(r)
	}
}

// list returns the rows for a summary, and how many goroutines have none.
func (x *lives) list() (out []GoroutineStat, more int) {
	kept := append(x.left, x.gone.first(keptRows-len(x.left))...)
	slices.SortFunc(kept, older)
	out = make([]GoroutineStat, len(kept))
	for i, r := range kept {
		out[i] = *r
	}
	return out, x.seen - len(out)
}
