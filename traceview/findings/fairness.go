package findings

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/classify"
	"schedviz/traceview/words"
)

// starved is the goroutine that got the smallest share of the time it wanted to run, if others got far more.
func starved(s *traceview.Summary) Finding {
	const (
		wanting = 0.25 // the least share of the trace in which it must have wanted to run
		unfair  = 4    // the factor by which the others must have got more
	)
	type wish struct {
		*traceview.GoroutineStat
		wanted time.Duration
		got    float64
	}
	var all []wish
	for _, g := range s.Goroutines {
		wanted := time.Duration(g.State.Running + g.State.Runnable)
		if classify.SystemGoroutine(g.Func) || float64(wanted) < wanting*float64(s.Covered()) {
			continue
		}
		all = append(all, wish{g, wanted, share(time.Duration(g.State.Running), wanted)})
	}
	if len(all) < 2 {
		return Finding{}
	}
	slices.SortFunc(all, func(a, b wish) int { return cmp.Or(cmp.Compare(a.got, b.got), cmp.Compare(a.ID, b.ID)) })
	least, others := all[0], 0.0
	for _, w := range all[1:] {
		others += w.got / float64(len(all)-1)
	}
	if least.got*unfair > others || least.wanted < timeSlice {
		return Finding{}
	}
	return Finding{
		ID: "starved", Value: words.Percent(least.got) + " of what " + words.Goroutine(least.ID, "") + " wanted",
		Text: fmt.Sprintf("%s was ready or running for %s and ran for %s; %s that wanted to run at least a quarter of "+
			"the time got %s on average.",
			words.Goroutine(least.ID, least.Func), words.Duration(least.wanted), words.Duration(time.Duration(least.State.Running)),
			words.Counted(len(all)-1, "other goroutine"), words.Percent(others)),
		Goroutines: []traceview.GoID{least.ID},
		Score:      35 + 40*(others-least.got), Share: ofLength(s, time.Duration(least.State.Runnable)),
	}
}

// firstRun is how long new goroutines waited before they first ran. Scheduler latency profiles leave this out.
func firstRun(s *traceview.Summary) Finding {
	f := s.Own.SchedLatency.FirstRun
	if f.Count == 0 {
		return Finding{}
	}
	mean := time.Duration(f.TotalNS / f.Count)
	if mean < timeSlice {
		return Finding{}
	}
	return Finding{
		ID: "firstrun", Value: words.Duration(mean) + " before the first run",
		Text: fmt.Sprintf("The average wait of %s; %s of all time spent waiting for a P.",
			words.Counted(f.Count, "new goroutine"),
			words.Percent(float64(f.TotalNS)/float64(max(1, s.Own.SchedLatency.TotalNS)))),
		Score: 18 + 20*ratio(mean, 20*timeSlice), Share: ofLength(s, time.Duration(f.TotalNS)),
	}
}
