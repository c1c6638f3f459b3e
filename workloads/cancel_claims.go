package workloads

import (
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// soonAfterCancel is how long a worker may take to end.
const soonAfterCancel = 5 * time.Millisecond

// firstBranch returns the workers of the first branch, and the others.
func firstBranch(w *traceview.Window) (first, others []int32) {
	for _, log := range query.Logs(w, "branch") {
		if log.Message == "0" {
			first = append(first, log.G)
		} else {
			others = append(others, log.G)
		}
	}
	return first, others
}

// branchCut returns the region in which the first branch is cancelled; ok is false if there is only one branch.
func branchCut(w *traceview.Window) (cut traceview.Region, ok bool) {
	if cuts := query.Regions(w, "cancel branch"); len(cuts) > 0 {
		return cuts[0], true
	}
	return traceview.Region{}, false
}

// rootsWorkers returns the workers that the root's cancel ends.
func rootsWorkers(w *traceview.Window) []int32 {
	first, others := firstBranch(w)
	if _, ok := branchCut(w); ok {
		return others
	}
	return append(first, others...)
}

// afterCancel returns the rest of each worker's life from its cancel on. A worker that ended before has a region that ends
// before it starts.
func afterCancel(w *traceview.Window) []traceview.Region {
	first, _ := firstBranch(w)
	root := query.Regions(w, "cancel")[0]
	cut, hasCut := branchCut(w)
	rest := query.Lives(w, startedIn(w, "(*cancelling).worker"))
	for i, life := range rest {
		rest[i].Start = root.Start
		if hasCut && slices.Contains(first, life.G) {
			rest[i].Start = cut.Start
		}
	}
	return rest
}

// workersEndSoon does not count the time in which a worker was runnable without a P: that is due to the host, not
// to the cancel.
func workersEndSoon(r Recording) Finding {
	w := r.Window
	rest := afterCancel(w)
	if len(rest) == 0 {
		return inconclusive("the trace shows no worker")
	}
	workers, last := query.Owners(rest), rest[0]
	for _, life := range rest {
		if life.End < life.Start {
			f := Finding{Goroutines: query.IDs(w, []int32{life.G}), From: life.End, To: life.Start}
			return f.Judged(Fails, "%s ended %s before its cancel", query.Names(w, []int32{life.G}), length(life.Start.Sub(life.End)))
		}
		if life.End.Sub(life.Start) > last.End.Sub(last.Start) {
			last = life
		}
	}
	took, who := last.End.Sub(last.Start), query.Names(w, []int32{last.G})
	f := Finding{Goroutines: query.IDs(w, workers), From: last.Start, To: last.End}
	switch {
	case took <= soonAfterCancel && !last.Open:
		return f.Judged(Holds, "all %s (%s) ended within %s of their cancel", count(len(workers), "worker"),
			query.Names(w, workers), length(took))
	case query.TimeIn(w, last, query.InState(traceview.StateWaiting)) > soonAfterCancel:
		return f.Judged(Fails, "%s was still there %s after its cancel, mostly waiting", who, length(took))
	}
	return f.Judged(Inconclusive, "%s was still there %s after its cancel, without waiting: the host was too busy "+
		"to tell", who, length(took))
}

// cancelReadiesAll looks at the workers that wait at the root's cancel, and are not given a job at that moment.
func cancelReadiesAll(r Recording) Finding {
	w, cancel := r.Window, query.Regions(r.Window, "cancel")[0]
	workers, dispatchers := rootsWorkers(w), startedIn(w, "(*cancelling).dispatch")
	var waiting []int32
	for _, g := range workers {
		if wake, ok := wakeAfter(w, g, cancel.Start); ok && !slices.Contains(dispatchers, wake.Waker) {
			waiting = append(waiting, g)
		}
	}
	if len(waiting) < 2 {
		return inconclusive("%d of %s waited when the cancel came", len(waiting), count(len(workers), "worker"))
	}
	return readiesAll(r, cancel, waiting, "cancel")
}

func branchEndsAlone(r Recording) Finding {
	w, root := r.Window, query.Regions(r.Window, "cancel")[0]
	first, others := firstBranch(w)
	cut, ok := branchCut(w)
	if !ok || len(first) == 0 || len(others) == 0 {
		return inconclusive("there is only one branch")
	}
	f := Finding{Goroutines: query.IDs(w, append(slices.Clone(first), others...)), From: cut.Start, To: root.End}
	for _, life := range query.Lives(w, others) {
		if life.End < root.Start {
			return f.Judged(Fails, "%s, of another branch, ended %s before the root was cancelled",
				query.Names(w, []int32{life.G}), length(root.Start.Sub(life.End)))
		}
	}
	for _, life := range query.Lives(w, first) {
		if life.End > root.Start {
			v := Inconclusive // the host kept it from ending
			if query.TimeIn(w, traceview.Region{G: life.G, Start: cut.End, End: root.Start}, query.InState(traceview.StateWaiting)) > soonAfterCancel {
				v = Fails
			}
			return f.Judged(v, "%s, of the branch cancelled at %s, was still there when the root was cancelled",
				query.Names(w, []int32{life.G}), r.At(cut.Start))
		}
	}
	jobs := slices.DeleteFunc(query.Regions(w, "job"), func(job traceview.Region) bool { return job.Start < cut.End })
	if len(jobs) == 0 {
		return f.Judged(Inconclusive, "no job was done after the cancel of the branch")
	}
	return f.Judged(Holds, "%s of the branch (%s) ended at its cancel, at %s; %s of the others (%s) did %s more until the "+
		"root's, at %s", count(len(first), "worker"), query.Names(w, first), r.At(cut.Start), count(len(others), "worker"),
		query.Names(w, others), count(len(jobs), "job"), r.At(root.Start))
}

// wakeAfter returns how the wait on a channel ended in which a goroutine was at a time; waited is false if it was in none.
func wakeAfter(w *traceview.Window, g int32, at traceview.Time) (wake traceview.Span, waited bool) {
	for _, wait := range query.Spans(w, []int32{g}, query.WaitingFor(w, "chan receive", "select")) {
		if wait.Start <= at && at < wait.End {
			return query.Next(w, wait)
		}
	}
	return traceview.Span{}, false
}

// readiesAll judges whether goroutines that wait on a channel were all made runnable by a single call, marked by
// a region, that closes it. The stack of a close shows its caller, that of a send runtime.chansend1.
func readiesAll(r Recording, call traceview.Region, gs []int32, name string) Finding {
	w, by := r.Window, r.Window.Goroutines[call.G].ID
	f := Finding{Goroutines: append(query.IDs(w, gs), by), From: call.Start, To: call.End}
	readied := 0
	for _, g := range gs {
		wake, ok := wakeAfter(w, g, call.Start)
		if !ok {
			continue // it arrived too late to wait
		}
		readied++
		f.To = max(f.To, wake.Start)
		inCall := wake.Waker == call.G && call.Start <= wake.Start && wake.Start <= call.End
		if !inCall || query.OnStack(w, wake.Stack, "runtime.chansend1") {
			return f.Judged(Fails, "%s became runnable at %s, but not by closing a channel in the %s of G%d",
				query.Names(w, []int32{g}), r.At(wake.Start), name, by)
		}
	}
	if readied < len(gs) || readied < 2 {
		return f.Judged(Inconclusive, "only %d of %s waited when the %s came", readied, count(len(gs), "goroutine"),
			name)
	}
	return f.Judged(Holds, "a single %s by G%d made all of %s runnable within %s", name, by, query.Names(w, gs),
		length(f.To.Sub(f.From)))
}
