package workloads

import (
	"schedviz/traceview"
	"schedviz/workloads/query"
)

// quitPolls restricts a claim to a value of --poll.
func quitPolls(poll bool) func(Recording) bool {
	return func(r Recording) bool { return Params[*quit](r).poll == poll }
}

func pollingBurns(r Recording) Finding { return keepsBusy(r, query.Regions(r.Window, "until quit")[0]) }

// keepsBusy judges whether a goroutine keeps a P busy in a region. The time in which it waited for a P counts in its favour:
// it wanted to run.
func keepsBusy(r Recording, life traceview.Region) Finding {
	w := r.Window
	f, who, whole := FindingAt(w, []traceview.Region{life}), query.Names(w, []int32{life.G}), life.End.Sub(life.Start)
	running, runnable := query.TimeIn(w, life, query.InState(traceview.StateRunning)), query.TimeIn(w, life,
		query.InState(traceview.StateRunnable))
	switch {
	case running > whole*8/10:
		return f.Judged(Holds, "%s ran for %s of %s (%s)", who, length(running), length(whole), percent(running, whole))
	case running+runnable > whole*8/10:
		return f.Judged(Inconclusive, "%s ran for %s of %s, and had no P for %s", who, length(running), length(whole),
			length(runnable))
	}
	return f.Judged(Fails, "%s ran for %s of %s (%s)", who, length(running), length(whole), percent(running, whole))
}

func waitingIsFree(r Recording) Finding {
	w, life := r.Window, query.Regions(r.Window, "until quit")[0]
	f, who, whole := FindingAt(w, []traceview.Region{life}), query.Names(w, []int32{life.G}), life.End.Sub(life.Start)
	running, waiting := query.TimeIn(w, life, query.InState(traceview.StateRunning)), query.TimeIn(w, life,
		query.InState(traceview.StateWaiting))
	switch {
	case running <= whole/20:
		return f.Judged(Holds, "%s ran for %s of %s (%s) and waited for %s", who, length(running), length(whole),
			percent(running, whole), length(waiting))
	case running <= whole/5:
		return f.Judged(Inconclusive, "%s ran for %s of %s (%s): the host may have been too busy", who, length(running),
			length(whole), percent(running, whole))
	}
	return f.Judged(Fails, "%s ran for %s of %s (%s)", who, length(running), length(whole), percent(running, whole))
}
