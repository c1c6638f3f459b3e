package workloads

import (
	"schedviz/traceview"
	"schedviz/workloads/query"
)

func tasksTimeOfOne(r Recording) Finding {
	p := Params[*waitGroup](r)
	return timeOfOne(r, query.Regions(r.Window, "task"), p.of(p.sleep))
}

// mainWait returns main's region around Wait and the waiting span in it.
func mainWait(w *traceview.Window) (wait traceview.Region, parked traceview.Span, ok bool) {
	for _, wait = range query.Regions(w, "wait") {
		if w.Goroutines[wait.G].ID != query.Main {
			continue
		}
		match := query.Both(query.WaitingFor(w, "sync"), query.Within(w, "sync.(*WaitGroup).Wait"))
		for s := range query.SpansIn(w, wait.G, wait.Start, wait.End) {
			if match(s) {
				return wait, s, true
			}
		}
		return wait, traceview.Span{}, false
	}
	return traceview.Region{}, traceview.Span{}, false
}

func mainWaits(r Recording) Finding {
	w := r.Window
	wait, parked, ok := mainWait(w)
	f := Finding{Goroutines: []traceview.GoID{query.Main}, From: wait.Start, To: wait.End}
	if ok {
		f.From, f.To = parked.Start, parked.End
		return f.Judged(Holds, `G1 waited for "sync" in sync.(*WaitGroup).Wait for %s, from %s on`,
			length(parked.Dur()), r.At(parked.Start))
	}
	// Short tasks may have been done before main waited, long ones can't.
	tasks := query.Regions(w, "task")
	if from, to := query.Extent(tasks); to > wait.Start && wait.End.Sub(wait.Start) > to.Sub(from)/2 {
		return f.Judged(Fails, "G1 was in its call of Wait for %s while tasks ran, but didn't wait for a WaitGroup",
			length(wait.End.Sub(wait.Start)))
	}
	return f.Judged(Inconclusive, "the tasks were done so soon that G1 had nothing to wait for")
}

// lastDoneWakes looks at the Done calls, a region each: the one in which main became
// runnable must be the last, so no other may have begun after that moment.
func lastDoneWakes(r Recording) Finding {
	w := r.Window
	_, parked, ok := mainWait(w)
	if !ok {
		return inconclusive("G1 was not seen waiting in WaitGroup.Wait")
	}
	f := Finding{Goroutines: []traceview.GoID{query.Main}, From: parked.End, To: parked.End}
	ready, ok := query.Next(w, parked)
	if !ok || ready.Waker < 0 {
		return f.Judged(Inconclusive, "the trace does not show what made G1 runnable")
	}
	waker := w.Goroutines[ready.Waker].ID
	f.Goroutines = append(f.Goroutines, waker)
	f.To = ready.End
	called := false
	for _, done := range query.Regions(w, "done") {
		if done.G == ready.Waker {
			called = done.Start <= ready.Start && ready.Start <= done.End
		} else if done.Start > ready.Start {
			other := w.Goroutines[done.G].ID
			return f.Judged(Fails, "G%d made G1 runnable at %s, but G%d called Done %s later",
				waker, r.At(ready.Start), other, length(done.Start.Sub(ready.Start)))
		}
	}
	if !called {
		return f.Judged(Fails, "G%d made G1 runnable at %s, but not in a call of Done", waker, r.At(ready.Start))
	}
	return f.Judged(Holds, "the Done of G%d, the last of %d, made G1 runnable at %s", waker,
		len(query.Regions(w, "done")), r.At(ready.Start))
}
