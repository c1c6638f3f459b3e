package workloads

import (
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// starving is how long a goroutine waits for a mutex before it must be handed over. The runtime's limit is 1 ms, but
// a waiter notices only when it has been woken and finds the mutex locked again.
const starving = 5 * time.Millisecond

// ownedIn returns when goroutines had the mutex, in order. These regions do not overlap.
func ownedIn(w *traceview.Window) []traceview.Region { return query.Regions(w, "has the mutex") }

// handoffsOf returns the running spans that ended with a mutex handoff.
func handoffsOf(w *traceview.Window) []traceview.Span {
	return query.Spans(w, startedIn(w, "(*mutexHandoff).fighter"), func(s traceview.Span) bool {
		return s.State == traceview.StateRunning && s.Preempt == traceview.PreemptMutexHandoff
	})
}

// attempts of a goroutine to lock the mutex: from the end of its last turn to the start of the next.
func lockAttempts(w *traceview.Window, fight traceview.Region) []traceview.Region {
	var attempts []traceview.Region
	from := fight.Start
	for _, owned := range ownedIn(w) {
		if owned.G == fight.G {
			attempts = append(attempts, traceview.Region{G: fight.G, Start: from, End: owned.Start})
			from = owned.End
		}
	}
	return attempts
}

// mutexWaits returns the attempts in which a goroutine had to wait, each from the begin of its first wait.
func mutexWaits(w *traceview.Window) []traceview.Region {
	var waits []traceview.Region
	for _, fight := range query.Regions(w, "fight") {
		for _, a := range lockAttempts(w, fight) {
			for s := range query.SpansIn(w, a.G, a.Start, a.End) {
				if s.State == traceview.StateWaiting {
					waits = append(waits, traceview.Region{G: a.G, Start: s.Start, End: a.End})
					break
				}
			}
		}
	}
	return waits
}

// longest returns the longest of the regions.
func longest(rs []traceview.Region) (most traceview.Region) {
	for _, r := range rs {
		if r.End.Sub(r.Start) > most.End.Sub(most.Start) {
			most = r
		}
	}
	return most
}

// handedTo returns the goroutine that got the mutex after a handoff, and the one that had waited longest then.
func handedTo(w *traceview.Window, handoff traceview.Span, waits []traceview.Region) (next, first int32, ok bool) {
	owned := ownedIn(w)
	i := slices.IndexFunc(owned, func(r traceview.Region) bool { return r.Start >= handoff.End })
	waiting := query.OpenAt(waits, handoff.End)
	if i < 0 || len(waiting) == 0 {
		return 0, 0, false
	}
	for _, r := range waiting {
		if r.Start < waiting[0].Start {
			waiting[0] = r
		}
	}
	return owned[i].G, waiting[0].G, true
}

// rightHandoffs counts the handoffs after which the goroutine that had waited longest got the mutex, and was the
// next to run on the P.
func rightHandoffs(w *traceview.Window, handoffs []traceview.Span, waits []traceview.Region) (right, known int) {
	for _, s := range handoffs {
		next, first, ok := handedTo(w, s, waits)
		if !ok {
			continue
		}
		known++
		if run, ok := nextOnP(w, s); ok && next == first && run.G == next {
			right++
		}
	}
	return right, known
}

func mutexIsHandedOver(r Recording) Finding {
	w := r.Window
	waits, handoffs := mutexWaits(w), handoffsOf(w)
	right, known := rightHandoffs(w, handoffs, waits)
	if known == 0 {
		return neverHandedOver(r, longest(waits))
	}
	f := FindingAt(w, query.Regions(w, "fight"))
	f.From, f.To = handoffs[0].Start, handoffs[0].End
	text := "after %d of %s the goroutine that had waited longest got the mutex, and ran next on the P (the first by %s, " +
		"at %s)"
	args := []any{right, count(known, "handoff"), query.Names(w, []int32{handoffs[0].G}), r.At(handoffs[0].End)}
	switch {
	case 4*right >= 3*known:
		return f.Judged(Holds, text, args...)
	case 2*right >= known:
		return f.Judged(Inconclusive, text+": on a busy host the trace may not show who began to wait first", args...)
	}
	return f.Judged(Fails, text, args...)
}

// turnsIn returns how often the mutex was locked, from start to end, in a period.
func turnsIn(w *traceview.Window, from, to traceview.Time) int {
	turns := 0
	for _, owned := range ownedIn(w) {
		if from <= owned.Start && owned.End <= to {
			turns++
		}
	}
	return turns
}

// neverHandedOver judges a run without handoffs by its longest wait: if others locked the mutex over and over during
// it, it should have been handed over.
func neverHandedOver(r Recording, wait traceview.Region) Finding {
	const many = 10
	w := r.Window
	turns, waited := turnsIn(w, wait.Start, wait.End), wait.End.Sub(wait.Start)
	if waited < starving || turns < many {
		return FindingAt(w, query.Regions(w, "fight")).Judged(Inconclusive,
			"the mutex was never handed over, and no goroutine starved: the longest wait was %s", length(waited))
	}
	f := Finding{Goroutines: query.IDs(w, []int32{wait.G}), From: wait.Start, To: wait.End}
	return f.Judged(Fails, "the mutex was never handed over, although %s waited for it for %s, while others locked it %s",
		query.Names(w, []int32{wait.G}), length(waited), count(turns, "time"))
}

// handoffLooksPreempted compares the number of handoffs with the number of slices after which the goroutines would
// have been preempted.
func handoffLooksPreempted(r Recording) Finding {
	w, stat := r.Window, r.Summary.Stat.Preemptions
	handoffs := handoffsOf(w)
	if len(handoffs) == 0 {
		return inconclusive("the mutex was never handed over")
	}
	f := FindingAt(w, query.Regions(w, "fight"))
	for _, s := range handoffs {
		if reason := w.Reasons[s.Reason]; reason != "preempted" {
			return f.Judged(Fails, "the handoff by %s at %s has the reason %q", query.Names(w, []int32{s.G}),
				r.At(s.End), reason)
		}
	}
	_, ran := query.CountIn(w, query.Regions(w, "fight"), query.InState(traceview.StateRunning))
	text := "%s with the reason \"preempted\" in %s of running, which is %.1f slices of %s; counted separately, %d async " +
		"and %d cooperative preemptions"
	args := []any{
		count(len(handoffs), "handoff"), length(ran), float64(ran) / float64(slice), length(slice), stat.Async, stat.Cooperative,
	}
	switch slicesUsed := int(ran / slice); {
	case len(handoffs) >= 2*slicesUsed:
		return f.Judged(Holds, text, args...)
	case len(handoffs) > slicesUsed:
		return f.Judged(Inconclusive, text, args...)
	}
	return f.Judged(Fails, text, args...)
}

// allGetTheMutex judges the longest wait. A goroutine has starved if the others took nearly all of their turns
// meanwhile, and it was not just waiting for a P.
func allGetTheMutex(r Recording) Finding {
	w, p := r.Window, Params[*mutexHandoff](r)
	fights, wait := query.Regions(w, "fight"), longest(mutexWaits(w))
	from, to := query.Extent(fights)
	whole, waited, turns := to.Sub(from), wait.End.Sub(wait.Start), turnsIn(w, wait.Start, wait.End)
	f := Finding{Goroutines: query.IDs(w, []int32{wait.G}), From: wait.Start, To: wait.End}
	switch all := FindingAt(w, fights); {
	case waited == 0:
		return all.Judged(Inconclusive, "no goroutine waited for the mutex")
	case waited <= max(starving, whole/4)+time.Duration(p.goroutines)*p.hold:
		return all.Judged(Holds, "the longest wait of %s was %s, of %s in total",
			query.Names(w, query.Owners(fights)), length(waited), length(whole))
	}
	text := "%s waited for %s, of %s in total, while others locked it %s"
	args := []any{query.Names(w, []int32{wait.G}), length(waited), length(whole), count(turns, "time")}
	parked := query.TimeIn(w, wait, query.InState(traceview.StateWaiting))
	if turns < (p.goroutines-1)*p.rounds*8/10 || parked < waited*9/10 {
		return f.Judged(Inconclusive, text+": the host may have been too busy", args...)
	}
	return f.Judged(Fails, text, args...)
}
