package summarize

import (
	"cmp"
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/internal/sched"
)

// groupTotal is the total of the goroutines with one start function.
type groupTotal struct {
	traceview.GroupStat
	lifetime, running traceview.Histogram
}

func (g *groupTotal) add(r *traceview.GoroutineStat) {
	g.Count++
	if r.AliveAtEnd() {
		g.AliveAtEnd++
	}
	g.State.Add(r.State)
	g.lifetime.Add(r.Last.Sub(r.First))
	g.running.Add(time.Duration(r.State.Running))
	for kind, n := range r.Preempts {
		g.Preempts[kind] += n
	}
	g.MaxSlice = max(g.MaxSlice, r.MaxSlice)
	g.Children += r.Children
}

// groups lists goroutines by start function; latency and waits are by that text, waits also by
// reason.
func groups(totals []*groupTotal, sy *sched.Symbols, latency []*traceview.Histogram,
	waits *waits,
) []traceview.GroupStat {
	var out []traceview.GroupStat
	byFn := waits.byFunc()
	for fn, g := range totals {
		if g == nil {
			continue
		}
		g.Func, g.Lifetime, g.Running = sy.Texts[fn], g.lifetime.Stat(), g.running.Stat()
		if fn < len(latency) && latency[fn] != nil {
			g.Latency = latency[fn].Stat()
		}
		g.Waits = blockingStats(byFn[int32(fn)], sy)
		out = append(out, g.GroupStat)
	}
	slices.SortFunc(out, func(a, b traceview.GroupStat) int {
		return cmp.Or(cmp.Compare(b.State.Running, a.State.Running), cmp.Compare(a.Func, b.Func))
	})
	return out
}

// blockingStats lists waits by reason.
func blockingStats(waits map[int32]*traceview.Histogram, sy *sched.Symbols) []traceview.BlockingStat {
	out := make([]traceview.BlockingStat, 0, len(waits))
	for reason, h := range waits {
		out = append(out, traceview.BlockingStat{Reason: sy.Texts[reason], DurationStat: h.Stat()})
	}
	slices.SortFunc(out, func(a, b traceview.BlockingStat) int {
		return cmp.Or(cmp.Compare(b.TotalNS, a.TotalNS), cmp.Compare(a.Reason, b.Reason))
	})
	return out
}
