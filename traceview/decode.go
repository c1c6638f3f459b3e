package traceview

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/exp/trace"
)

const readBuffer = 256 << 10

// generationReader turns the bytes of one generation into pages.
type generationReader struct {
	emit func(page) error
	page page

	gs      numbers[trace.GoID]
	threads numbers[trace.ThreadID]
	texts   map[string]uint32
	stacks  stackNumbers
}

// numbers gives ids numbers from 1 on. A map alone would be a tenth of the time
// of reading a trace; most ids are found in a small table before it.
type numbers[T ~int64] struct {
	recent [256]struct {
		id T
		n  uint32
	}
	all map[T]uint32
}

// of returns id's number, and whether it is new.
func (x *numbers[T]) of(id T) (n uint32, fresh bool) {
	r := &x.recent[uint64(id)%uint64(len(x.recent))]
	if r.id == id && r.n != 0 {
		return r.n, false
	}
	n, ok := x.all[id]
	if !ok {
		n = uint32(len(x.all)) + 1
		x.all[id] = n
	}
	r.id, r.n = id, n
	return n, !ok
}

// stackNumbers gives stacks numbers from 1 on. A goroutine stops at a few places
// again and again, so most are found among those of the goroutine's last.
type stackNumbers struct {
	recent [256]struct {
		stacks [4]trace.Stack
		n      [4]uint32
		next   uint8
	}
	all map[trace.Stack]uint32
}

// of returns s's number, and whether it is new; g is the number of whose it is.
func (x *stackNumbers) of(s trace.Stack, g uint32) (n uint32, fresh bool) {
	r := &x.recent[g%uint32(len(x.recent))]
	for i := range r.stacks {
		if r.stacks[i] == s {
			return r.n[i], false
		}
	}
	n, ok := x.all[s]
	if !ok {
		n = uint32(len(x.all)) + 1
		x.all[s] = n
	}
	r.stacks[r.next], r.n[r.next] = s, n
	r.next = (r.next + 1) % uint8(len(r.stacks))
	return n, !ok
}

// readGeneration reads the events in r, a whole trace of one generation, and
// hands them to emit as pages, the last one marked. It returns emit's error or
// ctx's; what is wrong with the trace itself is told in the last page.
func readGeneration(ctx context.Context, r io.Reader, emit func(page) error) error {
	g := &generationReader{
		emit:  emit,
		page:  page{events: newEvents()},
		texts: make(map[string]uint32),
	}
	g.stacks.all = make(map[trace.Stack]uint32)
	g.gs.all = make(map[trace.GoID]uint32)
	g.threads.all = make(map[trace.ThreadID]uint32)
	stop, err := g.readAll(ctx, r)
	if stop != nil {
		return stop
	}
	if err != nil {
		g.page.err = damage(firstLine(err))
	}
	g.page.end = true
	return g.flush()
}

// readAll takes r's events until it ends, breaks (err), or nobody wants them any
// more (stop).
func (g *generationReader) readAll(ctx context.Context, r io.Reader) (stop, err error) {
	// The reader and its events panic on some damage; to us that is damage like any other.
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the trace reader gave up: %v", p)
		}
	}()
	tr, err := trace.NewReader(bufio.NewReaderSize(r, readBuffer))
	if err != nil {
		return nil, err
	}
	synced := false
	for {
		ev, err := tr.ReadEvent()
		if err != nil {
			if errors.Is(err, io.EOF) {
				err = nil
			}
			return nil, err
		}
		if ev.Kind() == trace.EventSync {
			if synced {
				continue // the end's; a sequential read has it only at the trace's end
			}
			synced = true
		}
		g.add(&ev)
		if len(g.page.events) == pageEvents {
			if err := ctx.Err(); err != nil {
				return err, nil
			}
			if err := g.flush(); err != nil {
				return err, nil
			}
		}
	}
}

func (g *generationReader) flush() error {
	p := g.page
	g.page = page{}
	if !p.end {
		g.page.events = newEvents()
	}
	return g.emit(p)
}

// add appends an event to the page. It is written where it will stand, for millions
// are, and counts once it is whole: its getters may panic.
func (g *generationReader) add(ev *trace.Event) {
	events := g.page.events[:len(g.page.events)+1]
	e := &events[len(events)-1]
	if ev.Kind() == trace.EventStateTransition {
		g.transition(ev, e)
	} else {
		*e = g.event(ev)
	}
	e.time = Time(ev.Time())
	g.page.events = events
}

// event translates what is not a state transition.
func (g *generationReader) event(ev *trace.Event) event {
	switch ev.Kind() {
	case trace.EventSync:
		return event{op: opSync}
	case trace.EventRangeBegin:
		return g.rangeEvent(ev, opRangeBegin)
	case trace.EventRangeActive:
		return g.rangeEvent(ev, opRangeActive)
	case trace.EventRangeEnd:
		return g.rangeEvent(ev, opRangeEnd)
	case trace.EventMetric:
		if m := ev.Metric(); m.Value.Kind() == trace.ValueUint64 {
			return event{op: opMetric, text: g.text(m.Name), stack: g.more(more{value: m.Value.Uint64()})}
		}
	case trace.EventTaskBegin:
		return g.task(ev, opTaskBegin)
	case trace.EventTaskEnd:
		return g.task(ev, opTaskEnd)
	case trace.EventRegionBegin:
		return g.region(ev, opRegionBegin)
	case trace.EventRegionEnd:
		return g.region(ev, opRegionEnd)
	case trace.EventStackSample:
		return event{op: opSample, stack: g.stack(ev.Stack(), 0)}
	case trace.EventLog:
		l := ev.Log()
		return event{
			op: opLog, g: g.goroutine(ev.Goroutine()), text: g.text(l.Category),
			stack: g.more(more{id: uint64(l.Task), message: l.Message}),
		}
	}
	return event{}
}

// more keeps what an event's fields have no room for, and returns its place.
func (g *generationReader) more(m more) uint32 {
	g.page.more = append(g.page.more, m)
	return uint32(len(g.page.more) - 1)
}

// stateOf and procStateOf translate x/exp/trace's states; what it may add later is unknown.
var (
	stateOf = [16]State{
		trace.GoNotExist: StateDead, trace.GoRunnable: StateRunnable, trace.GoRunning: StateRunning,
		trace.GoWaiting: StateWaiting, trace.GoSyscall: StateSyscall,
	}
	procStateOf = [16]uint8{
		trace.ProcNotExist: procDead, trace.ProcRunning: procRunning, trace.ProcIdle: procIdle,
	}
)

// transition sets all of e but its time.
func (g *generationReader) transition(ev *trace.Event, e *event) {
	st := ev.StateTransition()
	e.m = g.thread(ev.Thread())
	switch st.Resource.Kind {
	case trace.ResourceGoroutine:
		from, to := st.Goroutine()
		e.op, e.states, e.p = opGo, uint8(stateOf[from&15]<<4|stateOf[to&15]), procOf(ev.Proc())
		e.g = g.goroutine(st.Resource.Goroutine())
		e.by = e.g
		if by := ev.Goroutine(); by != st.Resource.Goroutine() {
			e.by = g.goroutine(by)
		}
		switch {
		case from == trace.GoNotExist:
			e.stack, e.text = g.stack(ev.Stack(), e.by), g.stack(st.Stack, e.g)
		case st.Stack != trace.NoStack: // that of the event, too
			e.stack, e.text = g.stack(st.Stack, e.g), g.text(st.Reason)
		case to != trace.GoRunning: // which has neither stack nor reason
			e.stack, e.text = g.stack(ev.Stack(), e.by), g.text(st.Reason)
		default:
			e.stack, e.text = 0, 0
		}
	case trace.ResourceProc:
		from, to := st.Proc()
		*e = event{
			op: opProc, states: procStateOf[from&15]<<4 | procStateOf[to&15], m: e.m,
			p: procOf(st.Resource.Proc()), by: uint32(takenBy(st.Resource.Proc(), ev.Proc())),
		}
	default:
		*e = event{}
	}
}

// takenBy tells who changes the state of P p: the thread that has it, or another.
func takenBy(p, context trace.ProcID) handoff {
	switch context {
	case p:
		return givenUp
	case trace.NoProc:
		return takenByMonitor
	}
	return takenByOther
}

// procOf returns p, or -1 for one that cannot be. (Go 1.21 and earlier invented
// some for what happened on no P.)
func procOf(p trace.ProcID) int16 {
	if p < 0 || p >= maxProcs {
		return -1
	}
	return int16(p)
}

func (g *generationReader) rangeEvent(ev *trace.Event, o op) event {
	r := ev.Range()
	e := event{op: o, text: g.text(r.Name), g: g.goroutine(ev.Goroutine())}
	switch r.Scope.Kind {
	case trace.ResourceGoroutine:
		e.states, e.by = scopeGoroutine, g.goroutine(r.Scope.Goroutine())
	case trace.ResourceProc:
		e.states, e.by = scopeProc, uint32(procOf(r.Scope.Proc())+1)
	}
	return e
}

func (g *generationReader) task(ev *trace.Event, o op) event {
	t := ev.Task()
	return event{op: o, text: g.text(t.Type), stack: g.more(more{id: uint64(t.ID), parent: uint64(t.Parent)})}
}

func (g *generationReader) region(ev *trace.Event, o op) event {
	r := ev.Region()
	return event{
		op: o, g: g.goroutine(ev.Goroutine()), text: g.text(r.Type), stack: g.more(more{id: uint64(r.Task)}),
	}
}

func (g *generationReader) goroutine(id trace.GoID) uint32 {
	if id < 0 {
		return 0
	}
	n, fresh := g.gs.of(id)
	if fresh {
		g.page.gs = append(g.page.gs, GoID(id))
	}
	return n
}

func (g *generationReader) thread(id trace.ThreadID) uint32 {
	if id < 0 {
		return 0
	}
	n, fresh := g.threads.of(id)
	if fresh {
		g.page.threads = append(g.page.threads, ThreadID(id))
	}
	return n
}

func (g *generationReader) text(s string) uint32 {
	if s == "" {
		return 0
	}
	n, ok := g.texts[s]
	if !ok {
		n = uint32(len(g.texts)) + 1
		g.texts[s] = n
		g.page.texts = append(g.page.texts, s)
	}
	return n
}

// stack returns the number of s, a stack of the goroutine numbered of.
func (g *generationReader) stack(s trace.Stack, of uint32) uint32 {
	if s == trace.NoStack {
		return 0
	}
	n, fresh := g.stacks.of(s, of)
	if fresh {
		var frames Stack
		for f := range s.Frames() {
			frames = append(frames, Frame{PC: f.PC, Func: f.Func, File: f.File, Line: int(f.Line)})
		}
		g.page.stacks = append(g.page.stacks, frames)
	}
	return n
}

// firstLine keeps an error of the trace reader, which may go on for pages, to one line.
func firstLine(err error) string {
	const limit = 200
	s, _, _ := strings.Cut(err.Error(), "\n")
	if len(s) > limit {
		s = strings.ToValidUTF8(s[:limit], "") + "…"
	}
	return strings.TrimRight(s, ": \t")
}
