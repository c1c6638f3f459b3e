package traceview

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"schedviz/traceview/classify"
)

// machine follows every G, P and M through a trace. It is the only place that
// knows what an event means; what it finds out goes to its sinks.
//
// Goroutines and threads are numbered in the order in which they are first
// mentioned; the g and m in spans are these numbers. A goroutine's number is given
// to another once it has ended and no sink refers to it: see recycle.
type machine struct {
	outlets
	clock clock

	start, now Time // of the first event, and of the last
	started    bool
	events     int64
	continuity

	gs       chunked[gState]
	gIndex   map[GoID]int32
	ended    []endedG // goroutines that have ended; of these the first held
	held     int      // were still referred to when recycle looked last
	free     []int32  // numbers to be given out again
	marks    []bool   // for recycle
	recycled int      // goroutines that must have ended before their numbers are given to others
	ps       []pState
	threads  []ThreadID
	mIndex   map[ThreadID]int32
	symbols  symbols

	ranges  map[rangeKey]openRange
	tasks   map[uint64]openTask
	regions map[int32][]openRegion // by g, outermost first

	heldPs     int   // Ps that a thread has
	stw        int   // stop-the-world ranges open
	gomaxprocs int64 // 0 until the trace tells
	illegal    int64 // transitions from a state the goroutine was not in
	misordered int64 // events that a sequential read would have after later ones
	open       int   // regions that are open
	crowded    crowded

	page    translation
	current span // what the sinks are told of; one for all, for there are millions
}

// translation says what the numbers of the current generation's names, less one, are here.
type translation struct {
	gs, threads, texts, labels, frames, stacks []int32
	ids                                        []GoID // of gs
}

// goneG stands in a translation for a goroutine that has ended, and whose number another may have.
const goneG = -2

// endedG is a goroutine that has ended.
type endedG struct {
	g     int32
	named uint32 // its number among the current generation's names; 0 if it has none
}

// gState is what a goroutine is doing now. There may be millions: it takes 80 bytes.
type gState struct {
	id      GoID
	created Time // 0: before the trace
	parent  GoID
	first   Time // first moment it was seen alive
	since   Time // begin of the state; of a state begun before the trace, the trace's begin
	fn      int32
	stack   int32
	reason  int32
	waker   int32
	m       int32
	p       ProcID // where it runs, or in a syscall ran last
	readyP  ProcID // where it was made runnable
	lastP   ProcID // where it ran before
	state   State
	begun   bool               // the begin of the state is in the trace
	ran     bool               // it has run in the trace
	onP     bool               // it holds P p
	lost    bool               // not mentioned since the last gap: since is when that began
	again   bool               // it has another life behind it
	sure    classify.Certainty // of fn, if that is behind a trampoline
}

// pState is what a P is doing now.
type pState struct {
	known   bool
	lost    bool  // not mentioned since the last gap
	running bool  // some M has it
	m       int32 // that M, or the last one; -1 before the first
	g       int32 // the goroutine running or in a syscall on it, -1
}

// alive reports whether the goroutine exists, as far as is known.
func (gs *gState) alive() bool { return gs.state != StateUnknown && gs.state != StateDead }

// span is a state a goroutine was in, as sinks get it when the state ends.
type span struct {
	*gState         // the state, from since on
	g       int32   // whose
	to      State   // the state that follows; StateUnknown when the trace or the window ends
	preempt Preempt // of running: how it ended
	end     Time
	nextP   ProcID // of runnable that runs now: on which P
}

// firstRun tells whether it is a new goroutine's wait for its first run.
func (s *span) firstRun() bool { return s.state == StateRunnable && s.created != 0 && !s.ran }

// beforeTrace reports whether it is a wait for a P that began, or may have begun, before
// anything was known of the goroutine: the first of one that is older than the trace, or
// one that lasted when a gap ended.
func (s *span) beforeTrace() bool {
	return s.state == StateRunnable && (s.created == 0 && !s.ran || !s.begun)
}

// unnamed reports whether it is the wait for the first run of a goroutine of which only the
// trampoline is known: its first stack, at the end of that run, will say more.
func (s *span) unnamed() bool {
	return s.state == StateRunnable && !s.ran && s.fn != 0 && s.sure == classify.Unknown
}

// moved tells whether it ran on another P than the last time.
func (s *span) moved() bool { return s.state == StateRunning && s.lastP >= 0 && s.p != s.lastP }

// procChange is what happens to a P.
type procChange struct {
	held    bool    // a thread has it now
	before  bool    // and had it before the trace
	moved   bool    // another one than the last time
	handoff handoff // it leaves a goroutine behind in a system call
}

// handoff is how a P left a goroutine, and its thread, behind in a system call.
type handoff uint8

const (
	noHandoff      handoff = iota
	givenUp                // by the thread itself
	takenByMonitor         // by a thread without a P
	takenByOther           // by a thread with a P
)

type rangeKey struct {
	scope  uint8
	target int64 // g or P
	name   int32
}

type openRange struct {
	name  int32 // of symbols.texts
	start Time
	g     int32 // -1 if none
	p     ProcID
}

type openTask struct {
	id, parent uint64
	name       int32
	start      Time // 0: before the trace
}

type openRegion struct {
	task  uint64
	name  int32
	g     int32
	start Time // 0: before the trace
}

// newMachine returns a machine that stands before the trace. Strict is the clock's.
func newMachine(strict bool, sinks []sink) *machine {
	return &machine{
		outlets:  outletsOf(sinks),
		clock:    clock{strict: strict, last: math.MinInt64},
		recycled: minRecycled,
		gIndex:   make(map[GoID]int32),
		mIndex:   make(map[ThreadID]int32),
		symbols:  newSymbols(keptSymbols),
		ranges:   make(map[rangeKey]openRange),
		tasks:    make(map[uint64]openTask),
		regions:  make(map[int32][]openRegion),
	}
}

// clock makes times read generation by generation those of one sequential read:
// the reader gives an event that is not later than its predecessor the next
// nanosecond. Within a generation it has done so; across generations, which
// overlap by a little, it is done here. (Traces of Go 1.21 and earlier may have
// equal times.)
type clock struct {
	strict bool
	last   Time
}

func (c *clock) tell(t Time) Time {
	if c.strict && t <= c.last {
		t = c.last + 1
	}
	c.last = max(c.last, t)
	return c.last
}

// beginGeneration forgets the numbers of the last generation; number is that of the one
// that begins.
func (m *machine) beginGeneration(number uint64) {
	m.prepare(number)
	m.recycle()
	pg := &m.page
	pg.gs, pg.ids, pg.threads, pg.texts, pg.labels = pg.gs[:0], pg.ids[:0], pg.threads[:0], pg.texts[:0], pg.labels[:0]
	pg.frames, pg.stacks = pg.frames[:0], pg.stacks[:0]
	for i := range m.ended {
		m.ended[i].named = 0
	}
}

// play takes a page's events up to time to; errPast says there is a later one.
func (m *machine) play(p page, to Time) error {
	m.join(&p)
	if m.skipped {
		return nil
	}
	m.learn(&p.names)
	for i := range p.events {
		ev := &p.events[i]
		if ev.op == opSync && !m.clock.strict {
			continue // Go 1.21 and earlier had none: the reader made it up
		}
		t := m.clock.tell(ev.time)
		if !m.started {
			m.started, m.start, m.now, m.resumed = true, t, t, t
		}
		if ev.op == opSync {
			continue
		}
		if t > to {
			return errPast
		}
		m.now = t
		m.events++
		m.event(ev, p.more)
	}
	m.recycle()
	return nil
}

// learn translates a page's new names to the machine's numbers.
func (m *machine) learn(n *names) {
	pg := &m.page
	for _, id := range n.gs {
		pg.gs, pg.ids = append(pg.gs, m.goroutine(id)), append(pg.ids, id)
	}
	for _, id := range n.threads {
		pg.threads = append(pg.threads, m.thread(id))
	}
	for _, s := range n.texts {
		pg.texts = append(pg.texts, m.symbols.text(s))
	}
	for _, s := range n.labels {
		pg.labels = append(pg.labels, m.symbols.label(s))
	}
	for i := range n.frames {
		pg.frames = append(pg.frames, m.symbols.frame(&n.frames[i]))
	}
	for _, s := range n.stacks {
		pg.stacks = append(pg.stacks, m.symbols.stack(s, pg.frames))
	}
}

func (m *machine) goroutine(id GoID) int32 {
	g, ok := m.gIndex[id]
	if !ok {
		g = m.bear(id)
	}
	return g
}

// bear gives a goroutine that was not there before its number.
func (m *machine) bear(id GoID) int32 {
	var g int32
	if n := len(m.free); n > 0 {
		g, m.free = m.free[n-1], m.free[:n-1]
		*m.gs.at(g) = unborn(id)
	} else {
		g = m.gs.n
		*m.gs.reach(g) = unborn(id)
	}
	m.gIndex[id] = g
	return g
}

func unborn(id GoID) gState {
	return gState{id: id, parent: NoG, p: NoP, readyP: NoP, lastP: NoP, m: -1, waker: -1}
}

func (m *machine) thread(id ThreadID) int32 {
	i, ok := m.mIndex[id]
	if !ok {
		if len(m.threads) == keptThreads {
			m.crowded.threads = true
			return -1
		}
		i = int32(len(m.threads))
		m.mIndex[id] = i
		m.threads = append(m.threads, id)
	}
	return i
}

// proc returns the state of P p.
func (m *machine) proc(p ProcID) *pState {
	for len(m.ps) <= int(p) {
		m.ps = append(m.ps, pState{m: -1, g: -1})
	}
	m.ps[p].known = true
	return &m.ps[p]
}

// damage is something a sound trace does not hold.
type damage string

func (d damage) Error() string { return string(d) }

// Each of these translates one of an event's numbers to the machine's.
func (pg *translation) g(n uint32) int32      { return max(at(pg.gs, n, -1), -1) }
func (pg *translation) thread(n uint32) int32 { return at(pg.threads, n, -1) }
func (pg *translation) text(n uint32) int32   { return at(pg.texts, n, 0) }
func (pg *translation) label(n uint32) int32  { return at(pg.labels, n, 0) }
func (pg *translation) stack(n uint32) int32  { return at(pg.stacks, n, 0) }

// subject returns the goroutine that an event is about. If it has ended long ago, this
// is another life.
func (m *machine) subject(n uint32) int32 {
	g := at(m.page.gs, n, -1)
	if g != goneG {
		return g
	}
	g = m.goroutine(m.page.ids[n-1])
	m.gs.at(g).again = true
	m.page.gs[n-1] = g
	return g
}

func at(table []int32, n uint32, none int32) int32 {
	if n == 0 {
		return none
	}
	return table[n-1]
}

func (m *machine) event(ev *event, rest []more) {
	switch ev.op {
	case opGo:
		m.goTransition(ev)
	case opProc:
		m.procTransition(ev)
	case opRangeBegin, opRangeActive, opRangeEnd:
		m.rangeEvent(ev)
	case opMetric:
		m.metric(m.symbols.texts[m.page.text(ev.text)], rest[ev.stack].value)
	case opTaskBegin:
		m.taskBegin(ev, rest[ev.stack])
	case opTaskEnd:
		m.taskEnd(ev, rest[ev.stack])
	case opRegionBegin:
		m.regionBegin(ev, rest[ev.stack].id)
	case opRegionEnd:
		m.regionEnd(ev, rest[ev.stack].id)
	case opSample:
		for _, s := range m.samples {
			s.sample(m, m.page.stack(ev.stack))
		}
	case opLog:
		l := rest[ev.stack]
		for _, s := range m.annotations {
			s.log(m, m.page.g(ev.g), l.id, m.symbols.texts[m.page.label(ev.text)], l.message)
		}
	}
}

func (m *machine) metric(name string, value uint64) {
	if name == metricGOMAXPROCS {
		m.gomaxprocs = int64(min(value, maxProcs))
	}
	for _, s := range m.metrics {
		s.metric(m, name, value)
	}
}

// Names of metrics, as in runtime/metrics.
const (
	metricGOMAXPROCS = "/sched/gomaxprocs:threads"
	metricHeap       = "/memory/classes/heap/objects:bytes"
	metricHeapGoal   = "/gc/heap/goal:bytes"
)

// doubts lists what in the trace contradicts itself.
func (m *machine) doubts() []string {
	out := m.breaks()
	if m.illegal > 0 {
		out = append(out, fmt.Sprintf("%d events contradict the state a goroutine was in; figures about those goroutines may be off", m.illegal))
	}
	return out
}

// finish tells the sinks about everything that is still going on at the end.
func (m *machine) finish(end Time) {
	m.now = end
	m.endAll()
}

// endAll tells the sinks about everything that is going on.
func (m *machine) endAll() {
	// Before the goroutines: what an assist ran is counted when the first of both ends.
	for _, r := range m.ranges {
		m.endRange(r, true)
	}
	var running []int32
	for g := range m.gs.n {
		switch gs := m.gs.at(g); {
		case !gs.alive() || gs.since > m.now:
		case gs.state == StateRunning:
			running = append(running, g)
		default:
			m.emit(g, gs, StateUnknown, NotPreempted, NoP)
		}
	}
	// Of these the order matters, and that of the numbers is not always the same.
	slices.SortFunc(running, func(a, b int32) int { return cmp.Compare(m.gs.at(a).id, m.gs.at(b).id) })
	for _, g := range running {
		m.emit(g, m.gs.at(g), StateUnknown, NotPreempted, NoP)
	}
	for _, t := range m.tasks {
		for _, s := range m.annotations {
			s.taskEnd(m, t, m.now, true)
		}
	}
	for _, rs := range m.regions {
		for _, r := range rs {
			for _, s := range m.annotations {
				s.regionEnd(m, r, m.now, true)
			}
		}
	}
}

// inState appends the goroutines that are in a state to out.
func (m *machine) inState(s State, out []int32) []int32 {
	for g := range m.gs.n {
		if m.gs.at(g).state == s {
			out = append(out, g)
		}
	}
	return out
}
