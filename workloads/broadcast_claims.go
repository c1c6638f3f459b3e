package workloads

import "schedviz/traceview"

func closeReadiesAll(r Recording) Finding {
	w := r.Window
	return readiesAll(r, regionsOf(w, "wake")[0], startedAt(w, "(*broadcast).receiver"), "close")
}

func lateComerPasses(r Recording) Finding {
	w, late := r.Window, regionsOf(r.Window, "late")[0]
	f := findingAt(w, []traceview.Region{late})
	if waited := timeIn(w, late, inState(traceview.StateWaiting)); waited > 0 {
		return f.judged(Fails, "G%d waited for %s after the close", w.Goroutines[late.G].ID, length(waited))
	}
	if before := regionsOf(w, "wake"); len(before) == 0 || late.Start < before[0].End {
		return f.judged(Inconclusive, "G%d did not come after the close", w.Goroutines[late.G].ID)
	}
	return f.judged(Holds, "G%d received at %s, after the close, without waiting", w.Goroutines[late.G].ID, r.at(late.Start))
}
