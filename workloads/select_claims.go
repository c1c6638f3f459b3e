package workloads

import (
	"slices"
	"time"

	"schedviz/traceview"
)

func waitsForSelect(r Recording) Finding {
	w, rs := r.Window, regionsOf(r.Window, "receive")
	f, life := findingAt(w, rs), sumOf(rs)
	waits, waited := waitsIn(w, rs, waitingFor(w, "select"))
	var running time.Duration
	for _, receive := range rs {
		running += timeIn(w, receive, inState(traceview.StateRunning))
	}
	switch {
	case waits > 0 && waited > life/2:
		return f.judged(Holds, `%s waited for "select" %s, for %s of %s (%s)`,
			names(w, owners(rs)), count(waits, "time"), length(waited), length(life), percent(waited, life))
	case running > life/2 || waits == 0:
		return f.judged(Fails, `%s ran for %s of %s and waited for "select" %s`,
			names(w, owners(rs)), length(running), length(life), count(waits, "time"))
	}
	return f.judged(Inconclusive, `%s waited for "select" for only %s of %s, without running for long either: the host was too busy to tell`,
		names(w, owners(rs)), length(waited), length(life))
}

func wokenByAll(r Recording) Finding {
	w := r.Window
	receivers, producers := owners(regionsOf(w, "receive")), startedAt(w, "(*multiplex).producer")
	var wakers []int32
	for _, s := range wakeups(w, receivers, waitingFor(w, "select")) {
		if slices.Contains(producers, s.Waker) {
			wakers = append(wakers, s.Waker)
		}
	}
	n := len(wakers)
	slices.Sort(wakers)
	wakers = slices.Compact(wakers)
	f := findingAt(w, regionsOf(w, "receive"))
	switch {
	case len(wakers) == len(producers) && n > 0:
		return f.judged(Holds, "%s made %s runnable, %s in all", names(w, wakers), names(w, receivers), count(n, "time"))
	case params[*multiplex](r).values < 3:
		return f.judged(Inconclusive, "%d of %s woke the receiver, but each had only few values", len(wakers), count(len(producers), "producer"))
	}
	return f.judged(Fails, "only %d of %s woke %s", len(wakers), count(len(producers), "producer"), names(w, receivers))
}

func allValuesArrive(r Recording) Finding {
	w, want, got := r.Window, params[*multiplex](r).values, resultOf[multiplexResult](r)
	f := findingAt(w, regionsOf(w, "receive"))
	if got != (multiplexResult{want, want, want}) {
		return f.judged(Fails, "%d, %d and %d values arrived, of %d each", got.A, got.B, got.C, want)
	}
	return f.judged(Holds, "%d values of each producer arrived (%s)", want, names(w, startedAt(w, "(*multiplex).producer")))
}
