package workloads

import (
	"cmp"
	"slices"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// fanOutCaptures restricts a claim to values of --capture.
func fanOutCaptures(which ...string) func(Recording) bool {
	return func(r Recording) bool { return slices.Contains(which, Params[*fanOut](r).capture) }
}

func eachIDOnce(r Recording) Finding {
	rs, p, result := query.Regions(r.Window, "greet"), Params[*fanOut](r), ResultOf[fanOutResult](r)
	f := FindingAt(r.Window, rs)
	for i, ids := range result.Rounds {
		for id := range p.n {
			if n := countOf(ids, id); n != 1 {
				return f.Judged(Fails, "in round %d of %d the id %d was seen %s", i+1, p.rounds, id, count(n, "time"))
			}
		}
	}
	if len(rs) != p.n*p.rounds || len(result.Rounds) != p.rounds {
		return f.Judged(Fails, "%s in %s; it should be %d in %d", count(len(rs), "goroutine"),
			count(len(result.Rounds), "round"), p.n*p.rounds, p.rounds)
	}
	return f.Judged(Holds, "%s saw each id from 0 to %d once in each of %s", query.Names(r.Window, query.Owners(rs)),
		p.n-1, count(p.rounds, "round"))
}

func countOf(list []int, v int) int {
	n := 0
	for _, e := range list {
		if e == v {
			n++
		}
	}
	return n
}

// byStart returns the goroutines of the rounds in the order in which main started them.
func byStart(w *traceview.Window) []int32 {
	gs := query.Owners(query.Regions(w, "greet"))
	slices.SortStableFunc(gs, func(a, b int32) int {
		return cmp.Compare(w.Goroutines[a].Created, w.Goroutines[b].Created)
	})
	return gs
}

func orderIsNotThatOfStart(r Recording) Finding {
	const enoughRounds = 20 // if this many rounds are all in order, it is no coincidence
	w, p := r.Window, Params[*fanOut](r)
	inOrder, rounds := 0, slices.Collect(slices.Chunk(byStart(w), p.n))
	for i, gs := range rounds {
		for j := 1; j < len(gs); j++ {
			first, ok1 := query.FirstRun(w, gs[j])
			before, ok2 := query.FirstRun(w, gs[j-1])
			if ok1 && ok2 && first < before {
				f := Finding{Goroutines: query.IDs(w, gs), From: w.Goroutines[gs[0]].Created, To: before}
				_, f.To = query.Extent(query.Lives(w, gs))
				return f.Judged(Holds, "in round %d %s ran %s before %s, which was started earlier",
					i+1, query.Names(w, gs[j:j+1]), length(before.Sub(first)), query.Names(w, gs[j-1:j]))
			}
		}
		inOrder++
	}
	f := FindingAt(w, query.Regions(w, "greet"))
	if inOrder >= enoughRounds && p.n > 1 {
		return f.Judged(Fails, "in all of %d rounds the goroutines ran in the order in which they were started",
			inOrder)
	}
	return f.Judged(Inconclusive, "in %s of %s the goroutines ran in the order in which they were started: that may "+
		"be chance",
		count(inOrder, "round"), count(p.n, "goroutine"))
}

func sharedIDsRepeat(r Recording) Finding {
	rs, p, result := query.Regions(r.Window, "greet"), Params[*fanOut](r), ResultOf[fanOutResult](r)
	f := FindingAt(r.Window, rs)
	for i, ids := range result.Rounds {
		for _, id := range ids {
			if n := countOf(ids, id); n > 1 {
				return f.Judged(Holds, "in round %d the id %d was seen %d times", i+1, id, n)
			}
		}
	}
	if n := p.n * p.rounds; n < 20 || p.n < 2 {
		return f.Judged(Inconclusive, "no id was seen twice by %s in %s: too few to decide", count(p.n, "goroutine"),
			count(p.rounds, "round"))
	}
	return f.Judged(Fails, "no id was seen twice in any of %s of %s", count(p.rounds, "round"), count(p.n, "goroutine"))
}
