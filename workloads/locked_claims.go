package workloads

import (
	"cmp"
	"slices"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// turns returns the running spans of the players while both play, in order.
func turns(w *traceview.Window) []traceview.Span {
	rs := query.Regions(w, "play")
	if len(rs) != 2 {
		return nil
	}
	from, to := max(rs[0].Start, rs[1].Start), min(rs[0].End, rs[1].End)
	spans := query.Spans(w, query.Owners(rs), func(s traceview.Span) bool {
		return s.State == traceview.StateRunning && from <= s.Start && s.End <= to
	})
	slices.SortFunc(spans, func(a, b traceview.Span) int { return cmp.Compare(a.Start, b.Start) })
	return spans
}

func gAndMStayTogether(r Recording) Finding {
	w, played := r.Window, turns(r.Window)
	threadOf, players := map[int32]int32{}, query.Owners(query.Regions(w, "play"))
	f := FindingAt(w, query.Regions(w, "play"))
	if len(played) < 10 {
		return f.Judged(Inconclusive, "the trace shows only %s", count(len(played), "turn"))
	}
	for _, s := range played {
		if m, known := threadOf[s.G]; known && m != s.M {
			f.From, f.To = s.Start, s.End
			return f.Judged(Fails, "%s changed its thread at %s", query.Names(w, []int32{s.G}), r.At(s.Start))
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
			f.Goroutines = query.IDs(w, append(players, s.G))
			return f.Judged(Fails, "thread %d of the players also ran %s, at %s", w.Threads[m].ID,
				query.Names(w, []int32{s.G}), r.At(s.Start))
		}
	}
	if threadOf[players[0]] == threadOf[players[1]] {
		return f.Judged(Fails, "%s ran on one thread, %d", query.Names(w, players), w.Threads[threadOf[players[0]]].ID)
	}
	return f.Judged(Holds, "%s ran on thread %d and %s on thread %d in all of %s, and no other goroutine did",
		query.Names(w, players[:1]), w.Threads[threadOf[players[0]]].ID, query.Names(w,
			players[1:]), w.Threads[threadOf[players[1]]].ID, count(len(played), "turn"))
}

func everySwitchIsOfThreads(r Recording) Finding {
	w, played := r.Window, turns(r.Window)
	f := FindingAt(w, query.Regions(w, "play"))
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
		return f.Judged(Inconclusive, "the players took turns only %s", count(switches, "time"))
	case same > 0:
		return f.Judged(Fails, "%d of %d switches were on one thread, the first at %s", same, switches, r.At(f.From))
	}
	return f.Judged(Holds, "all %d switches between %s were from one thread to another", switches,
		query.Names(w, query.Owners(query.Regions(w, "play"))))
}
