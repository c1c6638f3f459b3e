package workloads

import (
	"schedviz/traceview"
	"schedviz/workloads/query"
)

// semaphoreLimits restricts a claim to runs with a limit, or to those without.
func semaphoreLimits(limits bool) func(Recording) bool {
	return func(r Recording) bool { return Params[*semaphore](r).limit > 0 == limits }
}

// semaphoreKeepsLimit counts goroutines from their creation until they are about to give their token back; to end takes
// them another moment.
func semaphoreKeepsLimit(r Recording) Finding {
	w, tasks := r.Window, query.Regions(r.Window, "task")
	for i, task := range tasks {
		tasks[i].Start = max(w.Goroutines[task.G].Created, w.From)
	}
	return KeepsLimit(r, tasks, "task goroutine", Params[*semaphore](r).limit)
}

func tasksAllAtOnce(r Recording) Finding {
	p, rs := Params[*semaphore](r), query.Regions(r.Window, "task")
	most, from, to := query.Peak(rs)
	f := Finding{Goroutines: query.IDs(r.Window, query.Owners(query.OpenAt(rs, from))), From: from, To: to}
	switch {
	case most == p.tasks:
		return f.Judged(Holds, "all %s were inside at %s", count(most, "task"), r.At(from))
	case p.wait+p.work < slice/10 || most > p.tasks/2:
		return f.Judged(Inconclusive, "%d of %s were inside at once: the first were done before the last could "+
			"begin; try a longer --wait", most, count(p.tasks, "task"))
	}
	return f.Judged(Fails, "no more than %d of %s were inside at once", most, count(p.tasks, "task"))
}

// tasksPileUp counts only tasks that are inside: at the start all are runnable for a moment.
func tasksPileUp(r Recording) Finding {
	w, p, procs := r.Window, Params[*semaphore](r), r.Summary.Stat.Procs.GOMAXPROCS
	waits := query.StatesIn(w, query.Regions(w, "task"), query.InState(traceview.StateRunnable))
	most, from, to := query.Peak(waits)
	f := Finding{Goroutines: query.IDs(w, query.Owners(query.OpenAt(waits, from))), From: from, To: to}
	switch {
	case most > 2*procs && most >= p.tasks/2:
		return f.Judged(Holds, "%d of %s were runnable at %s, with %s", most, count(p.tasks, "task"), r.At(from),
			count(procs, "P"))
	case p.tasks <= 4*procs || most > 2*procs:
		return f.Judged(Inconclusive, "%d of %s were runnable at once, with %s: try more tasks", most,
			count(p.tasks, "task"), count(procs, "P"))
	}
	return f.Judged(Fails, "no more than %d of %s were runnable at once, with %s", most, count(p.tasks, "task"),
		count(procs, "P"))
}

func semaphoreDoesAll(r Recording) Finding {
	rs, p := query.Regions(r.Window, "task"), Params[*semaphore](r)
	f := FindingAt(r.Window, rs)
	if done := ResultOf[int](r); done != p.tasks || len(rs) != p.tasks {
		return f.Judged(Fails, "%d of %s done, %d in the trace", done, count(p.tasks, "task"), len(rs))
	}
	return f.Judged(Holds, "%s done in %s (%s)", count(p.tasks, "task"), length(f.To.Sub(f.From)),
		query.Names(r.Window, query.Owners(rs)))
}
