package workloads

import (
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// starving is how long a goroutine waits for a mutex before it is handed over; the runtime's limit is 1 ms,
// checked when the waiter has been woken.
const starving = 5 * time.Millisecond

// handoffsOf returns the running spans that ended with a mutex handoff.
func handoffsOf(w *traceview.Window) []traceview.Span {
	return query.Spans(w, startedIn(w, "(*mutexHandoff).fighter"), func(s traceview.Span) bool {
		return s.State == traceview.StateRunning && s.Preempt == traceview.PreemptMutexHandoff
	})
}

// longestLockWait returns the longest wait for the mutex.
func longestLockWait(w *traceview.Window) (most traceview.Span) {
	for _, s := range query.Spans(w, startedIn(w, "(*mutexHandoff).fighter"), query.WaitingFor(w, "sync")) {
		if s.Dur() > most.Dur() {
			most = s
		}
	}
	return most
}

// wokenInVain returns a long wait for the mutex that ended without getting it: the goroutine ran for less than
// half of the time it would have held the mutex, and waited for it again. From then on the mutex must be handed
// over.
func wokenInVain(w *traceview.Window, hold time.Duration) (vain traceview.Span, ok bool) {
	waits := query.Spans(w, startedIn(w, "(*mutexHandoff).fighter"), query.WaitingFor(w, "sync"))
	for i, s := range waits[:max(len(waits)-1, 0)] {
		next := waits[i+1]
		if s.Dur() < starving || next.G != s.G {
			continue
		}
		ran := query.TimeIn(w, traceview.Region{G: s.G, Start: s.End, End: next.Start},
			query.InState(traceview.StateRunning))
		if ran < hold/2 {
			return s, true
		}
	}
	return vain, false
}

func mutexIsHandedOver(r Recording) Finding {
	w := r.Window
	handoffs, longest := handoffsOf(w), longestLockWait(w)
	vain, starved := wokenInVain(w, r.Program.(*mutexHandoff).hold)
	switch {
	case len(handoffs) > 0:
		first := handoffs[0]
		f := Finding{
			Goroutines: query.IDs(w,
				query.Owners(query.StatesIn(w, query.Regions(w, "fight"), query.InState(traceview.StateRunning)))),
			From: first.Start, To: first.End,
		}
		return f.Judged(Holds, "the mutex was handed over %s, first by %s at %s; the longest wait for it was %s",
			count(len(handoffs), "time"), query.Names(w, []int32{first.G}), r.At(first.End), length(longest.Dur()))
	case starved:
		f := Finding{Goroutines: query.IDs(w, []int32{vain.G}), From: vain.Start, To: vain.End}
		return f.Judged(Fails, "the mutex was never handed over, although %s waited for it for %s and then did not "+
			"get it",
			query.Names(w, []int32{vain.G}), length(vain.Dur()))
	}
	return FindingAt(w, query.Regions(w, "fight")).Judged(Inconclusive,
		"the mutex was never handed over, and no goroutine had to wait again after a long wait; the longest was %s",
		length(longest.Dur()))
}

func handoffLooksPreempted(r Recording) Finding {
	w, stat := r.Window, r.Summary.Stat.Preemptions
	handoffs := handoffsOf(w)
	if len(handoffs) == 0 {
		return inconclusive("the mutex was never handed over")
	}
	f := FindingAt(w, query.Regions(w, "fight"))
	for _, s := range handoffs {
		if reason := w.Reasons[s.Reason]; reason != "preempted" {
			return f.Judged(Fails, "the handoff by %s at %s has the reason %q", query.Names(w, []int32{s.G}),
				r.At(s.End), reason)
		}
	}
	if stat.MutexHandoff < int64(len(handoffs)) {
		return f.Judged(Fails, "%s in the lanes, but only %d are counted", count(len(handoffs), "handoff"),
			stat.MutexHandoff)
	}
	return f.Judged(Holds, "%s of the mutex with the reason \"preempted\", counted separately from %d async and %d "+
		"cooperative preemptions",
		count(len(handoffs), "handoff"), stat.Async, stat.Cooperative)
}

// allGetTheMutex compares the longest wait with the total time: a starved goroutine has to wait until the others
// are done, which takes their share of it.
func allGetTheMutex(r Recording) Finding {
	w, p := r.Window, Params[*mutexHandoff](r)
	fights, longest := query.Regions(w, "fight"), longestLockWait(w)
	from, to := query.Extent(fights)
	f := Finding{Goroutines: query.IDs(w, []int32{longest.G}), From: longest.Start, To: longest.End}
	whole := to.Sub(from)
	others := whole * time.Duration(p.goroutines-1) / time.Duration(p.goroutines)
	switch {
	case longest.Dur() == 0:
		return f.Judged(Inconclusive, "no goroutine waited for the mutex")
	case longest.Dur() <= max(starving, whole/4)+time.Duration(p.goroutines)*p.hold:
		return FindingAt(w, fights).Judged(Holds, "the longest wait of %s was %s, of %s in total",
			query.Names(w, query.Owners(fights)), length(longest.Dur()), length(whole))
	case longest.Dur() < others*9/10:
		return f.Judged(Inconclusive, "%s waited for %s, of %s in total: the host may have been too busy",
			query.Names(w, []int32{longest.G}), length(longest.Dur()), length(whole))
	}
	return f.Judged(Fails, "%s waited for %s, of %s in total", query.Names(w, []int32{longest.G}), length(longest.Dur()),
		length(whole))
}
