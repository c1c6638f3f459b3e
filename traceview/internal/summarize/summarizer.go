package summarize

import (
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/internal/grow"
	"schedviz/traceview/internal/oncore"
	"schedviz/traceview/internal/sched"
	"schedviz/traceview/internal/series"
)

var _ interface {
	sched.GoroutineSink
	sched.SpanSink
	sched.ProcSpanSink
	sched.ProcSink
	sched.RangeBeginSink
	sched.RangeEndSink
	sched.AnnotationSink
	sched.MetricSink
	sched.SampleSink
	sched.GapSink
	sched.FoundSink
	sched.Holder
	oncore.User
} = (*Summarizer)(nil)

// Summarizer is the sink that adds up a trace.
type Summarizer struct {
	gs       grow.Chunked[gTotal] // by the machine's number
	lives    lives                // totals of goroutines whose state is final
	coreJoin *oncore.CoreJoin     // nil without a record of cores
	owners   owners
	all, own population // all goroutines, and the program's

	created, exited       int
	stops                 [traceview.NumPreempts]int64
	slices                [numOwners]traceview.Histogram
	latencyOf             []*traceview.Histogram // by start function, nil if there are none
	firstRun, beforeTrace [numOwners]traceview.WaitsStat
	syscalls              [numOwners]traceview.Histogram
	waits                 waits
	fns, reasons          textLimit // those that are kept separately
	migrations            int64     // of Gs between Ps
	capacity              capacity

	blocks      blocks
	unfinished  unfinished
	preempts    preempts
	calls       tallies    // system calls
	readied     [2]tallies // existing goroutines, and new ones
	samples     tallies
	contention  contention
	waste       waste
	procs       procTotals
	gc          gcStats
	annotations annotations

	gr       *series.Grid
	states   [traceview.StateDead]*series.Load
	runnable *series.Peak
	heap     *series.Latest
	goal     *series.Latest
}

// gTotal is the total of one goroutine. There may be millions; one takes 96 bytes.
type gTotal struct {
	ns                   [traceview.StateDead - 1]int64 // by state minus one: StateUnknown has none
	maxSlice, maxLatency time.Duration
	stops                *[traceview.NumPreempts]int64 // nil until the first
	wait                 time.Duration                 // time not running since it was preempted
	wasted               time.Duration                 // the total waste at the time it became runnable
	runs, migrations     uint32
	children             int32
	preempted            int32 // index of the site where it was preempted, plus one; 0 once it runs again
	block                int32 // index of the site of its last wait, plus one; 0 once it runs again
	seen                 bool
	unnamed              bool  // it waited before its start function was known
	owner                owner // under which it is counted in its present state
}

func (t *gTotal) timeIn(s traceview.State) *int64 { return &t.ns[s-1] }

// New returns a summarizer that lists at most the given number of goroutines.
func New(rows int) *Summarizer {
	return &Summarizer{
		lives:      newLives(rows),
		contention: newContention(), gc: newGCStats(), annotations: newAnnotations(),
		fns: textLimit{left: keptFuncs}, reasons: textLimit{left: keptReasons}, waits: newWaits(),
	}
}

// UseCores implements [oncore.User].
func (s *Summarizer) UseCores(j *oncore.CoreJoin) { s.coreJoin = j }

// GoroutineFirstSeen implements [sched.GoroutineSink].
func (s *Summarizer) GoroutineFirstSeen(m *sched.Machine, g, by int32) {
	s.begin(m)
	s.gs.Reach(g).seen = true
	if by >= 0 {
		s.gs.Reach(by).children++
	}
	if m.Gs.At(g).Created != 0 {
		s.created++
	}
	s.enter(m, g, m.Gs.At(g).State)
}

// Gap implements [sched.GapSink]: nothing is known about any goroutine now.
func (s *Summarizer) Gap(m *sched.Machine) {
	s.begin(m)
	s.waste.advance(m, s.all.in[traceview.StateRunnable])
	s.waste.last = m.Resumed
	s.capacity.advance(m.Now)
	s.capacity.since = m.Resumed
	s.all.in, s.own.in = [traceview.StateDead + 1]int32{}, [traceview.StateDead + 1]int32{}
	s.runnable.Set(m.Now, 0)
}

// GoroutineFound implements [sched.FoundSink].
func (s *Summarizer) GoroutineFound(m *sched.Machine, g int32) {
	t := s.gs.At(g)
	t.preempted, t.block = 0, 0
	s.enter(m, g, m.Gs.At(g).State)
}

// Holds implements [sched.Holder].
func (s *Summarizer) Holds(hold func(g int32)) (all bool) {
	s.contention.holds(hold)
	for g := range s.gc.assisting {
		hold(g)
	}
	return false
}

// Retire implements [sched.Holder].
func (s *Summarizer) Retire(m *sched.Machine, g int32) {
	s.finalize(m, g)
	*s.gs.Reach(g) = gTotal{}
}

// begin starts the series before the first measurement.
func (s *Summarizer) begin(m *sched.Machine) {
	if s.gr != nil {
		return
	}
	s.gr = series.NewGrid(m.Start)
	for st := range s.states {
		s.states[st] = series.NewLoad(s.gr)
	}
	s.runnable, s.heap, s.goal = series.NewPeak(s.gr), series.NewLatest(s.gr), series.NewLatest(s.gr)
	s.waste.last = m.Start
}

// enter counts a goroutine that is now in state st.
func (s *Summarizer) enter(m *sched.Machine, g int32, st traceview.State) {
	t := s.gs.At(g)
	switch st {
	case traceview.StateRunnable:
		s.waste.advance(m, s.all.in[st])
		t.wasted = s.waste.Time
		s.runnable.Set(m.Now, s.all.in[st]+1)
	case traceview.StateDead:
		s.exited++
	}
	s.all.enter(st)
	t.owner = s.owners.of(&m.Symbols, m.Gs.At(g).Func)
	if t.owner == ofProgram {
		s.own.enter(st)
	}
}

// SpanEnd implements [sched.SpanSink].
func (s *Summarizer) SpanEnd(m *sched.Machine, sp *sched.Span) {
	dur := sp.End.Sub(sp.Since)
	g := s.gs.At(sp.G)
	*g.timeIn(sp.State) += int64(dur)
	s.states[sp.State].Add(sp.Since, sp.End)
	switch sp.State {
	case traceview.StateRunning:
		s.ran(m, sp, g, dur)
	case traceview.StateRunnable:
		s.waste.advance(m, s.all.in[traceview.StateRunnable])
		s.wasRunnable(m, sp, g, dur)
	case traceview.StateWaiting:
		g.wait += dur
		if sp.To != traceview.StateUnknown && sp.Begun && sp.Reason != 0 {
			s.blocked(m, sp, g, dur)
		}
	case traceview.StateSyscall:
		s.procs.offThread(sp)
		if sp.To != traceview.StateUnknown && sp.Begun && sp.Ran {
			s.syscalls[s.owners.of(&m.Symbols, sp.Func)].Add(dur)
			s.calls.at(sp.Stack).add(dur)
		}
	}
	if sp.To == traceview.StateUnknown {
		return
	}
	s.all.in[sp.State]--
	if g.owner == ofProgram {
		s.own.in[sp.State]--
	}
	if sp.State == traceview.StateRunnable {
		s.runnable.Set(m.Now, s.all.in[traceview.StateRunnable])
	}
	s.enter(m, sp.G, sp.To)
}

// ran adds a running span.
func (s *Summarizer) ran(m *sched.Machine, sp *sched.Span, g *gTotal, dur time.Duration) {
	if g.unnamed {
		histogramOf(&s.latencyOf, s.fns.admit(sp.Func)).Add(g.maxLatency) // its only wait so far
		g.unnamed = false
	}
	g.runs++
	g.maxSlice = max(g.maxSlice, dur)
	if sp.Moved() {
		g.migrations++
		s.migrations++
	}
	s.procs.offThread(sp)
	s.contention.addRunning(m, sp)
	s.gc.ran(m, sp)
	if sp.To == traceview.StateUnknown {
		return
	}
	if sp.Begun {
		s.slices[s.owners.of(&m.Symbols, sp.Func)].Add(dur)
	}
	if sp.Preempt != traceview.NotPreempted {
		s.preempted(m, sp, g, dur)
	}
}

// preempted adds the end of a running span at which the goroutine did not wait for anything.
func (s *Summarizer) preempted(m *sched.Machine, sp *sched.Span, g *gTotal, slice time.Duration) {
	s.stops[sp.Preempt]++
	if g.stops == nil {
		g.stops = new([traceview.NumPreempts]int64)
	}
	g.stops[sp.Preempt]++
	i := s.preempts.at(&m.Symbols, sp.Preempt, sp.Stack)
	site := &s.preempts.list[i]
	site.Count++
	site.SliceTotal = traceview.SaturatingAdd(site.SliceTotal, slice)
	site.SliceMax = max(site.SliceMax, slice)
	g.preempted, g.wait = i+1, 0
}

// wasRunnable adds a runnable span.
func (s *Summarizer) wasRunnable(m *sched.Machine, sp *sched.Span, g *gTotal, dur time.Duration) {
	g.wait += dur
	if sp.To == traceview.StateUnknown {
		return
	}
	g.maxLatency = max(g.maxLatency, dur)
	owner := s.owners.of(&m.Symbols, sp.Func)
	switch {
	case sp.FirstRun():
		s.firstRun[owner].Add(dur)
	case sp.BeforeTrace():
		s.beforeTrace[owner].Add(dur)
	}
	if sp.Unnamed() && sp.To == traceview.StateRunning {
		g.unnamed = true // ran counts it, when the name is known
	} else {
		histogramOf(&s.latencyOf, s.fns.admit(sp.Func)).Add(dur)
	}
	readied := &s.readied[0]
	if sp.FirstRun() {
		readied = &s.readied[1]
	}
	readied.at(sp.Stack).add(dur)
	s.contention.addWait(m, sp, s.waste.Time-g.wasted)
	s.explain(m, sp, g, dur)
	if sp.To == traceview.StateRunning {
		s.procs.countSteal(sp, sp.NextP)
	}
}

// explain adds what a runnable span shows to the site where the goroutine had stopped: what ended
// its wait, and how long its preemption delayed it.
func (s *Summarizer) explain(m *sched.Machine, sp *sched.Span, g *gTotal, dur time.Duration) {
	if g.block != 0 {
		b := &s.blocks.list[g.block-1]
		var who int32
		if sp.Waker >= 0 {
			who = m.Gs.At(sp.Waker).Func
		} else {
			who = inferredWaker(m.Symbols.Texts[b.reason])
		}
		b.woken(who, dur)
		g.block = 0
	}
	if g.preempted != 0 && sp.To == traceview.StateRunning {
		site := &s.preempts.list[g.preempted-1]
		site.WaitTotal = traceview.SaturatingAdd(site.WaitTotal, g.wait)
		site.WaitMax = max(site.WaitMax, g.wait)
		if site.Kind == traceview.PreemptSTW || site.Kind == traceview.PreemptSuspend {
			s.gc.stoppedGs = traceview.SaturatingAdd(s.gc.stoppedGs, g.wait)
		}
		g.preempted = 0
	}
}

// blocked adds the end of a waiting span.
func (s *Summarizer) blocked(m *sched.Machine, sp *sched.Span, g *gTotal, dur time.Duration) {
	// The group is not taken from the root of the stack: a trace records at most 128 frames, and the
	// stack may be deeper.
	reason := s.reasons.admit(sp.Reason)
	s.waits.histogram(s.fns.admit(sp.Func), reason).Add(dur)
	i := s.blocks.at(sp.Stack, reason)
	s.blocks.list[i].add(dur)
	if sp.To == traceview.StateRunnable {
		g.block = i + 1
	}
}

// histogramOf returns histogram n in list, adding it if there is none.
func histogramOf(list *[]*traceview.Histogram, n int32) *traceview.Histogram {
	h := grow.Reach(list, n)
	if *h == nil {
		*h = new(traceview.Histogram)
	}
	return *h
}

// ProcSpanEnd implements [sched.ProcSpanSink].
func (s *Summarizer) ProcSpanEnd(_ *sched.Machine, sp *sched.Span) { s.procs.offProc(s.gr, sp) }

// ProcChange implements [sched.ProcSink].
func (s *Summarizer) ProcChange(m *sched.Machine, p traceview.ProcID, c sched.ProcChange) {
	s.begin(m)
	s.waste.advance(m, s.all.in[traceview.StateRunnable])
	s.procs.procChange(m, p, c)
}

// RangeBegin implements [sched.RangeBeginSink].
func (s *Summarizer) RangeBegin(m *sched.Machine, r sched.OpenRange) {
	s.begin(m)
	s.waste.advance(m, s.all.in[traceview.StateRunnable])
	s.gc.rangeBegin(m, r)
}

// RangeEnd implements [sched.RangeEndSink].
func (s *Summarizer) RangeEnd(m *sched.Machine, r sched.OpenRange, end traceview.Time, _ bool) {
	s.begin(m)
	s.waste.advance(m, s.all.in[traceview.StateRunnable])
	s.gc.rangeEnd(m, r, end)
}

// TaskEnd implements [sched.AnnotationSink].
func (s *Summarizer) TaskEnd(m *sched.Machine, t sched.OpenTask, end traceview.Time, open bool) {
	s.annotations.tasks.forText(&m.Symbols, t.Name).add(t.Start, end, open)
}

// RegionEnd implements [sched.AnnotationSink].
func (s *Summarizer) RegionEnd(m *sched.Machine, r sched.OpenRegion, end traceview.Time, open bool) {
	s.annotations.regions.forText(&m.Symbols, r.Name).add(r.Start, end, open)
}

// Log implements [sched.AnnotationSink].
func (s *Summarizer) Log(_ *sched.Machine, _ int32, _ uint64, category, _ string) {
	s.annotations.logs.find(category).count++
}

// Sample implements [sched.SampleSink].
func (s *Summarizer) Sample(_ *sched.Machine, stack int32) {
	s.samples.at(stack).count++
}

// Metric implements [sched.MetricSink].
func (s *Summarizer) Metric(m *sched.Machine, name string, value uint64) {
	s.begin(m)
	switch name {
	case traceview.MetricHeap:
		s.heap.Set(m.Now, value)
	case traceview.MetricHeapGoal:
		s.goal.Set(m.Now, value)
	case traceview.MetricGOMAXPROCS:
		s.capacity.set(m.Now, m.GOMAXPROCS, m.Start)
	}
}

// capacity adds up GOMAXPROCS over time.
type capacity struct {
	procs   int64
	since   traceview.Time
	total   float64 // P·ns until since
	changes []traceview.Sample
}

// set sets GOMAXPROCS to procs from now on; the first value also applies to the time before, from
// start.
func (c *capacity) set(now traceview.Time, procs int64, start traceview.Time) {
	if procs == c.procs {
		return
	}
	if c.procs == 0 {
		now = start
	}
	c.advance(now)
	c.procs = procs
	if len(c.changes) == 2*keptChanges { // every second one is enough
		c.changes = grow.Halve(c.changes)
	}
	c.changes = append(c.changes, traceview.Sample{Time: now, Name: traceview.MetricGOMAXPROCS, Value: uint64(procs)})
}

func (c *capacity) advance(now traceview.Time) {
	c.total += float64(c.procs) * float64(now-c.since)
	c.since = now
}

// Summary assembles the results once the machine has finished.
func (s *Summarizer) Summary(m *sched.Machine) *traceview.Summary {
	s.begin(m)
	s.waste.advance(m, s.all.in[traceview.StateRunnable])
	sy := &m.Symbols
	for g := range s.gs.Len {
		s.finalize(m, g)
	}
	sum := &traceview.Summary{
		Preempts: s.preempts.result(), Blocks: s.blocks.result(sy), Syscalls: syscallSites(s.calls, sy),
		Readied: readySites(s.readied, sy), Samples: sampleSites(s.samples, sy),
		Unfinished: s.unfinished.result(sy),
		WorstWaits: s.contention.worstWaits(m), LongestSlices: s.contention.longestSlices(m), Wasted: s.waste.Wasted,
		Procs: s.procs.procStats(m), Threads: s.procs.threadStats(m),
		Handoffs: s.procs.handoffs, Steals: s.procs.steals,
		Gaps:  slices.Clone(m.Gaps),
		Tasks: annotationStats(s.annotations.tasks.all), Regions: annotationStats(s.annotations.regions.all),
		Logs: logStats(s.annotations.logs.all),
	}
	sum.Goroutines, sum.MoreGoroutines = s.lives.list()
	for owner := range s.slices {
		sum.Slices.Merge(&s.slices[owner])
	}
	for _, h := range s.latencyOf {
		if h != nil {
			sum.Latency.Merge(h)
		}
	}
	sum.Groups = groups(s.lives.groups, sy, s.latencyOf, &s.waits)
	s.stat(m, sum)
	sum.Own = s.ownStat(sy)
	sum.GC = s.gc.detail(m, sum.Stat.Procs.GOMAXPROCS)
	sum.Series = s.series(m)
	return sum
}

// stat fills in sum.Stat, except for what concerns the file.
func (s *Summarizer) stat(m *sched.Machine, sum *traceview.Summary) {
	st := &sum.Stat
	st.Schema = 1
	st.Procs = s.procsStat(m)
	st.Threads.Count = len(m.Threads)
	st.Goroutines = traceview.GoroutinesStat{
		Seen: s.lives.seen, Created: s.created, Exited: s.exited, AliveAtEnd: s.lives.seen - s.exited - s.lives.lost,
		MaxRunnable: int(s.all.maxRunnable), MaxRunning: int(s.all.maxRunning), StateNS: s.lives.state,
		MainAliveAtEnd: s.lives.own.MainAliveAtEnd,
	}
	own := &s.lives.own.GoroutinesStat
	st.Goroutines.System = traceview.SystemStat{
		Seen: st.Goroutines.Seen - own.Seen, Created: s.created - own.Created, Exited: s.exited - own.Exited,
		AliveAtEnd: st.Goroutines.AliveAtEnd - own.AliveAtEnd,
	}
	for _, kind := range traceview.Preempts() {
		*st.Preemptions.Counter(kind) = s.stops[kind]
	}
	st.Blocking = blockingStats(s.waits.byReason(everyFunc), &m.Symbols)
	st.Syscalls = s.allSyscalls()
	st.SchedLatency = latencyStat(&sum.Latency, sumWaits(s.firstRun), sumWaits(s.beforeTrace))
	st.Migrations = traceview.MigrationsStat{GBetweenP: s.migrations, PBetweenM: s.procs.moves}
	st.GC = s.gc.stat()
	st.Cores.Captured = "none"
}

func (s *Summarizer) procsStat(m *sched.Machine) traceview.ProcsStat {
	var st traceview.ProcsStat
	for _, p := range m.Ps {
		if p.Known {
			st.Count++
		}
	}
	for i := range s.procs.procs {
		st.RunningNS = traceview.SaturatingAdd(st.RunningNS, int64(s.procs.procs[i].running))
	}
	c := s.capacity
	if c.procs == 0 {
		c.set(m.Now, int64(st.Count), m.Start) // the trace does not give it: use the number of Ps seen
	}
	c.advance(m.Now)
	st.GOMAXPROCS = int(c.procs)
	if c.total > 0 {
		st.Utilization = float64(st.RunningNS) / c.total
	}
	return st
}

// finalize adds goroutine g, whose state is final, to the totals.
func (s *Summarizer) finalize(m *sched.Machine, g int32) {
	t, gs := s.gs.Reach(g), m.Gs.At(g)
	if !t.seen {
		return
	}
	row := traceview.GoroutineStat{
		ID: gs.ID, Func: m.Symbols.Texts[gs.Func], Parent: gs.Parent,
		Created: gs.Created, First: gs.First, Last: m.Now,
		State: traceview.StateTime{
			Running: *t.timeIn(traceview.StateRunning), Runnable: *t.timeIn(traceview.StateRunnable),
			Waiting: *t.timeIn(traceview.StateWaiting), Syscall: *t.timeIn(traceview.StateSyscall),
		},
		Runs: int64(t.runs), MaxSlice: t.maxSlice, MaxLatency: t.maxLatency, Migrations: int64(t.migrations),
		Children: int(t.children),
	}
	if t.stops != nil {
		row.Preempts = *t.stops
	}
	switch {
	case gs.Lost:
		row.Lost, row.Last = true, gs.Since
	case gs.State == traceview.StateDead:
		row.Ended, row.Last = gs.Since, gs.Since
	default:
		s.unfinishedWait(m, gs)
		row.EndState, row.EndReason, row.EndStack = gs.State, m.Symbols.Texts[gs.Reason], m.Symbols.Stacks[gs.Stack]
	}
	if s.coreJoin != nil {
		row.Cores = s.coreJoin.Take(g)
	}
	row.Unknown = row.Last.Sub(row.First) - row.State.Sum()
	s.lives.add(&row, s.fns.admit(gs.Func), s.owners.of(&m.Symbols, gs.Func))
}

func (s *Summarizer) series(m *sched.Machine) traceview.Series {
	s.runnable.Set(m.Now, s.all.in[traceview.StateRunnable])
	n := s.gr.At(m.Now) + 1
	out := traceview.Series{
		Start: s.gr.Start, Step: s.gr.Width(),
		Running: s.states[traceview.StateRunning].Means(n), Runnable: s.states[traceview.StateRunnable].Means(n),
		Waiting: s.states[traceview.StateWaiting].Means(n), Syscall: s.states[traceview.StateSyscall].Means(n),
		MaxRunnable: s.runnable.UpTo(n), HeapBytes: s.heap.UpTo(n), HeapGoal: s.goal.UpTo(n),
		GOMAXPROCS: s.capacity.changes,
	}
	for p := range s.procs.procs {
		if busy := s.procs.procs[p].busy; busy != nil {
			out.Procs = append(out.Procs, traceview.ProcID(p))
			out.ProcBusy = append(out.ProcBusy, busy.Means(n))
		}
	}
	return out
}
