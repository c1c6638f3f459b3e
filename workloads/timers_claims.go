package workloads

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/words"
	"schedviz/workloads/query"
)

// ranIn returns how long goroutines ran in a period, on all Ps together, and how long those of gs did.
func ranIn(w *traceview.Window, from, to traceview.Time, gs []int32) (all, ours time.Duration) {
	for _, p := range w.Procs {
		for s := range w.On(p.Lane) {
			start, end := max(s.Start, from), min(s.End, to)
			if s.State != traceview.StateRunning || start >= end {
				continue
			}
			all += end.Sub(start)
			if _, ok := slices.BinarySearch(gs, s.G); ok {
				ours += end.Sub(start)
			}
		}
	}
	return all, ours
}

// sleepersHoldNoP looks at the time from when most sleepers are asleep to the end of the region in which all should be.
func sleepersHoldNoP(r Recording) Finding {
	w, asleep := r.Window, query.Regions(r.Window, "all asleep")[0]
	sleepers := startedIn(w, "(*timers).sleeper")
	sleeps := query.States(w, sleepers, query.WaitingFor(w, "sleep"))
	most, from, _ := query.Peak(sleeps)
	if most == 0 || from >= asleep.End {
		from = asleep.Start
	}
	procs := r.Summary.Stat.Procs.GOMAXPROCS
	slices.Sort(sleepers)
	ran, sleepersRan := ranIn(w, from, asleep.End, sleepers)
	f := Finding{Goroutines: someOf(w, query.Owners(query.OpenAt(sleeps, from))), From: from, To: asleep.End}
	room := time.Duration(procs) * f.To.Sub(f.From)
	text := "%s of %s slept at once at %s; the %s then ran goroutines for %s of %s (%s)"
	args := []any{
		words.Number(most), count(len(sleepers), "goroutine"), r.At(from), count(procs, "P"), length(ran), length(room),
		percent(ran, room),
	}
	switch {
	case len(sleepers) < 10*procs:
		return f.Judged(Inconclusive, text+": try more --sleepers", args...)
	case sleepersRan > room/2 && 2*most < len(sleepers):
		return f.Judged(Fails, text+", %s of it the sleepers", append(args, length(sleepersRan))...)
	case 10*most < 9*len(sleepers):
		return f.Judged(Inconclusive, text+": some began when others were done already", args...)
	case ran > room/10:
		return f.Judged(Inconclusive, text+", others than these", args...)
	}
	return f.Judged(Holds, text, args...)
}

// wake is the end of a sleep, and how late it was.
type wake struct {
	g    int32
	at   traceview.Time
	late time.Duration
}

// wakesOf returns the ends of all sleeps, the latest wake-up last.
func wakesOf(w *traceview.Window) []wake {
	var wakes []wake
	for _, log := range query.Logs(w, "sleep") {
		d, err := strconv.ParseInt(log.Message, 10, 64)
		if err != nil {
			continue
		}
		due := log.Time + traceview.Time(d)
		for s := range query.SpansIn(w, log.G, log.Time, w.To) {
			if query.WaitingFor(w, "sleep")(s) {
				wakes = append(wakes, wake{log.G, s.End, s.End.Sub(due)})
				break
			}
		}
	}
	slices.SortFunc(wakes, func(a, b wake) int { return cmp.Compare(a.late, b.late) })
	return wakes
}

// sleepersOnTime blames the program if sleepers are late while its own goroutines keep the Ps, and otherwise the
// host.
func sleepersOnTime(r Recording) Finding {
	const clock = 100 * time.Microsecond // the difference between the trace's clock and the timers'
	w, p := r.Window, Params[*timers](r)
	wakes := wakesOf(w)
	if len(wakes) < 10 {
		return inconclusive("the trace shows only %s end", count(len(wakes), "sleep"))
	}
	first, median, last := wakes[0], wakes[len(wakes)/2], wakes[len(wakes)-1]
	f := Finding{Goroutines: someOf(w,
		startedIn(w, "(*timers).sleeper")), From: last.at - traceview.Time(max(last.late, 0)), To: last.at}
	if first.late < -clock {
		f = Finding{Goroutines: query.IDs(w, []int32{first.g}), From: first.at, To: first.at}
		text := "%s woke up %s early, at %s"
		args := []any{query.Names(w, []int32{first.g}), length(-first.late), r.At(first.at)}
		if median.late < -clock {
			return f.Judged(Fails, text, args...)
		}
		return f.Judged(Inconclusive, text+", or so it seems: on a busy host the trace may record a sleep late where "+
			"two generations overlap", args...)
	}
	text := "%s woke up %s late in the median, the last %s late; --error is %s"
	args := []any{count(len(wakes), "sleeper"), length(median.late), length(last.late), length(p.tolerance)}
	busy := r.Summary.Stat.Procs.Utilization
	switch {
	case median.late <= p.tolerance:
		return f.Judged(Holds, text, args...)
	case busy < 0.6:
		return f.Judged(Inconclusive, text+"; the Ps were mostly idle, so it was the host that was too busy", args...)
	}
	return f.Judged(Fails, text, args...)
}
