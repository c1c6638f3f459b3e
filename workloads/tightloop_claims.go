package workloads

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// asyncOn and asyncOff report whether async preemption was on or off; for an unfinished run both are true.
func asyncOn(r Recording) bool  { return !r.finished() || ResultOf[loopResult](r).AsyncPreempt }
func asyncOff(r Recording) bool { return !r.finished() || !ResultOf[loopResult](r).AsyncPreempt }

// loopMode restricts a claim to a --mode and further conditions.
func loopMode(mode string, also ...func(Recording) bool) func(Recording) bool {
	return func(r Recording) bool {
		return Params[*tightLoop](r).mode == mode &&
			!slices.ContainsFunc(also, func(applies func(Recording) bool) bool { return !applies(r) })
	}
}

// loopsCanStop reports whether the runtime can take away a loop's P.
func loopsCanStop(r Recording) bool { return Params[*tightLoop](r).mode != "tight" || asyncOn(r) }

// slice is the runtime's time slice, and enoughSlices how long a loop must have kept its P before the lack of a
// preemption means something.
const (
	slice        = 10 * time.Millisecond
	enoughSlices = 3 * slice
)

var preempted = []traceview.Preempt{traceview.PreemptAsync, traceview.PreemptCooperative, traceview.PreemptUnknown}

// loopsOf returns the goroutines that loop.
func loopsOf(w *traceview.Window) []int32 { return startedIn(w, "(*tightLoop).loop") }

// stopsOf returns the running spans of the loops that ended inside the loop, by one of these kinds of preemption.
func stopsOf(w *traceview.Window, kinds ...traceview.Preempt) []traceview.Span {
	return query.Spans(w, loopsOf(w), func(s traceview.Span) bool {
		return s.State == traceview.StateRunning && slices.Contains(kinds, s.Preempt) && inLoop(w, s)
	})
}

// inLoop reports whether a running span ended inside one of the spin functions.
func inLoop(w *traceview.Window, s traceview.Span) bool {
	return slices.ContainsFunc(w.Stacks[s.Stack], func(f traceview.Frame) bool {
		return strings.HasPrefix(f.Func, "schedviz/workloads.spin")
	})
}

// atCall reports whether a running span ended at the entry of the function that the loops call.
func atCall(w *traceview.Window, s traceview.Span) bool {
	stack := w.Stacks[s.Stack]
	return len(stack) > 0 && stack[0].Func == "schedviz/workloads.spinALittle"
}

// longestSlice returns the longest running span of the loops.
func longestSlice(w *traceview.Window) traceview.Span {
	var most traceview.Span
	for _, s := range query.Spans(w, loopsOf(w), query.InState(traceview.StateRunning)) {
		if s.Dur() > most.Dur() {
			most = s
		}
	}
	return most
}

// hostWasBusy reports whether the loops needed much more time on their Ps than their work takes, so that the Ps
// did not have a core each all the time.
func hostWasBusy(r Recording) bool {
	var running time.Duration
	loops := loopsOf(r.Window)
	for _, s := range query.Spans(r.Window, loops, query.InState(traceview.StateRunning)) {
		running += s.Dur()
	}
	return running > time.Duration(len(loops))*Params[*tightLoop](r).work*3/2
}

// loopFinding points at the loops, or at those of the spans.
func loopFinding(w *traceview.Window, spans []traceview.Span) Finding {
	f := FindingAt(w, query.Regions(w, "loop"))
	if len(spans) == 0 {
		return f
	}
	var gs []int32
	f.From, f.To = spans[0].Start, spans[0].End
	for _, s := range spans {
		gs = append(gs, s.G)
		f.From, f.To = min(f.From, s.Start), max(f.To, s.End)
	}
	slices.Sort(gs)
	f.Goroutines = query.IDs(w, slices.Compact(gs))
	return f
}

func loopsYield(r Recording) Finding {
	w := r.Window
	yields, stops := stopsOf(w, traceview.PreemptGosched), stopsOf(w, preempted...)
	f := loopFinding(w, yields)
	v := Fails
	switch {
	case len(yields) > 0 && 20*len(stops) <= len(yields):
		v = Holds
	case len(yields) > len(stops), len(yields) > 0 && hostWasBusy(r):
		v = Inconclusive
	}
	return f.Judged(v, "%s called Gosched %s and were preempted %s", query.Names(w, loopsOf(w)),
		count(len(yields), "time"), count(len(stops), "time"))
}

func loopsCooperate(r Recording) Finding {
	w, loops := r.Window, loopsOf(r.Window)
	stops, signals := stopsOf(w, traceview.PreemptCooperative), stopsOf(w, traceview.PreemptAsync)
	f, who := loopFinding(w, stops), query.Names(w, loops)
	shared, elsewhere := 0, 0
	for _, s := range stops {
		if !atCall(w, s) {
			elsewhere++
		}
		if next, ok := nextOnP(w, s); ok && next.G != s.G {
			shared++
		}
	}
	switch {
	case len(signals) > 0:
		return f.Judged(Fails, "%s were preempted asynchronously %s, although that was switched off", who,
			count(len(signals), "time"))
	case len(stops) == 0:
		return neverStopped(r)
	case elsewhere > 0:
		return f.Judged(Fails, "%s were preempted cooperatively %s, but %s not at the entry of spinALittle, which they "+
			"call", who, count(len(stops), "time"), count(elsewhere, "time"))
	case shared > 0:
		return f.Judged(Holds, "%s were preempted at the entry of spinALittle %s, and %s another goroutine then ran on "+
			"the P", who, count(len(stops), "time"), count(shared, "time"))
	case len(loops) <= r.Summary.Stat.Procs.GOMAXPROCS:
		return f.Judged(Inconclusive, "%s were preempted at the entry of spinALittle %s, but there was a P for "+
			"each, so nothing to share",
			who, count(len(stops), "time"))
	}
	return f.Judged(Fails, "%s were preempted at the entry of spinALittle %s, but no other goroutine then ran on "+
		"the P", who,
		count(len(stops), "time"))
}

// loopsStopEitherWay looks for both kinds of preemption. The runtime asks for a preemption and sends the signal at
// once; a thread that is on a core comes to the call within 100 ns, one that the host had taken off its core finds
// the signal first.
func loopsStopEitherWay(r Recording) Finding {
	const enough = 10 // signals, so that a call should have come first once
	w := r.Window
	calls, signals := stopsOf(w, traceview.PreemptCooperative), stopsOf(w, traceview.PreemptAsync)
	f := loopFinding(w, slices.Concat(calls, signals))
	text := "%s were preempted %s at a function's entry and %s by a signal"
	args := []any{query.Names(w, loopsOf(w)), count(len(calls), "time"), count(len(signals), "time")}
	switch {
	case len(calls)+len(signals) == 0:
		return neverStopped(r)
	case len(calls) == 0 && (hostWasBusy(r) || len(signals) < enough):
		return f.Judged(Inconclusive, text+": the signal came first each time, as it does when the host takes the "+
			"threads off their cores", args...)
	case len(calls) == 0:
		return f.Judged(Fails, text, args...)
	case len(signals) == 0:
		return f.Judged(Inconclusive, text+": each loop came to a call before the signal", args...)
	}
	return f.Judged(Holds, text, args...)
}

// neverStopped judges loops that should have been preempted and were not: that takes loops that kept their P for
// a long time, on a host that had a core for them.
func neverStopped(r Recording) Finding {
	most := longestSlice(r.Window)
	f := loopFinding(r.Window, []traceview.Span{most})
	if most.Dur() < enoughSlices {
		return f.Judged(Inconclusive, "no loop ran for more than %s at a stretch, too short to be preempted; try a "+
			"larger --work",
			length(most.Dur()))
	}
	if hostWasBusy(r) {
		return f.Judged(Inconclusive, "no loop was preempted, but the host was too busy to decide")
	}
	return f.Judged(Fails, "no loop was preempted, although %s ran for %s at a stretch",
		query.Names(r.Window, []int32{most.G}), length(most.Dur()))
}

// nextOnP returns the span that follows s on its P.
func nextOnP(w *traceview.Window, s traceview.Span) (next traceview.Span, ok bool) {
	for _, p := range w.Procs {
		if p.ID != s.P {
			continue
		}
		if i := w.Find(p.Lane, s.End); i < len(p.Lane) {
			return w.Spans[p.Lane[i]], true
		}
	}
	return traceview.Span{}, false
}

func loopsArePreempted(r Recording) Finding {
	w := r.Window
	signals, others := stopsOf(w, traceview.PreemptAsync), stopsOf(w, traceview.PreemptCooperative)
	f, who := loopFinding(w, signals), query.Names(w, loopsOf(w))
	switch {
	case len(others) > 0:
		return loopFinding(w, others).Judged(Fails, "%s were preempted cooperatively %s in the loop, and %s "+
			"asynchronously",
			who, count(len(others), "time"), count(len(signals), "time"))
	case len(signals) == 0:
		return neverStopped(r)
	}
	return f.Judged(Holds, "%s were preempted asynchronously %s and never cooperatively", who,
		count(len(signals), "time"))
}

// loopsHaveSlices looks at the median. On a busy host slices are longer while a thread is off-core, and some are
// much shorter: while the runtime waits for such a thread to reach a safe point, it preempts all others every 100
// µs.
func loopsHaveSlices(r Recording) Finding {
	const shortest, longest = slice - slice/10, 2*slice + slice/2 // 10 to 20 ms, with a tolerance
	w := r.Window
	stops := stopsOf(w, traceview.PreemptAsync)
	if len(stops) < 3 {
		return inconclusive("only %s ended in an async preemption; try a larger --work", count(len(stops), "slice"))
	}
	slices.SortFunc(stops, func(a, b traceview.Span) int { return cmp.Compare(a.Dur(), b.Dur()) })
	median := stops[len(stops)/2].Dur()
	f := loopFinding(w, stops)
	text := "%d slices of %s ended in an async preemption after %s (median; %s to %s is allowed), %s at least and %s at most"
	args := []any{
		len(stops), query.Names(w, loopsOf(w)), length(median), length(shortest), length(longest),
		length(stops[0].Dur()), length(stops[len(stops)-1].Dur()),
	}
	switch {
	case shortest <= median && median <= longest:
		return f.Judged(Holds, text, args...)
	case hostWasBusy(r):
		return f.Judged(Inconclusive, text+", but the host was too busy: the loops ran for far longer than their work takes",
			args...)
	}
	return f.Judged(Fails, text, args...)
}

func loopsKeepP(r Recording) Finding {
	w := r.Window
	most, stops := longestSlice(w), stopsOf(w, preempted...)
	if len(stops) > 0 {
		return loopFinding(w, stops).Judged(Fails, "%s were preempted %s in the loop", query.Names(w, loopsOf(w)),
			count(len(stops), "time"))
	}
	f := loopFinding(w, []traceview.Span{most})
	if most.Dur() < enoughSlices {
		return f.Judged(Inconclusive, "no loop ran for more than %s, too short to be preempted anyway; try a larger "+
			"--work", length(most.Dur()))
	}
	return f.Judged(Holds, "%s were never preempted in the loop; %s kept its P for %s",
		query.Names(w, loopsOf(w)), query.Names(w, []int32{most.G}), length(most.Dur()))
}

// otherWait is the first wait of the other goroutine, from its creation to its first run.
type otherWait struct {
	g        int32
	from, to traceview.Time
	freed    traceview.Time // when the first loop was done
	freedBy  int32
}

// firstWait returns how long the other goroutine first waited, or why that is inconclusive.
func firstWait(r Recording) (wait otherWait, ok bool, why Finding) {
	w := r.Window
	others, loops := startedIn(w, "(*tightLoop).other"), query.Regions(w, "loop")
	procs := r.Summary.Stat.Procs.GOMAXPROCS
	switch {
	case len(others) != 1 || len(loops) == 0 || len(w.Goroutines[others[0]].Lane) == 0:
		return wait, false, inconclusive("the trace doesn't show the loops and the other goroutine")
	case len(loops) < procs:
		return wait, false, inconclusive("%s left one of %s free for the other goroutine",
			count(len(loops), "loop"), count(procs, "P"))
	}
	first := w.Spans[w.Goroutines[others[0]].Lane[0]]
	wait = otherWait{g: others[0], from: first.Start, to: first.End}
	for _, loop := range loops {
		if done := loopDone(w, loop); wait.freed == 0 || done < wait.freed {
			wait.freed, wait.freedBy = done, loop.G
		}
	}
	return wait, true, Finding{}
}

// loopDone returns when a loop finished, not just stopped in the middle. The region may end later: the runtime
// may preempt the goroutine while it marks the end.
func loopDone(w *traceview.Window, loop traceview.Region) traceview.Time {
	for s := range query.SpansIn(w, loop.G, loop.Start, w.To) {
		if s.State == traceview.StateRunning && !inLoop(w, s) {
			return s.End
		}
	}
	return loop.End
}

func (o otherWait) finding(w *traceview.Window) Finding {
	return Finding{Goroutines: query.IDs(w, []int32{o.g, o.freedBy}), From: o.from, To: o.to}
}

func otherStarves(r Recording) Finding {
	wait, ok, why := firstWait(r)
	if !ok {
		return why
	}
	w, waited := r.Window, wait.to.Sub(wait.from)
	other, loop := query.Names(w, []int32{wait.g}), query.Names(w, []int32{wait.freedBy})
	f := wait.finding(w)
	switch {
	case wait.to < wait.freed:
		return f.Judged(Fails, "%s was runnable for %s and then ran, %s before the first loop (%s) was done",
			other, length(waited), length(wait.freed.Sub(wait.to)), loop)
	case waited < enoughSlices:
		return f.Judged(Inconclusive, "%s could not run for %s, until a loop (%s) was done: too short to decide; try "+
			"a larger --work",
			other, length(waited), loop)
	}
	return f.Judged(Holds, "%s was runnable for %s and could not run until a loop (%s) was done", other, length(waited),
		loop)
}

func otherRuns(r Recording) Finding {
	wait, ok, why := firstWait(r)
	if !ok {
		return why
	}
	w, waited, looped := r.Window, wait.to.Sub(wait.from), wait.freed.Sub(wait.from)
	other, loop := query.Names(w, []int32{wait.g}), query.Names(w, []int32{wait.freedBy})
	f := wait.finding(w)
	switch {
	case waited < looped/2:
		return f.Judged(Holds, "%s was runnable for %s and then ran, %s before the first loop (%s) was done",
			other, length(waited), length(looped-waited), loop)
	case looped < 2*enoughSlices || waited < looped:
		return f.Judged(Inconclusive, "%s was runnable for %s, the first loop (%s) done after %s: too short to "+
			"decide; try a larger --work",
			other, length(waited), loop, length(looped))
	}
	return f.Judged(Fails, "%s was runnable for %s, until a loop (%s) was done", other, length(waited), loop)
}
