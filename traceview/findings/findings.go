// Package findings picks what matters in a trace and puts it into sentences, all computed from the trace.
// It is about the program: the runtime's own goroutines appear only as what kept the program waiting.
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
	// Share is how much of the trace the finding covers, 0 to 1: of its length, or of the time of its Ps.
	Share float64
}

// leastShare is the share of the trace from which a finding may come before others.
const leastShare = 0.01

// rank orders findings: those that cover next to nothing of the trace come last.
func rank(a, b Finding) int {
	if little := a.Share < leastShare; little != (b.Share < leastShare) {
		if little {
			return 1
		}
		return -1
	}
	return cmp.Compare(b.Score, a.Score)
}

// ofLength is the share of the trace's length that d is; at most 1.
func ofLength(s *traceview.Summary, d time.Duration) float64 { return min(1, share(d, s.Covered())) }

// ofPs is the share of the Ps' time that d is; at most 1.
func ofPs(s *traceview.Summary, d time.Duration) float64 {
	return min(1, share(d, s.Covered()*time.Duration(max(1, s.Stat.Procs.GOMAXPROCS))))
}

// Of returns at most limit findings that the summary supports, highest score first; but those that cover under 1% of
// the trace come after all others.
func Of(s *traceview.Summary, limit int) []Finding {
	all := []Finding{
		worstWait(s), longestSlice(s), wasted(s), preemptions(s), utilization(s),
		biggestWait(s), leftWaiting(s), stopTheWorld(s), queue(s), offCore(s),
		starved(s), firstRun(s), collecting(s),
	}
	all = slices.DeleteFunc(all, func(f Finding) bool { return f.Score <= 0 })
	slices.SortStableFunc(all, rank)
	return all[:min(len(all), limit)]
}

// worstWait is the longest wait for a P, and the goroutines that ran meanwhile.
func worstWait(s *traceview.Summary) Finding {
	i := slices.IndexFunc(s.WorstWaits, func(w traceview.Wait) bool { return !classify.SystemGoroutine(w.Func) })
	if i < 0 || s.WorstWaits[i].Dur() < time.Millisecond {
		return Finding{}
	}
	w := s.WorstWaits[i] // sorted, longest first
	f := Finding{
		ID: "latency", Value: words.Duration(w.Dur()) + " wait for a P",
		Goroutines: []traceview.GoID{w.G}, From: w.From, To: w.To,
		Score: 40 + 20*ratio(w.Dur(), 10*timeSlice), Share: ofLength(s, w.Dur()),
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
		whose := ""
		if classify.SystemGoroutine(g.Func) {
			whose = "the runtime's "
		}
		names = append(names, fmt.Sprintf("%sG%d (%s)", whose, g.G, words.Duration(g.Time)))
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
		if slice.Dur() <= timeSlice || classify.SystemGoroutine(slice.Func) {
			continue
		}
		slice.Waiters = ofProgram(slice.Waiters)
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
		Score: 5 + 30*ratio(worst.Dur()-timeSlice, 9*timeSlice), Share: ofLength(s, worst.Dur()),
	}
	if n := len(worst.Waiters) + worst.Others; n > 0 {
		f.Text = fmt.Sprintf("%s ran this long without being preempted; meanwhile %s waited for a P, for up to %s.",
			words.Goroutine(worst.G, worst.Func), words.Counted(n, "goroutine"), words.Duration(longestOf(worst.Waiters)))
		f.Score += 20 * ratio(longestOf(worst.Waiters), 9*timeSlice)
	}
	return f
}

// ofProgram returns the goroutines that are the program's.
func ofProgram(gs []traceview.Antagonist) []traceview.Antagonist {
	return slices.DeleteFunc(slices.Clone(gs), func(g traceview.Antagonist) bool { return classify.SystemGoroutine(g.Func) })
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
		Score: 20 + 150*share, Share: share,
	}
}

// preemptions counts preemptions by kind and names where most happened.
func preemptions(s *traceview.Summary) Finding {
	total := s.Own.Preemptions.Involuntary()
	if total == 0 {
		return Finding{}
	}
	kinds := words.ByKind(traceview.InvoluntaryPreempts(), s.Own.Preemptions.Of)
	f := Finding{ID: "preempt", Value: words.Counted(total, "preemption"), Text: kinds + ".", Score: 30}
	sites := slices.DeleteFunc(slices.Clone(s.Preempts), func(site traceview.PreemptSite) bool {
		return !site.Kind.Involuntary() || site.Count > total || classify.SystemStack(site.Stack)
	})
	var slice time.Duration
	for _, site := range sites {
		slice = traceview.SaturatingAdd(slice, site.SliceTotal)
	}
	f.Share = ofPs(s, slice)
	if len(sites) == 0 {
		return f
	}
	site := sites[0] // sorted, most frequent first
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
		Score: 28, Share: 1,
	}
}

// stopTheWorld is how long the whole program was stopped, other than by the tracer.
func stopTheWorld(s *traceview.Summary) Finding {
	stops := s.Own.Stops
	longest := time.Duration(stops.MaxNS)
	if longest < 100*time.Microsecond || s.Stat.Trace.DurationNS == 0 {
		return Finding{}
	}
	pauses := "The only stop-the-world pause"
	if stops.Count > 1 {
		pauses = fmt.Sprintf("The longest of %s (%s in total)", words.Counted(stops.Count, "stop-the-world pause"),
			words.Duration(time.Duration(stops.TotalNS)))
	}
	return Finding{
		ID: "stw", Value: words.Duration(longest) + " stopped",
		Text: fmt.Sprintf("%s; %s.", pauses, words.Counted(s.Stat.GC.Cycles, "garbage collection")),
		From: s.GC.LongestStop.Start, To: s.GC.LongestStop.End,
		Score: 12 + 40*ratio(longest, timeSlice), Share: ofLength(s, time.Duration(stops.TotalNS)),
	}
}

// queue is the largest number of goroutines ready at once, if that far exceeds the number of Ps.
func queue(s *traceview.Summary) Finding {
	n, procs := s.Own.Goroutines.MaxRunnable, s.Stat.Procs.GOMAXPROCS
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
	for _, n := range s.Series.MaxRunnable {
		if int(n) >= 2*procs {
			f.Share += ofLength(s, s.Series.Step)
		}
	}
	return f
}

// ratio is d/of, at most 1.
func ratio(d, of time.Duration) float64 { return min(1, float64(d)/float64(of)) }
