package workloads

import (
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// blockedCalls returns the readers' system calls that really blocked, by the spans with which they began.
func blockedCalls(w *traceview.Window) []traceview.Span {
	const moment = time.Millisecond
	return query.Spans(w, startedIn(w, "(*syscalls).reader"), func(s traceview.Span) bool {
		return s.State == traceview.StateSyscall && s.Dur() >= moment
	})
}

// psAreHandedOff looks for goroutines that ran on a P while a call that another goroutine had begun on it was
// still in progress.
func psAreHandedOff(r Recording) Finding {
	w := r.Window
	calls := blockedCalls(w)
	onP := map[traceview.ProcID]traceview.Lane{}
	for _, p := range w.Procs {
		onP[p.ID] = p.Lane
	}
	handed := 0
	var first, meanwhile traceview.Span
	for _, call := range calls {
		for s := range w.On(onP[call.P]) {
			if s.G != call.G && s.State == traceview.StateRunning && s.Start > call.Start && s.Start < call.End {
				if handed == 0 {
					first, meanwhile = call, *s
				}
				handed++
				break
			}
		}
	}
	h := r.Summary.Handoffs
	switch {
	case handed > 0:
		f := Finding{Goroutines: query.IDs(w, []int32{first.G, meanwhile.G}), From: first.Start, To: first.End}
		return f.Judged(Holds, "during %d of %s another goroutine ran on the P that the call began on: for example %s on P "+
			"%d, %s into the call of %s; "+
			"in the whole trace %d Ps were given up and %d retaken by sysmon",
			handed, count(len(calls), "blocking call"), query.Names(w, []int32{meanwhile.G}), first.P,
			length(meanwhile.Start.Sub(first.Start)), query.Names(w, []int32{first.G}), h.GivenUp, h.TakenByMonitor)
	case len(calls) == 0:
		return FindingAt(w, query.Regions(w, "blocked")).Judged(Fails, "no goroutine blocked in a system call")
	case Params[*syscalls](r).work == 0 || roomForAll(r):
		return inconclusive("during none of %s did another goroutine run on its P, but there was no work "+
			"to do on it, with %s on %s",
			count(len(calls), "blocking call"), count(r.Summary.Stat.Procs.GOMAXPROCS, "P"), count(r.NumCPU, "core"))
	}
	return FindingAt(w, query.Regions(w, "blocked")).Judged(Fails,
		"during none of %s did another goroutine run on the P that the call began on", count(len(calls), "blocking call"))
}

// roomForAll reports whether there were so many Ps that no goroutine may have needed one that was in a system
// call.
func roomForAll(r Recording) bool {
	procs := r.Summary.Stat.Procs.GOMAXPROCS
	return procs > r.NumCPU || procs > Params[*syscalls](r).readers
}

func moreThreadsThanPs(r Recording) Finding {
	w, procs, threads := r.Window, r.Summary.Stat.Procs.GOMAXPROCS, r.Summary.Stat.Threads.Count
	var calls []traceview.Region
	for _, s := range blockedCalls(w) {
		calls = append(calls, traceview.Region{G: s.G, Start: s.Start, End: s.End})
	}
	most, from, to := query.Peak(calls)
	f := Finding{Goroutines: query.IDs(w, query.Owners(query.OpenAt(calls, from))), From: from, To: to}
	text := "%s for %s, with %s in blocking system calls at once"
	args := []any{count(threads, "thread"), count(procs, "P"), count(most, "goroutine")}
	switch {
	case most > 0 && threads > procs && threads > most:
		return f.Judged(Holds, text, args...)
	case most > 0 && (threads <= most || roomForAll(r)):
		return f.Judged(Inconclusive, text+": the trace may not have seen all threads", args...)
	}
	f = FindingAt(w, query.Regions(w, "blocked"))
	return f.Judged(Fails, text, args...)
}
