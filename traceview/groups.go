package traceview

import (
	"cmp"
	"slices"
	"time"
)

// groupTotal is what the goroutines with one start function add up to.
type groupTotal struct {
	GroupStat
	lifetime, running Histogram
	waits             map[string]*BlockingTotal // by reason
}

func (g *groupTotal) add(r *GoroutineStat) {
	g.Count++
	if r.Ended == 0 {
		g.AliveAtEnd++
	}
	g.State.add(r.State)
	g.lifetime.Add(r.Last.Sub(r.First))
	g.running.Add(time.Duration(r.State.Running))
	for kind, n := range r.Preempts {
		g.Preempts[kind] += n
	}
	g.MaxSlice = max(g.MaxSlice, r.MaxSlice)
	g.Children += r.Children
}

// groups lists goroutines by start function. blocks are the sites of the trace,
// from whose stacks the groups' waits are known.
func groups(totals []*groupTotal, sy *symbols, latency map[string]*Histogram, blocks []BlockSite) []GroupStat {
	index := make(map[string]*groupTotal)
	for fn, g := range totals {
		if g != nil {
			g.Func, g.waits = sy.texts[fn], make(map[string]*BlockingTotal)
			index[g.Func] = g
		}
	}
	for _, b := range blocks {
		g := index[b.Stack.Root()]
		if g == nil {
			continue
		}
		w := g.waits[b.Reason]
		if w == nil {
			w = &BlockingTotal{Reason: b.Reason}
			g.waits[b.Reason] = w
		}
		w.Count += b.Count
		w.Total += b.Total
	}
	out := make([]GroupStat, 0, len(index))
	for fn, g := range index {
		g.Lifetime, g.Running = g.lifetime.Stat(), g.running.Stat()
		if h := latency[fn]; h != nil {
			g.Latency = h.Stat()
		}
		for _, w := range g.waits {
			g.Waits = append(g.Waits, *w)
		}
		slices.SortFunc(g.Waits, func(a, b BlockingTotal) int {
			return cmp.Or(cmp.Compare(b.Total, a.Total), cmp.Compare(a.Reason, b.Reason))
		})
		out = append(out, g.GroupStat)
	}
	slices.SortFunc(out, func(a, b GroupStat) int {
		return cmp.Or(cmp.Compare(b.State.Running, a.State.Running), cmp.Compare(a.Func, b.Func))
	})
	return out
}
