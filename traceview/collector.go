package traceview

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"schedviz/traceview/classify"
)

// collector adds up what garbage collection and stop-the-worlds do and cost.
type collector struct {
	cycles           []Interval // the longest of them
	cycleCount       int64
	stops            map[int32]*Histogram // by the range's name
	longest          Interval             // of the stops
	workers, assists time.Duration
	assisting        map[int32]Time // goroutines in an assist, since when
	stoppedGs        time.Duration
	busy             busyTime // for the MMU
	assistWall       time.Duration
	worker           int32 // text of classify.GCWorker, 0 until it is seen
}

func newCollector() collector {
	return collector{stops: make(map[int32]*Histogram), assisting: make(map[int32]Time), busy: busyTime{max: keptBusy}}
}

// ran takes a running span.
func (c *collector) ran(m *machine, sp *span) {
	if len(c.assisting) > 0 {
		if since, ok := c.assisting[sp.g]; ok {
			c.assisted(max(since, sp.since), sp.end)
		}
	}
	fn := m.gs.at(sp.g).fn
	if fn == 0 {
		return
	}
	if c.worker == 0 && m.symbols.texts[fn] == classify.GCWorker {
		c.worker = fn
	}
	if fn == c.worker {
		c.workers = plus(c.workers, sp.end.Sub(sp.since))
		c.busy.add(busySpan{start: sp.since, end: sp.end, ps: 1})
	}
}

func (c *collector) assisted(start, end Time) {
	if end > start {
		c.assists = plus(c.assists, end.Sub(start))
		c.busy.add(busySpan{start: start, end: end, ps: 1})
	}
}

func (c *collector) rangeBegin(m *machine, r openRange) {
	if m.symbols.texts[r.name] == rangeAssist && r.g >= 0 {
		c.assisting[r.g] = r.start
	}
}

func (c *collector) rangeEnd(m *machine, r openRange, end Time) {
	switch name := m.symbols.texts[r.name]; {
	case name == rangeGC:
		c.cycle(Interval{r.start, end})
	case name == rangeAssist:
		if since, ok := c.assisting[r.g]; ok && m.gs.at(r.g).state == StateRunning {
			c.assisted(max(since, m.gs.at(r.g).since), end)
		}
		delete(c.assisting, r.g)
		c.assistWall = plus(c.assistWall, end.Sub(r.start))
	case m.isSTW(r.name):
		h := c.stop(r.name)
		if len(c.stops) == 1 && h.Count() == 0 || end.Sub(r.start) > c.longest.End.Sub(c.longest.Start) {
			c.longest = Interval{r.start, end}
		}
		h.Add(end.Sub(r.start))
		c.busy.add(busySpan{start: r.start, end: end, all: 1})
	}
}

// stop returns the distribution of the stops of that name.
func (c *collector) stop(name int32) *Histogram {
	if c.stops[name] == nil && len(c.stops) >= keptReasons {
		name = textOthers
	}
	if c.stops[name] == nil {
		c.stops[name] = new(Histogram)
	}
	return c.stops[name]
}

// cycle takes a mark phase. Of very many it keeps the longest.
func (c *collector) cycle(i Interval) {
	c.cycleCount++
	c.cycles = append(c.cycles, i)
	if len(c.cycles) < 2*keptCycles {
		return
	}
	slices.SortStableFunc(c.cycles, func(a, b Interval) int { return cmp.Compare(b.End.Sub(b.Start), a.End.Sub(a.Start)) })
	c.cycles = c.cycles[:keptCycles]
}

func (c *collector) stat() GCStat {
	st := GCStat{Cycles: c.cycleCount, AssistTotalNS: int64(c.assistWall)}
	for _, h := range c.stops {
		st.STWCount += h.Count()
		st.STWTotalNS = plus(st.STWTotalNS, int64(h.Total()))
		st.STWMaxNS = max(st.STWMaxNS, int64(h.Max()))
	}
	return st
}

func (c *collector) detail(m *machine, procs int) GCDetail {
	d := GCDetail{
		Cycles: slices.Clone(c.cycles), LongestStop: c.longest,
		Workers: c.workers, Assists: c.assists, Stopped: c.stoppedGs,
		MMU: mmu(c.busy, m.start, m.now, procs),
	}
	slices.SortFunc(d.Cycles, func(a, b Interval) int { return cmp.Compare(a.Start, b.Start) })
	for name, h := range c.stops {
		reason := strings.TrimSuffix(strings.TrimPrefix(m.symbols.texts[name], rangeSTW+" ("), ")")
		d.Stops = append(d.Stops, StopStat{Reason: reason, DurationStat: h.Stat()})
	}
	slices.SortFunc(d.Stops, func(a, b StopStat) int {
		return cmp.Or(cmp.Compare(b.TotalNS, a.TotalNS), cmp.Compare(a.Reason, b.Reason))
	})
	return d
}

// mmu computes the minimum mutator utilization over windows from a microsecond
// to the trace's length. Utilization is a step function of time, so the worst
// window of any length begins or ends where it steps.
func mmu(busy busyTime, start, end Time, procs int) []MMUPoint {
	if procs <= 0 || end <= start {
		return nil
	}
	u := utilization(busy, start, end, procs)
	var out []MMUPoint
	length := end.Sub(start)
	for unit := time.Microsecond; ; unit *= 10 {
		for _, k := range []time.Duration{1, 2, 5} {
			if k*unit >= length {
				return append(out, MMUPoint{length, u.worst(length)})
			}
			out = append(out, MMUPoint{k * unit, u.worst(k * unit)})
		}
	}
}

// steps is a step function of time: from at[i] on, the share of the Ps' time that
// is left to the program is level[i]; done[i] is its integral up to at[i], in ns.
type steps struct {
	at    []Time
	level []float64
	done  []float64
}

func utilization(busy busyTime, start, end Time, procs int) steps {
	changes := busy.changes()
	u := steps{at: []Time{start}, level: []float64{1}, done: []float64{0}}
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

func (u *steps) step(at Time, level float64) {
	n := len(u.at) - 1
	done := u.done[n] + u.level[n]*float64(at-u.at[n])
	if at == u.at[n] {
		u.level[n] = level
		return
	}
	u.at, u.level, u.done = append(u.at, at), append(u.level, level), append(u.done, done)
}

// worst returns the smallest mean level over any window of that length.
func (u *steps) worst(window time.Duration) float64 {
	first, last := u.at[0], u.at[len(u.at)-1]
	least := 1.0
	i, j := 0, 0 // steps in which the windows' far ends are
	for k, at := range u.at {
		if end := at + Time(window); end <= last {
			var sum float64
			sum, i = u.upTo(end, i)
			least = min(least, (sum-u.done[k])/float64(window))
		}
		if begin := at - Time(window); begin >= first {
			var sum float64
			sum, j = u.upTo(begin, j)
			least = min(least, (u.done[k]-sum)/float64(window))
		}
	}
	return max(least, 0)
}

// upTo returns the integral up to t, which is at or behind step i, and t's step.
func (u *steps) upTo(t Time, i int) (float64, int) {
	for i+1 < len(u.at) && u.at[i+1] <= t {
		i++
	}
	return u.done[i] + u.level[i]*float64(t-u.at[i]), i
}
