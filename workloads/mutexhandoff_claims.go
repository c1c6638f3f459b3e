package workloads

import (
	"cmp"
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// starving is how long a goroutine waits for a mutex before it must be handed over. The runtime's limit is 1 ms, but
// a waiter notices only when it has been woken and finds the mutex locked again.
const starving = 5 * time.Millisecond

// starvingTurns is how often others must have locked the mutex during a wait, so that it can't be due to a busy host:
// while a goroutine that was woken lacks a core, those behind it wait, too, and others go on locking the mutex.
const starvingTurns = 100

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

// lastTurn returns the index in owned of the turn that a handoff ends.
func lastTurn(owned []traceview.Region, handoff traceview.Span) (i int, ok bool) {
	for i, turn := range slices.Backward(owned) {
		if turn.G == handoff.G && turn.End <= handoff.End {
			return i, true
		}
	}
	return 0, false
}

// handoffCount counts handoffs: those of which the trace shows who got the mutex, those in which that was the
// goroutine that had waited longest, and those after which it was the next to run on the P.
type handoffCount struct{ known, right, nextOnP int }

func countHandoffs(w *traceview.Window, handoffs []traceview.Span, waits []traceview.Region) (n handoffCount) {
	owned := ownedIn(w)
	for _, s := range handoffs {
		i, ok := lastTurn(owned, s)
		if !ok || i+1 == len(owned) {
			continue
		}
		waiting, next := query.OpenAt(waits, owned[i].End), owned[i+1].G
		if len(waiting) == 0 {
			continue
		}
		n.known++
		first := slices.MinFunc(waiting, func(a, b traceview.Region) int { return cmp.Compare(a.Start, b.Start) })
		if first.G == next {
			n.right++
		}
		if run, ok := nextOnP(w, s); ok && run.G == next {
			n.nextOnP++
		}
	}
	return n
}

// mutexIsHandedOver judges by who got the mutex. On a busy host another P may take the goroutine before the one that
// hands the mutex over has yielded.
func mutexIsHandedOver(r Recording) Finding {
	const few = 10
	w := r.Window
	waits, handoffs := mutexWaits(w), handoffsOf(w)
	n := countHandoffs(w, handoffs, waits)
	if n.known == 0 {
		return neverHandedOver(r, longest(waits))
	}
	f := FindingAt(w, query.Regions(w, "fight"))
	f.From, f.To = handoffs[0].Start, handoffs[0].End
	text := "in %d of %s, the first by %s at %s, the goroutine that had waited longest got the mutex; in %d it then ran " +
		"next on the P"
	args := []any{n.right, count(n.known, "handoff"), query.Names(w, []int32{handoffs[0].G}), r.At(handoffs[0].End), n.nextOnP}
	switch {
	case 4*n.right >= 3*n.known && 2*n.nextOnP >= n.known:
		return f.Judged(Holds, text, args...)
	case 2*n.right >= n.known, n.known < few:
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
	w := r.Window
	turns, waited := turnsIn(w, wait.Start, wait.End), wait.End.Sub(wait.Start)
	if waited < starving || turns < starvingTurns {
		return FindingAt(w, query.Regions(w, "fight")).Judged(Inconclusive,
			"the mutex was never handed over, and no goroutine starved: the longest wait was %s", length(waited))
	}
	f := Finding{Goroutines: query.IDs(w, []int32{wait.G}), From: wait.Start, To: wait.End}
	return f.Judged(Fails, "the mutex was never handed over, although %s waited for it for %s, while others locked it %s",
		query.Names(w, []int32{wait.G}), length(waited), count(turns, "time"))
}

// handoffLooksPreempted compares the turns that ended in a handoff with the slice after which a goroutine is preempted.
func handoffLooksPreempted(r Recording) Finding {
	w, stat := r.Window, r.Summary.Stat.Preemptions
	handoffs, owned := handoffsOf(w), ownedIn(w)
	if len(handoffs) == 0 {
		return inconclusive("the mutex was never handed over")
	}
	f := FindingAt(w, query.Regions(w, "fight"))
	early := 0
	for _, s := range handoffs {
		if reason := w.Reasons[s.Reason]; reason != "preempted" {
			return f.Judged(Fails, "the handoff by %s at %s has the reason %q", query.Names(w, []int32{s.G}),
				r.At(s.End), reason)
		}
		if i, ok := lastTurn(owned, s); ok && owned[i].End.Sub(owned[i].Start) < slice {
			early++
		}
	}
	text := "%s with the reason \"preempted\", %d of them after a turn shorter than a slice of %s; counted separately, %d " +
		"async and %d cooperative preemptions"
	args := []any{count(len(handoffs), "handoff"), early, length(slice), stat.Async, stat.Cooperative}
	switch {
	case 4*early >= 3*len(handoffs):
		return f.Judged(Holds, text, args...)
	case 2*early >= len(handoffs):
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
	if turns < max(starvingTurns, (p.goroutines-1)*p.rounds*8/10) || parked < waited*9/10 {
		return f.Judged(Inconclusive, text+": the host may have been too busy", args...)
	}
	return f.Judged(Fails, text, args...)
}
