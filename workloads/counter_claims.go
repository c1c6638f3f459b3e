package workloads

import (
	"fmt"
	"slices"
	"time"

	"schedviz/workloads/query"
)

// counterUses restricts a claim to values of --sync.
func counterUses(how ...string) func(Recording) bool {
	return func(r Recording) bool { return slices.Contains(how, Params[*counter](r).sync) }
}

// longOnCores is how long goroutines must have been on two cores at once before the absence of a collision means
// something. It excludes the time in which they only wait for one another to start, at most 20 ms.
const longOnCores = 50 * time.Millisecond

// want returns the exact sum.
func (p *counter) want() (n int64) {
	for _, way := range p.ways() {
		n += int64(p.goroutines) * int64(p.times(way))
	}
	return n
}

func sumIsExact(r Recording) Finding {
	rs, result, p := query.Regions(r.Window, "count"), ResultOf[counterResult](r), Params[*counter](r)
	f, who := FindingAt(r.Window, rs), query.Names(r.Window, query.Owners(rs))
	if want := p.want(); result.Got != want {
		return f.Judged(Fails, "%s counted to %d, not to %d", who, result.Got, want)
	}
	return f.Judged(Holds, "%s counted to %d, as they should, in %s", who, result.Got, length(f.To.Sub(f.From)))
}

func updatesAreLost(r Recording) Finding {
	rs, result := query.Regions(r.Window, "count"), ResultOf[counterResult](r)
	f, who := FindingAt(r.Window, rs), query.Names(r.Window, query.Owners(rs))
	atOnce := query.RunningAtOnce(r.Window, rs)
	procs, onCores := r.Summary.Stat.Procs.GOMAXPROCS, time.Duration(result.OnCoresNS)
	switch {
	case result.Got > result.Want:
		return f.Judged(Fails, "%s counted to %d, more than the %d increments there were", who, result.Got, result.Want)
	case result.Got < result.Want && atOnce == 0:
		return f.Judged(Holds, "%s lost %d of %d increments, though they never ran at the same time: one was stopped "+
			"between reading and writing back", who, result.Want-result.Got, result.Want)
	case result.Got < result.Want:
		return f.Judged(Holds, "%s lost %d of %d increments, running at the same time for %s",
			who, result.Want-result.Got, result.Want, length(atOnce))
	case len(rs) < 2 || procs < 2 || r.NumCPU < 2:
		return f.Judged(Inconclusive, "nothing was lost, but with %s, %s and %s no two increments can meet",
			count(len(rs), "goroutine"), count(procs, "P"), count(r.NumCPU, "core"))
	case onCores < longOnCores:
		return f.Judged(Inconclusive, "nothing was lost; %s ran at the same time for %s, on two cores for at least %s "+
			"of it; try a larger --n",
			who, length(atOnce), length(onCores))
	}
	return f.Judged(Fails, "%s lost none of %d increments, though they were on two cores at once for %s", who,
		result.Want, length(onCores))
}

func waitsForMutex(r Recording) Finding {
	w, rs := r.Window, query.Regions(r.Window, "count")
	f := FindingAt(w, rs)
	waits, waited := query.CountIn(w, rs,
		query.Both(query.WaitingFor(w, "sync"), query.Within(w, "sync.(*Mutex).Lock")))
	if waits > 0 {
		return f.Judged(Holds, `%s waited for "sync" in sync.(*Mutex).Lock %s, %s in total`,
			query.Names(w, query.Owners(rs)), count(waits, "time"), length(waited))
	}
	who, onCores := query.Names(w, query.Owners(rs)), time.Duration(ResultOf[counterResult](r).OnCoresNS)
	if onCores >= longOnCores {
		return f.Judged(Fails, "%s never waited for the mutex, though they were on two cores at once for %s", who,
			length(onCores))
	}
	return f.Judged(Inconclusive, "%s never waited for the mutex; they ran at the same time for %s, on two "+
		"cores for at least %s of it; try a larger --n",
		who, length(query.RunningAtOnce(w, rs)), length(onCores))
}

// waitsForChannel expects waits on both sides of an unbuffered channel: for each increment, the side that arrives
// first must wait for the other.
func waitsForChannel(r Recording) Finding {
	w, rs := r.Window, query.Regions(r.Window, "count")
	f := FindingAt(w, rs)
	sends, sending := query.CountIn(w, rs, query.WaitingFor(w, "chan send"))
	owner := query.Spans(w, startedIn(w, "(*counter).own"), query.WaitingFor(w, "chan receive"))
	v := Holds
	if sends+len(owner) == 0 {
		v = Fails
	} else if sends == 0 || len(owner) == 0 {
		v = Inconclusive
	}
	return f.Judged(v, `%s waited %s for "chan send", %s in total, and the owner of the counter %s for "chan receive"`,
		query.Names(w, query.Owners(rs)), count(sends, "time"), length(sending), count(len(owner), "time"))
}

// remediesCost compares the time per increment. Differences below a fifth are nothing on a host that does other things
// as well.
func remediesCost(r Recording) Finding {
	const enough = 1000 // increments
	p, rs, cost := Params[*counter](r), query.Regions(r.Window, "count"), ResultOf[counterResult](r).Costs
	f := FindingAt(r.Window, rs)
	text := fmt.Sprintf("an increment took %.1f ns with an atomic, %.1f ns with a mutex and %s with a channel",
		cost["atomic"], cost["mutex"], length(time.Duration(cost["channel"])))
	clear := func(less, more string) bool { return 1.2*cost[less] < cost[more] }
	switch {
	case len(cost) < 3:
		return f.Judged(Inconclusive, "only %s measured", count(len(cost), "remedy"))
	case p.times("channel")*p.goroutines < enough:
		return f.Judged(Inconclusive, "%s: %d increments are too few to compare", text, p.times("channel")*p.goroutines)
	case clear("atomic", "mutex") && clear("mutex", "channel"):
		return f.Judged(Holds, "%s", text)
	case clear("mutex", "atomic") || clear("channel", "mutex"):
		return f.Judged(Fails, "%s", text)
	}
	return f.Judged(Inconclusive, "%s: too close to decide", text)
}
