package workloads

import (
	"slices"
)

// stateUses tells for which --sync a claim is made.
func stateUses(how ...string) func(Recording) bool {
	return func(r Recording) bool { return slices.Contains(how, params[*sharedState](r).sync) }
}

func allWritesArrive(r Recording) Finding {
	rs, p, result := regionsOf(r.Window, "write"), params[*sharedState](r), resultOf[stateResult](r)
	f, want := findingAt(r.Window, rs), p.writers*p.ops
	if result.Written != want || len(rs) != want {
		return f.judged(Fails, "%s in the map and %d in the trace, of %d", count(result.Written, "write"), len(rs), want)
	}
	return f.judged(Holds, "%s, all in the map, by %s", count(want, "write"), names(r.Window, owners(rs)))
}

func readersOverlap(r Recording) Finding {
	rs, p := regionsOf(r.Window, "read"), params[*sharedState](r)
	most, from, to := peak(rs)
	f := Finding{Goroutines: ids(r.Window, owners(openAt(rs, from))), From: from, To: to}
	switch {
	case most > 1:
		return f.judged(Holds, "%d readers had the map at once, for %s in all", most, length(overlapped(rs)))
	case p.readers < 2 || p.hold == 0:
		return f.judged(Inconclusive, "no two readers had the map at once; there were %d, each for %s", p.readers, length(p.hold))
	}
	return f.judged(Fails, "no two of %d readers ever had the map at once", p.readers)
}

func readersAlone(r Recording) Finding {
	return keepsLimit(r, regionsOf(r.Window, "read"), "reader", 1)
}

// writersAlone looks for a moment that two writers share, or a writer and a reader.
func writersAlone(r Recording) Finding {
	w := r.Window
	writes, reads := regionsOf(w, "write"), regionsOf(w, "read")
	if f := keepsLimit(r, writes, "writer", 1); f.Verdict == Fails {
		return f
	}
	for _, write := range writes {
		for _, read := range reads {
			if from, to := max(write.Start, read.Start), min(write.End, read.End); from < to {
				f := Finding{Goroutines: ids(w, []int32{write.G, read.G}), From: from, To: to}
				return f.judged(Fails, "%s wrote while %s read, for %s at %s",
					names(w, []int32{write.G}), names(w, []int32{read.G}), length(to.Sub(from)), r.at(from))
			}
		}
	}
	return findingAt(w, writes).judged(Holds, "none of %s met another, or one of %s", count(len(writes), "write"), count(len(reads), "read"))
}
