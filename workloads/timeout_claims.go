package workloads

import (
	"time"

	"schedviz/workloads/query"
)

// leavesOnTime blames the host for a goroutine that was late: timers fire only when a thread gets to check them.
func leavesOnTime(r Recording) Finding {
	w, after := r.Window, Params[*timeout](r).of(Params[*timeout](r).after)
	rs := query.Regions(w, "ask")
	f, who := FindingAt(w, rs), query.Names(w, query.Owners(rs))
	stayed := query.Total(rs)
	switch {
	case stayed < after:
		return f.Judged(Fails, "%s left after %s, before the timeout of %s", who, length(stayed), length(after))
	case stayed <= after+max(after/10, 10*time.Millisecond):
		return f.Judged(Holds, "%s left after %s; the timeout was %s", who, length(stayed), length(after))
	case stayed > 2*after+time.Second:
		return f.Judged(Fails, "%s left only after %s; the timeout was %s", who, length(stayed), length(after))
	}
	return f.Judged(Inconclusive, "%s left after %s; the timeout was %s: the host may have been too busy", who,
		length(stayed), length(after))
}

func timerWakes(r Recording) Finding {
	w, rs := r.Window, query.Regions(r.Window, "ask")
	f := FindingAt(w, rs)
	wakes := query.Wakeups(w, query.Owners(rs), query.WaitingFor(w, "select"))
	if len(wakes) == 0 {
		return f.Judged(Inconclusive, "%s was not seen waiting", query.Names(w, query.Owners(rs)))
	}
	f.From, f.To = wakes[0].Start, wakes[0].End
	if by := wakes[0].Waker; by >= 0 && by != wakes[0].G && !query.OnStack(w, wakes[0].Stack, "time.sendTime") {
		f.Goroutines = append(f.Goroutines, w.Goroutines[by].ID)
		return f.Judged(Fails, "%s made %s runnable at %s", query.Names(w, []int32{by}),
			query.Names(w, query.Owners(rs)), r.At(f.From))
	}
	return f.Judged(Holds, "%s became runnable at %s, and no goroutine woke it", query.Names(w, query.Owners(rs)),
		r.At(f.From))
}
