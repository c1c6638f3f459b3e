package workloads

import (
	"slices"

	"schedviz/workloads/query"
)

// stateUses restricts a claim to values of --sync.
func stateUses(how ...string) func(Recording) bool {
	return func(r Recording) bool { return slices.Contains(how, Params[*sharedState](r).sync) }
}

func allWritesArrive(r Recording) Finding {
	rs, p, result := query.Regions(r.Window, "write"), Params[*sharedState](r), ResultOf[stateResult](r)
	f, want := FindingAt(r.Window, rs), p.writers*p.ops
	if result.Written != want || len(rs) != want {
		return f.Judged(Fails, "%s in the map and %d in the trace, of %d", count(result.Written, "write"), len(rs),
			want)
	}
	return f.Judged(Holds, "%s, all in the map, by %s", count(want, "write"), query.Names(r.Window, query.Owners(rs)))
}

func readersOverlap(r Recording) Finding {
	rs, p := query.Regions(r.Window, "read"), Params[*sharedState](r)
	most, from, to := query.Peak(rs)
	f := Finding{Goroutines: query.IDs(r.Window, query.Owners(query.OpenAt(rs, from))), From: from, To: to}
	switch {
	case most > 1:
		return f.Judged(Holds, "%d readers had the map at once, for %s in total", most, length(query.Overlap(rs)))
	case p.readers < 2 || p.hold == 0:
		return f.Judged(Inconclusive, "no two readers had the map at once; there were %d, each for %s", p.readers,
			length(p.hold))
	}
	return f.Judged(Fails, "no two of %d readers ever had the map at once", p.readers)
}

func readersAlone(r Recording) Finding {
	return KeepsLimit(r, query.Regions(r.Window, "read"), "reader", 1)
}

// writersAlone looks for a moment when two writers overlap, or a writer and a reader.
func writersAlone(r Recording) Finding {
	w := r.Window
	writes, reads := query.Regions(w, "write"), query.Regions(w, "read")
	if f := KeepsLimit(r, writes, "writer", 1); f.Verdict == Fails {
		return f
	}
	for _, write := range writes {
		for _, read := range reads {
			if from, to := max(write.Start, read.Start), min(write.End, read.End); from < to {
				f := Finding{Goroutines: query.IDs(w, []int32{write.G, read.G}), From: from, To: to}
				return f.Judged(Fails, "%s wrote while %s read, for %s at %s",
					query.Names(w, []int32{write.G}), query.Names(w, []int32{read.G}), length(to.Sub(from)), r.At(from))
			}
		}
	}
	return FindingAt(w, writes).Judged(Holds, "none of %s overlapped another, or any of %s", count(len(writes), "write"),
		count(len(reads), "read"))
}
