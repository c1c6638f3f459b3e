package traceview

import (
	"cmp"
	"context"
	"math"
	"slices"
	"time"
)

// Summarize reads the whole trace and adds it up. It returns early with ctx's error.
func (f *File) Summarize(ctx context.Context) (*Summary, error) {
	s := newSummarizer()
	rd, err := f.read(ctx, math.MinInt64, math.MaxInt64, s)
	if err != nil {
		return nil, err
	}
	return f.summary(rd, s), nil
}

// Overview does what Summarize and Window over the whole trace do, reading it once.
func (f *File) Overview(ctx context.Context, maxSpans int) (*Summary, *Window, error) {
	s, w := newSummarizer(), newWindower(math.MinInt64, math.MaxInt64, maxSpans)
	rd, err := f.read(ctx, math.MinInt64, math.MaxInt64, s, w)
	if err != nil {
		return nil, nil, err
	}
	return f.summary(rd, s), w.window(rd.m), nil
}

func (f *File) summary(rd *reading, s *summarizer) *Summary {
	sum := s.summary(rd.m)
	lost, complete, warnings := f.losses(rd)
	sum.Stat.Trace = TraceStat{
		File: f.name, Bytes: f.size, GoVersion: f.version.String(),
		Events: rd.m.events, Generations: rd.gens,
		StartNS: int64(rd.m.start), EndNS: int64(rd.m.now), DurationNS: int64(rd.m.now - rd.m.start),
		Complete: complete, LostBytes: lost, Warnings: append([]string{}, warnings...),
	}
	return sum
}

// summarizer is the sink that adds up a trace.
type summarizer struct {
	gs     []gTotal // by the machine's number
	counts [StateDead + 1]int32

	created, exited         int
	maxRunnable, maxRunning int32
	preempts                [numPreempts]int64
	latency, slices         Histogram
	firstRun                FirstRunStat
	syscalls                Histogram
	blocking                map[int32]*Histogram // by reason
	blocks                  siteIndex[blockKey, blockSite]
	sites                   siteIndex[preemptKey, PreemptSite]
	siteOf                  map[uint64]int32 // kind and stack → sites
	migrations              MigrationsStat
	gc                      GCStat
	capacity                capacity
	running                 time.Duration

	gr       *grid
	states   [StateDead]*load
	runnable *peak
	procs    map[ProcID]*load
	heap     *latest
}

// gTotal is what one goroutine adds up to.
type gTotal struct {
	ns                   [StateDead]int64
	runs, migrations     int64
	maxSlice, maxLatency time.Duration
	preempts             *[numPreempts]int64 // nil until the first
	wait                 time.Duration       // since it was preempted
	site                 int32               // where it was preempted, +1; 0 while it was not
	seen                 bool
}

type blockSite struct {
	reason, stack int32
	count         int64
	total, max    time.Duration
}

func newSummarizer() *summarizer {
	return &summarizer{
		blocking: make(map[int32]*Histogram),
		siteOf:   make(map[uint64]int32),
		procs:    make(map[ProcID]*load),
	}
}

// siteIndex lists sites and finds them by key.
type siteIndex[K comparable, T any] struct {
	list  []T
	index map[K]int32
}

// blockKey and preemptKey tell one site from another.
type (
	blockKey   struct{ reason, stack int32 }
	preemptKey struct {
		kind  Preempt
		where Frame
	}
)

func (s *summarizer) goroutine(m *machine, g int32) {
	if s.gr == nil {
		s.begin(m)
	}
	for int(g) >= len(s.gs) {
		s.gs = append(s.gs, gTotal{})
	}
	s.gs[g].seen = true
	if m.gs[g].created != 0 {
		s.created++
	}
	s.enter(m, m.gs[g].state)
}

func (s *summarizer) begin(m *machine) {
	s.gr = &grid{start: m.start, step: seriesFinest}
	for st := range s.states {
		s.states[st] = newLoad(s.gr)
	}
	s.runnable, s.heap = newPeak(s.gr), newLatest(s.gr)
}

// enter counts a goroutine that is now in state st.
func (s *summarizer) enter(m *machine, st State) {
	s.counts[st]++
	n := s.counts[st]
	switch st {
	case StateRunnable:
		s.maxRunnable = max(s.maxRunnable, n)
		s.runnable.set(m.now, n)
	case StateRunning:
		s.maxRunning = max(s.maxRunning, n)
	case StateDead:
		s.exited++
	}
}

func (s *summarizer) span(m *machine, sp *span) {
	dur := sp.end.Sub(sp.start)
	g := &s.gs[sp.g]
	g.ns[sp.state] += int64(dur)
	s.states[sp.state].add(sp.start, sp.end)
	ended := sp.to != StateUnknown
	switch sp.state {
	case StateRunning:
		s.ran(m, sp, g, dur, ended)
	case StateRunnable:
		g.wait += dur
		if ended {
			s.waitedForP(sp, g, dur)
		}
	case StateWaiting:
		g.wait += dur
		if ended && sp.begun && sp.reason != 0 {
			s.blocked(sp, dur)
		}
	case StateSyscall:
		if ended && sp.begun && sp.ran {
			s.syscalls.Add(dur)
		}
	}
	if ended {
		s.counts[sp.state]--
		if sp.state == StateRunnable {
			s.runnable.set(m.now, s.counts[StateRunnable])
		}
		s.enter(m, sp.to)
	}
}

// ran takes a running span.
func (s *summarizer) ran(m *machine, sp *span, g *gTotal, dur time.Duration, ended bool) {
	g.runs++
	g.maxSlice = max(g.maxSlice, dur)
	if sp.moved {
		g.migrations++
		s.migrations.GBetweenP++
	}
	if sp.p != NoP {
		s.running += dur
		p := s.procs[sp.p]
		if p == nil {
			p = newLoad(s.gr)
			s.procs[sp.p] = p
		}
		p.add(sp.start, sp.end)
	}
	if !ended {
		return
	}
	if sp.begun {
		s.slices.Add(dur)
	}
	if sp.preempt != NotPreempted {
		s.preempted(m, sp, g, dur)
	}
}

// preempted takes the end of a running span that was not the goroutine's own wish to wait.
func (s *summarizer) preempted(m *machine, sp *span, g *gTotal, slice time.Duration) {
	s.preempts[sp.preempt]++
	if g.preempts == nil {
		g.preempts = new([numPreempts]int64)
	}
	g.preempts[sp.preempt]++
	i := s.site(m, sp.preempt, sp.stack)
	site := &s.sites.list[i]
	site.Count++
	site.SliceTotal += slice
	site.SliceMax = max(site.SliceMax, slice)
	g.site, g.wait = i+1, 0
}

// site returns the number of the site where a preemption of that kind and stack belongs.
func (s *summarizer) site(m *machine, kind Preempt, stack int32) int32 {
	key := uint64(stack)<<8 | uint64(kind)
	i, ok := s.siteOf[key]
	if !ok {
		st := m.symbols.stacks[stack]
		where := interrupted(kind, st)
		where.PC = 0 // a line is one place, however many instructions it has
		i = s.sites.find(preemptKey{kind, where}, PreemptSite{Kind: kind, Where: where, Stack: st})
		s.siteOf[key] = i
	}
	return i
}

// find returns the number of the site with that key, adding it if it is new.
func (x *siteIndex[K, T]) find(key K, fresh T) int32 {
	if x.index == nil {
		x.index = make(map[K]int32)
	}
	i, ok := x.index[key]
	if !ok {
		i = int32(len(x.list))
		x.index[key] = i
		x.list = append(x.list, fresh)
	}
	return i
}

// waitedForP takes the end of a runnable span.
func (s *summarizer) waitedForP(sp *span, g *gTotal, dur time.Duration) {
	s.latency.Add(dur)
	g.maxLatency = max(g.maxLatency, dur)
	if sp.firstRun {
		s.firstRun.Count++
		s.firstRun.TotalNS += int64(dur)
	}
	if g.site != 0 && sp.to == StateRunning {
		site := &s.sites.list[g.site-1]
		site.WaitTotal += g.wait
		site.WaitMax = max(site.WaitMax, g.wait)
		g.site = 0
	}
}

// blocked takes the end of a waiting span.
func (s *summarizer) blocked(sp *span, dur time.Duration) {
	h := s.blocking[sp.reason]
	if h == nil {
		h = new(Histogram)
		s.blocking[sp.reason] = h
	}
	h.Add(dur)
	key := blockKey{sp.reason, sp.stack}
	b := &s.blocks.list[s.blocks.find(key, blockSite{reason: sp.reason, stack: sp.stack})]
	b.count++
	b.total += dur
	b.max = max(b.max, dur)
}

func (s *summarizer) rangeEnd(m *machine, r openRange, end Time, open bool) {
	d := int64(end.Sub(r.start))
	switch name := m.symbols.texts[r.name]; {
	case name == rangeGC:
		s.gc.Cycles++
	case name == rangeAssist:
		s.gc.AssistTotalNS += d
	case m.isSTW(r.name):
		s.gc.STWCount++
		s.gc.STWTotalNS += d
		s.gc.STWMaxNS = max(s.gc.STWMaxNS, d)
	}
}

func (s *summarizer) taskEnd(*machine, openTask, Time, bool)      {}
func (s *summarizer) regionEnd(*machine, openRegion, Time, bool)  {}
func (s *summarizer) offProc(*machine, *span)                     {}
func (s *summarizer) log(*machine, int32, uint64, string, string) {}
func (s *summarizer) procMoved(*machine, ProcID)                  { s.migrations.PBetweenM++ }
func (s *summarizer) metric(m *machine, name string, value uint64) {
	if s.gr == nil {
		s.begin(m)
	}
	switch name {
	case metricHeap:
		s.heap.set(m.now, value)
	case metricGOMAXPROCS:
		s.capacity.set(m.now, m.gomaxprocs, m.start)
	}
}

// capacity adds up GOMAXPROCS over time.
type capacity struct {
	procs int64
	since Time
	total float64 // P·ns up to since
}

// set tells that GOMAXPROCS is procs from now on; the first time, since start.
func (c *capacity) set(now Time, procs int64, start Time) {
	if c.procs == 0 {
		c.since = start
	}
	c.total += float64(c.procs) * float64(now-c.since)
	if c.procs != 0 {
		c.since = now
	}
	c.procs = procs
}

// summary puts the results together once the machine has finished.
func (s *summarizer) summary(m *machine) *Summary {
	if s.gr == nil {
		s.begin(m)
	}
	sum := &Summary{
		Goroutines: s.goroutines(m), Preempts: s.preemptSites(), Blocks: s.blockSites(m),
		Latency: s.latency, Slices: s.slices, Series: s.series(m),
	}
	st := &sum.Stat
	st.Schema = 1
	st.Procs = s.procsStat(m)
	st.Threads.Count = len(m.threads)
	st.Goroutines = GoroutinesStat{
		Seen: len(sum.Goroutines), Created: s.created, Exited: s.exited, AliveAtEnd: len(sum.Goroutines) - s.exited,
		MaxRunnable: int(s.maxRunnable), MaxRunning: int(s.maxRunning),
	}
	for _, g := range sum.Goroutines {
		st.Goroutines.StateNS.add(g.State)
	}
	p := &s.preempts
	st.Preemptions = PreemptionsStat{
		Async: p[PreemptAsync], Cooperative: p[PreemptCooperative], STW: p[PreemptSTW], Suspend: p[PreemptSuspend],
		Gosched: p[PreemptGosched], MutexHandoff: p[PreemptMutexHandoff], Unknown: p[PreemptUnknown],
	}
	st.Blocking = s.blockingStat(m)
	st.Syscalls = s.syscalls.Stat()
	l := s.latency.Stat()
	st.SchedLatency = LatencyStat{
		Count: l.Count, TotalNS: l.TotalNS, P50NS: l.P50NS, P90NS: int64(s.latency.Quantile(0.9)),
		P99NS: l.P99NS, MaxNS: l.MaxNS, FirstRun: s.firstRun,
	}
	st.Migrations, st.GC = s.migrations, s.gc
	st.Cores.Captured = "none"
	return sum
}

func (t *StateTime) add(u StateTime) {
	t.Running += u.Running
	t.Runnable += u.Runnable
	t.Waiting += u.Waiting
	t.Syscall += u.Syscall
}

func (s *summarizer) procsStat(m *machine) ProcsStat {
	var st ProcsStat
	for _, p := range m.ps {
		if p.known {
			st.Count++
		}
	}
	c := s.capacity
	if c.procs == 0 {
		c.procs, c.since = int64(st.Count), m.start // the trace does not tell: what it shows
	}
	c.set(m.now, c.procs, m.start)
	st.GOMAXPROCS = int(c.procs)
	st.RunningNS = int64(s.running)
	if c.total > 0 {
		st.Utilization = float64(st.RunningNS) / c.total
	}
	return st
}

func (s *summarizer) goroutines(m *machine) []GoroutineStat {
	var out []GoroutineStat
	for g := range s.gs {
		t, gs := &s.gs[g], &m.gs[g]
		if !t.seen {
			continue
		}
		row := GoroutineStat{
			ID: gs.id, Func: m.symbols.texts[gs.fn], Parent: gs.parent,
			Created: gs.created, First: gs.first, Last: m.now,
			State: StateTime{
				Running: t.ns[StateRunning], Runnable: t.ns[StateRunnable],
				Waiting: t.ns[StateWaiting], Syscall: t.ns[StateSyscall],
			},
			Runs: t.runs, MaxSlice: t.maxSlice, MaxLatency: t.maxLatency, Migrations: t.migrations,
		}
		if t.preempts != nil {
			row.Preempts = *t.preempts
		}
		if gs.state == StateDead {
			row.Ended, row.Last = gs.since, gs.since
		} else {
			row.EndState, row.EndReason, row.EndStack = gs.state, m.symbols.texts[gs.reason], m.symbols.stacks[gs.stack]
		}
		out = append(out, row)
	}
	slices.SortFunc(out, func(a, b GoroutineStat) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

func (s *summarizer) preemptSites() []PreemptSite {
	out := slices.Clone(s.sites.list)
	slices.SortStableFunc(out, func(a, b PreemptSite) int { return cmp.Compare(b.Count, a.Count) })
	return out
}

func (s *summarizer) blockSites(m *machine) []BlockSite {
	out := make([]BlockSite, 0, len(s.blocks.list))
	for _, b := range s.blocks.list {
		out = append(out, BlockSite{
			Reason: m.symbols.texts[b.reason], Stack: m.symbols.stacks[b.stack],
			Count: b.count, Total: b.total, Max: b.max,
		})
	}
	slices.SortStableFunc(out, func(a, b BlockSite) int { return cmp.Compare(b.Total, a.Total) })
	return out
}

func (s *summarizer) blockingStat(m *machine) []BlockingStat {
	out := make([]BlockingStat, 0, len(s.blocking))
	for reason, h := range s.blocking {
		out = append(out, BlockingStat{Reason: m.symbols.texts[reason], DurationStat: h.Stat()})
	}
	slices.SortFunc(out, func(a, b BlockingStat) int {
		return cmp.Or(cmp.Compare(b.TotalNS, a.TotalNS), cmp.Compare(a.Reason, b.Reason))
	})
	return out
}

func (s *summarizer) series(m *machine) Series {
	s.runnable.set(m.now, s.counts[StateRunnable])
	n := s.gr.at(m.now) + 1
	out := Series{
		Start: s.gr.start, Step: s.gr.step,
		Running: s.states[StateRunning].means(n), Runnable: s.states[StateRunnable].means(n),
		Waiting: s.states[StateWaiting].means(n), Syscall: s.states[StateSyscall].means(n),
		MaxRunnable: slices.Clone(s.runnable.steps[:n]), HeapBytes: s.heap.upTo(n),
	}
	for p := range s.procs {
		out.Procs = append(out.Procs, p)
	}
	slices.Sort(out.Procs)
	for _, p := range out.Procs {
		out.ProcBusy = append(out.ProcBusy, s.procs[p].means(n))
	}
	return out
}
