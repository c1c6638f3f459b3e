package workloads

import (
	"cmp"
	"slices"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// waitGroupHas restricts a claim to a value of --add and one of --done; "" is any.
func waitGroupHas(add, done string) func(Recording) bool {
	return func(r Recording) bool {
		p := Params[*waitGroup](r)
		return p.add == add && (done == "" || p.done == done)
	}
}

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
	tasks := query.Regions(w, "task")
	if running := query.OpenAt(tasks, wait.End); len(running) > 0 {
		return f.Judged(Fails, "G1 returned from Wait after %s, before %s were done", length(wait.End.Sub(wait.Start)),
			query.Names(w, query.Owners(running)))
	}
	if ok {
		f.From, f.To = parked.Start, parked.End
		return f.Judged(Holds, `G1 waited for "sync" in sync.(*WaitGroup).Wait for %s, from %s on`,
			length(parked.Dur()), r.At(parked.Start))
	}
	// Short tasks may have been done before main waited, long ones can't.
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

// panicked returns the goroutine of the task that panicked, the last to be started.
func panicked(w *traceview.Window) (g int32, ok bool) {
	gs := query.Owners(query.Regions(w, "task"))
	if len(gs) == 0 {
		return 0, false
	}
	return slices.MaxFunc(gs, func(a, b int32) int {
		return cmp.Compare(w.Goroutines[a].Created, w.Goroutines[b].Created)
	}), true
}

// doneOf returns the goroutine's call of Done.
func doneOf(w *traceview.Window, g int32) (done traceview.Region, ok bool) {
	for _, done := range query.Regions(w, "done") {
		if done.G == g {
			return done, true
		}
	}
	return traceview.Region{}, false
}

func deferredDoneIsCalled(r Recording) Finding {
	w, result := r.Window, ResultOf[waitGroupResult](r)
	g, ok := panicked(w)
	if !ok || result.Finished != result.Tasks-1 {
		return inconclusive("%d of %s have finished, so it is not seen that one panicked", result.Finished,
			count(result.Tasks, "task"))
	}
	who := query.Names(w, []int32{g})
	f := Finding{Goroutines: query.IDs(w, []int32{g}), From: w.From, To: w.To}
	done, ok := doneOf(w, g)
	if !ok || result.LetGo {
		return f.Judged(Fails, "%s panicked and did not call Done", who)
	}
	f.From, f.To = done.Start, done.End
	return f.Judged(Holds, "%s panicked, recovered and called Done at %s; main went on", who, r.At(done.Start))
}

// mainWaitsForEver looks at main's wait after all tasks have ended: the program had to help it out of that.
func mainWaitsForEver(r Recording) Finding {
	w, result := r.Window, ResultOf[waitGroupResult](r)
	wait, parked, waited := mainWait(w)
	_, last := query.Extent(query.Regions(w, "task"))
	g, ok := panicked(w)
	if !ok {
		return inconclusive("the trace shows no task")
	}
	f := Finding{Goroutines: append(query.IDs(w, []int32{g}), query.Main), From: last, To: max(last, wait.End)}
	if _, called := doneOf(w, g); called || !result.LetGo {
		return f.Judged(Fails, "%s called Done, and main went on at %s", query.Names(w, []int32{g}), r.At(wait.End))
	}
	if !waited || parked.End <= last {
		return f.Judged(Inconclusive, "the tasks took so long that main was not seen waiting in vain; try a longer --patience")
	}
	return f.Judged(Holds, "%s panicked and did not call Done; main was still waiting %s after the last task had ended, "+
		"when its wait was ended for it", query.Names(w, []int32{g}), length(parked.End.Sub(last)))
}

// waitIsTooEarly fails if main waits although no task has run, so that none can have called Add.
func waitIsTooEarly(r Recording) Finding {
	w, result := r.Window, ResultOf[waitGroupResult](r)
	wait, parked, waited := mainWait(w)
	f := Finding{Goroutines: []traceview.GoID{query.Main}, From: wait.Start, To: wait.End}
	if result.Finished < result.Tasks {
		return f.Judged(Holds, "Wait returned after %s, when %d of %s were done", length(wait.End.Sub(wait.Start)),
			result.Finished, count(result.Tasks, "task"))
	}
	began := func(g int32) bool { at, ok := query.FirstRun(w, g); return ok && at <= parked.Start }
	if waited && !slices.ContainsFunc(query.Owners(query.Regions(w, "task")), began) {
		return f.Judged(Fails, "Wait waited %s for %s of which none had run when it was called", length(parked.Dur()),
			count(result.Tasks, "task"))
	}
	return f.Judged(Inconclusive, "a task happened to run before main called Wait, and so all %s were waited for",
		count(result.Tasks, "task"))
}
