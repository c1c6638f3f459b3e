package workloads

import (
	"schedviz/traceview"
	"schedviz/workloads/query"
)

func broadcastSends(r Recording) bool { return Params[*broadcast](r).send }

func broadcastCloses(r Recording) bool { return !broadcastSends(r) }

func closeReadiesAll(r Recording) Finding {
	w := r.Window
	return readiesAll(r, query.Regions(w, "wake")[0], startedIn(w, "(*broadcast).receiver"), "close")
}

func lateComerPasses(r Recording) Finding {
	w, late := r.Window, query.Regions(r.Window, "late")[0]
	f := FindingAt(w, []traceview.Region{late})
	if waited := query.TimeIn(w, late, query.InState(traceview.StateWaiting)); waited > 0 {
		return f.Judged(Fails, "G%d waited for %s after the close", w.Goroutines[late.G].ID, length(waited))
	}
	if before := query.Regions(w, "wake"); len(before) == 0 || late.Start < before[0].End {
		return f.Judged(Inconclusive, "G%d did not arrive after the close", w.Goroutines[late.G].ID)
	}
	return f.Judged(Holds, "G%d received at %s, after the close, without waiting", w.Goroutines[late.G].ID,
		r.At(late.Start))
}

// valueReadiesOne counts the receivers that a send made runnable.
func valueReadiesOne(r Recording) Finding {
	w, call := r.Window, query.Regions(r.Window, "wake")[0]
	receivers := startedIn(w, "(*broadcast).receiver")
	f := Finding{Goroutines: append(query.IDs(w, receivers), w.Goroutines[call.G].ID), From: call.Start, To: call.End}
	sent := 0
	for _, g := range receivers {
		wake, ok := wakeAfter(w, g, call.Start)
		if !ok {
			continue
		}
		if !query.OnStack(w, wake.Stack, "runtime.chansend1") {
			return f.Judged(Fails, "%s became runnable at %s, but not by a send", query.Names(w, []int32{g}), r.At(wake.Start))
		}
		sent++
	}
	if sent < 2 || sent < len(receivers) {
		return f.Judged(Inconclusive, "only %d of %s waited when the sends came", sent, count(len(receivers), "receiver"))
	}
	return f.Judged(Holds, "%s by G%d made %s runnable, one each, within %s", count(sent, "send"), w.Goroutines[call.G].ID,
		query.Names(w, receivers), length(call.End.Sub(call.Start)))
}
