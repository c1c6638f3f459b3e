package workloads

import "schedviz/workloads/query"

// tasksAreCutOff compares main's count of finished tasks with the trace's.
func tasksAreCutOff(r Recording) Finding {
	w, result := r.Window, ResultOf[earlyExitResult](r)
	rs := query.Regions(w, "task")
	cut := 0
	for _, task := range rs {
		if task.Open {
			cut++
		}
	}
	f := FindingAt(w, rs)
	f.From = f.To
	switch {
	case cut > 0 && result.Finished < result.Tasks:
		return f.Judged(Holds, "when main returned, %d of %d goroutines had finished; %s were in the middle of their "+
			"task", result.Finished, result.Tasks, count(cut, "goroutine"))
	case len(rs) < result.Tasks:
		return f.Judged(Inconclusive, "only %d of %d goroutines had begun when main returned", len(rs), result.Tasks)
	}
	return f.Judged(Fails, "all %s had finished when main returned", count(result.Finished, "goroutine"))
}

func aliveWhenMainReturns(r Recording) Finding {
	w, p := r.Window, Params[*earlyExit](r)
	all := startedIn(w, "(*earlyExit).task")
	left := query.AliveAtEnd(w, all)
	f := Finding{Goroutines: query.IDs(w, left), From: w.To, To: w.To}
	switch {
	case len(left) > 0:
		return f.Judged(Holds, "the trace ends with %s of %d alive (%s)", count(len(left), "goroutine"), len(all),
			query.Names(w, left))
	case p.of(p.sleep) <= p.of(p.stay):
		return f.Judged(Inconclusive, "all %s had ended, but they take no longer than main stays",
			count(len(all), "goroutine"))
	}
	return f.Judged(Fails, "all %s had ended before the trace did", count(len(all), "goroutine"))
}
