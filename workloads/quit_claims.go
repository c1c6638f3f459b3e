package workloads

import (
	"schedviz/traceview"
	"schedviz/workloads/query"
)

// quitPolls restricts a claim to a value of --poll.
func quitPolls(poll bool) func(Recording) bool {
	return func(r Recording) bool { return Params[*quit](r).poll == poll }
}

// quitPollsHard restricts a claim to runs that poll without a pause.
func quitPollsHard(r Recording) bool { return quitPolls(true)(r) && Params[*quit](r).sleep == 0 }

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

// waitingIsFree leaves out the time in jobs, and accepts no other waits than those for the channels.
func waitingIsFree(r Recording) Finding {
	w, life := r.Window, query.Regions(r.Window, "until quit")[0]
	f, who, whole := FindingAt(w, []traceview.Region{life}), query.Names(w, []int32{life.G}), life.End.Sub(life.Start)
	_, inJobs := query.CountIn(w, query.Regions(w, "job"), query.InState(traceview.StateRunning))
	running := query.TimeIn(w, life, query.InState(traceview.StateRunning)) - inJobs
	waits, waited := query.CountIn(w, []traceview.Region{life}, query.WaitingFor(w, "select", "chan receive"))
	other := query.TimeIn(w, life, query.InState(traceview.StateWaiting)) - waited
	switch {
	case running > whole/5:
		return f.Judged(Fails, "%s ran for %s of %s (%s) besides its jobs", who, length(running), length(whole),
			percent(running, whole))
	case other > whole/5:
		return f.Judged(Fails, "%s waited for %s of %s (%s) for something other than the channels", who, length(other),
			length(whole), percent(other, whole))
	case running > whole/20 || waited < whole/2:
		return f.Judged(Inconclusive, "%s ran for %s of %s (%s) besides its jobs: the host may have been too busy", who,
			length(running), length(whole), percent(running, whole))
	}
	return f.Judged(Holds, "%s waited %s for the channels, %s of %s, and ran for %s (%s) besides its jobs", who,
		count(waits, "time"), length(waited), length(whole), length(running), percent(running, whole))
}

func quitJobsDone(r Recording) Finding {
	w, result := r.Window, ResultOf[quitResult](r)
	jobs := query.Regions(w, "job")
	f := FindingAt(w, append(jobs, query.Regions(w, "until quit")...))
	switch {
	case result.Sent == 0:
		return f.Judged(Inconclusive, "there was no job")
	case result.Done != result.Sent || len(jobs) != result.Sent:
		return f.Judged(Fails, "%d of %s done, %d in the trace", result.Done, count(result.Sent, "job"), len(jobs))
	}
	return f.Judged(Holds, "%s done by %s, which asked %s in vain", count(result.Sent, "job"),
		query.Names(w, query.Owners(jobs)), count(result.Polls, "time"))
}
