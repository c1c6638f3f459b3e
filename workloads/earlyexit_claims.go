package workloads

import (
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// mainWakes returns when main's last sleep was over, after which it returned, unless it waited for the tasks.
func mainWakes(w *traceview.Window) (at traceview.Time, ok bool) {
	for i, g := range w.Goroutines {
		if g.ID != query.Main {
			continue
		}
		for _, s := range query.Spans(w, []int32{int32(i)}, query.WaitingFor(w, "sleep")) {
			at, ok = s.End, true
		}
	}
	return at, ok
}

// enoughTime says that main stays as long as the tasks take, so that they may be done.
func (p *earlyExit) enoughTime() bool { return p.of(p.sleep) <= p.of(p.stay)*6/5 }

// tasksAreCutOff compares main's count of finished tasks with the trace's.
func tasksAreCutOff(r Recording) Finding {
	w, p, result := r.Window, Params[*earlyExit](r), ResultOf[earlyExitResult](r)
	rs := query.Regions(w, "task")
	f := FindingAt(w, rs)
	f.From = f.To
	switch {
	case result.Finished < len(rs):
		return f.Judged(Holds, "when main returned, %d of %s had finished; %d had begun and were not done",
			result.Finished, count(result.Tasks, "goroutine"), len(rs)-result.Finished)
	case len(rs) < result.Tasks:
		return f.Judged(Inconclusive, "only %d of %d goroutines had begun when main returned", len(rs), result.Tasks)
	case p.enoughTime() && !p.wait:
		return f.Judged(Inconclusive, "all %s had finished, but they take no longer than main stays",
			count(result.Finished, "goroutine"))
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
	case p.enoughTime() && !p.wait:
		return f.Judged(Inconclusive, "all %s had ended, but they take no longer than main stays",
			count(len(all), "goroutine"))
	}
	return f.Judged(Fails, "all %s had ended before the trace did", count(len(all), "goroutine"))
}

// staysAboutAsLong restricts a claim to runs in which main sleeps about as long as a task takes, instead of waiting.
func staysAboutAsLong(r Recording) bool {
	p := Params[*earlyExit](r)
	return !p.wait && (p.stay-p.sleep).Abs() <= p.sleep/5
}

// sleepIsNoWaiting looks for the task that was done closest to the moment at which main woke up to return. If even that
// is far off, chance had no part in it.
func sleepIsNoWaiting(r Recording) Finding {
	w, p, result := r.Window, Params[*earlyExit](r), ResultOf[earlyExitResult](r)
	woke, ok := mainWakes(w)
	if !ok {
		return inconclusive("main was not seen sleeping")
	}
	var closest traceview.Region
	margin := time.Duration(-1)
	for _, task := range query.Regions(w, "task") {
		if d := p.doneAfter(task, woke).Abs(); margin < 0 || d < margin {
			closest, margin = task, d
		}
	}
	g := []int32{closest.G}
	f := Finding{Goroutines: query.IDs(w, g), From: closest.Start, To: closest.End}
	when := "before"
	if p.doneAfter(closest, woke) > 0 {
		when = "after"
	}
	v := Holds
	if margin > p.of(p.sleep)/5 {
		v = Fails
	}
	return f.Judged(v, "%d of %s had finished when main returned; %s was done %s %s main woke up", result.Finished,
		count(result.Tasks, "goroutine"), query.Names(w, g), length(margin), when)
}

// doneAfter returns how long after a time a task was done, or was to be done if it was cut off.
func (p *earlyExit) doneAfter(task traceview.Region, at traceview.Time) time.Duration {
	if task.Open {
		return task.Start.Sub(at) + p.of(p.sleep)
	}
	return task.End.Sub(at)
}
