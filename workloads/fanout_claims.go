package workloads

import (
	"cmp"
	"slices"

	"schedviz/traceview"
)

// fanOutCaptures tells for which --capture a claim is made.
func fanOutCaptures(which string) func(Recording) bool {
	return func(r Recording) bool { return params[*fanOut](r).capture == which }
}

func eachIDOnce(r Recording) Finding {
	rs, p, result := regionsOf(r.Window, "greet"), params[*fanOut](r), resultOf[fanOutResult](r)
	f := findingAt(r.Window, rs)
	for i, ids := range result.Rounds {
		for id := range p.n {
			if n := countOf(ids, id); n != 1 {
				return f.judged(Fails, "in round %d of %d the id %d was seen %s", i+1, p.rounds, id, count(n, "time"))
			}
		}
	}
	if len(rs) != p.n*p.rounds || len(result.Rounds) != p.rounds {
		return f.judged(Fails, "%s in %s, where %d should be in %d", count(len(rs), "goroutine"), count(len(result.Rounds), "round"), p.n*p.rounds, p.rounds)
	}
	return f.judged(Holds, "%s saw each id from 0 to %d once in each of %s", names(r.Window, owners(rs)), p.n-1, count(p.rounds, "round"))
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
	gs := startedAt(w, "(*fanOut).greet")
	slices.SortStableFunc(gs, func(a, b int32) int {
		return cmp.Compare(w.Goroutines[a].Created, w.Goroutines[b].Created)
	})
	return gs
}

func orderIsNotThatOfStart(r Recording) Finding {
	const enoughRounds = 20 // if all of so many are in order, that is no accident
	w, p := r.Window, params[*fanOut](r)
	inOrder, rounds := 0, slices.Collect(slices.Chunk(byStart(w), p.n))
	for i, gs := range rounds {
		for j := 1; j < len(gs); j++ {
			first, ok1 := firstRun(w, gs[j])
			before, ok2 := firstRun(w, gs[j-1])
			if ok1 && ok2 && first < before {
				f := Finding{Goroutines: ids(w, gs), From: first, To: before}
				return f.judged(Holds, "in round %d %s ran %s before %s, which was started earlier",
					i+1, names(w, gs[j:j+1]), length(before.Sub(first)), names(w, gs[j-1:j]))
			}
		}
		inOrder++
	}
	f := findingAt(w, regionsOf(w, "greet"))
	if inOrder >= enoughRounds && p.n > 1 {
		return f.judged(Fails, "in all of %d rounds the goroutines ran in the order in which they were started", inOrder)
	}
	return f.judged(Inconclusive, "in %s of %s the goroutines ran in the order in which they were started: that can be chance",
		count(inOrder, "round"), count(p.n, "goroutine"))
}

func sharedIDsRepeat(r Recording) Finding {
	rs, p, result := regionsOf(r.Window, "greet"), params[*fanOut](r), resultOf[fanOutResult](r)
	f := findingAt(r.Window, rs)
	for i, ids := range result.Rounds {
		for _, id := range ids {
			if n := countOf(ids, id); n > 1 {
				return f.judged(Holds, "in round %d the id %d was seen %d times", i+1, id, n)
			}
		}
	}
	if n := p.n * p.rounds; n < 20 || p.n < 2 {
		return f.judged(Inconclusive, "no id was seen twice by %s in %s: too few to tell", count(p.n, "goroutine"), count(p.rounds, "round"))
	}
	return f.judged(Fails, "no id was seen twice in any of %s of %s", count(p.rounds, "round"), count(p.n, "goroutine"))
}
