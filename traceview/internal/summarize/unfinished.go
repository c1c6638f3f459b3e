package summarize

import (
	"cmp"
	"slices"

	"schedviz/traceview"
	"schedviz/traceview/classify"
	"schedviz/traceview/internal/sched"
)

// keptWaiting is how many goroutines are listed with an unfinished site.
const keptWaiting = 64

// unfinished lists the sites at which goroutines of the program wait when the trace ends. Beyond [keptSites] there
// is one per reason.
type unfinished struct {
	list []unfinishedTally
	at   map[unfinishedKey]int32 // index in list
}

type unfinishedKey struct{ stack, reason int32 }

type unfinishedTally struct {
	unfinishedKey
	fn int32
	traceview.UnfinishedSite
}

// unfinishedWait adds a goroutine that is alive at the end of the trace, if it waits on the program's behalf.
func (s *Summarizer) unfinishedWait(m *sched.Machine, gs *sched.GState) {
	if gs.State != traceview.StateWaiting || s.owners.of(&m.Symbols, gs.Func) != ofProgram ||
		classify.RuntimeWait(m.Symbols.Texts[gs.Reason]) {
		return
	}
	s.unfinished.site(unfinishedKey{gs.Stack, s.reasons.admit(gs.Reason)}, gs.Func).add(gs, m.Now)
}

func (x *unfinished) site(key unfinishedKey, fn int32) *unfinishedTally {
	if i, ok := x.at[key]; ok {
		return &x.list[i]
	}
	if len(x.list) >= keptSites && key.stack != sched.StackOthers {
		return x.site(unfinishedKey{sched.StackOthers, key.reason}, fn)
	}
	if x.at == nil {
		x.at = make(map[unfinishedKey]int32)
	}
	x.at[key] = int32(len(x.list))
	x.list = append(x.list, unfinishedTally{unfinishedKey: key, fn: fn})
	return &x.list[len(x.list)-1]
}

func (t *unfinishedTally) add(gs *sched.GState, now traceview.Time) {
	if t.Count == 0 || gs.Since < t.Since {
		t.Since = gs.Since
	}
	t.Last = max(t.Last, gs.Since)
	t.Count++
	if gs.Created != 0 {
		t.Created++
	}
	d := now.Sub(gs.Since)
	t.Total, t.Max = traceview.SaturatingAdd(t.Total, d), max(t.Max, d)
	if len(t.Goroutines) < keptWaiting {
		t.Goroutines = append(t.Goroutines, gs.ID)
	}
}

func (x *unfinished) result(sy *sched.Symbols) []traceview.UnfinishedSite {
	out := make([]traceview.UnfinishedSite, 0, len(x.list))
	for i := range x.list {
		t := &x.list[i]
		site := t.UnfinishedSite
		site.Reason, site.Stack, site.Func = sy.Texts[t.reason], sy.Stacks[t.stack], sy.Texts[t.fn]
		slices.Sort(site.Goroutines)
		out = append(out, site)
	}
	slices.SortStableFunc(out, func(a, b traceview.UnfinishedSite) int { return cmp.Compare(b.Total, a.Total) })
	return out
}
