package summarize

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/classify"
	"schedviz/traceview/internal/sched"
)

// gcStats adds up what garbage collection and stop-the-worlds did and what they cost.
type gcStats struct {
	cycles           []traceview.Interval // the longest ones
	cycleCount       int64
	stops            map[int32]*traceview.Histogram // by the range's name
	longestStop      traceview.Interval             // of the stops
	workers, assists time.Duration
	assisting        map[int32]traceview.Time // by goroutine: since when it has been in a mark assist
	stoppedGs        time.Duration
	busy             busyTime // for the MMU
	assistWall       time.Duration
	worker           int32 // the text of classify.GCWorker, 0 until it is seen
}

func newGCStats() gcStats {
	return gcStats{
		stops: make(map[int32]*traceview.Histogram), assisting: make(map[int32]traceview.Time),
		busy: busyTime{max: keptBusy},
	}
}

// ran adds a running span.
func (c *gcStats) ran(m *sched.Machine, sp *sched.Span) {
	if len(c.assisting) > 0 {
		if since, ok := c.assisting[sp.G]; ok {
			c.assisted(max(since, sp.Since), sp.End)
		}
	}
	fn := m.Gs.At(sp.G).Func
	if fn == 0 {
		return
	}
	if c.worker == 0 && m.Symbols.Texts[fn] == classify.GCWorker {
		c.worker = fn
	}
	if fn == c.worker {
		c.workers = traceview.SaturatingAdd(c.workers, sp.End.Sub(sp.Since))
		c.busy.add(busySpan{start: sp.Since, end: sp.End, ps: 1})
	}
}

func (c *gcStats) assisted(start, end traceview.Time) {
	if end > start {
		c.assists = traceview.SaturatingAdd(c.assists, end.Sub(start))
		c.busy.add(busySpan{start: start, end: end, ps: 1})
	}
}

func (c *gcStats) rangeBegin(m *sched.Machine, r sched.OpenRange) {
	if m.Symbols.Texts[r.Name] == traceview.RangeAssist && r.G >= 0 {
		c.assisting[r.G] = r.Start
	}
}

func (c *gcStats) rangeEnd(m *sched.Machine, r sched.OpenRange, end traceview.Time) {
	switch name := m.Symbols.Texts[r.Name]; {
	case name == traceview.RangeGC:
		c.cycle(traceview.Interval{Start: r.Start, End: end})
	case name == traceview.RangeAssist:
		if since, ok := c.assisting[r.G]; ok && m.Gs.At(r.G).State == traceview.StateRunning {
			c.assisted(max(since, m.Gs.At(r.G).Since), end)
		}
		delete(c.assisting, r.G)
		c.assistWall = traceview.SaturatingAdd(c.assistWall, end.Sub(r.Start))
	case m.IsSTW(r.Name):
		if !classify.TracerStop(stopReason(name)) &&
			(c.longestStop.End == 0 || end.Sub(r.Start) > c.longestStop.End.Sub(c.longestStop.Start)) {
			c.longestStop = traceview.Interval{Start: r.Start, End: end}
		}
		c.stop(r.Name).Add(end.Sub(r.Start))
		c.busy.add(busySpan{start: r.Start, end: end, all: 1})
	}
}

// stop returns the distribution of the stops of that name.
func (c *gcStats) stop(name int32) *traceview.Histogram {
	if c.stops[name] == nil && len(c.stops) >= keptReasons {
		name = sched.TextOthers
	}
	if c.stops[name] == nil {
		c.stops[name] = new(traceview.Histogram)
	}
	return c.stops[name]
}

// cycle adds a mark phase. If there are very many, the longest are kept.
func (c *gcStats) cycle(i traceview.Interval) {
	c.cycleCount++
	c.cycles = append(c.cycles, i)
	if len(c.cycles) < 2*keptCycles {
		return
	}
	slices.SortStableFunc(c.cycles, func(a, b traceview.Interval) int {
		return cmp.Compare(b.End.Sub(b.Start), a.End.Sub(a.Start))
	})
	c.cycles = c.cycles[:keptCycles]
}

// stopReason is the reason for a stop-the-world, given its range's name.
func stopReason(name string) string {
	return strings.TrimSuffix(strings.TrimPrefix(name, traceview.RangeSTW+" ("), ")")
}

// ownStops is the distribution of the stops that the program or the runtime caused, not the tracer.
func (c *gcStats) ownStops(sy *sched.Symbols) traceview.DurationStat {
	var own traceview.Histogram
	for name, h := range c.stops {
		if !classify.TracerStop(stopReason(sy.Texts[name])) {
			own.Merge(h)
		}
	}
	return own.Stat()
}

func (c *gcStats) stat() traceview.GCStat {
	st := traceview.GCStat{Cycles: c.cycleCount, AssistTotalNS: int64(c.assistWall)}
	for _, h := range c.stops {
		st.STWCount += h.Count()
		st.STWTotalNS = traceview.SaturatingAdd(st.STWTotalNS, int64(h.Total()))
		st.STWMaxNS = max(st.STWMaxNS, int64(h.Max()))
	}
	return st
}

func (c *gcStats) detail(m *sched.Machine, procs int) traceview.GCDetail {
	d := traceview.GCDetail{
		Cycles: slices.Clone(c.cycles), LongestStop: c.longestStop,
		Workers: c.workers, Assists: c.assists, Stopped: c.stoppedGs,
		MMU: mmu(c.busy, m.Start, m.Now, procs),
	}
	slices.SortFunc(d.Cycles, func(a, b traceview.Interval) int { return cmp.Compare(a.Start, b.Start) })
	for name, h := range c.stops {
		d.Stops = append(d.Stops, traceview.StopStat{Reason: stopReason(m.Symbols.Texts[name]), DurationStat: h.Stat()})
	}
	slices.SortFunc(d.Stops, func(a, b traceview.StopStat) int {
		return cmp.Or(cmp.Compare(b.TotalNS, a.TotalNS), cmp.Compare(a.Reason, b.Reason))
	})
	return d
}

// mmu computes the minimum mutator utilization for windows from a microsecond to the trace's
// length. Utilization is a step function of time, so the worst window of any length begins or ends
// at a step.
func mmu(busy busyTime, start, end traceview.Time, procs int) []traceview.MMUPoint {
	if procs <= 0 || end <= start {
		return nil
	}
	u := utilization(busy, start, end, procs)
	var out []traceview.MMUPoint
	length := end.Sub(start)
	for unit := time.Microsecond; ; unit *= 10 {
		for _, k := range []time.Duration{1, 2, 5} {
			if k*unit >= length {
				return append(out, traceview.MMUPoint{Window: length, Utilization: u.worst(length)})
			}
			out = append(out, traceview.MMUPoint{Window: k * unit, Utilization: u.worst(k * unit)})
		}
	}
}

// steps is a step function of time: from at[i] on, level[i] is the share of the Ps' time left to
// the program; done[i] is the integral up to at[i], in ns.
type steps struct {
	at    []traceview.Time
	level []float64
	done  []float64
}

func utilization(busy busyTime, start, end traceview.Time, procs int) steps {
	changes := busy.changes()
	u := steps{at: []traceview.Time{start}, level: []float64{1}, done: []float64{0}}
	ps, all := 0.0, 0.0
	for i, c := range changes {
		ps, all = ps+c.ps, all+c.all
		if i+1 < len(changes) && changes[i+1].at == c.at {
			continue
		}
		u.step(c.at, max(0, 1-all)*min(1, max(0, 1-ps/float64(procs))))
	}
	u.step(end, 1)
	return u
}

func (u *steps) step(at traceview.Time, level float64) {
	n := len(u.at) - 1
	done := u.done[n] + u.level[n]*float64(at-u.at[n])
	if at == u.at[n] {
		u.level[n] = level
		return
	}
	u.at, u.level, u.done = append(u.at, at), append(u.level, level), append(u.done, done)
}

// worst returns the smallest mean level over all windows of that length.
func (u *steps) worst(window time.Duration) float64 {
	first, last := u.at[0], u.at[len(u.at)-1]
	least := 1.0
	i, j := 0, 0 // steps that contain the windows' far ends
	for k, at := range u.at {
		if end := at + traceview.Time(window); end <= last {
			var sum float64
			sum, i = u.upTo(end, i)
			least = min(least, (sum-u.done[k])/float64(window))
		}
		if begin := at - traceview.Time(window); begin >= first {
			var sum float64
			sum, j = u.upTo(begin, j)
			least = min(least, (u.done[k]-sum)/float64(window))
		}
	}
	return max(least, 0)
}

// upTo returns the integral up to t, which is not before step i, and the step of t.
func (u *steps) upTo(t traceview.Time, i int) (float64, int) {
	for i+1 < len(u.at) && u.at[i+1] <= t {
		i++
	}
	return u.done[i] + u.level[i]*float64(t-u.at[i]), i
}
