package summarize

import (
	"cmp"
	"slices"

	"schedviz/traceview"
	"schedviz/traceview/internal/grow"
)

// KeptRows is the number of goroutines that a summary lists.
const KeptRows = 1 << 14

// rows keeps the first of many goroutines, in the order of busier. Once it is full, the ranks are a
// heap, with the one to be replaced next on top.
type rows struct {
	max   int // maximum number kept
	kept  grow.Chunked[traceview.GoroutineStat]
	ranks []rank
}

// rank holds the main criteria for the order of rows, and the row's index.
type rank struct {
	running, runnable int64
	row               int32
}

// busier orders goroutines by activity: the longest-running first, then those that waited longest
// for a P. No two lives are equal.
func (x *rows) busier(a, b rank) int {
	if c := b.compare(a); c != 0 {
		return c
	}
	return older(x.kept.At(a.row), x.kept.At(b.row))
}

func (a rank) compare(b rank) int {
	if a.running != b.running {
		return cmp.Compare(a.running, b.running)
	}
	return cmp.Compare(a.runnable, b.runnable)
}

// older orders goroutines by ID, and the lives of one ID by time.
func older(a, b *traceview.GoroutineStat) int {
	if a.ID != b.ID {
		return cmp.Compare(a.ID, b.ID)
	}
	return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Last, b.Last))
}

func (x *rows) add(r *traceview.GoroutineStat) {
	n := rank{r.State.Running, r.State.Runnable, int32(len(x.ranks))}
	if len(x.ranks) < x.max {
		*x.kept.Reach(n.row) = *r
		x.ranks = append(x.ranks, n)
		if len(x.ranks) == x.max {
			x.build()
		}
		return
	}
	top := x.ranks[0]
	if c := n.compare(top); c > 0 || c == 0 && older(r, x.kept.At(top.row)) < 0 {
		n.row = top.row
		*x.kept.At(n.row) = *r
		x.ranks[0] = n
		x.down(0)
	}
}

func (x *rows) build() {
	for i := len(x.ranks)/2 - 1; i >= 0; i-- {
		x.down(i)
	}
}

// down moves the rank at index i of the heap down to where it belongs.
func (x *rows) down(i int) {
	h := x.ranks
	moved := h[i]
	for {
		next := 2*i + 1
		if next >= len(h) {
			break
		}
		if next+1 < len(h) && x.goesBefore(h[next+1], h[next]) {
			next++
		}
		if !x.goesBefore(h[next], moved) {
			break
		}
		h[i] = h[next]
		i = next
	}
	h[i] = moved
}

// goesBefore reports whether a is to be replaced before b.
func (x *rows) goesBefore(a, b rank) bool {
	if a.running != b.running {
		return a.running < b.running
	}
	return x.busier(a, b) > 0
}

// first returns the first n of those kept, or fewer.
func (x *rows) first(n int) []*traceview.GoroutineStat {
	if len(x.ranks) > n {
		slices.SortFunc(x.ranks, x.busier)
		x.ranks = x.ranks[:n]
	}
	out := make([]*traceview.GoroutineStat, len(x.ranks))
	for i, r := range x.ranks {
		out[i] = x.kept.At(r.row)
	}
	return out
}

// lives holds the totals of goroutines whose state is final.
type lives struct {
	seen   int
	lost   int // during a gap
	state  traceview.StateTime
	own    ownTotal
	groups []*groupTotal // by the text of the start function, nil if there is none
	alive  rows          // alive at the end
	ended  rows
}

// newLives returns lives that list at most the given number of goroutines.
func newLives(most int) lives { return lives{alive: rows{max: most}, ended: rows{max: most}} }

func (x *lives) add(r *traceview.GoroutineStat, fn int32, whose owner) {
	x.seen++
	if whose == ofProgram {
		x.own.add(r)
	}
	if r.Lost {
		x.lost++
	}
	x.state.Add(r.State)
	group := grow.Reach(&x.groups, fn)
	if *group == nil {
		*group = new(groupTotal)
	}
	(*group).add(r)
	if r.AliveAtEnd() {
		x.alive.add(r)
	} else {
		x.ended.add(r)
	}
}

// list returns the rows for a summary, and the number of goroutines left out.
func (x *lives) list() (out []*traceview.GoroutineStat, more int) {
	out = x.alive.first(x.alive.max)
	out = append(out, x.ended.first(x.ended.max-len(out))...)
	slices.SortFunc(out, older)
	return out, x.seen - len(out)
}
