package workloads

import (
	"slices"
	"strings"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// logAt returns a goroutine's first log message of a category in a region.
func logAt(w *traceview.Window, in traceview.Region, category string) (traceview.Log, bool) {
	for _, l := range query.Logs(w, category) {
		if l.G == in.G && in.Start <= l.Time && l.Time <= in.End {
			return l, true
		}
	}
	return traceview.Log{}, false
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
	shutdown, got := query.Regions(w, "shutdown")[0], answers(w)
	inFlight := query.OpenAt(query.Regions(w, "request"), shutdown.Start)
	if len(inFlight) == 0 {
		return inconclusive("no request was in flight at the shutdown, %s", r.At(shutdown.Start))
	}
	f := FindingAt(w, inFlight)
	f.Goroutines = append(f.Goroutines, w.Goroutines[shutdown.G].ID)
	for _, request := range inFlight {
		log, ok := logAt(w, request, "request")
		if answered, known := got[log.Message]; ok && known && !answered {
			return FindingAt(w, []traceview.Region{request}).Judged(Fails,
				"request %s was in flight at the shutdown and got no answer (%s)",
				log.Message, query.Names(w, []int32{request.G}))
		} else if !known {
			return f.Judged(Inconclusive, "the trace does not show what happened to request %s", log.Message)
		}
	}
	return f.Judged(Holds, "%s in flight at the shutdown, all answered, the last %s later (%s)",
		count(len(inFlight), "request"), length(f.To.Sub(shutdown.Start)), query.Names(w, query.Owners(inFlight)))
}

// listenerClosed returns when the listener was certainly closed: a shutdown closes it first and then waits.
func listenerClosed(w *traceview.Window, shutdown traceview.Region) traceview.Time {
	for s := range query.SpansIn(w, shutdown.G, shutdown.Start, shutdown.End) {
		if query.WaitingFor(w, "select")(s) {
			return s.Start
		}
	}
	return shutdown.End
}

func noNewRequests(r Recording) Finding {
	w := r.Window
	shutdown := query.Regions(w, "shutdown")[0]
	closed := listenerClosed(w, shutdown)
	began := map[string]traceview.Region{} // requests that reached the server, by path
	for _, request := range query.Regions(w, "request") {
		if log, ok := logAt(w, request, "request"); ok {
			began[log.Message] = request
		}
	}
	var late []traceview.Region
	for _, call := range query.Regions(w, "call") {
		log, ok := logAt(w, call, "call")
		if !ok || call.Start <= closed {
			continue
		}
		late = append(late, call)
		if request, ok := began[log.Message]; ok {
			return FindingAt(w, []traceview.Region{call, request}).Judged(Fails,
				"call %s began %s after the listener was closed, and was accepted",
				log.Message, length(call.Start.Sub(closed)))
		}
	}
	f := FindingAt(w, append(late, shutdown))
	if len(late) == 0 {
		return f.Judged(Inconclusive, "no client called after the listener was closed at %s", r.At(closed))
	}
	return f.Judged(Holds, "the listener was closed at %s; %s after that, none accepted (%s)", r.At(closed),
		count(len(late), "call"), query.Names(w, query.Owners(late)))
}

func serverGoroutinesEnd(r Recording) Finding {
	w, p := r.Window, Params[*httpServer](r)
	all := slices.Concat(startedIn(w, "(*httpServer).serve"), startedIn(w, "(*httpServer).worker"),
		startedIn(w, "(*httpServer).client"))
	if want := 1 + p.workers + p.clients; len(all) != want {
		return inconclusive("the trace shows %d of %s", len(all), count(want, "goroutine"))
	}
	return AllEnded(r, "the server, "+count(p.workers, "worker")+" and "+count(p.clients, "client"), all)
}

// networkWaits compares with all threads of the trace, which is the most there were at once.
func networkWaits(r Recording) Finding {
	w, threads := r.Window, r.Summary.Stat.Threads.Count
	var all []int32
	for g := range w.Goroutines {
		all = append(all, int32(g))
	}
	waits := query.States(w, all, query.WaitingFor(w, "network"))
	most, from, to := query.Peak(waits)
	waiting := query.Owners(query.OpenAt(waits, from))
	f := Finding{Goroutines: query.IDs(w, waiting), From: from, To: to}
	if most == 0 {
		return f.Judged(Fails, `no goroutine waited for "network"`)
	}
	if most <= threads {
		return f.Judged(Inconclusive, `no more than %s waited for "network" at once, and there are %s: try more --clients`,
			count(most, "goroutine"), count(threads, "thread"))
	}
	return f.Judged(Holds, `%s waited for "network" at %s (%s), with %s in the whole trace`, count(most, "goroutine"),
		r.At(from), query.Names(w, waiting), count(threads, "thread"))
}
