package traceview

import (
	"context"
	"math"
	"slices"
	"sync"
	"time"

	"schedviz/traceview/classify"
)

// Summarize reads the whole trace and adds it up. It returns early with ctx's error.
func (f *File) Summarize(ctx context.Context) (_ *Summary, err error) {
	defer f.catchAny("the adding up", &err)
	s := newSummarizer(f.limits.rows)
	rd, err := f.read(ctx, math.MinInt64, math.MaxInt64, s)
	if err != nil {
		return nil, err
	}
	return f.summary(rd, s), nil
}

// Overview does what Summarize and Window over the whole trace do, reading it once.
func (f *File) Overview(ctx context.Context, maxSpans int) (_ *Summary, _ *Window, err error) {
	defer f.catchAny("the adding up", &err)
	s, w := newSummarizer(f.limits.rows), newWindower(math.MinInt64, math.MaxInt64, maxSpans)
	rd, err := f.read(ctx, math.MinInt64, math.MaxInt64, s, w)
	if err != nil {
		return nil, nil, err
	}
	// Both only look at what the machine knows.
	var window *Window
	var fault error
	var other sync.WaitGroup
	other.Go(func() {
		defer f.catchAny("the window over the whole trace", &fault)
		window = w.window(rd.m)
	})
	sum := f.summary(rd, s)
	other.Wait()
	return sum, window, fault
}

func (f *File) summary(rd *reading, s *summarizer) *Summary {
	sum := s.summary(rd.m)
	lost, complete, warnings := f.losses(rd)
	if b := s.bounds(rd.m); b != "" {
		warnings = append(warnings, b)
	}
	sum.Stat.Trace = TraceStat{
		File: f.name, Bytes: f.size, GoVersion: f.version.String(),
		Events: rd.m.events, Generations: rd.gens - rd.m.skips,
		StartNS: int64(rd.m.start), EndNS: int64(rd.m.now), DurationNS: int64(rd.m.now - rd.m.start),
		Complete: complete, LostBytes: lost, Warnings: append([]string{}, warnings...),
	}
	f.CheckChange(&sum.Stat)
	if rd.joined != nil {
		rd.joined.fill(rd.m, sum)
	}
	return sum
}

// summarizer is the sink that adds up a trace.
type summarizer struct {
	gs     chunked[gTotal] // by the machine's number
	lives  lives           // what those add up to of which the last is known
	joined *joiner         // nil if nothing is known of cores
	counts [StateDead + 1]int32

	created, exited         int
	maxRunnable, maxRunning int32
	stops                   [numPreempts]int64
	slices                  Histogram
	latencyOf               []*Histogram // by start function, nil where there was none
	firstRun, beforeTrace   WaitsStat
	syscalls                Histogram
	waits                   waits
	fns, reasons            few   // that are told apart
	migrations              int64 // of Gs between Ps
	capacity                capacity

	blocks   blocks
	preempts preempts
	calls    tallies    // system calls
	readied  [2]tallies // goroutines that were there before, and new ones
	samples  tallies
	rivals   rivals
	waste    waste
	places   places
	gc       collector
	notes    notes

	gr       *grid
	states   [StateDead]*load
	runnable *peak
	heap     *latest
	goal     *latest
}

// gTotal is what one goroutine adds up to. There may be millions: it takes 96 bytes.
type gTotal struct {
	ns                   [StateDead - 1]int64 // by state, from the first that is known on
	maxSlice, maxLatency time.Duration
	stops                *[numPreempts]int64 // nil until the first
	wait                 time.Duration       // since it was preempted
	wasted               time.Duration       // what was wasted in all when it became runnable
	runs, migrations     uint32
	children             int32
	preempted            int32 // place of the site where it was preempted, +1; 0 when it runs again
	block                int32 // place of the site of its last wait, +1; 0 when it runs again
	seen                 bool
	unnamed              bool // it waited when its start function was not known
}

func (t *gTotal) in(s State) *int64 { return &t.ns[s-1] }

// newSummarizer returns a summarizer that lists so many goroutines.
func newSummarizer(rows int) *summarizer {
	return &summarizer{
		lives:  newLives(rows),
		rivals: newRivals(), gc: newCollector(), notes: newNotes(),
		fns: few{most: keptFuncs}, reasons: few{most: keptReasons}, waits: newWaits(),
	}
}

func (s *summarizer) useCores(j *joiner) { s.joined = j }

func (s *summarizer) goroutine(m *machine, g, by int32) {
	s.begin(m)
	s.gs.reach(g).seen = true
	if by >= 0 {
		s.gs.reach(by).children++
	}
	if m.gs.at(g).created != 0 {
		s.created++
	}
	s.enter(m, g, m.gs.at(g).state)
}

// gap takes note that nothing is known of any goroutine now.
func (s *summarizer) gap(m *machine) {
	s.begin(m)
	s.waste.pass(m, s.counts[StateRunnable])
	s.waste.last = m.resumed
	s.capacity.pass(m.now)
	s.capacity.since = m.resumed
	s.counts = [StateDead + 1]int32{}
	s.runnable.set(m.now, 0)
}

func (s *summarizer) found(m *machine, g int32) {
	t := s.gs.at(g)
	t.preempted, t.block = 0, 0
	s.enter(m, g, m.gs.at(g).state)
}

func (s *summarizer) holds(hold func(g int32)) (all bool) {
	s.rivals.holds(hold)
	for g := range s.gc.assisting {
		hold(g)
	}
	return false
}

func (s *summarizer) retire(m *machine, g int32) {
	s.live(m, g)
	*s.gs.reach(g) = gTotal{}
}

// begin starts the series when the first thing is to be measured.
func (s *summarizer) begin(m *machine) {
	if s.gr != nil {
		return
	}
	s.gr = newGrid(m.start)
	for st := range s.states {
		s.states[st] = newLoad(s.gr)
	}
	s.runnable, s.heap, s.goal = newPeak(s.gr), newLatest(s.gr), newLatest(s.gr)
	s.waste.last = m.start
}

// enter counts a goroutine that is now in state st.
func (s *summarizer) enter(m *machine, g int32, st State) {
	switch st {
	case StateRunnable:
		s.waste.pass(m, s.counts[st])
		s.gs.at(g).wasted = s.waste.Time
		s.maxRunnable = max(s.maxRunnable, s.counts[st]+1)
		s.runnable.set(m.now, s.counts[st]+1)
	case StateRunning:
		s.maxRunning = max(s.maxRunning, s.counts[st]+1)
	case StateDead:
		s.exited++
	}
	s.counts[st]++
}

func (s *summarizer) span(m *machine, sp *span) {
	dur := sp.end.Sub(sp.since)
	g := s.gs.at(sp.g)
	*g.in(sp.state) += int64(dur)
	s.states[sp.state].add(sp.since, sp.end)
	switch sp.state {
	case StateRunning:
		s.ran(m, sp, g, dur)
	case StateRunnable:
		s.waste.pass(m, s.counts[StateRunnable])
		s.wasRunnable(m, sp, g, dur)
	case StateWaiting:
		g.wait += dur
		if sp.to != StateUnknown && sp.begun && sp.reason != 0 {
			s.blocked(m, sp, g, dur)
		}
	case StateSyscall:
		s.places.offThread(sp)
		if sp.to != StateUnknown && sp.begun && sp.ran {
			s.syscalls.Add(dur)
			s.calls.of(sp.stack).add(dur)
		}
	}
	if sp.to == StateUnknown {
		return
	}
	s.counts[sp.state]--
	if sp.state == StateRunnable {
		s.runnable.set(m.now, s.counts[StateRunnable])
	}
	s.enter(m, sp.g, sp.to)
}

// ran takes a running span.
func (s *summarizer) ran(m *machine, sp *span, g *gTotal, dur time.Duration) {
	if g.unnamed {
		histogramOf(&s.latencyOf, s.fns.of(sp.fn)).Add(g.maxLatency) // its only wait so far
		g.unnamed = false
	}
	g.runs++
	g.maxSlice = max(g.maxSlice, dur)
	if sp.moved() {
		g.migrations++
		s.migrations++
	}
	s.places.offThread(sp)
	s.rivals.take(m, sp)
	s.gc.ran(m, sp)
	if sp.to == StateUnknown {
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
	s.stops[sp.preempt]++
	if g.stops == nil {
		g.stops = new([numPreempts]int64)
	}
	g.stops[sp.preempt]++
	i := s.preempts.at(&m.symbols, sp.preempt, sp.stack)
	site := &s.preempts.list[i]
	site.Count++
	site.SliceTotal = plus(site.SliceTotal, slice)
	site.SliceMax = max(site.SliceMax, slice)
	g.preempted, g.wait = i+1, 0
}

// wasRunnable takes a runnable span.
func (s *summarizer) wasRunnable(m *machine, sp *span, g *gTotal, dur time.Duration) {
	g.wait += dur
	if sp.to == StateUnknown {
		return
	}
	g.maxLatency = max(g.maxLatency, dur)
	switch {
	case sp.firstRun():
		s.firstRun.add(dur)
	case sp.beforeTrace():
		s.beforeTrace.add(dur)
	}
	if sp.unnamed() && sp.to == StateRunning {
		g.unnamed = true // ran counts it, by its name
	} else {
		histogramOf(&s.latencyOf, s.fns.of(sp.fn)).Add(dur)
	}
	readied := &s.readied[0]
	if sp.firstRun() {
		readied = &s.readied[1]
	}
	readied.of(sp.stack).add(dur)
	s.rivals.waited(m, sp, s.waste.Time-g.wasted)
	s.explain(m, sp, g, dur)
	if sp.to == StateRunning {
		s.places.ready(sp, sp.nextP)
	}
}

// explain adds what a runnable span tells to the place where the goroutine had
// stopped before: who ended its wait, and how long its preemption kept it.
func (s *summarizer) explain(m *machine, sp *span, g *gTotal, dur time.Duration) {
	if g.block != 0 {
		b := &s.blocks.list[g.block-1]
		var who int32
		if sp.waker >= 0 {
			who = m.gs.at(sp.waker).fn
		} else {
			who = inferredWaker(m.symbols.texts[b.reason])
		}
		b.woken(who, dur)
		g.block = 0
	}
	if g.preempted != 0 && sp.to == StateRunning {
		site := &s.preempts.list[g.preempted-1]
		site.WaitTotal = plus(site.WaitTotal, g.wait)
		site.WaitMax = max(site.WaitMax, g.wait)
		if site.Kind == PreemptSTW || site.Kind == PreemptSuspend {
			s.gc.stoppedGs = plus(s.gc.stoppedGs, g.wait)
		}
		g.preempted = 0
	}
}

// blocked takes the end of a waiting span.
func (s *summarizer) blocked(m *machine, sp *span, g *gTotal, dur time.Duration) {
	// Not by its stack's root: the trace has room for 128 frames, and it may have more.
	reason := s.reasons.of(sp.reason)
	s.waits.of(s.fns.of(sp.fn), reason).Add(dur)
	i := s.blocks.at(sp.stack, reason)
	s.blocks.list[i].add(dur)
	if sp.to == StateRunnable {
		g.block = i + 1
	}
}

// histogramOf returns the histogram of number n in list, a new one if there was none.
func histogramOf(list *[]*Histogram, n int32) *Histogram {
	h := reach(list, n)
	if *h == nil {
		*h = new(Histogram)
	}
	return *h
}

func (s *summarizer) offProc(_ *machine, sp *span) { s.places.offProc(s.gr, sp) }

func (s *summarizer) proc(m *machine, p ProcID, c procChange) {
	s.begin(m)
	s.waste.pass(m, s.counts[StateRunnable])
	s.places.change(m, p, c)
}

func (s *summarizer) rangeBegin(m *machine, r openRange) {
	s.begin(m)
	s.waste.pass(m, s.counts[StateRunnable])
	s.gc.rangeBegin(m, r)
}

func (s *summarizer) rangeEnd(m *machine, r openRange, end Time, _ bool) {
	s.begin(m)
	s.waste.pass(m, s.counts[StateRunnable])
	s.gc.rangeEnd(m, r, end)
}

func (s *summarizer) taskEnd(m *machine, t openTask, end Time, open bool) {
	s.notes.tasks.ofText(&m.symbols, t.name).add(t.start, end, open)
}

func (s *summarizer) regionEnd(m *machine, r openRegion, end Time, open bool) {
	s.notes.regions.ofText(&m.symbols, r.name).add(r.start, end, open)
}

func (s *summarizer) log(_ *machine, _ int32, _ uint64, category, _ string) {
	s.notes.logs.find(category).count++
}

func (s *summarizer) sample(_ *machine, stack int32) {
	s.samples.of(stack).count++
}

func (s *summarizer) metric(m *machine, name string, value uint64) {
	s.begin(m)
	switch name {
	case metricHeap:
		s.heap.set(m.now, value)
	case metricHeapGoal:
		s.goal.set(m.now, value)
	case metricGOMAXPROCS:
		s.capacity.set(m.now, m.gomaxprocs, m.start)
	}
}

// capacity adds up GOMAXPROCS over time.
type capacity struct {
	procs   int64
	since   Time
	total   float64 // P·ns up to since
	changes []Sample
}

// set tells that GOMAXPROCS is procs from now on; the first time, since start.
func (c *capacity) set(now Time, procs int64, start Time) {
	if procs == c.procs {
		return
	}
	if c.procs == 0 {
		now = start
	}
	c.pass(now)
	c.procs = procs
	if len(c.changes) == 2*keptChanges { // every second one will do
		c.changes = everySecond(c.changes)
	}
	c.changes = append(c.changes, Sample{Time: now, Name: metricGOMAXPROCS, Value: uint64(procs)})
}

func everySecond[T any](list []T) []T {
	for i := range len(list) / 2 {
		list[i] = list[2*i]
	}
	return list[:len(list)/2]
}

func (c *capacity) pass(now Time) {
	c.total += float64(c.procs) * float64(now-c.since)
	c.since = now
}

// summary puts the results together once the machine has finished.
func (s *summarizer) summary(m *machine) *Summary {
	s.begin(m)
	s.waste.pass(m, s.counts[StateRunnable])
	sy := &m.symbols
	for g := range s.gs.n {
		s.live(m, g)
	}
	sum := &Summary{
		Preempts: s.preempts.result(), Blocks: s.blocks.result(sy), Syscalls: syscallSites(s.calls, sy),
		Readied: readySites(s.readied, sy), Samples: sampleSites(s.samples, sy),
		Slices:     s.slices,
		WorstWaits: s.rivals.worstWaits(m), LongestSlices: s.rivals.longestSlices(m), Wasted: s.waste.Wasted,
		Procs: s.places.procStats(m), Threads: s.places.threadStats(m),
		Handoffs: s.places.handoffs, Steals: s.places.steals,
		Gaps:  slices.Clone(m.gaps),
		Tasks: annotations(s.notes.tasks.all), Regions: annotations(s.notes.regions.all), Logs: logStats(s.notes.logs.all),
	}
	sum.Goroutines, sum.MoreGoroutines = s.lives.list()
	for _, h := range s.latencyOf {
		if h != nil {
			sum.Latency.Merge(h)
		}
	}
	sum.Groups = groups(s.lives.groups, sy, s.latencyOf, &s.waits)
	s.stat(m, sum)
	sum.GC = s.gc.detail(m, sum.Stat.Procs.GOMAXPROCS)
	sum.Series = s.series(m)
	return sum
}

// stat fills in sum.Stat but for what is known of the file.
func (s *summarizer) stat(m *machine, sum *Summary) {
	st := &sum.Stat
	st.Schema = 1
	st.Procs = s.procsStat(m)
	st.Threads.Count = len(m.threads)
	st.Goroutines = GoroutinesStat{
		Seen: s.lives.seen, Created: s.created, Exited: s.exited, AliveAtEnd: s.lives.seen - s.exited - s.lives.lost,
		MaxRunnable: int(s.maxRunnable), MaxRunning: int(s.maxRunning), StateNS: s.lives.state,
	}
	for _, kind := range classify.Preempts() {
		*st.Preemptions.of(kind) = s.stops[kind]
	}
	st.Blocking = blockingStats(s.waits.byReason(), &m.symbols)
	st.Syscalls = s.syscalls.Stat()
	l := sum.Latency.Stat()
	st.SchedLatency = LatencyStat{
		Count: l.Count, TotalNS: l.TotalNS, P50NS: l.P50NS, P90NS: int64(sum.Latency.Quantile(0.9)),
		P99NS: l.P99NS, MaxNS: l.MaxNS, FirstRun: s.firstRun, BeforeTrace: s.beforeTrace,
	}
	st.Migrations = MigrationsStat{GBetweenP: s.migrations, PBetweenM: s.places.moves}
	st.GC = s.gc.stat()
	st.Cores.Captured = "none"
}

func (t *StateTime) sum() time.Duration {
	return time.Duration(t.Running + t.Runnable + t.Waiting + t.Syscall)
}

func (t *StateTime) add(u StateTime) {
	t.Running = plus(t.Running, u.Running)
	t.Runnable = plus(t.Runnable, u.Runnable)
	t.Waiting = plus(t.Waiting, u.Waiting)
	t.Syscall = plus(t.Syscall, u.Syscall)
}

func (s *summarizer) procsStat(m *machine) ProcsStat {
	var st ProcsStat
	for _, p := range m.ps {
		if p.known {
			st.Count++
		}
	}
	for i := range s.places.procs {
		st.RunningNS = plus(st.RunningNS, int64(s.places.procs[i].running))
	}
	c := s.capacity
	if c.procs == 0 {
		c.set(m.now, int64(st.Count), m.start) // the trace does not tell: what it shows
	}
	c.pass(m.now)
	st.GOMAXPROCS = int(c.procs)
	if c.total > 0 {
		st.Utilization = float64(st.RunningNS) / c.total
	}
	return st
}

// live adds up goroutine g, of which all is known that will be.
func (s *summarizer) live(m *machine, g int32) {
	t, gs := s.gs.reach(g), m.gs.at(g)
	if !t.seen {
		return
	}
	row := GoroutineStat{
		ID: gs.id, Func: m.symbols.texts[gs.fn], Parent: gs.parent,
		Created: gs.created, First: gs.first, Last: m.now,
		State: StateTime{
			Running: *t.in(StateRunning), Runnable: *t.in(StateRunnable),
			Waiting: *t.in(StateWaiting), Syscall: *t.in(StateSyscall),
		},
		Runs: int64(t.runs), MaxSlice: t.maxSlice, MaxLatency: t.maxLatency, Migrations: int64(t.migrations), Children: int(t.children),
	}
	if t.stops != nil {
		row.Preempts = *t.stops
	}
	switch {
	case gs.lost:
		row.Lost, row.Last = true, gs.since
	case gs.state == StateDead:
		row.Ended, row.Last = gs.since, gs.since
	default:
		row.EndState, row.EndReason, row.EndStack = gs.state, m.symbols.texts[gs.reason], m.symbols.stacks[gs.stack]
	}
	if s.joined != nil {
		row.Cores = s.joined.take(g)
	}
	row.Unknown = row.Last.Sub(row.First) - row.State.sum()
	s.lives.add(&row, s.fns.of(gs.fn))
}

func (s *summarizer) series(m *machine) Series {
	s.runnable.set(m.now, s.counts[StateRunnable])
	n := s.gr.at(m.now) + 1
	out := Series{
		Start: s.gr.start, Step: s.gr.width(),
		Running: s.states[StateRunning].means(n), Runnable: s.states[StateRunnable].means(n),
		Waiting: s.states[StateWaiting].means(n), Syscall: s.states[StateSyscall].means(n),
		MaxRunnable: s.runnable.upTo(n), HeapBytes: s.heap.upTo(n), HeapGoal: s.goal.upTo(n),
		GOMAXPROCS: s.capacity.changes,
	}
	for p := range s.places.procs {
		if busy := s.places.procs[p].busy; busy != nil {
			out.Procs = append(out.Procs, ProcID(p))
			out.ProcBusy = append(out.ProcBusy, busy.means(n))
		}
	}
	return out
}
