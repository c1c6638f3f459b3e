package workloads

import (
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// workersEndSoon does not count the time in which a worker was runnable without a P: that is due to the host, not
// to the cancel.
func workersEndSoon(r Recording) Finding {
	const soon = 5 * time.Millisecond
	w := r.Window
	workers, cancel := startedIn(w, "(*cancelling).worker"), query.Regions(w, "cancel")[0]
	f := Finding{Goroutines: query.IDs(w, workers), From: cancel.Start, To: cancel.End}
	if len(workers) == 0 {
		return f.Judged(Inconclusive, "the trace shows no worker")
	}
	var last traceview.Region
	for _, life := range query.Lives(w, workers) {
		if life.End < cancel.Start {
			return f.Judged(Fails, "%s ended %s before the cancel", query.Names(w, []int32{life.G}),
				length(cancel.Start.Sub(life.End)))
		}
		if life.End >= last.End {
			last = traceview.Region{G: life.G, Start: cancel.Start, End: life.End, Open: life.Open}
		}
	}
	took, who := last.End.Sub(cancel.Start), query.Names(w, []int32{last.G})
	f.To = last.End
	switch {
	case took <= soon && !last.Open:
		return f.Judged(Holds, "all %s (%s) ended within %s of the cancel", count(len(workers), "worker"),
			query.Names(w, workers), length(took))
	case query.TimeIn(w, last, query.InState(traceview.StateWaiting)) > soon:
		return f.Judged(Fails, "%s was still there %s after the cancel, mostly waiting", who, length(took))
	}
	return f.Judged(Inconclusive, "%s was still there %s after the cancel, without waiting: the host was too busy "+
		"to tell", who, length(took))
}

func cancelReadiesAll(r Recording) Finding {
	w := r.Window
	return readiesAll(r, query.Regions(w, "cancel")[0], startedIn(w, "(*cancelling).worker"), "cancel")
}

// readiesAll judges whether goroutines that wait on a channel were all made runnable by a single call, marked by
// a region, that closes it. The stack of a close shows its caller, that of a send runtime.chansend1.
func readiesAll(r Recording, call traceview.Region, gs []int32, name string) Finding {
	w, by := r.Window, r.Window.Goroutines[call.G].ID
	f := Finding{Goroutines: append(query.IDs(w, gs), by), From: call.Start, To: call.End}
	readied := 0
	for _, g := range gs {
		wakes := query.Wakeups(w, []int32{g}, query.WaitingFor(w, "chan receive"))
		if len(wakes) == 0 {
			continue // it arrived too late to wait
		}
		readied++
		wake := wakes[0]
		f.To = max(f.To, wake.Start)
		inCall := wake.Waker == call.G && call.Start <= wake.Start && wake.Start <= call.End
		if !inCall || query.OnStack(w, wake.Stack, "runtime.chansend1") {
			return f.Judged(Fails, "%s became runnable at %s, but not by closing a channel in the %s of G%d",
				query.Names(w, []int32{g}), r.At(wake.Start), name, by)
		}
	}
	if readied < len(gs) || readied == 0 {
		return f.Judged(Inconclusive, "only %d of %s waited when the %s came", readied, count(len(gs), "goroutine"),
			name)
	}
	return f.Judged(Holds, "a single %s by G%d made all of %s runnable within %s", name, by, query.Names(w, gs),
		length(f.To.Sub(f.From)))
}
