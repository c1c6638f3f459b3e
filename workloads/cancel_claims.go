package workloads

import (
	"time"

	"schedviz/traceview"
)

// workersEndSoon gives a worker the time in which it was runnable and got no P: that
// is the host's doing, not the cancel's.
func workersEndSoon(r Recording) Finding {
	const soon = 5 * time.Millisecond
	w := r.Window
	workers, cancel := startedAt(w, "(*cancelling).worker"), regionsOf(w, "cancel")[0]
	f := Finding{Goroutines: ids(w, workers), From: cancel.Start, To: cancel.End}
	if len(workers) == 0 {
		return f.judged(Inconclusive, "the trace shows no worker")
	}
	var last traceview.Region
	for _, life := range lives(w, workers) {
		if life.End < cancel.Start {
			return f.judged(Fails, "%s ended %s before the cancel", names(w, []int32{life.G}), length(cancel.Start.Sub(life.End)))
		}
		if life.End >= last.End {
			last = traceview.Region{G: life.G, Start: cancel.Start, End: life.End, Open: life.Open}
		}
	}
	took, who := last.End.Sub(cancel.Start), names(w, []int32{last.G})
	f.To = last.End
	switch {
	case took <= soon && !last.Open:
		return f.judged(Holds, "all %s (%s) ended within %s of the cancel", count(len(workers), "worker"), names(w, workers), length(took))
	case timeIn(w, last, inState(traceview.StateWaiting)) > soon:
		return f.judged(Fails, "%s was still there %s after the cancel, for most of it waiting", who, length(took))
	}
	return f.judged(Inconclusive, "%s was still there %s after the cancel, without waiting: the host was too busy to tell", who, length(took))
}

func cancelReadiesAll(r Recording) Finding {
	w := r.Window
	return readiesAll(r, regionsOf(w, "cancel")[0], startedAt(w, "(*cancelling).worker"), "cancel")
}

// readiesAll judges whether goroutines that wait for a channel were all made
// runnable by the one call, a region, that closes it. Of a close the stack shows the
// caller, of a send runtime.chansend1.
func readiesAll(r Recording, call traceview.Region, gs []int32, name string) Finding {
	w, by := r.Window, r.Window.Goroutines[call.G].ID
	f := Finding{Goroutines: append(ids(w, gs), by), From: call.Start, To: call.End}
	readied := 0
	for _, g := range gs {
		wakes := wakeups(w, []int32{g}, waitingFor(w, "chan receive"))
		if len(wakes) == 0 {
			continue // it came too late to wait
		}
		readied++
		wake := wakes[0]
		f.To = max(f.To, wake.Start)
		inCall := wake.Waker == call.G && call.Start <= wake.Start && wake.Start <= call.End
		if !inCall || onStack(w, wake.Stack, "runtime.chansend1") {
			return f.judged(Fails, "%s became runnable at %s, but not by closing a channel in the %s of G%d",
				names(w, []int32{g}), r.at(wake.Start), name, by)
		}
	}
	if readied < len(gs) || readied == 0 {
		return f.judged(Inconclusive, "only %d of %s waited when the %s came", readied, count(len(gs), "goroutine"), name)
	}
	return f.judged(Holds, "the one %s of G%d made all of %s runnable within %s", name, by, names(w, gs), length(f.To.Sub(f.From)))
}
