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

// ErrPast stops reading early: what follows is after the window.
var ErrPast = errors.New("past the window")

const (
	keptThreads = 1 << 18
)

// Machine follows every G, P and M through a trace. It is the only place that knows what an event
// means; it reports the consequences to its sinks.
//
// Goroutines and threads are numbered in the order in which they are first mentioned; G and M in
// spans are these numbers. A goroutine's number is reused once it has ended and no sink refers to
// it: see recycle.
type Machine struct {
	sinkLists
	clock clock

	Start, Now traceview.Time // times of the first and the last event
	Started    bool
	Events     int64
	continuity

	Gs           grow.Chunked[GState]
	gIndex       map[traceview.GoID]int32
	ended        []endedG // goroutines that have ended; the first held of them
	held         int      // were still referred to when recycle last checked
	free         []int32  // numbers to be reused
	marks        []bool   // scratch space of recycle
	RecycleAfter int      // goroutines that must have ended before their numbers are reused
	Ps           []PState
	Threads      []traceview.ThreadID
	mIndex       map[traceview.ThreadID]int32
	Symbols      Symbols

	ranges  map[rangeKey]OpenRange
	tasks   map[uint64]OpenTask
	regions map[int32][]OpenRegion // by goroutine, outermost first

	HeldPs     int   // Ps held by a thread
	STW        int   // open stop-the-world ranges
	GOMAXPROCS int64 // 0 until the trace gives it
	illegal    int64 // transitions from a state in which the goroutine was not
	Misordered int64 // events that a sequential read would return after later ones
	open       int   // number of open regions
	Crowded    Crowded

	numbers numbering
	current Span // the span passed to sinks; reused, since there are millions
}

// numbering translates the numbers of the current generation's names, minus one, to the machine's.
type numbering struct {
	gs, threads, texts, labels, frames, stacks []int32
	ids                                        []traceview.GoID // of gs
}

// retiredG marks, in a numbering, a goroutine without a number: it has ended and its number may have been reused, or
// [Machine.RegisterLater] has not registered it yet.
const retiredG = -2

// endedG is a goroutine that has ended.
type endedG struct {
	g     int32
	named uint32 // its number among the current generation's names; 0 if it has none
}

// GState is the current state of a goroutine. There may be millions; one takes 80 bytes.
type GState struct {
	ID      traceview.GoID
	Created traceview.Time // 0: before the trace
	Parent  traceview.GoID
	First   traceview.Time // the first time it was seen alive
	Since   traceview.Time // begin of the state; if that was before the trace, the trace's begin
	Func    int32
	Stack   int32
	Reason  int32
	Waker   int32
	M       int32
	P       traceview.ProcID // where it runs or, in a syscall, last ran
	ReadyP  traceview.ProcID // where it was made runnable
	lastP   traceview.ProcID // where it ran last before the current span
	State   traceview.State
	Begun   bool               // the begin of the state is in the trace
	Ran     bool               // it has run in the trace
	onP     bool               // it holds its P
	Lost    bool               // not mentioned since the last gap, which began at Since
	reused  bool               // an earlier goroutine had the same ID
	Sure    classify.Certainty // certainty of Func
}

// PState is the current state of a P.
type PState struct {
	Known   bool
	lost    bool  // not mentioned since the last gap
	Running bool  // some M holds it
	m       int32 // that M, or the last one; -1 before the first
	G       int32 // the goroutine that runs or is in a syscall on it; -1 is none
}

// alive reports whether the goroutine exists, as far as is known.
func (gs *GState) alive() bool {
	return gs.State != traceview.StateUnknown && gs.State != traceview.StateDead
}

// Span is a state that a goroutine was in, as passed to sinks when it ends.
type Span struct {
	*GState                   // the state, which began at Since
	G       int32             // the goroutine's number
	To      traceview.State   // the next state; StateUnknown if the trace or the window ends
	Preempt traceview.Preempt // of a running span: how it ended
	End     traceview.Time
	NextP   traceview.ProcID // of a runnable span whose goroutine runs next: its P
}

// FirstRun reports whether it is a new goroutine's wait for its first run.
func (s *Span) FirstRun() bool { return s.State == traceview.StateRunnable && s.Created != 0 && !s.Ran }

// BeforeTrace reports whether it is a wait for a P that began, or may have begun, before the
// goroutine was known: the first wait of a goroutine older than the trace, or a wait in progress at
// the end of a gap.
func (s *Span) BeforeTrace() bool {
	return s.State == traceview.StateRunnable && (s.Created == 0 && !s.Ran || !s.Begun)
}

// Unnamed reports whether it is the wait for the first run of a goroutine whose start function is
// not known yet, or only the trampoline. The stack at the end of that run will show it.
func (s *Span) Unnamed() bool {
	return s.State == traceview.StateRunnable && !s.Ran && s.Sure == classify.Unknown
}

// Moved reports whether it ran on a P other than its previous one.
func (s *Span) Moved() bool {
	return s.State == traceview.StateRunning && s.lastP >= 0 && s.P != s.lastP
}

// ProcChange is a change of the thread that holds a P.
type ProcChange struct {
	Held    bool           // a thread holds it now
	Before  bool           // and held it before the trace
	Moved   bool           // the thread is not the previous one
	Handoff decode.Handoff // how it left a goroutine behind in a system call, if it did
}

type rangeKey struct {
	scope  uint8
	target int64 // g or P
	name   int32
}

// OpenRange is a range of the runtime's that has begun.
type OpenRange struct {
	Name  int32 // a text
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

// NewMachine returns a machine positioned before the trace; strict is for its clock.
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

// clock turns times that were read generation by generation into those of one sequential read. That
// gives an event which is not later than its predecessor the predecessor's time plus one
// nanosecond. Within a generation the reader has done so; across generations, which overlap
// slightly, it is done here. (Traces of Go 1.21 and earlier may have equal times.)
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

// BeginGeneration discards the previous generation's numbering; number is the number of the new
// one.
func (m *Machine) BeginGeneration(number uint64) {
	m.prepare(number)
	m.recycle()
	num := &m.numbers
	num.gs, num.ids, num.threads, num.texts, num.labels = num.gs[:0], num.ids[:0], num.threads[:0], num.texts[:0],
		num.labels[:0]
	num.frames, num.stacks = num.frames[:0], num.stacks[:0]
	for i := range m.ended {
		m.ended[i].named = 0
	}
}

// Play plays a batch's events up to time to; ErrPast says that there is a later one.
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

// AddNames adds a batch's new names to the numbering.
func (m *Machine) AddNames(names *decode.Names) {
	num := &m.numbers
	for _, id := range names.Gs {
		num.gs, num.ids = append(num.gs, m.goroutine(id)), append(num.ids, id)
	}
	m.addOtherNames(names)
}

// AddLaterNames is AddNames for a batch of which only [Machine.RegisterLater] is told. A goroutine gets a number only
// if that registers it: there may be millions that are created later.
func (m *Machine) AddLaterNames(names *decode.Names) {
	num := &m.numbers
	for _, id := range names.Gs {
		g, ok := m.gIndex[id]
		if !ok {
			g = retiredG
		}
		num.gs, num.ids = append(num.gs, g), append(num.ids, id)
	}
	m.addOtherNames(names)
}

// addOtherNames adds names of what is not a goroutine.
func (m *Machine) addOtherNames(names *decode.Names) {
	num := &m.numbers
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

// newG assigns a number to a new goroutine.
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
	return GState{
		ID: id, Parent: traceview.NoG, P: traceview.NoP, ReadyP: traceview.NoP, lastP: traceview.NoP, M: -1,
		Waker: -1,
	}
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

// Each of the following translates one of an event's numbers to the machine's.
func (num *numbering) g(n uint32) int32      { return max(lookup(num.gs, n, -1), -1) }
func (num *numbering) thread(n uint32) int32 { return lookup(num.threads, n, -1) }
func (num *numbering) text(n uint32) int32   { return lookup(num.texts, n, 0) }
func (num *numbering) label(n uint32) int32  { return lookup(num.labels, n, 0) }
func (num *numbering) stack(n uint32) int32  { return lookup(num.stacks, n, 0) }

// subject returns the number of the goroutine that an event is about. If that was retired, this is
// a new life with the same ID.
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

// Warnings describes the gaps and contradictions in the trace.
func (m *Machine) Warnings() []string {
	out := m.gapWarnings()
	if m.illegal > 0 {
		out = append(out, fmt.Sprintf("%d events contradict the state a goroutine was in; "+
			"figures about those goroutines may be off", m.illegal))
	}
	return out
}

// Finish reports everything that is still in progress at the end to the sinks.
func (m *Machine) Finish(end traceview.Time) {
	m.Now = end
	m.endAll()
}

// endAll reports everything that is in progress to the sinks, as ended.
func (m *Machine) endAll() {
	// Ranges before goroutines: a mark assist's running time is counted when the first of the two
	// ends.
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
	// For these the order matters, and the order of their numbers may differ from run to run.
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

// InState appends the numbers of the goroutines in a state to out.
func (m *Machine) InState(s traceview.State, out []int32) []int32 {
	for g := range m.Gs.Len {
		if m.Gs.At(g).State == s {
			out = append(out, g)
		}
	}
	return out
}

// Never is the end of an interval without end.
const Never = traceview.Time(math.MaxInt64)
