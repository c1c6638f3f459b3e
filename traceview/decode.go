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

const (
	pageBytes  = 64 << 10 // a page is handed on when its data reach this
	readBuffer = 256 << 10
)

// generationReader turns the bytes of one generation into pages.
type generationReader struct {
	emit func(page) error

	enc     encoder
	fresh   names // first used in the page being written
	gs      map[trace.GoID]uint32
	threads map[trace.ThreadID]uint32
	texts   map[string]uint32
	stacks  map[trace.Stack]uint32
}

// readGeneration reads the events in r, a whole trace of one generation, and
// hands them to emit as pages, the last one marked. It returns emit's error or
// ctx's; what is wrong with the trace itself is told in the last page.
func readGeneration(ctx context.Context, r io.Reader, emit func(page) error) error {
	g := &generationReader{
		emit:    emit,
		gs:      make(map[trace.GoID]uint32),
		threads: make(map[trace.ThreadID]uint32),
		texts:   map[string]uint32{"": 0},
		stacks:  map[trace.Stack]uint32{trace.NoStack: 0},
		fresh:   names{texts: []string{""}, stacks: []Stack{nil}},
	}
	var emitErr error
	readErr := func() (err error) {
		// The reader and its events panic on some damage; to us that is damage like any other.
		defer func() {
			if p := recover(); p != nil {
				err = fmt.Errorf("the trace reader gave up: %v", p)
			}
		}()
		tr, err := trace.NewReader(bufio.NewReaderSize(r, readBuffer))
		if err != nil {
			return err
		}
		emitErr, err = g.readAll(ctx, tr)
		return err
	}()
	if emitErr != nil {
		return emitErr
	}
	return g.flush(true, readErr)
}

// readAll encodes tr's events until it ends (nil), breaks (err) or nobody wants
// them any more (stop).
func (g *generationReader) readAll(ctx context.Context, tr *trace.Reader) (stop, err error) {
	synced := false
	for {
		ev, err := tr.ReadEvent()
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		if ev.Kind() == trace.EventSync {
			// Of the two, only the first stands in a sequential read; the second is the end's.
			if !synced {
				g.enc.put(&event{op: opSync, time: Time(ev.Time())})
			}
			synced = true
		} else {
			g.encode(ev)
		}
		if len(g.enc.data) >= pageBytes {
			if err := ctx.Err(); err != nil {
				return err, nil
			}
			if err := g.flush(false, nil); err != nil {
				return err, nil
			}
		}
	}
}

func (g *generationReader) flush(end bool, err error) error {
	p := page{data: g.enc.data, names: g.fresh, end: end}
	if err != nil {
		p.err = damage(firstLine(err))
	}
	g.enc = encoder{}
	if !end {
		g.enc.data = make([]byte, 0, pageBytes+1024)
	}
	g.fresh = names{}
	return g.emit(p)
}

func (g *generationReader) encode(ev trace.Event) {
	e := event{time: Time(ev.Time())}
	switch ev.Kind() {
	case trace.EventStateTransition:
		g.transition(ev, &e)
	case trace.EventRangeBegin:
		g.rangeEvent(ev, opRangeBegin, &e)
	case trace.EventRangeActive:
		g.rangeEvent(ev, opRangeActive, &e)
	case trace.EventRangeEnd:
		g.rangeEvent(ev, opRangeEnd, &e)
	case trace.EventMetric:
		m := ev.Metric()
		if m.Value.Kind() == trace.ValueUint64 {
			e.op, e.text, e.value = opMetric, g.text(m.Name), m.Value.Uint64()
		}
	case trace.EventTaskBegin:
		t := ev.Task()
		e.op, e.id, e.parent, e.text = opTaskBegin, uint64(t.ID), uint64(t.Parent), g.text(t.Type)
	case trace.EventTaskEnd:
		t := ev.Task()
		e.op, e.id, e.parent, e.text = opTaskEnd, uint64(t.ID), uint64(t.Parent), g.text(t.Type)
	case trace.EventRegionBegin:
		r := ev.Region()
		e.op, e.id, e.g, e.text = opRegionBegin, uint64(r.Task), g.goroutine(ev.Goroutine()), g.text(r.Type)
	case trace.EventRegionEnd:
		r := ev.Region()
		e.op, e.id, e.g, e.text = opRegionEnd, uint64(r.Task), g.goroutine(ev.Goroutine()), g.text(r.Type)
	case trace.EventLog:
		l := ev.Log()
		e.op, e.id, e.g = opLog, uint64(l.Task), g.goroutine(ev.Goroutine())
		e.text, e.text2 = g.text(l.Category), g.text(l.Message)
	}
	g.enc.put(&e)
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

func (g *generationReader) transition(ev trace.Event, e *event) {
	st := ev.StateTransition()
	switch st.Resource.Kind {
	case trace.ResourceGoroutine:
		from, to := st.Goroutine()
		id, by := st.Resource.Goroutine(), ev.Goroutine()
		e.op, e.from, e.to = opGo, uint8(stateOf[from&15]), uint8(stateOf[to&15])
		e.m, e.p = g.thread(ev.Thread()), ProcID(ev.Proc())
		e.g = g.goroutine(id)
		if e.by = e.g; by != id {
			e.by = g.goroutine(by)
		}
		e.text, e.stack = g.text(st.Reason), g.stack(ev.Stack())
		if from == trace.GoNotExist {
			e.start = g.stack(st.Stack)
		}
	case trace.ResourceProc:
		from, to := st.Proc()
		e.op, e.from, e.to = opProc, procStateOf[from&15], procStateOf[to&15]
		e.m, e.p, e.target = g.thread(ev.Thread()), ProcID(ev.Proc()), int64(st.Resource.Proc())
	}
}

func (g *generationReader) rangeEvent(ev trace.Event, o op, e *event) {
	r := ev.Range()
	e.op, e.text = o, g.text(r.Name)
	e.p, e.g = ProcID(ev.Proc()), g.goroutine(ev.Goroutine())
	switch r.Scope.Kind {
	case trace.ResourceGoroutine:
		e.scope, e.target = scopeGoroutine, int64(g.goroutine(r.Scope.Goroutine()))
	case trace.ResourceProc:
		e.scope, e.target = scopeProc, int64(r.Scope.Proc())
	}
}

func (g *generationReader) goroutine(id trace.GoID) uint32 {
	if id < 0 {
		return 0
	}
	i, ok := g.gs[id]
	if !ok {
		i = uint32(len(g.gs)) + 1
		g.gs[id] = i
		g.fresh.gs = append(g.fresh.gs, GoID(id))
	}
	return i
}

func (g *generationReader) thread(id trace.ThreadID) uint32 {
	if id < 0 {
		return 0
	}
	i, ok := g.threads[id]
	if !ok {
		i = uint32(len(g.threads)) + 1
		g.threads[id] = i
		g.fresh.threads = append(g.fresh.threads, ThreadID(id))
	}
	return i
}

func (g *generationReader) text(s string) uint32 {
	if s == "" {
		return 0
	}
	i, ok := g.texts[s]
	if !ok {
		i = uint32(len(g.texts))
		g.texts[s] = i
		g.fresh.texts = append(g.fresh.texts, s)
	}
	return i
}

func (g *generationReader) stack(s trace.Stack) uint32 {
	i, ok := g.stacks[s]
	if !ok {
		var frames Stack
		for f := range s.Frames() {
			frames = append(frames, Frame{PC: f.PC, Func: f.Func, File: f.File, Line: int(f.Line)})
		}
		i = uint32(len(g.stacks))
		g.stacks[s] = i
		g.fresh.stacks = append(g.fresh.stacks, frames)
	}
	return i
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
