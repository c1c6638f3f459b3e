package summarize

import (
	"schedviz/traceview"
	"schedviz/traceview/classify"
	"schedviz/traceview/internal/grow"
	"schedviz/traceview/internal/sched"
)

// owner is whose goroutine it is.
type owner uint8

// Owners. Goroutines whose start function is not known count as the program's.
const (
	ofProgram owner = iota
	ofSystem        // the runtime's or the recorder's
	numOwners
)

// owners remembers, by the text of a start function, whose goroutines it starts, plus one.
type owners []owner

func (o *owners) of(sy *sched.Symbols, fn int32) owner {
	known := grow.Reach((*[]owner)(o), fn)
	if *known == 0 {
		*known = ofProgram + 1
		if classify.SystemGoroutine(sy.Texts[fn]) {
			*known = ofSystem + 1
		}
	}
	return *known - 1
}

// population counts goroutines by state.
type population struct {
	in                      [traceview.StateDead + 1]int32
	maxRunnable, maxRunning int32
}

func (p *population) enter(st traceview.State) {
	p.in[st]++
	switch st {
	case traceview.StateRunnable:
		p.maxRunnable = max(p.maxRunnable, p.in[st])
	case traceview.StateRunning:
		p.maxRunning = max(p.maxRunning, p.in[st])
	}
}

// ownTotal is the total of the program's goroutines.
type ownTotal struct {
	traceview.GoroutinesStat // without the peaks, which come from a population
	stops                    [traceview.NumPreempts]int64
	migrations               int64
}

func (x *ownTotal) add(r *traceview.GoroutineStat) {
	x.Seen++
	if r.Created != 0 {
		x.Created++
	}
	if r.Ended != 0 {
		x.Exited++
	}
	if r.AliveAtEnd() {
		x.AliveAtEnd++
		x.MainAliveAtEnd = x.MainAliveAtEnd || classify.MainGoroutine(r.Func)
	}
	x.StateNS.Add(r.State)
	x.migrations += r.Migrations
	for kind, n := range r.Preempts {
		x.stops[kind] += n
	}
}

// ownStat returns the figures of the program's goroutines.
func (s *Summarizer) ownStat(sy *sched.Symbols) traceview.OwnStat {
	isOwn := func(fn int32) bool { return s.owners.of(sy, fn) == ofProgram }
	out := traceview.OwnStat{
		Goroutines: s.lives.own.GoroutinesStat,
		Blocking:   blockingStats(s.waits.byReason(isOwn), sy),
		Syscalls:   s.syscalls[ofProgram].Stat(),
		GBetweenP:  s.lives.own.migrations,
		Slices:     s.slices[ofProgram],
		Stops:      s.gc.ownStops(sy),
	}
	out.Goroutines.MaxRunnable, out.Goroutines.MaxRunning = int(s.own.maxRunnable), int(s.own.maxRunning)
	for _, kind := range traceview.Preempts() {
		*out.Preemptions.Counter(kind) = s.lives.own.stops[kind]
	}
	var latency traceview.Histogram
	for fn, h := range s.latencyOf {
		if h != nil && isOwn(int32(fn)) {
			latency.Merge(h)
		}
	}
	out.SchedLatency = latencyStat(&latency, s.firstRun[ofProgram], s.beforeTrace[ofProgram])
	return out
}

// latencyStat returns a distribution of waits for a P as stat --json shows it.
func latencyStat(h *traceview.Histogram, firstRun, beforeTrace traceview.WaitsStat) traceview.LatencyStat {
	l := h.Stat()
	return traceview.LatencyStat{
		Count: l.Count, TotalNS: l.TotalNS, P50NS: l.P50NS, P90NS: int64(h.Quantile(0.9)), P99NS: l.P99NS, MaxNS: l.MaxNS,
		FirstRun: firstRun, BeforeTrace: beforeTrace,
	}
}

// sumWaits adds up waits over owners.
func sumWaits(by [numOwners]traceview.WaitsStat) (sum traceview.WaitsStat) {
	for _, w := range by {
		sum.Count += w.Count
		sum.TotalNS = traceview.SaturatingAdd(sum.TotalNS, w.TotalNS)
	}
	return sum
}

// allSyscalls is the distribution of all system calls.
func (s *Summarizer) allSyscalls() traceview.DurationStat {
	var all traceview.Histogram
	for owner := range s.syscalls {
		all.Merge(&s.syscalls[owner])
	}
	return all.Stat()
}
