package workloads

import (
	"schedviz/traceview"
	"schedviz/workloads/query"
)

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
