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
	stacks  map[trace.Stack]uint32
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

// readGeneration reads the events in r, a whole trace of one generation, and
// hands them to emit as pages, the last one marked. It returns emit's error or
// ctx's; what is wrong with the trace itself is told in the last page.
func readGeneration(ctx context.Context, r io.Reader, emit func(page) error) error {
	g := &generationReader{
		emit:   emit,
		page:   page{events: newEvents()},
		texts:  make(map[string]uint32),
		stacks: make(map[trace.Stack]uint32),
	}
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

// add appends an event to the page.
func (g *generationReader) add(ev *trace.Event) {
	g.page.events = append(g.page.events, event{time: Time(ev.Time())})
	e := &g.page.events[len(g.page.events)-1]
	switch ev.Kind() {
	case trace.EventStateTransition:
		g.transition(ev, e)
	case trace.EventSync:
		e.op = opSync
	case trace.EventRangeBegin:
		g.rangeEvent(ev, opRangeBegin, e)
	case trace.EventRangeActive:
		g.rangeEvent(ev, opRangeActive, e)
	case trace.EventRangeEnd:
		g.rangeEvent(ev, opRangeEnd, e)
	case trace.EventMetric:
		if m := ev.Metric(); m.Value.Kind() == trace.ValueUint64 {
			e.op, e.text = opMetric, g.text(m.Name)
			g.more(e, more{value: m.Value.Uint64()})
		}
	case trace.EventTaskBegin:
		g.task(ev, opTaskBegin, e)
	case trace.EventTaskEnd:
		g.task(ev, opTaskEnd, e)
	case trace.EventRegionBegin:
		g.region(ev, opRegionBegin, e)
	case trace.EventRegionEnd:
		g.region(ev, opRegionEnd, e)
	case trace.EventStackSample:
		e.op, e.stack = opSample, g.stack(ev.Stack())
	case trace.EventLog:
		l := ev.Log()
		e.op, e.g, e.text = opLog, g.goroutine(ev.Goroutine()), g.text(l.Category)
		g.more(e, more{id: uint64(l.Task), text: g.text(l.Message)})
	}
}

func (g *generationReader) more(e *event, m more) {
	e.stack = uint32(len(g.page.more))
	g.page.more = append(g.page.more, m)
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

func (g *generationReader) transition(ev *trace.Event, e *event) {
	st := ev.StateTransition()
	e.m = g.thread(ev.Thread())
	switch st.Resource.Kind {
	case trace.ResourceGoroutine:
		from, to := st.Goroutine()
		id, by := st.Resource.Goroutine(), ev.Goroutine()
		e.op, e.states = opGo, uint8(stateOf[from&15]<<4|stateOf[to&15])
		e.g = g.goroutine(id)
		if e.by = e.g; by != id {
			e.by = g.goroutine(by)
		}
		e.stack = g.stack(ev.Stack())
		if from == trace.GoNotExist {
			e.text = g.stack(st.Stack)
		} else {
			e.text = g.text(st.Reason)
		}
		e.p = procOf(ev.Proc())
	case trace.ResourceProc:
		from, to := st.Proc()
		e.op, e.states = opProc, procStateOf[from&15]<<4|procStateOf[to&15]
		e.p = procOf(st.Resource.Proc())
		e.by = uint32(takenBy(st.Resource.Proc(), ev.Proc()))
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

func (g *generationReader) rangeEvent(ev *trace.Event, o op, e *event) {
	r := ev.Range()
	e.op, e.text, e.g = o, g.text(r.Name), g.goroutine(ev.Goroutine())
	switch r.Scope.Kind {
	case trace.ResourceGoroutine:
		e.states, e.by = scopeGoroutine, g.goroutine(r.Scope.Goroutine())
	case trace.ResourceProc:
		e.states, e.by = scopeProc, uint32(procOf(r.Scope.Proc())+1)
	}
}

func (g *generationReader) task(ev *trace.Event, o op, e *event) {
	t := ev.Task()
	e.op, e.text = o, g.text(t.Type)
	g.more(e, more{id: uint64(t.ID), parent: uint64(t.Parent)})
}

func (g *generationReader) region(ev *trace.Event, o op, e *event) {
	r := ev.Region()
	e.op, e.g, e.text = o, g.goroutine(ev.Goroutine()), g.text(r.Type)
	g.more(e, more{id: uint64(r.Task)})
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

func (g *generationReader) stack(s trace.Stack) uint32 {
	if s == trace.NoStack {
		return 0
	}
	n, ok := g.stacks[s]
	if !ok {
		n = uint32(len(g.stacks)) + 1
		g.stacks[s] = n
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
