package workloads

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"schedviz/traceview"
)

// Queries that the claims put to a window. Goroutines are named by their index
// in it, as in spans and regions; ids turns indices into what people read.

// mainID is the id of the main goroutine, on which Run is called.
const mainID traceview.GoID = 1

// startedAt returns the goroutines that start in the function of this package:
// "(*workerPool).worker".
func startedAt(w *traceview.Window, fn string) []int32 {
	var gs []int32
	for i, g := range w.Goroutines {
		if g.Func == "schedviz/workloads."+fn {
			gs = append(gs, int32(i))
		}
	}
	return gs
}

// regionsOf returns the regions of a type, in the order of their start.
func regionsOf(w *traceview.Window, typ string) []traceview.Region {
	var rs []traceview.Region
	for _, r := range w.Regions {
		if r.Type == typ {
			rs = append(rs, r)
		}
	}
	return rs
}

// owners returns the goroutines of the regions, each once, ascending.
func owners(rs []traceview.Region) []int32 {
	var gs []int32
	for _, r := range rs {
		gs = append(gs, r.G)
	}
	slices.Sort(gs)
	return slices.Compact(gs)
}

// extent returns the first start and the last end of the regions.
func extent(rs []traceview.Region) (from, to traceview.Time) {
	for i, r := range rs {
		if i == 0 {
			from, to = r.Start, r.End
		}
		from, to = min(from, r.Start), max(to, r.End)
	}
	return from, to
}

// sumOf returns the added length of the regions.
func sumOf(rs []traceview.Region) time.Duration {
	var sum time.Duration
	for _, r := range rs {
		sum += r.End.Sub(r.Start)
	}
	return sum
}

// peak returns the largest number of regions that are open at once, and the first
// stretch of time in which they are. One that ends as another starts does not meet it.
func peak(rs []traceview.Region) (most int, from, to traceview.Time) {
	type edge struct {
		at    traceview.Time
		delta int
	}
	edges := make([]edge, 0, 2*len(rs))
	for _, r := range rs {
		edges = append(edges, edge{r.Start, 1}, edge{r.End, -1})
	}
	slices.SortFunc(edges, func(a, b edge) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.delta, b.delta))
	})
	open := 0
	for i, e := range edges {
		if open += e.delta; open > most {
			most, from, to = open, e.at, edges[i+1].at
		}
	}
	return most, from, to
}

// spansIn yields the spans of a goroutine from one moment to another, cut to it.
func spansIn(w *traceview.Window, g int32, from, to traceview.Time) iter.Seq[traceview.Span] {
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

// timeIn returns how much of the region its goroutine spent in spans that match.
func timeIn(w *traceview.Window, r traceview.Region, match func(traceview.Span) bool) time.Duration {
	var sum time.Duration
	for s := range spansIn(w, r.G, r.Start, r.End) {
		if match(s) {
			sum += s.Dur()
		}
	}
	return sum
}

// longest returns the length of the longest span of the region that matches.
func longest(w *traceview.Window, r traceview.Region, match func(traceview.Span) bool) time.Duration {
	var most time.Duration
	for s := range spansIn(w, r.G, r.Start, r.End) {
		if match(s) {
			most = max(most, s.Dur())
		}
	}
	return most
}

// inState matches the spans in a state.
func inState(state traceview.State) func(traceview.Span) bool {
	return func(s traceview.Span) bool { return s.State == state }
}

// waitingFor matches the waiting spans whose reason is one of these.
func waitingFor(w *traceview.Window, reasons ...string) func(traceview.Span) bool {
	return func(s traceview.Span) bool {
		return s.State == traceview.StateWaiting && slices.Contains(reasons, w.Reasons[s.Reason])
	}
}

// both matches what a and b match.
func both(a, b func(traceview.Span) bool) func(traceview.Span) bool {
	return func(s traceview.Span) bool { return a(s) && b(s) }
}

// within matches the spans whose stack has the function.
func within(w *traceview.Window, fn string) func(traceview.Span) bool {
	return func(s traceview.Span) bool { return onStack(w, s.Stack, fn) }
}

// onStack tells whether a stack of the window has the function, by its full name.
func onStack(w *traceview.Window, stack int32, fn string) bool {
	return slices.ContainsFunc(w.Stacks[stack], func(f traceview.Frame) bool { return f.Func == fn })
}

// spansOf returns the goroutines' spans that match, in the order of the goroutines.
func spansOf(w *traceview.Window, gs []int32, match func(traceview.Span) bool) []traceview.Span {
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

// after returns the span that follows s in its goroutine's life.
func after(w *traceview.Window, s traceview.Span) (next traceview.Span, ok bool) {
	lane := w.Goroutines[s.G].Lane
	i := w.Find(lane, s.End)
	if i >= len(lane) {
		return traceview.Span{}, false
	}
	return w.Spans[lane[i]], true
}

// together returns how long two or more of the goroutines were running at the same
// time within their regions.
func together(w *traceview.Window, rs []traceview.Region) time.Duration {
	return overlapped(statesIn(w, rs, inState(traceview.StateRunning)))
}

// overlapped returns how long two or more of the regions are open.
func overlapped(rs []traceview.Region) time.Duration {
	rs = slices.SortedFunc(slices.Values(rs), func(a, b traceview.Region) int { return cmp.Compare(a.Start, b.Start) })
	var sum time.Duration
	var last, counted traceview.Time // the latest end so far, and up to where the sum goes
	for i, r := range rs {
		if i > 0 {
			if from, to := max(r.Start, counted), min(r.End, last); from < to {
				sum += to.Sub(from)
				counted = to
			}
		}
		last = max(last, r.End)
	}
	return sum
}

// findingAt returns a finding that points at the regions.
func findingAt(w *traceview.Window, rs []traceview.Region) Finding {
	from, to := extent(rs)
	return Finding{Goroutines: ids(w, owners(rs)), From: from, To: to}
}

// ids returns the ids of the goroutines.
func ids(w *traceview.Window, gs []int32) []traceview.GoID {
	list := make([]traceview.GoID, len(gs))
	for i, g := range gs {
		list[i] = w.Goroutines[g].ID
	}
	return list
}

// names writes goroutines as people read them: "G 1, G 8…G 17".
func names(w *traceview.Window, gs []int32) string {
	const most = 4
	list := slices.Sorted(slices.Values(ids(w, gs)))
	var parts []string
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n] == list[0]+traceview.GoID(n) {
			n++
		}
		if len(parts) == most {
			parts = append(parts, fmt.Sprintf("%d more", len(list)))
			break
		}
		if n < 3 {
			n = 1
			parts = append(parts, fmt.Sprintf("G %d", list[0]))
		} else {
			parts = append(parts, fmt.Sprintf("G %d…G %d", list[0], list[n-1]))
		}
		list = list[n:]
	}
	return strings.Join(parts, ", ")
}

// at writes a moment as the time since the trace began.
func (r Recording) at(t traceview.Time) string {
	return length(t.Sub(traceview.Time(r.Summary.Stat.Trace.StartNS)))
}

// length writes a duration with three figures and the unit people read: "12.3 ms".
func length(d time.Duration) string {
	value, unit := float64(d), "ns"
	switch {
	case d >= time.Second:
		value, unit = d.Seconds(), "s"
	case d >= time.Millisecond:
		value, unit = value/1e6, "ms"
	case d >= time.Microsecond:
		value, unit = value/1e3, "µs"
	}
	switch {
	case unit == "ns" || value >= 99.95:
		return fmt.Sprintf("%.0f %s", value, unit)
	case value >= 9.995:
		return fmt.Sprintf("%.1f %s", value, unit)
	}
	return fmt.Sprintf("%.2f %s", value, unit)
}

// percent writes part of whole: "93.0%".
func percent(part, whole time.Duration) string {
	if whole <= 0 {
		return "0%"
	}
	return fmt.Sprintf("%.1f%%", 100*float64(part)/float64(whole))
}

// count writes a number with its noun: "1 job", "3 jobs".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
