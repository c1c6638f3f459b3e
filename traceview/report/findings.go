package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"schedviz/traceview"
)

const (
	// maxFindings is how many findings the page shows.
	maxFindings = 6
	// timeSlice is how long the scheduler lets a goroutine run before it asks for a preemption.
	timeSlice = 10 * time.Millisecond
)

// finding is one thing that matters in this trace: a number and a sentence.
type finding struct {
	ID    string `json:"id"`
	Value string `json:"value"`
	Text  string `json:"text"`
	Place *place `json:"place,omitempty"`
	// score ranks findings: 0 is not worth telling, 100 is a program standing still.
	score float64
}

// findings are the most surprising things the data bear out, first the most.
func findings(s *traceview.Summary, w *traceview.Window) []finding {
	all := []finding{
		worstLatency(s, w), longestSlice(s, w), idleWhileRunnable(s, w),
		preemptionFinding(s), utilisation(s), biggestWait(s),
		leftAlive(s), stopTheWorld(s, w), queue(s),
	}
	all = slices.DeleteFunc(all, func(f finding) bool { return f.score <= 0 })
	slices.SortStableFunc(all, func(a, b finding) int { return cmp.Compare(b.score, a.score) })
	return all[:min(len(all), maxFindings)]
}

// worstLatency is the longest wait of a goroutine that was ready to run, and who
// ran meanwhile.
func worstLatency(s *traceview.Summary, w *traceview.Window) finding {
	worst, ok := maxBy(s.Goroutines, func(g traceview.GoroutineStat) time.Duration { return g.MaxLatency })
	if !ok || worst.MaxLatency < time.Millisecond {
		return finding{}
	}
	f := finding{
		ID:    "latency",
		Value: human(worst.MaxLatency) + " wait for a P",
		Text: fmt.Sprintf("The worst: %s was ready all that time. Half of all such waits took %s or less.",
			nameG(worst.ID, worst.Func), human(time.Duration(s.Stat.SchedLatency.P50NS))),
		Place: &place{Gs: []traceview.GoID{worst.ID}},
		score: 40 + 20*ratio(worst.MaxLatency, 10*timeSlice),
	}
	span, ok := findSpan(w, worst.ID, traceview.StateRunnable, worst.MaxLatency)
	if !ok {
		return f
	}
	f.Place = placeOf(w, span.Start, span.End, worst.ID)
	if who := ranMeanwhile(w, span.Start, span.End); who != "" {
		f.Text = fmt.Sprintf("The worst: %s was ready while %s.", nameG(worst.ID, worst.Func), who)
	}
	return f
}

// ranMeanwhile names those that held the Ps longest between two moments.
func ranMeanwhile(w *traceview.Window, from, to traceview.Time) string {
	ran := map[int32]time.Duration{}
	var total time.Duration
	for _, p := range w.Procs {
		for _, s := range between(p.Spans, from, to) {
			d := min(s.End, to).Sub(max(s.Start, from))
			if s.State == traceview.StateRunning && s.G >= 0 && int(s.G) < len(w.Goroutines) {
				ran[s.G] += d
				total += d
			}
		}
	}
	if total == 0 {
		return "no goroutine ran"
	}
	gs := make([]int32, 0, len(ran))
	for g := range ran {
		gs = append(gs, g)
	}
	slices.SortFunc(gs, func(a, b int32) int { return cmp.Or(cmp.Compare(ran[b], ran[a]), cmp.Compare(a, b)) })
	names := make([]string, 0, 2)
	for _, g := range gs[:min(2, len(gs))] {
		names = append(names, fmt.Sprintf("G%d (%s)", w.Goroutines[g].ID, human(ran[g])))
	}
	if others := len(gs) - len(names); others > 0 {
		return fmt.Sprintf("%s and %s ran", strings.Join(names, ", "), counted(int64(others), "other"))
	}
	return strings.Join(names, " and ") + " ran"
}

// between returns the spans that overlap a stretch of time.
func between(spans []traceview.Span, from, to traceview.Time) []traceview.Span {
	lo, _ := slices.BinarySearchFunc(spans, from, func(s traceview.Span, t traceview.Time) int { return cmp.Compare(s.End, t+1) })
	hi, _ := slices.BinarySearchFunc(spans, to, func(s traceview.Span, t traceview.Time) int { return cmp.Compare(s.Start, t) })
	return spans[lo:max(lo, hi)]
}

// longestSlice is the longest time a goroutine kept its P, where that is longer
// than the scheduler means to allow.
func longestSlice(s *traceview.Summary, w *traceview.Window) finding {
	g, ok := maxBy(s.Goroutines, func(g traceview.GoroutineStat) time.Duration { return g.MaxSlice })
	// A preemption is asked for after 10 ms, by a thread that looks every 10 ms at worst.
	if !ok || g.MaxSlice <= timeSlice {
		return finding{}
	}
	f := finding{
		ID:    "slice",
		Value: human(g.MaxSlice) + " in one go",
		Text: fmt.Sprintf("%s kept its P that long. The scheduler asks for a preemption after 10 ms.",
			nameG(g.ID, g.Func)),
		Place: &place{Gs: []traceview.GoID{g.ID}},
		score: 10 + 45*ratio(g.MaxSlice-timeSlice, 9*timeSlice),
	}
	if span, ok := findSpan(w, g.ID, traceview.StateRunning, g.MaxSlice); ok {
		f.Place = placeOf(w, span.Start, span.End, g.ID)
	}
	return f
}

// idleWhileRunnable is P time lost: a P had no goroutine while one was ready. Only
// exact spans can tell.
func idleWhileRunnable(s *traceview.Summary, w *traceview.Window) finding {
	procs := s.Stat.Procs.GOMAXPROCS
	if w.Resolution > 0 || procs == 0 || w.To <= w.From {
		return finding{}
	}
	lost := lostTime(w, procs)
	share := float64(lost) / (float64(procs) * float64(w.To-w.From))
	if share < 0.02 {
		return finding{}
	}
	return finding{
		ID:    "idle",
		Value: percent(share) + " of P time lost",
		Text: fmt.Sprintf("For %s, added up, a P had no goroutine although one was ready: the time it takes to wake a P, or to find the work.",
			human(lost)),
		score: 20 + 150*share,
	}
}

// lostTime is the integral over time of min(Ps without a goroutine, runnable goroutines).
func lostTime(w *traceview.Window, procs int) time.Duration {
	type change struct {
		at             traceview.Time
		busy, runnable int
	}
	var changes []change
	for _, p := range w.Procs {
		for _, s := range p.Spans {
			changes = append(changes, change{s.Start, 1, 0}, change{s.End, -1, 0})
		}
	}
	for i := range w.Goroutines {
		for _, s := range w.Goroutines[i].Spans {
			if s.State == traceview.StateRunnable {
				changes = append(changes, change{s.Start, 0, 1}, change{s.End, 0, -1})
			}
		}
	}
	slices.SortFunc(changes, func(a, b change) int { return cmp.Compare(a.at, b.at) })
	var lost time.Duration
	busy, runnable, last := 0, 0, w.From
	for _, c := range changes {
		if n := min(procs-busy, runnable); n > 0 {
			lost += time.Duration(n) * c.at.Sub(last)
		}
		busy, runnable, last = busy+c.busy, runnable+c.runnable, c.at
	}
	return lost
}

// preemptionFinding tells how many preemptions of which kind, and where most.
func preemptionFinding(s *traceview.Summary) finding {
	p := s.Stat.Preemptions
	total := p.Async + p.Cooperative + p.STW + p.Suspend + p.Unknown
	if total == 0 {
		return finding{}
	}
	f := finding{ID: "preempt", Value: counted(total, "preemption"), Text: preemptKinds(p) + ".", score: 30}
	i := slices.IndexFunc(s.Preempts, func(site traceview.PreemptSite) bool { return isPreemption(site.Kind) })
	if i < 0 {
		return f
	}
	site := s.Preempts[i]
	f.Text = fmt.Sprintf("%s. Most often (%s) in %s, after slices of %s on average.", preemptKinds(p),
		thousands(site.Count), shortPlace(site.Where), human(site.SliceTotal/time.Duration(max(site.Count, 1))))
	return f
}

func preemptKinds(p traceview.PreemptionsStat) string {
	var parts []string
	for _, k := range []struct {
		n    int64
		name string
	}{
		{p.Async, "async"},
		{p.Cooperative, "cooperative"},
		{p.STW, "for a stop-the-world"},
		{p.Suspend, "to scan a stack"},
		{p.Unknown, "of unknown kind"},
	} {
		if k.n > 0 {
			parts = append(parts, thousands(k.n)+" "+k.name)
		}
	}
	return strings.Join(parts, ", ")
}

// utilisation tells how much of the Ps' time was used. It is always worth knowing.
func utilisation(s *traceview.Summary) finding {
	p, d := s.Stat.Procs, s.Stat.Trace.DurationNS
	if p.GOMAXPROCS == 0 || d == 0 || p.RunningNS == 0 {
		return finding{}
	}
	return finding{
		ID:    "utilisation",
		Value: percent(p.Utilization) + " P utilisation",
		Text: fmt.Sprintf("Goroutines ran for %s of the %s that %s had in %s.", human(time.Duration(p.RunningNS)),
			human(time.Duration(d*int64(p.GOMAXPROCS))), counted(int64(p.GOMAXPROCS), "P"), human(time.Duration(d))),
		score: 28,
	}
}

// biggestWait is the reason that goroutines of the program waited for longest.
func biggestWait(s *traceview.Summary) finding {
	var own []traceview.BlockingStat
	for _, b := range s.Stat.Blocking {
		if !ofRuntime(b.Reason) {
			own = append(own, b)
		}
	}
	b, ok := maxBy(own, func(b traceview.BlockingStat) time.Duration { return time.Duration(b.TotalNS) })
	if !ok || b.TotalNS == 0 {
		return finding{}
	}
	f := finding{
		ID:    "wait",
		Value: human(time.Duration(b.TotalNS)) + " in " + b.Reason,
		Text: fmt.Sprintf("The biggest reason to wait: %s, half of them %s or less, the longest %s.",
			counted(b.Count, "wait"), human(time.Duration(b.P50NS)), human(time.Duration(b.MaxNS))),
		score: 22,
	}
	if i := slices.IndexFunc(s.Blocks, func(site traceview.BlockSite) bool { return site.Reason == b.Reason }); i >= 0 {
		if fr, ok := userFrame(s.Blocks[i].Stack); ok {
			f.Text += " Most in " + shortPlace(fr) + "."
		}
	}
	return f
}

// ofRuntime tells whether only the runtime's own goroutines wait for this.
func ofRuntime(reason string) bool {
	return strings.HasPrefix(reason, "GC ") || strings.Contains(reason, "system goroutine") ||
		strings.Contains(reason, "(idle)") || reason == "preempted"
}

// userFrame is the innermost frame outside the runtime and its synchronisation packages.
func userFrame(s traceview.Stack) (traceview.Frame, bool) {
	for _, f := range s {
		if !isRuntime(f.Func) && !strings.HasPrefix(f.Func, "sync.") && !strings.HasPrefix(f.Func, "internal/") &&
			!strings.HasPrefix(f.Func, "time.") {
			return f, true
		}
	}
	return traceview.Frame{}, false
}

func isRuntime(fn string) bool {
	return strings.HasPrefix(fn, "runtime.") || strings.HasPrefix(fn, "runtime/")
}

// leftAlive tells of goroutines begun in the trace that never ended and were
// waiting: a leak, or a program cut short.
func leftAlive(s *traceview.Summary) finding {
	type key struct{ fn, reason string }
	byKey := map[key][]traceview.GoID{}
	total := 0
	for _, g := range s.Goroutines {
		if g.Created == 0 || g.Ended != 0 || g.EndState != traceview.StateWaiting || isRuntime(g.Func) || ofRuntime(g.EndReason) {
			continue
		}
		total++
		k := key{g.Func, g.EndReason}
		byKey[k] = append(byKey[k], g.ID)
	}
	if total == 0 {
		return finding{}
	}
	keys := make([]key, 0, len(byKey))
	for k := range byKey {
		keys = append(keys, k)
	}
	k := slices.MinFunc(keys, func(a, b key) int {
		return cmp.Or(cmp.Compare(len(byKey[b]), len(byKey[a])), cmp.Compare(a.fn, b.fn), cmp.Compare(a.reason, b.reason))
	})
	gs := byKey[k]
	return finding{
		ID:    "alive",
		Value: counted(int64(total), "goroutine") + " left waiting",
		Text: fmt.Sprintf("Begun in this trace and still waiting at its end; most of them (%s) in %s for %s.",
			thousands(int64(len(gs))), cmp.Or(shortFunc(k.fn), "an unknown function"), cmp.Or(k.reason, "an unknown reason")),
		Place: placeOf(nil, 0, 0, gs...),
		score: 25 + 20*float64(total)/float64(max(1, s.Stat.Goroutines.Created)),
	}
}

// stopTheWorld tells how long the whole program stood still.
func stopTheWorld(s *traceview.Summary, w *traceview.Window) finding {
	gc := s.Stat.GC
	if gc.STWMaxNS < int64(100*time.Microsecond) || s.Stat.Trace.DurationNS == 0 {
		return finding{}
	}
	f := finding{
		ID:    "stw",
		Value: human(time.Duration(gc.STWMaxNS)) + " stopped",
		Text: fmt.Sprintf("The longest stop-the-world, of %s (%s in all) and %s.", thousands(gc.STWCount),
			human(time.Duration(gc.STWTotalNS)), counted(gc.Cycles, "garbage collection")),
		score: 12 + 40*ratio(time.Duration(gc.STWMaxNS), timeSlice),
	}
	for _, r := range w.Ranges {
		if strings.HasPrefix(r.Name, "stop-the-world") && int64(r.End-r.Start) == gc.STWMaxNS {
			f.Place = placeOf(w, r.Start, r.End)
		}
	}
	return f
}

// queue tells that many more goroutines were ready than could run.
func queue(s *traceview.Summary) finding {
	n, procs := s.Stat.Goroutines.MaxRunnable, s.Stat.Procs.GOMAXPROCS
	if procs == 0 || n < 2*procs {
		return finding{}
	}
	return finding{
		ID:    "queue",
		Value: fmt.Sprintf("%s ready at once", thousands(int64(n))),
		Text:  fmt.Sprintf("So many goroutines queued for %s when it was worst.", counted(int64(procs), "P")),
		score: 15 + 10*min(1, float64(n)/float64(100*procs)),
	}
}

// findSpan looks for a goroutine's exact span of one state and length.
func findSpan(w *traceview.Window, id traceview.GoID, state traceview.State, d time.Duration) (traceview.Span, bool) {
	i, ok := slices.BinarySearchFunc(w.Goroutines, id, func(g traceview.Goroutine, id traceview.GoID) int { return cmp.Compare(g.ID, id) })
	if !ok {
		return traceview.Span{}, false
	}
	for _, s := range w.Goroutines[i].Spans {
		if s.State == state && s.N <= 1 && s.Dur() == d {
			return s, true
		}
	}
	return traceview.Span{}, false
}

// maxBy returns the first element with the largest value.
func maxBy[T any](all []T, value func(T) time.Duration) (best T, ok bool) {
	for i, x := range all {
		if i == 0 || value(x) > value(best) {
			best, ok = x, true
		}
	}
	return best, ok
}

// ratio is d/of, at most 1.
func ratio(d, of time.Duration) float64 { return min(1, float64(d)/float64(of)) }
