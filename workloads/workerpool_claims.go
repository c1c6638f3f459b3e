package workloads

import (
	"slices"
	"strconv"
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

func poolFails(r Recording) bool { return Params[*workerPool](r).failAt > 0 }

// poolEndsEarly restricts a claim to runs whose collector leaves early, or to those whose collector does not.
func poolEndsEarly(early bool) func(Recording) bool {
	return func(r Recording) bool { return early == (poolFails(r) || Params[*workerPool](r).stopAfter > 0) }
}

// poolTold restricts a claim to runs whose collector leaves early and tells the others.
func poolTold(r Recording) bool { return poolEndsEarly(true)(r) && Params[*workerPool](r).tell }

// poolLeaks restricts a claim to runs whose collector leaves early without that.
func poolLeaks(r Recording) bool { return poolEndsEarly(true)(r) && !poolTold(r) }

func poolEnds(r Recording) bool { return !poolLeaks(r) }

func poolKeepsLimit(r Recording) Finding {
	workers := startedIn(r.Window, "(*workerPool).worker")
	f := KeepsLimit(r, query.Regions(r.Window, "job"), "job", Params[*workerPool](r).workers)
	return f.Judged(f.Verdict, "%s, with %s", f.Evidence, count(len(workers), "worker"))
}

func poolAnswersOnce(r Recording) Finding {
	rs, result, jobs := query.Regions(r.Window, "job"), ResultOf[poolResult](r), Params[*workerPool](r).jobs
	f := FindingAt(r.Window, rs)
	switch {
	case len(result.Missing) > 0:
		return f.Judged(Fails, "%s got no answer, job %d among them", count(len(result.Missing), "job"),
			result.Missing[0])
	case len(result.Repeated) > 0:
		return f.Judged(Fails, "%s got more than one answer, job %d among them", count(len(result.Repeated), "job"),
			result.Repeated[0])
	case result.Answered != jobs || len(rs) != jobs:
		return f.Judged(Fails, "%s, but %s done and %s", count(jobs, "job"), count(len(rs), "time"),
			count(result.Answered, "answer"))
	}
	return f.Judged(Holds, "%s, each done once in the trace and answered once, by %s", count(jobs, "job"),
		query.Names(r.Window, query.Owners(rs)))
}

// poolSpreads expects every worker to get work if there are several jobs for each and a job takes long enough for
// the other workers to wake up.
func poolSpreads(r Recording) Finding {
	const enoughJobs, enoughWork = 5, 100 * time.Microsecond
	w, p := r.Window, Params[*workerPool](r)
	rs, workers := query.Regions(w, "job"), startedIn(w, "(*workerPool).worker")
	done := map[int32]int{}
	for _, job := range rs {
		done[job.G]++
	}
	var idle []int32
	fewest, most := p.jobs, 0
	for _, g := range workers {
		fewest, most = min(fewest, done[g]), max(most, done[g])
		if done[g] == 0 {
			idle = append(idle, g)
		}
	}
	f := FindingAt(w, rs)
	switch {
	case len(workers) < 2:
		return f.Judged(Inconclusive, "%s can't share the jobs", count(len(workers), "worker"))
	case len(idle) == 0:
		return f.Judged(Holds, "each of %d workers (%s) did %d to %d of the %d jobs", len(workers),
			query.Names(w, workers), fewest, most, len(rs))
	case p.jobs < enoughJobs*p.workers || p.work < enoughWork:
		return f.Judged(Inconclusive, "%d of %d workers did nothing, but there were only %d jobs of %s", len(idle),
			len(workers), p.jobs, length(p.work))
	}
	f.Goroutines = query.IDs(w, idle)
	return f.Judged(Fails, "%d of %d workers (%s) did none of the %d jobs", len(idle), len(workers),
		query.Names(w, idle), len(rs))
}

// poolReportsFirst looks at the errors on their way to the collector: none may have arrived before the reported one was
// sent.
func poolReportsFirst(r Recording) Finding {
	w, result := r.Window, ResultOf[poolResult](r)
	sends := failedSends(w)
	reported, ok := sends[strconv.Itoa(result.Failed)]
	if !ok {
		return Finding{}.Judged(Fails, "%s failed, but the reported error is that of job %d", count(len(sends), "job"),
			result.Failed)
	}
	f := FindingAt(w, []traceview.Region{reported})
	for job, send := range sends {
		if send.End < reported.Start {
			return f.Judged(Fails, "the error of job %d is reported, but that of job %s had reached the collector %s before",
				result.Failed, job, length(reported.Start.Sub(send.End)))
		}
	}
	return f.Judged(Holds, "the error of job %d is reported, from %s at %s; %s failed, and no other error was there "+
		"before",
		result.Failed, query.Names(w, []int32{reported.G}), r.At(reported.Start), count(len(sends), "job"))
}

// failedSends returns, for each job that failed, the region in which its worker
// offers the error to the collector.
func failedSends(w *traceview.Window) map[string]traceview.Region {
	sends := map[string]traceview.Region{}
	answers := query.Regions(w, "send")
	for _, log := range query.Logs(w, "failed") {
		i := slices.IndexFunc(answers, func(a traceview.Region) bool { return a.G == log.G && a.Start >= log.Time })
		if i >= 0 {
			sends[log.Message] = answers[i]
		}
	}
	return sends
}

func poolLeavesNone(r Recording) Finding {
	w, p := r.Window, Params[*workerPool](r)
	workers := startedIn(w, "(*workerPool).worker")
	others := slices.Concat(startedIn(w, "(*workerPool).produce"), startedIn(w, "(*workerPool).closeResults"),
		startedIn(w, "(*workerPool).collect"))
	all := slices.Concat(workers, others)
	if len(workers) != p.workers || len(others) != 3 {
		return inconclusive("the trace shows %d of %d goroutines", len(all), p.workers+3)
	}
	return AllEnded(r, count(len(workers), "worker")+" and the producer", all)
}

// poolDoneWakes looks at the goroutines that wait when the collector closes done, unless another one wakes them at that
// moment, for a job.
func poolDoneWakes(r Recording) Finding {
	w, stops := r.Window, query.Regions(r.Window, "stop")
	if len(stops) == 0 {
		return inconclusive("done was not closed")
	}
	stop := stops[0]
	workers := startedIn(w, "(*workerPool).worker")
	var left []int32
	for _, g := range append(startedIn(w, "(*workerPool).produce"), workers...) {
		wake, waited := wakeAfter(w, g, stop.Start)
		if !waited || wake.Waker != stop.G {
			continue
		}
		if wake.Start > stop.End {
			return FindingAt(w, stops).Judged(Fails, "%s was still waiting when done had been closed, at %s",
				query.Names(w, []int32{g}), r.At(stop.End))
		}
		left = append(left, g)
	}
	f := Finding{Goroutines: query.IDs(w, append(left, stop.G)), From: stop.Start, To: stop.End}
	if len(left) == 0 {
		return f.Judged(Inconclusive, "no goroutine was waiting when done was closed, at %s", r.At(stop.Start))
	}
	_, last := query.Extent(query.Lives(w, workers))
	f.To = max(f.To, last)
	return f.Judged(Holds, "%s closed done at %s, which woke %s; the last worker ended %s later",
		query.Names(w, []int32{stop.G}), r.At(stop.Start), query.Names(w, left), length(last.Sub(stop.Start)))
}

func poolLeavesSenders(r Recording) Finding {
	w := r.Window
	workers := startedIn(w, "(*workerPool).worker")
	stuck := endWaiting(w, query.AliveAtEnd(w, workers), "chan send")
	f := Finding{Goroutines: query.IDs(w, stuck), From: w.To, To: w.To}
	switch {
	case len(stuck) > 0:
		return f.Judged(Holds, `%d of %s are alive at the end, waiting for "chan send" (%s)`, len(stuck),
			count(len(workers), "worker"), query.Names(w, stuck))
	case len(query.AliveAtEnd(w, workers)) > 0:
		return f.Judged(Inconclusive, "%s alive at the end, but not yet waiting to send",
			count(len(query.AliveAtEnd(w, workers)), "worker"))
	}
	return f.Judged(Fails, "all %s have ended", count(len(workers), "worker"))
}
