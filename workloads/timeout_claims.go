package workloads

import (
	"slices"
	"strings"
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// inTime restricts a claim to runs in which the answer comes before the timeout.
func inTime(r Recording) bool {
	p := Params[*timeout](r)
	return p.deliver > 0 && p.deliver < p.after
}

func notInTime(r Recording) bool { return !inTime(r) }

// timesOutBy restricts a claim to runs that this kind of timeout ends.
func timesOutBy(by string) func(Recording) bool {
	return func(r Recording) bool { return notInTime(r) && Params[*timeout](r).by == by }
}

// leavesOnTime blames the host for a goroutine that was late: timers fire only when a thread gets to check them.
func leavesOnTime(r Recording) Finding {
	w, after := r.Window, Params[*timeout](r).of(Params[*timeout](r).after)
	rs := query.Regions(w, "ask")
	f, who := FindingAt(w, rs), query.Names(w, query.Owners(rs))
	stayed := query.Total(rs)
	switch {
	case stayed < after:
		return f.Judged(Fails, "%s left after %s, before the timeout of %s", who, length(stayed), length(after))
	case stayed <= after+max(after/10, 10*time.Millisecond):
		return f.Judged(Holds, "%s left after %s; the timeout was %s", who, length(stayed), length(after))
	case stayed > 2*after+time.Second:
		return f.Judged(Fails, "%s left only after %s; the timeout was %s", who, length(stayed), length(after))
	}
	return f.Judged(Inconclusive, "%s left after %s; the timeout was %s: the host may have been too busy", who,
		length(stayed), length(after))
}

// wakeOfAsk returns how the goroutine's wait ended; ok is false if it was not seen to wait.
func wakeOfAsk(w *traceview.Window) (wake traceview.Span, ok bool) {
	asks := query.Regions(w, "ask")
	wakes := query.Wakeups(w, query.Owners(asks), query.WaitingFor(w, "select"))
	if len(wakes) == 0 {
		return traceview.Span{}, false
	}
	return wakes[0], true
}

// byGoroutine reports whether another goroutine, not a timer, made this one runnable.
func byGoroutine(w *traceview.Window, wake traceview.Span) bool {
	return wake.Waker >= 0 && wake.Waker != wake.G && !query.OnStack(w, wake.Stack, "time.sendTime")
}

func timerWakes(r Recording) Finding {
	w := r.Window
	wake, ok := wakeOfAsk(w)
	if !ok {
		return inconclusive("the goroutine was not seen waiting")
	}
	f, who := FindingAt(w, query.Regions(w, "ask")), query.Names(w, []int32{wake.G})
	f.From, f.To = wake.Start, wake.End
	if byGoroutine(w, wake) {
		f.Goroutines = append(f.Goroutines, w.Goroutines[wake.Waker].ID)
		return f.Judged(Fails, "%s made %s runnable at %s", query.Names(w, []int32{wake.Waker}), who, r.At(f.From))
	}
	return f.Judged(Holds, "%s became runnable at %s, and no goroutine woke it", who, r.At(f.From))
}

// contextWakes looks for the goroutine that a context's timer starts.
func contextWakes(r Recording) Finding {
	w := r.Window
	wake, ok := wakeOfAsk(w)
	if !ok {
		return inconclusive("the goroutine was not seen waiting")
	}
	f, who := FindingAt(w, query.Regions(w, "ask")), query.Names(w, []int32{wake.G})
	f.From, f.To = wake.Start, wake.End
	if !byGoroutine(w, wake) {
		return f.Judged(Fails, "%s became runnable at %s, but no goroutine woke it", who, r.At(f.From))
	}
	waker := w.Goroutines[wake.Waker]
	f.Goroutines = append(f.Goroutines, waker.ID)
	if !strings.HasPrefix(waker.Func, "context.") {
		return f.Judged(Fails, "%s was made runnable at %s by G%d, which started in %s", who, r.At(f.From), waker.ID, waker.Func)
	}
	return f.Judged(Holds, "%s was made runnable at %s by G%d, which the context's timer started in %s", who, r.At(f.From),
		waker.ID, waker.Func)
}

func answerEndsWait(r Recording) Finding {
	w, after := r.Window, Params[*timeout](r).of(Params[*timeout](r).after)
	rs, answerers := query.Regions(w, "ask"), startedIn(w, "(*timeout).answer")
	f, stayed := FindingAt(w, rs), query.Total(rs)
	wake, ok := wakeOfAsk(w)
	switch {
	case !ok:
		return f.Judged(Inconclusive, "the goroutine was not seen waiting")
	case !ResultOf[bool](r) && len(answerers) > 0:
		return f.Judged(Inconclusive, "the host was so busy that the answer was late, after %s", length(stayed))
	case !ResultOf[bool](r) || !slices.Contains(answerers, wake.Waker):
		return f.Judged(Fails, "%s left after %s without an answer", query.Names(w, query.Owners(rs)), length(stayed))
	}
	f.Goroutines = append(f.Goroutines, w.Goroutines[wake.Waker].ID)
	return f.Judged(Holds, "%s made %s runnable; it left after %s, and the timeout was %s",
		query.Names(w, []int32{wake.Waker}), query.Names(w, query.Owners(rs)), length(stayed), length(after))
}
