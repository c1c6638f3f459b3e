package workloads

import (
	"schedviz/traceview"
	"schedviz/workloads/query"
)

// pollHoldsNoThread counts the readers that wait for the network at once.
func pollHoldsNoThread(r Recording) Finding {
	w, p, threads := r.Window, Params[*netPoll](r), r.Summary.Stat.Threads.Count
	waits := query.States(w, startedIn(w, "(*netPoll).reader"), query.WaitingFor(w, "network"))
	most, from, to := query.Peak(waits)
	f := Finding{Goroutines: someOf(w, query.Owners(query.OpenAt(waits, from))), From: from, To: to}
	text := "%s waited for \"network\" at once, for %s, with %s in total"
	args := []any{count(most, "goroutine"), length(to.Sub(from)), count(threads, "thread")}
	switch {
	case most > 3*threads:
		return f.Judged(Holds, text, args...)
	case p.connections <= 3*threads:
		return f.Judged(Inconclusive, text+": try more --connections", args...)
	}
	f = FindingAt(w, query.Regions(w, "hold"))
	return f.Judged(Fails, text, args...)
}

// pollerWakes looks at what ended the readers' waits. A goroutine that closes a connection may end some.
func pollerWakes(r Recording) Finding {
	w := r.Window
	readers := startedIn(w, "(*netPoll).reader")
	all := query.Wakeups(w, readers, func(s traceview.Span) bool { return s.State == traceview.StateWaiting })
	byPoller := 0
	for _, wake := range query.Wakeups(w, readers, query.WaitingFor(w, "network")) {
		if wake.Waker < 0 {
			byPoller++
		}
	}
	f := Finding{Goroutines: someOf(w, readers), From: w.From, To: w.To}
	if len(all) > 0 {
		f.From = all[0].Start
	}
	switch {
	case len(all) == 0:
		return f.Judged(Inconclusive, "none of %s was seen to become runnable", count(len(readers), "reader"))
	case byPoller > len(all)*8/10:
		return f.Judged(Holds, "the network poller made %d of %s runnable", byPoller, count(len(all), "waiting reader"))
	}
	return f.Judged(Fails, "the network poller made only %d of %s runnable", byPoller,
		count(len(all), "waiting reader"))
}
