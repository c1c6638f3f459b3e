package workloads

import "time"

// leavesOnTime takes a goroutine that was late for a busy host: timers fire when a
// thread gets to look at them.
func leavesOnTime(r Recording) Finding {
	w, after := r.Window, params[*timeout](r).of(params[*timeout](r).after)
	rs := regionsOf(w, "ask")
	f, who := findingAt(w, rs), names(w, owners(rs))
	stayed := sumOf(rs)
	switch {
	case stayed < after:
		return f.judged(Fails, "%s left after %s, before the timeout of %s", who, length(stayed), length(after))
	case stayed <= after+max(after/10, 10*time.Millisecond):
		return f.judged(Holds, "%s left after %s; the timeout was %s", who, length(stayed), length(after))
	case stayed > 2*after+time.Second:
		return f.judged(Fails, "%s left only after %s; the timeout was %s", who, length(stayed), length(after))
	}
	return f.judged(Inconclusive, "%s left after %s; the timeout was %s: the host may have been too busy", who, length(stayed), length(after))
}

func timerWakes(r Recording) Finding {
	w, rs := r.Window, regionsOf(r.Window, "ask")
	f := findingAt(w, rs)
	wakes := wakeups(w, owners(rs), waitingFor(w, "select"))
	if len(wakes) == 0 {
		return f.judged(Inconclusive, "%s was not seen waiting", names(w, owners(rs)))
	}
	f.From, f.To = wakes[0].Start, wakes[0].End
	if by := wakes[0].Waker; by >= 0 && by != wakes[0].G && !onStack(w, wakes[0].Stack, "time.sendTime") {
		f.Goroutines = append(f.Goroutines, w.Goroutines[by].ID)
		return f.judged(Fails, "%s made %s runnable at %s", names(w, []int32{by}), names(w, owners(rs)), r.at(f.From))
	}
	return f.judged(Holds, "%s became runnable at %s, and by no other goroutine", names(w, owners(rs)), r.at(f.From))
}
