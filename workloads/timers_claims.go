package workloads

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"schedviz/traceview"
)

func sleepersHoldNoP(r Recording) Finding {
	w, all := r.Window, regionsOf(r.Window, "all asleep")[0]
	sleeps := states(w, startedAt(w, "(*timers).sleeper"), waitingFor(w, "sleep"))
	most, from, to := peak(sleeps)
	var running time.Duration
	for _, p := range w.Procs {
		for s := range w.On(p.Lane) {
			if start, end := max(s.Start, from), min(s.End, all.End); s.State == traceview.StateRunning && start < end {
				running += end.Sub(start)
			}
		}
	}
	procs := r.Summary.Stat.Procs.GOMAXPROCS
	f := Finding{Goroutines: someOf(w, owners(openAt(sleeps, from))), From: from, To: max(to, from)}
	if all.End > from {
		f.To = all.End
	}
	room := time.Duration(procs) * f.To.Sub(f.From)
	text := "%s slept at once at %s; the %s then ran goroutines for %s of %s (%s)"
	args := []any{count(most, "goroutine"), r.at(from), count(procs, "P"), length(running), length(room), percent(running, room)}
	switch {
	case most < 10*procs || all.End <= from:
		return f.judged(Inconclusive, "only %s slept at once: try more --sleepers", count(most, "goroutine"))
	case running < room/10:
		return f.judged(Holds, text, args...)
	case running < room/2:
		return f.judged(Inconclusive, text+": the host may have been too busy", args...)
	}
	return f.judged(Fails, text, args...)
}

// wake is one end of a sleep, and how late it came.
type wake struct {
	g    int32
	at   traceview.Time
	late time.Duration
}

// wakesOf returns the ends of all sleeps, the latest last.
func wakesOf(w *traceview.Window) []wake {
	var wakes []wake
	for _, log := range w.Logs {
		d, err := strconv.ParseInt(log.Message, 10, 64)
		if log.Category != "sleep" || err != nil {
			continue
		}
		due := log.Time + traceview.Time(d)
		for s := range spansIn(w, log.G, log.Time, w.To) {
			if waitingFor(w, "sleep")(s) {
				wakes = append(wakes, wake{log.G, s.End, s.End.Sub(due)})
				break
			}
		}
	}
	slices.SortFunc(wakes, func(a, b wake) int { return cmp.Compare(a.late, b.late) })
	return wakes
}

// sleepersOnTime blames the program when they are late while its own goroutines
// keep the Ps, and otherwise the host.
func sleepersOnTime(r Recording) Finding {
	const clock = 100 * time.Microsecond // by which the trace's clock and the timers' may differ
	w, p := r.Window, params[*timers](r)
	wakes := wakesOf(w)
	if len(wakes) < 10 {
		return inconclusive("the trace shows only %s end", count(len(wakes), "sleep"))
	}
	first, median, last := wakes[0], wakes[len(wakes)/2], wakes[len(wakes)-1]
	f := Finding{Goroutines: someOf(w, startedAt(w, "(*timers).sleeper")), From: last.at - traceview.Time(max(last.late, 0)), To: last.at}
	if first.late < -clock {
		f = Finding{Goroutines: ids(w, []int32{first.g}), From: first.at, To: first.at}
		text := "%s woke up %s early, at %s"
		args := []any{names(w, []int32{first.g}), length(-first.late), r.at(first.at)}
		if median.late < -clock {
			return f.judged(Fails, text, args...)
		}
		return f.judged(Inconclusive, text+", or so it seems: on a busy host the trace may tell a moment late where two generations overlap", args...)
	}
	text := "%s woke up %s late in the median, the last %s late; --error is %v"
	args := []any{count(len(wakes), "sleeper"), length(median.late), length(last.late), p.tolerance}
	busy := r.Summary.Stat.Procs.Utilization
	switch {
	case median.late <= p.tolerance:
		return f.judged(Holds, text, args...)
	case busy < 0.6:
		return f.judged(Inconclusive, text+"; the Ps were mostly idle, so it was the host that was too busy", args...)
	}
	return f.judged(Fails, text, args...)
}
