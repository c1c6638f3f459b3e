package traceview

import (
	"cmp"
	"slices"
	"time"
)

// groups puts goroutines together by start function. blocks are the sites of the
// trace, from whose stacks the groups' waits are known.
func groups(rows []GoroutineStat, latency map[string]*Histogram, blocks []BlockSite) []GroupStat {
	type group struct {
		GroupStat
		lifetime, running Histogram
		waits             map[string]*BlockingTotal
	}
	index := make(map[string]*group)
	of := func(fn string) *group {
		g := index[fn]
		if g == nil {
			g = &group{GroupStat: GroupStat{Func: fn}, waits: make(map[string]*BlockingTotal)}
			index[fn] = g
		}
		return g
	}
	for i := range rows {
		r := &rows[i]
		g := of(r.Func)
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

// family counts each goroutine's children.
func family(rows []GoroutineStat) {
	place := make(map[GoID]int, len(rows))
	for i := range rows {
		place[rows[i].ID] = i
	}
	for i := range rows {
		if p, ok := place[rows[i].Parent]; ok && rows[i].Parent != NoG {
			rows[p].Children++
		}
	}
}
