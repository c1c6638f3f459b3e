package compare

import (
	"cmp"
	"math"
	"slices"

	"schedviz/traceview"
	"schedviz/traceview/classify"
)

// Group is the goroutines with one start function on one side: medians over the runs. Times are nanoseconds.
type Group struct {
	Goroutines float64 `json:"goroutines"`
	Running    float64 `json:"running_ns"`
	Runnable   float64 `json:"runnable_ns"`
	Waiting    float64 `json:"waiting_ns"`
	Syscall    float64 `json:"syscall_ns"`
	MaxSlice   float64 `json:"max_slice_ns"`
	MaxLatency float64 `json:"max_latency_ns"`
	Preempted  float64 `json:"preempted"` // involuntary
}

// GroupRow is a start function and its goroutines by side, nil if a side has none.
type GroupRow struct {
	Func   string   `json:"func"` // "" if the trace does not have it
	Groups []*Group `json:"groups"`
	Score  float64  `json:"score"` // how much it differs
}

func groupOf(g traceview.GroupStat) Group {
	out := Group{
		Goroutines: float64(g.Count), MaxSlice: float64(g.MaxSlice), MaxLatency: float64(g.Latency.MaxNS),
		Running: float64(g.State.Running), Runnable: float64(g.State.Runnable), Waiting: float64(g.State.Waiting), Syscall: float64(g.State.Syscall),
	}
	for kind, n := range g.Preempts {
		if traceview.Preempt(kind).Involuntary() {
			out.Preempted += float64(n)
		}
	}
	return out
}

// groups matches goroutines by start function; those that differ most, weighted by their running time, come
// first.
func (c comparison) groups(pairs []Pair) []GroupRow {
	index := map[string]*GroupRow{}
	for i, s := range c.sides {
		for fn := range functions(s) {
			row := index[fn]
			if row == nil {
				row = &GroupRow{Func: fn, Groups: make([]*Group, len(c.sides))}
				index[fn] = row
			}
			row.Groups[i] = medianGroup(s, fn)
		}
	}
	rows := make([]GroupRow, 0, len(index))
	for _, row := range index {
		for _, pair := range pairs {
			row.Score = max(row.Score, groupChange(row.Groups[pair.From], row.Groups[pair.To]))
		}
		rows = append(rows, *row)
	}
	slices.SortFunc(rows, func(a, b GroupRow) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(b.most(), a.most()), cmp.Compare(a.Func, b.Func))
	})
	return rows
}

// most is the longest time the group ran on any side.
func (r GroupRow) most() (t float64) {
	for _, g := range r.Groups {
		if g != nil {
			t = max(t, g.Running)
		}
	}
	return t
}

// functions returns the start functions in any run of a side.
func functions(s Side) map[string]bool {
	out := map[string]bool{}
	for _, r := range s.Runs {
		for fn := range r.groups {
			out[fn] = true
		}
	}
	return out
}

// medianGroup is the median over the runs, field by field; a run without such goroutines counts as zero.
func medianGroup(s Side, fn string) *Group {
	of := func(field func(Group) float64) float64 {
		var values []float64
		for _, r := range s.Runs {
			values = append(values, field(r.groups[fn]))
		}
		return DistributionOf(values).Median
	}
	return &Group{
		Goroutines: of(func(g Group) float64 { return g.Goroutines }),
		Running:    of(func(g Group) float64 { return g.Running }),
		Runnable:   of(func(g Group) float64 { return g.Runnable }),
		Waiting:    of(func(g Group) float64 { return g.Waiting }),
		Syscall:    of(func(g Group) float64 { return g.Syscall }),
		MaxSlice:   of(func(g Group) float64 { return g.MaxSlice }),
		MaxLatency: of(func(g Group) float64 { return g.MaxLatency }),
		Preempted:  of(func(g Group) float64 { return g.Preempted }),
	}
}

// groupChange is how much a group differs: the sum of its fields' effects.
func groupChange(a, b *Group) float64 {
	var none Group
	if a == nil {
		a = &none
	}
	if b == nil {
		b = &none
	}
	// A group that only one side has scores the maximum, unless it hardly ran.
	size := math.Max(effect(a.MaxSlice, b.MaxSlice, shortTime), effect(a.MaxLatency, b.MaxLatency, shortTime))
	size = math.Max(size, effect(a.Running, b.Running, littleTime))
	size = math.Max(size, effect(a.Runnable, b.Runnable, littleTime))
	return math.Max(size, effect(a.Preempted, b.Preempted, smallCount))
}

// alikeEnough is the share of start functions that traces of one program have in common.
const alikeEnough = 0.5

// samePrograms reports whether goroutines can be matched by function, and if not, why.
func (c comparison) samePrograms() (ok bool, why string) {
	first := c.sides[0]
	for i, s := range c.sides[1:] {
		switch {
		case first.Program != "" && s.Program != "" && first.Program != s.Program:
			return false, Name(0) + " and " + Name(i+1) + " are runs of different workloads (" + first.Program + " and " + s.Program + ")"
		case first.Program != "" && first.Program == s.Program:
		case inCommon(ownFunctions(first), ownFunctions(s)) < alikeEnough:
			return false, Name(0) + " and " + Name(i+1) + " are traces of different programs: few goroutines " +
				"have the same start functions"
		}
	}
	return true, ""
}

// ownFunctions returns the start functions that identify a program.
func ownFunctions(s Side) map[string]bool {
	out := functions(s)
	for fn := range out {
		if fn == "" || classify.MainGoroutine(fn) {
			delete(out, fn)
		}
	}
	return out
}

// inCommon is the share of the smaller set that is also in the other one; 1 if a set is empty.
func inCommon(a, b map[string]bool) float64 {
	least := min(len(a), len(b))
	if least == 0 {
		return 1
	}
	n := 0
	for fn := range a {
		if b[fn] {
			n++
		}
	}
	return float64(n) / float64(least)
}
