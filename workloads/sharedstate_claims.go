package workloads

import (
	"slices"
	"time"

	"schedviz/workloads/query"
)

// stateUses restricts a claim to values of --sync.
func stateUses(how ...string) func(Recording) bool {
	return func(r Recording) bool { return slices.Contains(how, Params[*sharedState](r).sync) }
}

func allWritesArrive(r Recording) Finding {
	rs, p, result := query.Regions(r.Window, "write"), Params[*sharedState](r), ResultOf[stateResult](r)
	f, want := FindingAt(r.Window, rs), len(p.ways())*p.writers*p.ops
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
	if p := Params[*sharedState](r); p.readers < 2 || p.hold == 0 {
		return inconclusive("%s, each with the map for %s, could hardly meet", count(p.readers, "reader"), length(p.hold))
	}
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
	if len(query.Owners(append(writes, reads...))) < 2 {
		return inconclusive("only one goroutine used the map")
	}
	return FindingAt(w, writes).Judged(Holds, "none of %s overlapped another, or any of %s", count(len(writes), "write"),
		count(len(reads), "read"))
}

func onlyOwnerUses(r Recording) Finding {
	w := r.Window
	rs := append(query.Regions(w, "write"), query.Regions(w, "read")...)
	f, users, owners := FindingAt(w, rs), query.Owners(rs), startedIn(w, "(*sharedState).own")
	if slices.Equal(users, owners) && len(owners) == 1 {
		return f.Judged(Holds, "%s made all of %s and %s for the others", query.Names(w, owners),
			count(len(query.Regions(w, "write")), "write"), count(len(query.Regions(w, "read")), "read"))
	}
	return f.Judged(Fails, "%s used the map: %s", count(len(users), "goroutine"), query.Names(w, users))
}

// mutexIsFaster compares the time per read or write. Differences below a fifth are nothing on a host that does other
// things as well.
func mutexIsFaster(r Recording) Finding {
	cost, rs := ResultOf[stateResult](r).Costs, query.Regions(r.Window, "write")
	ns := func(way string) string { return length(time.Duration(cost[way])) }
	text := "a read or write took " + ns("mutex") + " with a mutex, " + ns("rwmutex") + " with a read-write mutex and " +
		ns("channel") + " by way of the owner"
	f := FindingAt(r.Window, rs)
	switch {
	case len(cost) < 3:
		return f.Judged(Inconclusive, "not all of them were measured")
	case cost["channel"] > 1.2*cost["mutex"]:
		return f.Judged(Holds, "%s", text)
	case cost["mutex"] > 1.2*cost["channel"]:
		return f.Judged(Fails, "%s", text)
	}
	return f.Judged(Inconclusive, "%s: too close to decide; try --hold 0s", text)
}
