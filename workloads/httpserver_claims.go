package workloads

import (
	"slices"
	"strings"

	"schedviz/traceview"
)

// logAt returns the first log of a category that a goroutine makes in a region.
func logAt(w *traceview.Window, in traceview.Region, category string) (traceview.Log, bool) {
	i := slices.IndexFunc(w.Logs, func(l traceview.Log) bool {
		return l.G == in.G && l.Category == category && in.Start <= l.Time && l.Time <= in.End
	})
	if i < 0 {
		return traceview.Log{}, false
	}
	return w.Logs[i], true
}

// answers returns for each request, by its path, whether its client got an answer.
func answers(w *traceview.Window) map[string]bool {
	got := map[string]bool{}
	for _, log := range w.Logs {
		switch log.Category {
		case "answered":
			got[log.Message] = true
		case "unanswered":
			path, _, _ := strings.Cut(log.Message, " ")
			got[path] = false
		}
	}
	return got
}

func inFlightAnswered(r Recording) Finding {
	w := r.Window
	shutdown, got := regionsOf(w, "shutdown")[0], answers(w)
	inFlight := openAt(regionsOf(w, "request"), shutdown.Start)
	if len(inFlight) == 0 {
		return inconclusive("no request was in flight at the shutdown, %s", r.at(shutdown.Start))
	}
	f := findingAt(w, inFlight)
	f.Goroutines = append(f.Goroutines, w.Goroutines[shutdown.G].ID)
	for _, request := range inFlight {
		log, ok := logAt(w, request, "request")
		if answered, known := got[log.Message]; ok && known && !answered {
			return findingAt(w, []traceview.Region{request}).judged(Fails, "request %s was in flight at the shutdown and got no answer (%s)",
				log.Message, names(w, []int32{request.G}))
		} else if !known {
			return f.judged(Inconclusive, "the trace doesn't tell what became of request %s", log.Message)
		}
	}
	return f.judged(Holds, "%s in flight at the shutdown, all answered, the last %s later (%s)",
		count(len(inFlight), "request"), length(f.To.Sub(shutdown.Start)), names(w, owners(inFlight)))
}

// listenerClosed returns when the listener surely was closed: that is the first thing
// a shutdown does, and only then does it wait.
func listenerClosed(w *traceview.Window, shutdown traceview.Region) traceview.Time {
	for s := range spansIn(w, shutdown.G, shutdown.Start, shutdown.End) {
		if waitingFor(w, "select")(s) {
			return s.Start
		}
	}
	return shutdown.End
}

func noNewRequests(r Recording) Finding {
	w := r.Window
	shutdown := regionsOf(w, "shutdown")[0]
	closed := listenerClosed(w, shutdown)
	began := map[string]traceview.Region{} // requests that reached the server, by path
	for _, request := range regionsOf(w, "request") {
		if log, ok := logAt(w, request, "request"); ok {
			began[log.Message] = request
		}
	}
	var late []traceview.Region
	for _, call := range regionsOf(w, "call") {
		log, ok := logAt(w, call, "call")
		if !ok || call.Start <= closed {
			continue
		}
		late = append(late, call)
		if request, ok := began[log.Message]; ok {
			return findingAt(w, []traceview.Region{call, request}).judged(Fails, "call %s began %s after the listener was closed, and got in",
				log.Message, length(call.Start.Sub(closed)))
		}
	}
	f := findingAt(w, append(late, shutdown))
	if len(late) == 0 {
		return f.judged(Inconclusive, "no client asked after the listener was closed at %s", r.at(closed))
	}
	return f.judged(Holds, "the listener was closed at %s; %s after that, none got in (%s)", r.at(closed), count(len(late), "call"), names(w, owners(late)))
}

func serverGoroutinesEnd(r Recording) Finding {
	w, p := r.Window, params[*httpServer](r)
	all := slices.Concat(startedAt(w, "(*httpServer).serve"), startedAt(w, "(*httpServer).worker"), startedAt(w, "(*httpServer).client"))
	if want := 1 + p.workers + p.clients; len(all) != want {
		return inconclusive("the trace shows %d of %s", len(all), count(want, "goroutine"))
	}
	return allEnded(r, "the server, "+count(p.workers, "worker")+" and "+count(p.clients, "client"), all)
}

func networkWaits(r Recording) Finding {
	w := r.Window
	var all []int32
	for g := range w.Goroutines {
		all = append(all, int32(g))
	}
	var waiters []int32
	waits, byPoller := 0, 0
	for _, wake := range wakeups(w, all, waitingFor(w, "network")) {
		waits++
		waiters = append(waiters, wake.G)
		if wake.Waker < 0 {
			byPoller++
		}
	}
	slices.Sort(waiters)
	waiters = slices.Compact(waiters)
	f := Finding{Goroutines: ids(w, waiters), From: w.From, To: w.To}
	switch {
	case waits == 0:
		return f.judged(Fails, "no goroutine waited for \"network\"")
	case 2*byPoller < waits:
		return f.judged(Fails, "%s for \"network\", of which goroutines ended %d", count(waits, "wait"), waits-byPoller)
	}
	return f.judged(Holds, "%s for \"network\" by %s; the network poller ended %d of them", count(waits, "wait"), count(len(waiters), "goroutine"), byPoller)
}
