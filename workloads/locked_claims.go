package workloads

import (
	"cmp"
	"slices"

	"schedviz/traceview"
)

// turns returns the running spans of the players while both play, in order.
func turns(w *traceview.Window) []traceview.Span {
	rs := regionsOf(w, "play")
	if len(rs) != 2 {
		return nil
	}
	from, to := max(rs[0].Start, rs[1].Start), min(rs[0].End, rs[1].End)
	spans := spansOf(w, owners(rs), func(s traceview.Span) bool {
		return s.State == traceview.StateRunning && from <= s.Start && s.End <= to
	})
	slices.SortFunc(spans, func(a, b traceview.Span) int { return cmp.Compare(a.Start, b.Start) })
	return spans
}

func gAndMStayTogether(r Recording) Finding {
	w, played := r.Window, turns(r.Window)
	threadOf, players := map[int32]int32{}, owners(regionsOf(w, "play"))
	f := findingAt(w, regionsOf(w, "play"))
	if len(played) < 10 {
		return f.judged(Inconclusive, "the trace shows only %s", count(len(played), "turn"))
	}
	for _, s := range played {
		if m, known := threadOf[s.G]; known && m != s.M {
			f.From, f.To = s.Start, s.End
			return f.judged(Fails, "%s changed its thread at %s", names(w, []int32{s.G}), r.at(s.Start))
		}
		threadOf[s.G] = s.M
	}
	from, to := played[0].Start, played[len(played)-1].End
	for _, m := range threadOf {
		for s := range w.On(w.Threads[m].Lane) {
			if threadOf[s.G] == m && slices.Contains(players, s.G) || s.End <= from || s.Start >= to {
				continue
			}
			f.From, f.To = s.Start, s.End
			f.Goroutines = ids(w, append(players, s.G))
			return f.judged(Fails, "thread %d of the players also ran %s, at %s", w.Threads[m].ID, names(w, []int32{s.G}), r.at(s.Start))
		}
	}
	if threadOf[players[0]] == threadOf[players[1]] {
		return f.judged(Fails, "%s ran on one thread, %d", names(w, players), w.Threads[threadOf[players[0]]].ID)
	}
	return f.judged(Holds, "%s ran on thread %d and %s on thread %d, in all of %s, and no one else did",
		names(w, players[:1]), w.Threads[threadOf[players[0]]].ID, names(w, players[1:]), w.Threads[threadOf[players[1]]].ID, count(len(played), "turn"))
}

func everySwitchIsOfThreads(r Recording) Finding {
	w, played := r.Window, turns(r.Window)
	f := findingAt(w, regionsOf(w, "play"))
	switches, same := 0, 0
	for i := 1; i < len(played); i++ {
		a, b := played[i-1], played[i]
		if a.G == b.G {
			continue
		}
		if switches++; a.M == b.M {
			if same == 0 {
				f.From, f.To = a.Start, b.End
			}
			same++
		}
	}
	switch {
	case switches < 10:
		return f.judged(Inconclusive, "the players took turns only %s", count(switches, "time"))
	case same > 0:
		return f.judged(Fails, "%d of %d switches were on one thread, the first at %s", same, switches, r.at(f.From))
	}
	return f.judged(Holds, "all %d switches between %s were from one thread to another", switches, names(w, owners(regionsOf(w, "play"))))
}
