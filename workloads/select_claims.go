package workloads

import (
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// selectPolls restricts a claim to a value of --poll.
func selectPolls(poll bool) func(Recording) bool {
	return func(r Recording) bool { return Params[*multiplex](r).poll == poll }
}

func selectPollingBurns(r Recording) Finding {
	return keepsBusy(r, query.Regions(r.Window, "receive")[0])
}

func waitsForSelect(r Recording) Finding {
	w, rs := r.Window, query.Regions(r.Window, "receive")
	f, life := FindingAt(w, rs), query.Total(rs)
	waits, waited := query.CountIn(w, rs, query.WaitingFor(w, "select"))
	var running time.Duration
	for _, receive := range rs {
		running += query.TimeIn(w, receive, query.InState(traceview.StateRunning))
	}
	switch {
	case waits > 0 && waited > life/2:
		return f.Judged(Holds, `%s waited for "select" %s, for %s of %s (%s)`,
			query.Names(w, query.Owners(rs)), count(waits, "time"), length(waited), length(life), percent(waited, life))
	case running > life/2 || waits == 0:
		return f.Judged(Fails, `%s ran for %s of %s and waited for "select" %s`,
			query.Names(w, query.Owners(rs)), length(running), length(life), count(waits, "time"))
	}
	return f.Judged(Inconclusive,
		`%s waited for "select" for only %s of %s, but did not run for long either: the host was too busy to decide`,
		query.Names(w, query.Owners(rs)), length(waited), length(life))
}

func wokenByAll(r Recording) Finding {
	w := r.Window
	receivers, producers := query.Owners(query.Regions(w, "receive")), startedIn(w, "(*multiplex).producer")
	var wakers []int32
	for _, s := range query.Wakeups(w, receivers, query.WaitingFor(w, "select")) {
		if slices.Contains(producers, s.Waker) {
			wakers = append(wakers, s.Waker)
		}
	}
	n := len(wakers)
	slices.Sort(wakers)
	wakers = slices.Compact(wakers)
	f := FindingAt(w, query.Regions(w, "receive"))
	switch {
	case len(wakers) == len(producers) && n > 0:
		return f.Judged(Holds, "%s made %s runnable, %s in total", query.Names(w, wakers), query.Names(w, receivers),
			count(n, "time"))
	case Params[*multiplex](r).values < 3:
		return f.Judged(Inconclusive, "%d of %s woke the receiver, but each had only a few values", len(wakers),
			count(len(producers), "producer"))
	}
	return f.Judged(Fails, "only %d of %s woke %s", len(wakers), count(len(producers), "producer"),
		query.Names(w, receivers))
}

func allValuesArrive(r Recording) Finding {
	w, want, got := r.Window, Params[*multiplex](r).values, ResultOf[multiplexResult](r)
	f := FindingAt(w, query.Regions(w, "receive"))
	if got != (multiplexResult{want, want, want}) {
		return f.Judged(Fails, "%d, %d and %d values arrived, of %d each", got.A, got.B, got.C, want)
	}
	return f.Judged(Holds, "%d values of each producer arrived (%s)", want,
		query.Names(w, startedIn(w, "(*multiplex).producer")))
}
