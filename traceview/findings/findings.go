// Package findings picks what matters in a trace and puts it into sentences, all computed from the trace.
//
// Package [schedviz/traceview] says what is stable.
package findings

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/classify"
	"schedviz/traceview/words"
)

// timeSlice is how long the scheduler lets a goroutine run before it requests a preemption: forcePreemptNS in
// runtime/proc.go.
const timeSlice = 10 * time.Millisecond

// Finding is one thing that matters in a trace: a number and a sentence.
type Finding struct {
	ID    string // what kind of finding it is; at most one of each
	Value string // "19 async preemptions"
	Text  string // one or two plain sentences
	// Goroutines, and the time from From to To, are where to look; both may be empty.
	Goroutines []traceview.GoID
	From, To   traceview.Time
	// Score ranks findings: 0 is not worth reporting, 100 a program standing still.
	Score float64
}

// Of returns at most limit findings that the summary supports, highest score first.
func Of(s *traceview.Summary, limit int) []Finding {
	all := []Finding{
		worstWait(s), longestSlice(s), wasted(s), preemptions(s), utilization(s),
		biggestWait(s), leftAlive(s), stopTheWorld(s), queue(s), offCore(s),
		starved(s), firstRun(s), collecting(s),
	}
	all = slices.DeleteFunc(all, func(f Finding) bool { return f.Score <= 0 })
	slices.SortStableFunc(all, func(a, b Finding) int { return cmp.Compare(b.Score, a.Score) })
	return all[:min(len(all), limit)]
}

// worstWait is the longest wait for a P, and the goroutines that ran meanwhile.
func worstWait(s *traceview.Summary) Finding {
	if len(s.WorstWaits) == 0 || s.WorstWaits[0].Dur() < time.Millisecond {
		return Finding{}
	}
	w := s.WorstWaits[0]
	f := Finding{
		ID: "latency", Value: words.Duration(w.Dur()) + " wait for a P",
		Goroutines: []traceview.GoID{w.G}, From: w.From, To: w.To,
		Score: 40 + 20*ratio(w.Dur(), 10*timeSlice),
	}
	who := words.Goroutine(w.G, w.Func)
	switch {
	case len(w.Antagonists) == 0 && w.Idle > 0:
		f.Text = fmt.Sprintf("%s was ready while no goroutine ran; some P was idle for %s of that.",
			who, words.Duration(w.Idle))
	case len(w.Antagonists) == 0:
		f.Text = fmt.Sprintf("%s was ready while no goroutine ran.", who)
	case w.Partial:
		f.Text = fmt.Sprintf("%s was ready while at least %s ran (not everything that happened meanwhile was kept).",
			who, withTimes(w.Antagonists, w.Others))
	default:
		f.Text = fmt.Sprintf("%s was ready while %s ran.", who, withTimes(w.Antagonists, w.Others))
	}
	return f
}

// withTimes lists the first two goroutines with their times and counts the rest.
func withTimes(gs []traceview.Antagonist, others int) string {
	const most = 2
	var names []string
	for _, g := range gs[:min(most, len(gs))] {
		names = append(names, fmt.Sprintf("G%d (%s)", g.G, words.Duration(g.Time)))
	}
	text := strings.Join(names, ", ")
	if n := len(gs) - len(names) + others; n > 0 {
		text += " and " + words.Counted(n, "other")
	}
	return text
}

// longestSlice is the longest time a goroutine kept its P, if that exceeds the scheduler's time slice, and the
// goroutines that waited meanwhile.
func longestSlice(s *traceview.Summary) Finding {
	// A slice that made goroutines wait is worse than a longer one that did not.
	var worst traceview.Slice
	var harm time.Duration
	for _, slice := range s.LongestSlices {
		if slice.Dur() <= timeSlice {
			continue
		}
		if h := slice.Dur() + 10*longestOf(slice.Waiters); h > harm {
			worst, harm = slice, h
		}
	}
	if harm == 0 {
		return Finding{}
	}
	f := Finding{
		ID: "slice", Value: words.Duration(worst.Dur()) + " in one slice",
		Text: fmt.Sprintf("%s ran this long without being preempted; no goroutine waited for a P meanwhile.",
			words.Goroutine(worst.G, worst.Func)),
		Goroutines: []traceview.GoID{worst.G}, From: worst.From, To: worst.To,
		Score: 5 + 30*ratio(worst.Dur()-timeSlice, 9*timeSlice),
	}
	if n := len(worst.Waiters) + worst.Others; n > 0 {
		f.Text = fmt.Sprintf("%s ran this long without being preempted; meanwhile %s waited for a P, for up to %s.",
			words.Goroutine(worst.G, worst.Func), words.Counted(n, "goroutine"), words.Duration(longestOf(worst.Waiters)))
		f.Score += 20 * ratio(longestOf(worst.Waiters), 9*timeSlice)
	}
	return f
}

func longestOf(gs []traceview.Antagonist) time.Duration {
	if len(gs) == 0 {
		return 0
	}
	return gs[0].Time
}

// wasted is P time that was available and not used.
func wasted(s *traceview.Summary) Finding {
	capacity := s.Covered() * time.Duration(s.Stat.Procs.GOMAXPROCS)
	if capacity <= 0 {
		return Finding{}
	}
	share := float64(s.Wasted.P) / float64(capacity)
	if share < 0.02 {
		return Finding{}
	}
	return Finding{
		ID: "idle", Value: words.Percent(share) + " of P time lost",
		Text: fmt.Sprintf("Summed over Ps, %s in which a P was idle although a goroutine was ready: the time it takes to "+
			"wake a thread or to find work.",
			words.Duration(s.Wasted.P)),
		Score: 20 + 150*share,
	}
}

// preemptions counts preemptions by kind and names where most happened.
func preemptions(s *traceview.Summary) Finding {
	total := s.Stat.Preemptions.Involuntary()
	if total == 0 {
		return Finding{}
	}
	kinds := words.ByKind(traceview.InvoluntaryPreempts(), s.Stat.Preemptions.Of)
	f := Finding{ID: "preempt", Value: words.Counted(total, "preemption"), Text: kinds + ".", Score: 30}
	i := slices.IndexFunc(s.Preempts, func(site traceview.PreemptSite) bool { return site.Kind.Involuntary() })
	if i < 0 {
		return f
	}
	site := s.Preempts[i]
	if most := mostOf(site.Count, total); most != "" {
		f.Text = fmt.Sprintf("%s: %s %s, after slices of %s on average.", kinds, most,
			words.Place(site.Where.Func, site.Where.File, site.Where.Line), words.Duration(site.SliceTotal/time.Duration(max(site.Count, 1))))
	}
	return f
}

// mostOf begins a phrase about the largest part, n of total, of what a finding counts: "all in",
// "10 of them in", or "in" if there is only one. It is "" if no part stands out.
func mostOf[T int | int64](n, total T) string {
	switch {
	case n == total && n > 1:
		return "all in"
	case n > 1:
		return words.Number(n) + " of them in"
	case n == total:
		return "in"
	}
	return ""
}

// utilization is how much of the Ps' time was used. It is always worth knowing.
func utilization(s *traceview.Summary) Finding {
	p, d := s.Stat.Procs, s.Covered()
	if p.GOMAXPROCS == 0 || d == 0 || p.RunningNS == 0 {
		return Finding{}
	}
	return Finding{
		ID: "utilisation", Value: words.Percent(p.Utilization) + " P utilisation",
		Text: fmt.Sprintf("Goroutines ran for %s of the %s that %s had in %s.", words.Duration(time.Duration(p.RunningNS)),
			words.Duration(d*time.Duration(p.GOMAXPROCS)), words.Counted(p.GOMAXPROCS, "P"), words.Duration(d)),
		Score: 28,
	}
}

// biggestWait is the wait reason with the largest total among the program's goroutines, and where they waited.
func biggestWait(s *traceview.Summary) Finding {
	i := slices.IndexFunc(s.Stat.Blocking, func(b traceview.BlockingStat) bool { return !classify.RuntimeWait(b.Reason) })
	if i < 0 || s.Stat.Blocking[i].TotalNS == 0 {
		return Finding{}
	}
	b := s.Stat.Blocking[i] // sorted by total, largest first
	f := Finding{
		ID: "wait", Value: words.Duration(time.Duration(b.TotalNS)) + " in " + b.Reason,
		Text:  "The largest total by reason: a single wait.",
		Score: 22,
	}
	if b.Count > 1 {
		f.Text = fmt.Sprintf("The largest total by reason: %s, p50 %s, longest %s.",
			words.Counted(b.Count, "wait"), words.Duration(time.Duration(b.P50NS)), words.Duration(time.Duration(b.MaxNS)))
	}
	i = slices.IndexFunc(s.Blocks, func(site traceview.BlockSite) bool { return site.Reason == b.Reason })
	if i < 0 {
		return f
	}
	if fr, ok := classify.ProgramFrame(s.Blocks[i].Stack); ok {
		f.Text += " The largest part in " + words.Place(fr.Func, fr.File, fr.Line) + "."
	}
	return f
}

// leftAlive is the goroutines created in the trace that were still waiting at its end: a leak, or a program cut
// short.
func leftAlive(s *traceview.Summary) Finding {
	type key struct{ fn, reason string }
	byKey := map[key][]traceview.GoID{}
	total, alive := 0, 0
	for _, g := range s.Goroutines {
		if g.AliveAtEnd() {
			alive++
		}
		if g.Created == 0 || g.Ended != 0 || g.EndState != traceview.StateWaiting || classify.SystemGoroutine(g.Func) || classify.RuntimeWait(g.EndReason) {
			continue
		}
		total++
		k := key{g.Func, g.EndReason}
		byKey[k] = append(byKey[k], g.ID)
	}
	if total == 0 {
		return Finding{}
	}
	keys := make([]key, 0, len(byKey))
	for k := range byKey {
		keys = append(keys, k)
	}
	k := slices.MinFunc(keys, func(a, b key) int {
		return cmp.Or(cmp.Compare(len(byKey[b]), len(byKey[a])), cmp.Compare(a.fn, b.fn), cmp.Compare(a.reason, b.reason))
	})
	f := Finding{
		ID: "alive", Value: words.Counted(total, "goroutine") + " left waiting", Text: "Created in this trace and still waiting at its end",
		Goroutines: byKey[k],
		Score:      25 + 20*float64(total)/float64(max(1, s.Stat.Goroutines.Created)),
	}
	listed := total
	if alive < s.Stat.Goroutines.AliveAtEnd { // not every goroutine alive at the end has a row
		f.Value, listed = "at least "+f.Value, s.Stat.Goroutines.AliveAtEnd
	}
	if most := mostOf(len(byKey[k]), listed); most != "" {
		f.Text += fmt.Sprintf(": %s %s (%s)", most, cmp.Or(words.Func(k.fn), "an unknown function"),
			cmp.Or(k.reason, "unknown reason"))
	}
	f.Text += "."
	return f
}

// stopTheWorld is how long the whole program was stopped.
func stopTheWorld(s *traceview.Summary) Finding {
	gc := s.Stat.GC
	if gc.STWMaxNS < int64(100*time.Microsecond) || s.Stat.Trace.DurationNS == 0 {
		return Finding{}
	}
	return Finding{
		ID: "stw", Value: words.Duration(time.Duration(gc.STWMaxNS)) + " stopped",
		Text: fmt.Sprintf("The longest of %s (%s in total); %s.", words.Counted(gc.STWCount, "stop-the-world pause"),
			words.Duration(time.Duration(gc.STWTotalNS)), words.Counted(gc.Cycles, "garbage collection")),
		From: s.GC.LongestStop.Start, To: s.GC.LongestStop.End,
		Score: 12 + 40*ratio(time.Duration(gc.STWMaxNS), timeSlice),
	}
}

// queue is the largest number of goroutines ready at once, if that far exceeds the number of Ps.
func queue(s *traceview.Summary) Finding {
	n, procs := s.Stat.Goroutines.MaxRunnable, s.Stat.Procs.GOMAXPROCS
	if procs == 0 || n < 2*procs {
		return Finding{}
	}
	f := Finding{
		ID: "queue", Value: words.Number(n) + " ready at once",
		Text:  fmt.Sprintf("At the peak, %s queued for %s.", words.Counted(n, "goroutine"), words.Counted(procs, "P")),
		Score: 15 + 10*min(1, float64(n)/float64(100*procs)),
	}
	if most := s.Series.MaxRunnable; len(most) > 0 {
		i := slices.Index(most, slices.Max(most))
		f.From = s.Series.Start + traceview.Time(i)*traceview.Time(s.Series.Step)
		f.To = f.From + traceview.Time(s.Series.Step)
	}
	return f
}

// ratio is d/of, at most 1.
func ratio(d, of time.Duration) float64 { return min(1, float64(d)/float64(of)) }
