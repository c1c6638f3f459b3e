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

// longTogether is how long goroutines must have run at once until it tells something
// that they did not get in each other's way: longer than the host lets one thread
// have a core that another wants.
const longTogether = 20 * time.Millisecond

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
	procs := r.Summary.Stat.Procs.GOMAXPROCS
	switch {
	case result.Got > result.Want:
		return f.judged(Fails, "%s counted to %d, more than the %d increments there were", who, result.Got, result.Want)
	case result.Got < result.Want:
		return f.judged(Holds, "%s lost %d of %d increments, running at the same time for %s",
			who, result.Want-result.Got, result.Want, length(atOnce))
	case len(rs) < 2 || procs < 2 || r.NumCPU < 2:
		return f.judged(Inconclusive, "nothing was lost, but with %s, %s and %s no two increments can meet",
			count(len(rs), "goroutine"), count(procs, "P"), count(r.NumCPU, "core"))
	case atOnce < longTogether:
		return f.judged(Inconclusive, "nothing was lost, but %s ran at the same time for %s only; try a larger --n", who, length(atOnce))
	}
	return f.judged(Fails, "%s lost none of %d increments, though they ran at the same time for %s", who, result.Want, length(atOnce))
}

func waitsForMutex(r Recording) Finding {
	w, rs := r.Window, regionsOf(r.Window, "count")
	f := findingAt(w, rs)
	waits, waited := waitsIn(w, rs, both(waitingFor(w, "sync"), within(w, "sync.(*Mutex).Lock")))
	if waits > 0 {
		return f.judged(Holds, `%s waited for "sync" in sync.(*Mutex).Lock %s, %s in all`,
			names(w, owners(rs)), count(waits, "time"), length(waited))
	}
	if atOnce := together(w, rs); atOnce >= longTogether {
		return f.judged(Fails, "%s never waited for the mutex, though they ran at the same time for %s", names(w, owners(rs)), length(atOnce))
	}
	return f.judged(Inconclusive, "%s never met at the mutex: they ran at the same time for %s only; try a larger --n",
		names(w, owners(rs)), length(together(w, rs)))
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
