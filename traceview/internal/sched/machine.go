package sched

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"

	"schedviz/traceview"
	"schedviz/traceview/classify"
	"schedviz/traceview/internal/decode"
	"schedviz/traceview/internal/grow"
)

// ErrPast ends a reading early: what follows is behind the window.
var ErrPast = errors.New("past the window")

const (
	keptThreads = 1 << 18
)

// Machine follows every G, P and M through a trace. It is the only place that
// knows what an event means; what it finds out goes to its sinks.
//
// Goroutines and threads are numbered in the order in which they are first
// mentioned; the g and m in spans are these numbers. A goroutine's number is given
// to another once it has ended and no sink refers to it: see recycle.
type Machine struct {
	sinkLists
	clock clock

	Start, Now traceview.Time // of the first event, and of the last
	Started    bool
	Events     int64
	continuity

	Gs           grow.Chunked[GState]
	gIndex       map[traceview.GoID]int32
	ended        []endedG // goroutines that have ended; of these the first held
	held         int      // were still referred to when recycle looked last
	free         []int32  // numbers to be given out again
	marks        []bool   // for recycle
	RecycleAfter int      // goroutines that must have ended before their numbers are given to others
	Ps           []PState
	Threads      []traceview.ThreadID
	mIndex       map[traceview.ThreadID]int32
	Symbols      Symbols

	ranges  map[rangeKey]OpenRange
	tasks   map[uint64]OpenTask
	regions map[int32][]OpenRegion // by g, outermost first

	HeldPs     int   // Ps that a thread has
	STW        int   // stop-the-world ranges open
	GOMAXPROCS int64 // 0 until the trace tells
	illegal    int64 // transitions from a state the goroutine was not in
	Misordered int64 // events that a sequential read would have after later ones
	open       int   // regions that are open
	Crowded    Crowded

	numbers numbering
	current Span // what the sinks are told of; one for all, for there are millions
}

// numbering says what the numbers of the current generation's names, less one, are here.
type numbering struct {
	gs, threads, texts, labels, frames, stacks []int32
	ids                                        []traceview.GoID // of gs
}

// retiredG stands in a numbering for a goroutine that has ended, and whose number another may have.
const retiredG = -2

// endedG is a goroutine that has ended.
type endedG struct {
	g     int32
	named uint32 // its number among the current generation's names; 0 if it has none
}

// GState is what a goroutine is doing now. There may be millions: it takes 80 bytes.
type GState struct {
	ID      traceview.GoID
	Created traceview.Time // 0: before the trace
	Parent  traceview.GoID
	First   traceview.Time // first moment it was seen alive
	Since   traceview.Time // begin of the state; of a state begun before the trace, the trace's begin
	Func    int32
	Stack   int32
	Reason  int32
	Waker   int32
	M       int32
	P       traceview.ProcID // where it runs, or in a syscall ran last
	ReadyP  traceview.ProcID // where it was made runnable
	lastP   traceview.ProcID // where it ran before
	State   traceview.State
	Begun   bool               // the begin of the state is in the trace
	Ran     bool               // it has run in the trace
	onP     bool               // it holds P p
	Lost    bool               // not mentioned since the last gap: since is when that began
	reused  bool               // it has another life behind it
	Sure    classify.Certainty // of fn, if that is behind a trampoline
}

// PState is what a P is doing now.
type PState struct {
	Known   bool
	lost    bool  // not mentioned since the last gap
	Running bool  // some M has it
	m       int32 // that M, or the last one; -1 before the first
	G       int32 // the goroutine running or in a syscall on it, -1
}

// alive reports whether the goroutine exists, as far as is known.
func (gs *GState) alive() bool {
	return gs.State != traceview.StateUnknown && gs.State != traceview.StateDead
}

// Span is a state a goroutine was in, as sinks get it when the state ends.
type Span struct {
	*GState                   // the state, from since on
	G       int32             // whose
	To      traceview.State   // the state that follows; StateUnknown when the trace or the window ends
	Preempt traceview.Preempt // of running: how it ended
	End     traceview.Time
	NextP   traceview.ProcID // of runnable that runs now: on which P
}

// FirstRun tells whether it is a new goroutine's wait for its first run.
func (s *Span) FirstRun() bool { return s.State == traceview.StateRunnable && s.Created != 0 && !s.Ran }

// BeforeTrace reports whether it is a wait for a P that began, or may have begun, before
// anything was known of the goroutine: the first of one that is older than the trace, or
// one that lasted when a gap ended.
func (s *Span) BeforeTrace() bool {
	return s.State == traceview.StateRunnable && (s.Created == 0 && !s.Ran || !s.Begun)
}

// Unnamed reports whether it is the wait for the first run of a goroutine of which only the
// trampoline is known: its first stack, at the end of that run, will say more.
func (s *Span) Unnamed() bool {
	return s.State == traceview.StateRunnable && !s.Ran && s.Func != 0 && s.Sure == classify.Unknown
}

// Moved tells whether it ran on another P than the last time.
func (s *Span) Moved() bool {
	return s.State == traceview.StateRunning && s.lastP >= 0 && s.P != s.lastP
}

// ProcChange is what happens to a P.
type ProcChange struct {
	Held    bool           // a thread has it now
	Before  bool           // and had it before the trace
	Moved   bool           // another one than the last time
	Handoff decode.Handoff // it leaves a goroutine behind in a system call
}

type rangeKey struct {
	scope  uint8
	target int64 // g or P
	name   int32
}

// OpenRange is a range of the runtime's that has begun.
type OpenRange struct {
	Name  int32 // of symbols.texts
	Start traceview.Time
	G     int32 // -1 if none
	P     traceview.ProcID
}

// OpenTask is a task that has begun.
type OpenTask struct {
	ID, Parent uint64
	Name       int32
	Start      traceview.Time // 0: before the trace
}

// OpenRegion is a region of a goroutine that has begun.
type OpenRegion struct {
	Task  uint64
	Name  int32
	G     int32
	Start traceview.Time // 0: before the trace
}

// NewMachine returns a machine that stands before the trace. Strict is the clock's.
func NewMachine(strict bool, sinks []Sink) *Machine {
	return &Machine{
		sinkLists:    newSinkLists(sinks),
		clock:        clock{strict: strict, last: math.MinInt64},
		RecycleAfter: RecycleAfter,
		gIndex:       make(map[traceview.GoID]int32),
		mIndex:       make(map[traceview.ThreadID]int32),
		Symbols:      newSymbols(symbolBudgets),
		ranges:       make(map[rangeKey]OpenRange),
		tasks:        make(map[uint64]OpenTask),
		regions:      make(map[int32][]OpenRegion),
	}
}

// clock makes times read generation by generation those of one sequential read:
// the reader gives an event that is not later than its predecessor the next
// nanosecond. Within a generation it has done so; across generations, which
// overlap by a little, it is done here. (Traces of Go 1.21 and earlier may have
// equal times.)
type clock struct {
	strict bool
	last   traceview.Time
}

func (c *clock) advance(t traceview.Time) traceview.Time {
	if c.strict && t <= c.last {
		t = c.last + 1
	}
	c.last = max(c.last, t)
	return c.last
}

// BeginGeneration forgets the numbers of the last generation; number is that of the one
// that begins.
func (m *Machine) BeginGeneration(number uint64) {
	m.prepare(number)
	m.recycle()
	num := &m.numbers
	num.gs, num.ids, num.threads, num.texts, num.labels = num.gs[:0], num.ids[:0], num.threads[:0], num.texts[:0], num.labels[:0]
	num.frames, num.stacks = num.frames[:0], num.stacks[:0]
	for i := range m.ended {
		m.ended[i].named = 0
	}
}

// Play takes a batch's events up to time to; ErrPast says there is a later one.
func (m *Machine) Play(b decode.Batch, to traceview.Time) error {
	m.CheckContinuity(&b)
	if m.Skipped {
		return nil
	}
	m.AddNames(&b.Names)
	for i := range b.Events {
		ev := &b.Events[i]
		if ev.Op == decode.OpSync && !m.clock.strict {
			continue // Go 1.21 and earlier had none: the reader made it up
		}
		t := m.clock.advance(ev.Time)
		if !m.Started {
			m.Started, m.Start, m.Now, m.Resumed = true, t, t, t
		}
		if ev.Op == decode.OpSync {
			continue
		}
		if t > to {
			return ErrPast
		}
		m.Now = t
		m.Events++
		m.event(ev, b.Extras)
	}
	m.recycle()
	return nil
}

// AddNames translates a batch's new names to the machine's numbers.
func (m *Machine) AddNames(names *decode.Names) {
	num := &m.numbers
	for _, id := range names.Gs {
		num.gs, num.ids = append(num.gs, m.goroutine(id)), append(num.ids, id)
	}
	for _, id := range names.Threads {
		num.threads = append(num.threads, m.thread(id))
	}
	for _, s := range names.Texts {
		num.texts = append(num.texts, m.Symbols.text(s))
	}
	for _, s := range names.Labels {
		num.labels = append(num.labels, m.Symbols.label(s))
	}
	for i := range names.Frames {
		num.frames = append(num.frames, m.Symbols.frame(&names.Frames[i]))
	}
	for _, s := range names.Stacks {
		num.stacks = append(num.stacks, m.Symbols.stack(s, num.frames))
	}
}

func (m *Machine) goroutine(id traceview.GoID) int32 {
	g, ok := m.gIndex[id]
	if !ok {
		g = m.newG(id)
	}
	return g
}

// newG gives a goroutine that was not there before its number.
func (m *Machine) newG(id traceview.GoID) int32 {
	var g int32
	if n := len(m.free); n > 0 {
		g, m.free = m.free[n-1], m.free[:n-1]
		*m.Gs.At(g) = zeroG(id)
	} else {
		g = m.Gs.Len
		*m.Gs.Reach(g) = zeroG(id)
	}
	m.gIndex[id] = g
	return g
}

func zeroG(id traceview.GoID) GState {
	return GState{ID: id, Parent: traceview.NoG, P: traceview.NoP, ReadyP: traceview.NoP, lastP: traceview.NoP, M: -1, Waker: -1}
}

func (m *Machine) thread(id traceview.ThreadID) int32 {
	i, ok := m.mIndex[id]
	if !ok {
		if len(m.Threads) == keptThreads {
			m.Crowded.Threads = true
			return -1
		}
		i = int32(len(m.Threads))
		m.mIndex[id] = i
		m.Threads = append(m.Threads, id)
	}
	return i
}

// proc returns the state of P p.
func (m *Machine) proc(p traceview.ProcID) *PState {
	for len(m.Ps) <= int(p) {
		m.Ps = append(m.Ps, PState{m: -1, G: -1})
	}
	m.Ps[p].Known = true
	return &m.Ps[p]
}

// Each of these translates one of an event's numbers to the machine's.
func (num *numbering) g(n uint32) int32      { return max(lookup(num.gs, n, -1), -1) }
func (num *numbering) thread(n uint32) int32 { return lookup(num.threads, n, -1) }
func (num *numbering) text(n uint32) int32   { return lookup(num.texts, n, 0) }
func (num *numbering) label(n uint32) int32  { return lookup(num.labels, n, 0) }
func (num *numbering) stack(n uint32) int32  { return lookup(num.stacks, n, 0) }

// subject returns the goroutine that an event is about. If it has ended long ago, this
// is another life.
func (m *Machine) subject(n uint32) int32 {
	g := lookup(m.numbers.gs, n, -1)
	if g != retiredG {
		return g
	}
	g = m.goroutine(m.numbers.ids[n-1])
	m.Gs.At(g).reused = true
	m.numbers.gs[n-1] = g
	return g
}

func lookup(table []int32, n uint32, none int32) int32 {
	if n == 0 {
		return none
	}
	return table[n-1]
}

func (m *Machine) event(ev *decode.Event, rest []decode.Extra) {
	switch ev.Op {
	case decode.OpGo:
		m.goTransition(ev)
	case decode.OpProc:
		m.procTransition(ev)
	case decode.OpRangeBegin, decode.OpRangeActive, decode.OpRangeEnd:
		m.rangeEvent(ev)
	case decode.OpMetric:
		m.metric(m.Symbols.Texts[m.numbers.text(ev.Text)], rest[ev.Stack].Value)
	case decode.OpTaskBegin:
		m.taskBegin(ev, rest[ev.Stack])
	case decode.OpTaskEnd:
		m.taskEnd(ev, rest[ev.Stack])
	case decode.OpRegionBegin:
		m.regionBegin(ev, rest[ev.Stack].ID)
	case decode.OpRegionEnd:
		m.regionEnd(ev, rest[ev.Stack].ID)
	case decode.OpSample:
		for _, s := range m.samples {
			s.Sample(m, m.numbers.stack(ev.Stack))
		}
	case decode.OpLog:
		l := rest[ev.Stack]
		for _, s := range m.annotations {
			s.Log(m, m.numbers.g(ev.G), l.ID, m.Symbols.Texts[m.numbers.label(ev.Text)], l.Message)
		}
	}
}

func (m *Machine) metric(name string, value uint64) {
	if name == traceview.MetricGOMAXPROCS {
		m.GOMAXPROCS = int64(min(value, decode.MaxProcs))
	}
	for _, s := range m.metrics {
		s.Metric(m, name, value)
	}
}

// Warnings lists what in the trace contradicts itself.
func (m *Machine) Warnings() []string {
	out := m.gapWarnings()
	if m.illegal > 0 {
		out = append(out, fmt.Sprintf("%d events contradict the state a goroutine was in; figures about those goroutines may be off", m.illegal))
	}
	return out
}

// Finish tells the sinks about everything that is still going on at the end.
func (m *Machine) Finish(end traceview.Time) {
	m.Now = end
	m.endAll()
}

// endAll tells the sinks about everything that is going on.
func (m *Machine) endAll() {
	// Before the goroutines: what an assist ran is counted when the first of both ends.
	for _, r := range m.ranges {
		m.endRange(r, true)
	}
	var running []int32
	for g := range m.Gs.Len {
		switch gs := m.Gs.At(g); {
		case !gs.alive() || gs.Since > m.Now:
		case gs.State == traceview.StateRunning:
			running = append(running, g)
		default:
			m.emit(g, gs, traceview.StateUnknown, traceview.NotPreempted, traceview.NoP)
		}
	}
	// Of these the order matters, and that of the numbers is not always the same.
	slices.SortFunc(running, func(a, b int32) int { return cmp.Compare(m.Gs.At(a).ID, m.Gs.At(b).ID) })
	for _, g := range running {
		m.emit(g, m.Gs.At(g), traceview.StateUnknown, traceview.NotPreempted, traceview.NoP)
	}
	for _, t := range m.tasks {
		for _, s := range m.annotations {
			s.TaskEnd(m, t, m.Now, true)
		}
	}
	for _, rs := range m.regions {
		for _, r := range rs {
			for _, s := range m.annotations {
				s.RegionEnd(m, r, m.Now, true)
			}
		}
	}
}

// InState appends the goroutines that are in a state to out.
func (m *Machine) InState(s traceview.State, out []int32) []int32 {
	for g := range m.Gs.Len {
		if m.Gs.At(g).State == s {
			out = append(out, g)
		}
	}
	return out
}

// Never is the end of what goes on.
const Never = traceview.Time(math.MaxInt64)
