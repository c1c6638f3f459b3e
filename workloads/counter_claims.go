package workloads

import (
	"slices"
	"time"

	"schedviz/traceview"
)

// counterUses tells for which --sync a claim is made.
func counterUses(how ...string) func(Recording) bool {
	return func(r Recording) bool { return slices.Contains(how, params[*counter](r).sync) }
}

// longOnCores is how long goroutines must have been on two cores at once until it
// tells something that they did not get in each other's way. It leaves out the time
// in which they only wait for one another to begin, 20 ms at most.
const longOnCores = 50 * time.Millisecond

func sumIsExact(r Recording) Finding {
	rs, result, p := regionsOf(r.Window, "count"), resultOf[counterResult](r), params[*counter](r)
	f, who := findingAt(r.Window, rs), names(r.Window, owners(rs))
	if want := int64(p.goroutines) * int64(p.n); result.Got != want {
		return f.judged(Fails, "%s counted to %d, not to %d", who, result.Got, want)
	}
	return f.judged(Holds, "%s counted to %d, as they should, in %s", who, result.Got, length(f.To.Sub(f.From)))
}

func updatesAreLost(r Recording) Finding {
	rs, result := regionsOf(r.Window, "count"), resultOf[counterResult](r)
	f, who, atOnce := findingAt(r.Window, rs), names(r.Window, owners(rs)), together(r.Window, rs)
	procs, onCores := r.Summary.Stat.Procs.GOMAXPROCS, time.Duration(result.OnCoresNS)
	switch {
	case result.Got > result.Want:
		return f.judged(Fails, "%s counted to %d, more than the %d increments there were", who, result.Got, result.Want)
	case result.Got < result.Want:
		return f.judged(Holds, "%s lost %d of %d increments, running at the same time for %s",
			who, result.Want-result.Got, result.Want, length(atOnce))
	case len(rs) < 2 || procs < 2 || r.NumCPU < 2:
		return f.judged(Inconclusive, "nothing was lost, but with %s, %s and %s no two increments can meet",
			count(len(rs), "goroutine"), count(procs, "P"), count(r.NumCPU, "core"))
	case onCores < longOnCores:
		return f.judged(Inconclusive, "nothing was lost; %s ran at the same time for %s, surely on two cores for %s of it; try a larger --n",
			who, length(atOnce), length(onCores))
	}
	return f.judged(Fails, "%s lost none of %d increments, though they were on two cores at once for %s", who, result.Want, length(onCores))
}

func waitsForMutex(r Recording) Finding {
	w, rs := r.Window, regionsOf(r.Window, "count")
	f := findingAt(w, rs)
	waits, waited := waitsIn(w, rs, both(waitingFor(w, "sync"), within(w, "sync.(*Mutex).Lock")))
	if waits > 0 {
		return f.judged(Holds, `%s waited for "sync" in sync.(*Mutex).Lock %s, %s in all`,
			names(w, owners(rs)), count(waits, "time"), length(waited))
	}
	who, onCores := names(w, owners(rs)), time.Duration(resultOf[counterResult](r).OnCoresNS)
	if onCores >= longOnCores {
		return f.judged(Fails, "%s never waited for the mutex, though they were on two cores at once for %s", who, length(onCores))
	}
	return f.judged(Inconclusive, "%s never waited for the mutex; they ran at the same time for %s, surely on two cores for %s of it; try a larger --n",
		who, length(together(w, rs)), length(onCores))
}

// waitsForChannel expects waits on both sides of an unbuffered channel: for each
// increment, whoever comes first must wait for the other.
func waitsForChannel(r Recording) Finding {
	w, rs := r.Window, regionsOf(r.Window, "count")
	f := findingAt(w, rs)
	sends, sending := waitsIn(w, rs, waitingFor(w, "chan send"))
	owner := spansOf(w, startedAt(w, "(*counter).own"), waitingFor(w, "chan receive"))
	v := Holds
	if sends+len(owner) == 0 {
		v = Fails
	} else if sends == 0 || len(owner) == 0 {
		v = Inconclusive
	}
	return f.judged(v, `%s waited %s for "chan send", %s in all, and the owner of the counter %s for "chan receive"`,
		names(w, owners(rs)), count(sends, "time"), length(sending), count(len(owner), "time"))
}

// waitsIn counts the spans in the regions that match, and adds them up.
func waitsIn(w *traceview.Window, rs []traceview.Region, match func(traceview.Span) bool) (n int, sum time.Duration) {
	for _, r := range rs {
		for s := range spansIn(w, r.G, r.Start, r.End) {
			if match(s) {
				n++
				sum += s.Dur()
			}
		}
	}
	return n, sum
}
