package query

import (
	"iter"
	"slices"
	"time"

	"schedviz/traceview"
)

// Match selects spans.
type Match = func(traceview.Span) bool

// InState matches the spans in a state.
func InState(state traceview.State) Match {
	return func(s traceview.Span) bool { return s.State == state }
}

// WaitingFor matches the waiting spans with one of these reasons, in the runtime's words: "chan receive",
// "sleep".
func WaitingFor(w *traceview.Window, reasons ...string) Match {
	return func(s traceview.Span) bool {
		return s.State == traceview.StateWaiting && slices.Contains(reasons, w.Reasons[s.Reason])
	}
}

// Within matches the spans with the function fn, a full name such as "sync.(*Mutex).Lock", on their stack.
func Within(w *traceview.Window, fn string) Match {
	return func(s traceview.Span) bool { return OnStack(w, s.Stack, fn) }
}

// Both matches spans that both a and b match.
func Both(a, b Match) Match {
	return func(s traceview.Span) bool { return a(s) && b(s) }
}

// OnStack reports whether the function with the full name fn is on a stack, which is an
// index into Window.Stacks.
func OnStack(w *traceview.Window, stack int32, fn string) bool {
	return slices.ContainsFunc(w.Stacks[stack], func(f traceview.Frame) bool { return f.Func == fn })
}

// Spans returns the goroutines' matching spans, goroutine by goroutine.
func Spans(w *traceview.Window, gs []int32, match Match) []traceview.Span {
	var spans []traceview.Span
	for _, g := range gs {
		for s := range w.On(w.Goroutines[g].Lane) {
			if match(*s) {
				spans = append(spans, *s)
			}
		}
	}
	return spans
}

// SpansIn yields the spans of a goroutine between two times, clipped to them.
func SpansIn(w *traceview.Window, g int32, from, to traceview.Time) iter.Seq[traceview.Span] {
	return func(yield func(traceview.Span) bool) {
		for span := range w.On(w.Goroutines[g].Lane) {
			s := *span
			s.Start, s.End = max(s.Start, from), min(s.End, to)
			if s.Start < s.End && !yield(s) {
				return
			}
		}
	}
}

// CountIn returns the number of matching spans in the regions and their total length. Only the part of a span
// inside a region counts.
func CountIn(w *traceview.Window, rs []traceview.Region, match Match) (n int, sum time.Duration) {
	for _, r := range rs {
		for s := range SpansIn(w, r.G, r.Start, r.End) {
			if match(s) {
				n++
				sum += s.Dur()
			}
		}
	}
	return n, sum
}

// TimeIn returns how much of the region its goroutine spent in matching spans.
func TimeIn(w *traceview.Window, r traceview.Region, match Match) time.Duration {
	_, sum := CountIn(w, []traceview.Region{r}, match)
	return sum
}

// LongestIn returns the length of the longest matching span in the region, 0 if none
// matches.
func LongestIn(w *traceview.Window, r traceview.Region, match Match) time.Duration {
	var most time.Duration
	for s := range SpansIn(w, r.G, r.Start, r.End) {
		if match(s) {
			most = max(most, s.Dur())
		}
	}
	return most
}

// States returns the goroutines' matching spans as regions, for [Peak] and [Overlap].
func States(w *traceview.Window, gs []int32, match Match) []traceview.Region {
	return StatesIn(w, Lives(w, gs), match)
}

// StatesIn returns the matching spans in the regions as regions, for [Peak] and [Overlap].
func StatesIn(w *traceview.Window, rs []traceview.Region, match Match) []traceview.Region {
	var found []traceview.Region
	for _, r := range rs {
		for s := range SpansIn(w, r.G, r.Start, r.End) {
			if match(s) {
				found = append(found, traceview.Region{G: s.G, Start: s.Start, End: s.End})
			}
		}
	}
	return found
}

// RunningAtOnce returns how long two or more of the goroutines were running at the same
// time, each within its regions.
func RunningAtOnce(w *traceview.Window, rs []traceview.Region) time.Duration {
	return Overlap(StatesIn(w, rs, InState(traceview.StateRunning)))
}

// Next returns the span that follows s in its goroutine's life; ok is false if s is the
// last.
func Next(w *traceview.Window, s traceview.Span) (next traceview.Span, ok bool) {
	lane := w.Goroutines[s.G].Lane
	i := w.Find(lane, s.End)
	if i >= len(lane) {
		return traceview.Span{}, false
	}
	return w.Spans[lane[i]], true
}

// Wakeups returns how the goroutines' matching waits ended: the runnable spans that follow them, whose Waker and
// Stack say what made the goroutine runnable, and where.
func Wakeups(w *traceview.Window, gs []int32, waits Match) []traceview.Span {
	var ready []traceview.Span
	for _, wait := range Spans(w, gs, waits) {
		if next, ok := Next(w, wait); ok && next.State == traceview.StateRunnable {
			ready = append(ready, next)
		}
	}
	return ready
}
