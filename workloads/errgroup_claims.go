package workloads

import (
	"slices"
	"strconv"
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

func groupLimits(r Recording) bool { return Params[*errGroup](r).limit > 0 }

// groupFails restricts a claim to runs with an error, or to those without.
func groupFails(fails bool) func(Recording) bool {
	return func(r Recording) bool { return Params[*errGroup](r).failAt > 0 == fails }
}

func groupKeepsLimit(r Recording) Finding {
	return KeepsLimit(r, query.Regions(r.Window, "task"), "task", Params[*errGroup](r).limit)
}

// failedTasks returns the tasks that failed, as regions from the failure on, by their number.
func failedTasks(w *traceview.Window) map[int]traceview.Region {
	failed, tasks := map[int]traceview.Region{}, query.Regions(w, "task")
	for _, log := range query.Logs(w, "failed") {
		i := slices.IndexFunc(tasks, func(t traceview.Region) bool { return t.G == log.G && t.Start <= log.Time && log.Time <= t.End })
		if n, err := strconv.Atoi(log.Message); err == nil && i >= 0 {
			task := tasks[i]
			task.Start = log.Time
			failed[n] = task
		}
	}
	return failed
}

// groupReturnsFirst accepts any of several errors at the same moment.
func groupReturnsFirst(r Recording) Finding {
	w, result := r.Window, ResultOf[errGroupResult](r)
	failed := failedTasks(w)
	reported, ok := failed[result.Failed]
	if !ok {
		return Finding{}.Judged(Fails, "%s failed, but Wait returned the error of task %d", count(len(failed), "task"), result.Failed)
	}
	f := FindingAt(w, []traceview.Region{reported})
	for n, task := range failed {
		if task.End < reported.Start && !settling(task, reported) {
			return f.Judged(Fails, "Wait returned the error of task %d, but task %d had failed %s before", result.Failed, n,
				length(reported.Start.Sub(task.End)))
		}
	}
	return f.Judged(Holds, "Wait returned the error of task %d (%s), at %s, the first of %s", result.Failed,
		query.Names(w, []int32{reported.G}), r.At(reported.Start), count(len(failed), "error"))
}

// settling reports whether a task's error may still have been on its way to the group when another task failed.
func settling(task, other traceview.Region) bool { return other.Start.Sub(task.End) < time.Millisecond }

// groupCancelsRest looks at the tasks that were waiting when the first one failed. They have to end soon after that, and
// before their own time; a task that was to end soon anyway shows nothing.
func groupCancelsRest(r Recording) Finding {
	const soon = 5 * time.Millisecond
	w, p := r.Window, Params[*errGroup](r)
	failed := failedTasks(w)
	first, ok := failed[ResultOf[errGroupResult](r).Failed]
	if !ok {
		return inconclusive("no task failed")
	}
	var cut []traceview.Region
	for _, task := range query.OpenAt(query.Regions(w, "task"), first.Start) {
		if task.G == first.G || p.wait-first.Start.Sub(task.Start) < 2*soon {
			continue
		}
		rest := traceview.Region{G: task.G, Start: first.Start, End: task.End}
		if query.TimeIn(w, rest, query.InState(traceview.StateWaiting)) > soon {
			return FindingAt(w, []traceview.Region{rest}).Judged(Fails, "%s went on for %s after task %s had failed",
				query.Names(w, []int32{task.G}), length(rest.End.Sub(rest.Start)), query.Names(w, []int32{first.G}))
		}
		cut = append(cut, rest)
	}
	if len(cut) == 0 {
		return inconclusive("no task was in the middle of its wait when the first one failed, at %s", r.At(first.Start))
	}
	f := FindingAt(w, append(cut, first))
	return f.Judged(Holds, "%s failed at %s; %s in flight (%s) ended within %s of that, of the %s that they take",
		query.Names(w, []int32{first.G}), r.At(first.Start), count(len(cut), "task"), query.Names(w, query.Owners(cut)),
		length(f.To.Sub(first.Start)), length(p.wait))
}

func groupDoesAll(r Recording) Finding {
	w, p, result := r.Window, Params[*errGroup](r), ResultOf[errGroupResult](r)
	tasks := query.Regions(w, "task")
	f := FindingAt(w, tasks)
	if result.Failed > 0 || result.Done != int64(p.tasks) || len(tasks) != p.tasks {
		return f.Judged(Fails, "%d of %s done, %d in the trace", result.Done, count(p.tasks, "task"), len(tasks))
	}
	return f.Judged(Holds, "%s done in %s (%s)", count(p.tasks, "task"), length(f.To.Sub(f.From)), query.Names(w, query.Owners(tasks)))
}
