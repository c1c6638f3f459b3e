package workloads

import (
	"slices"
	"strconv"
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// roundRuns returns the running spans of a round's goroutines, and how many goroutines it has.
func roundRuns(w *traceview.Window, round traceview.Region) (runs []traceview.Region, goroutines int) {
	var gs []int32
	for _, g := range startedIn(w, "(*goMaxProcs).compute") {
		if at := w.Goroutines[g].Created; round.Start <= at && at < round.End {
			gs = append(gs, g)
		}
	}
	return query.States(w, gs, query.InState(traceview.StateRunning)), len(gs)
}

// asManyAsPs looks for a moment in each round in which as many goroutines run as there are Ps, and for one in which
// more do.
func asManyAsPs(r Recording) Finding {
	w := r.Window
	rounds := query.Regions(w, "round")
	f := FindingAt(w, rounds)
	fullest, short := "", ""
	for _, round := range rounds {
		log, _ := logAt(w, round, "procs")
		procs, err := strconv.Atoi(log.Message)
		if err != nil {
			return f.Judged(Inconclusive, "the trace does not have the GOMAXPROCS of a round")
		}
		runs, goroutines := roundRuns(w, round)
		most, from, to := query.Peak(runs)
		switch {
		case most > procs:
			f = Finding{Goroutines: query.IDs(w, query.Owners(query.OpenAt(runs, from))), From: from, To: to}
			return f.Judged(Fails, "%s ran at once at %s, with GOMAXPROCS=%d", count(most, "goroutine"), r.At(from),
				procs)
		case most < procs:
			short = "at most " + strconv.Itoa(most) + " of " + count(goroutines, "goroutine") + " ran at once on " +
				count(procs, "P")
		}
		if fullest != "" {
			fullest += ", "
		}
		fullest += strconv.Itoa(most) + " of " + strconv.Itoa(procs)
	}
	if short != "" {
		return f.Judged(Inconclusive, "in a round %s, so the limit was never reached", short)
	}
	f.Goroutines = append(f.Goroutines, query.IDs(w, startedIn(w, "(*goMaxProcs).compute"))...)
	return f.Judged(Holds, "in %s goroutines ran at once on %s Ps, and never more", count(len(rounds), "round"), fullest)
}

// roundOf returns the last round with procs Ps.
func roundOf(rounds []procsRound, procs int) (procsRound, bool) {
	for _, round := range slices.Backward(rounds) {
		if round.Procs == procs {
			return round, true
		}
	}
	return procsRound{}, false
}

// hadCores reports whether the process got as many cores as it could use: the host may have given some to other
// processes.
func (round procsRound) hadCores(cores int) bool {
	want := min(round.Procs, cores)
	return float64(round.CPUNS) >= 0.85*float64(want)*float64(round.TookNS)
}

// coresUsed returns the largest number of Ps of any round that does not exceed the host's cores.
func coresUsed(rounds []procsRound, cores int) int {
	most := 1
	for _, round := range rounds {
		if round.Procs <= cores {
			most = max(most, round.Procs)
		}
	}
	return most
}

func morePsAreFaster(r Recording) Finding {
	rounds := ResultOf[[]procsRound](r)
	f := FindingAt(r.Window, query.Regions(r.Window, "round"))
	n := coresUsed(rounds, r.NumCPU)
	one, ok1 := roundOf(rounds, 1)
	many, ok2 := roundOf(rounds, n)
	if p := Params[*goMaxProcs](r); p.goroutines > 0 && p.goroutines < n {
		return f.Judged(Inconclusive, "%s can't use %d Ps", count(p.goroutines, "goroutine"), n)
	}
	if !ok1 || !ok2 || n < 2 {
		return f.Judged(Inconclusive, "there are no two rounds with 1 P and with more, on %s", count(r.NumCPU, "core"))
	}
	speedUp := float64(one.TookNS) / float64(many.TookNS)
	text := "with %d Ps on %s the work took %s and with 1 P %s: %.2f times as fast"
	args := []any{n, count(r.NumCPU, "core"), length(time.Duration(many.TookNS)), length(time.Duration(one.TookNS)), speedUp}
	switch {
	case speedUp >= 1+0.5*float64(n-1):
		return f.Judged(Holds, text, args...)
	case !many.hadCores(r.NumCPU) || !one.hadCores(r.NumCPU):
		return f.Judged(Inconclusive, text+", but the host didn't give it the cores all the time", args...)
	}
	return f.Judged(Fails, text, args...)
}

func notBeyondCores(r Recording) Finding {
	rounds := ResultOf[[]procsRound](r)
	f := FindingAt(r.Window, query.Regions(r.Window, "round"))
	n, beyond := coresUsed(rounds, r.NumCPU), 0
	for _, round := range rounds {
		beyond = max(beyond, round.Procs)
	}
	if p := Params[*goMaxProcs](r); p.goroutines > 0 && p.goroutines < beyond {
		return f.Judged(Inconclusive, "%s can't use %d Ps", count(p.goroutines, "goroutine"), beyond)
	}
	if beyond <= r.NumCPU || n < r.NumCPU {
		return f.Judged(Inconclusive, "there are no two rounds with exactly as many Ps as cores (%d) and with more",
			r.NumCPU)
	}
	just, _ := roundOf(rounds, n)
	more, _ := roundOf(rounds, beyond)
	speedUp := float64(just.TookNS) / float64(more.TookNS)
	text := "with %d Ps the work took %s and with %d, one for each core, %s: %.2f times as fast"
	args := []any{beyond, length(time.Duration(more.TookNS)), n, length(time.Duration(just.TookNS)), speedUp}
	switch {
	case speedUp < 1.3 && more.hadCores(r.NumCPU):
		return f.Judged(Holds, text, args...)
	case !just.hadCores(r.NumCPU) || !more.hadCores(r.NumCPU):
		return f.Judged(Inconclusive, text+", but the host didn't give it the cores all the time", args...)
	}
	return f.Judged(Fails, text, args...)
}
