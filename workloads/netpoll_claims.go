package workloads

import (
	"slices"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// readersOf returns the workload's own goroutines, one for each connection.
func readersOf(w *traceview.Window) []int32 { return startedIn(w, "(*netPoll).reader") }

// pollHoldsNoThread counts the readers that wait for the network at once.
func pollHoldsNoThread(r Recording) Finding {
	w, threads := r.Window, r.Summary.Stat.Threads.Count
	readers := readersOf(w)
	waits := query.States(w, readers, query.WaitingFor(w, "network"))
	most, from, to := query.Peak(waits)
	f := Finding{Goroutines: someOf(w, query.Owners(query.OpenAt(waits, from))), From: from, To: to}
	text := "%d of %s waited for \"network\" at once, for %s, with %s in total"
	args := []any{most, count(len(readers), "reader"), length(to.Sub(from)), count(threads, "thread")}
	switch {
	case most > 3*threads:
		return f.Judged(Holds, text, args...)
	case len(readers) <= 10*r.Summary.Stat.Procs.GOMAXPROCS: // so few that the runtime's own threads count
		return f.Judged(Inconclusive, text+": try more --connections", args...)
	}
	f = FindingAt(w, query.Regions(w, "hold"))
	return f.Judged(Fails, text, args...)
}

// wokenIn counts the goroutines that had to wait, and those of them that something other than a goroutine, which is
// the poller, woke from waiting for the network.
func wokenIn(w *traceview.Window, gs []int32) (byPoller, woken int) {
	for _, g := range gs {
		wakes := query.Wakeups(w, []int32{g}, query.InState(traceview.StateWaiting))
		if len(wakes) > 0 {
			woken++
		}
		polled := query.Wakeups(w, []int32{g}, query.WaitingFor(w, "network"))
		if slices.ContainsFunc(polled, func(s traceview.Span) bool { return s.Waker < 0 }) {
			byPoller++
		}
	}
	return byPoller, woken
}

// pollerWakes looks at what ended the readers' waits. A goroutine that closes a connection may end some.
func pollerWakes(r Recording) Finding {
	w := r.Window
	readers := readersOf(w)
	byPoller, woken := wokenIn(w, readers)
	f := Finding{Goroutines: someOf(w, readers)}
	f.From, f.To = query.Extent(query.Lives(w, readers))
	text := "the network poller made %d of %s runnable"
	args := []any{byPoller, count(len(readers), "reader")}
	switch {
	case len(readers) > 0 && 10*byPoller > 9*len(readers):
		return f.Judged(Holds, text, args...)
	case 2*woken <= len(readers):
		return f.Judged(Inconclusive, text+"; only %d had to wait", append(args, woken)...)
	case 2*byPoller > woken:
		return f.Judged(Inconclusive, text+" and %d in all had to wait", append(args, woken)...)
	}
	return f.Judged(Fails, text+", although %d had to wait", append(args, woken)...)
}
