package workloads

import "schedviz/traceview"

// semaphoreLimits tells whether a claim is about runs with a limit, or without.
func semaphoreLimits(limits bool) func(Recording) bool {
	return func(r Recording) bool { return params[*semaphore](r).limit > 0 == limits }
}

func semaphoreKeepsLimit(r Recording) Finding {
	return keepsLimit(r, regionsOf(r.Window, "task"), "task", params[*semaphore](r).limit)
}

func tasksAllAtOnce(r Recording) Finding {
	p, rs := params[*semaphore](r), regionsOf(r.Window, "task")
	most, from, to := peak(rs)
	f := Finding{Goroutines: ids(r.Window, owners(openAt(rs, from))), From: from, To: to}
	switch {
	case most == p.tasks:
		return f.judged(Holds, "all %s were inside at %s", count(most, "task"), r.at(from))
	case p.wait+p.work < slice/10 || most > p.tasks/2:
		return f.judged(Inconclusive, "%d of %s were inside at once: the first were done before the last could begin; try a longer --wait", most, count(p.tasks, "task"))
	}
	return f.judged(Fails, "no more than %d of %s were inside at once", most, count(p.tasks, "task"))
}

// tasksPileUp counts those inside only: at the start all are runnable for a moment.
func tasksPileUp(r Recording) Finding {
	w, p, procs := r.Window, params[*semaphore](r), r.Summary.Stat.Procs.GOMAXPROCS
	waits := statesIn(w, regionsOf(w, "task"), inState(traceview.StateRunnable))
	most, from, to := peak(waits)
	f := Finding{Goroutines: ids(w, owners(openAt(waits, from))), From: from, To: to}
	switch {
	case most > 2*procs && most >= p.tasks/2:
		return f.judged(Holds, "%d of %s were runnable at %s, with %s", most, count(p.tasks, "task"), r.at(from), count(procs, "P"))
	case p.tasks <= 4*procs || most > 2*procs:
		return f.judged(Inconclusive, "%d of %s were runnable at once, with %s: try more tasks", most, count(p.tasks, "task"), count(procs, "P"))
	}
	return f.judged(Fails, "no more than %d of %s were runnable at once, with %s", most, count(p.tasks, "task"), count(procs, "P"))
}

func semaphoreDoesAll(r Recording) Finding {
	rs, p := regionsOf(r.Window, "task"), params[*semaphore](r)
	f := findingAt(r.Window, rs)
	if done := resultOf[int](r); done != p.tasks || len(rs) != p.tasks {
		return f.judged(Fails, "%d of %s done, and %d seen", done, count(p.tasks, "task"), len(rs))
	}
	return f.judged(Holds, "%s done in %s (%s)", count(p.tasks, "task"), length(f.To.Sub(f.From)), names(r.Window, owners(rs)))
}
