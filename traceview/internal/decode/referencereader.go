package decode

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/exp/trace"

	"schedviz/traceview"
)

// referenceReader turns the bytes of one generation into batches by means of
// golang.org/x/exp/trace. It is the reference: what it reads is right, and what it refuses is
// damaged. To it, a trace of Go 1.21 or earlier is one generation.
type referenceReader struct {
	*Batcher
	gs      numberer[trace.GoID] // that exist now
	threads numberer[trace.ThreadID]
	stacks  numberer[trace.Stack]
	frames  numberer[traceview.Frame]
}

// ReadReference passes the events in r, a whole trace of one generation, to b. It returns an error
// only if it was stopped. An error in the trace itself is in the last batch: verdict, or if that is
// nil, what the reader finds.
func ReadReference(ctx context.Context, r io.Reader, b *Batcher, verdict error) error {
	g := &referenceReader{
		Batcher: b,
		gs:      newNumberer[trace.GoID](), threads: newNumberer[trace.ThreadID](),
		stacks: newNumberer[trace.Stack](), frames: newNumberer[traceview.Frame](),
	}
	stop, err := g.readAll(ctx, r)
	if stop != nil {
		return stop
	}
	if err != nil && verdict == nil {
		verdict = Damage(firstLine(err))
	}
	return b.finish(verdict)
}

// readAll reads all events. It returns stop if it was stopped, and err if the trace is damaged.
func (g *referenceReader) readAll(ctx context.Context, r io.Reader) (stop, err error) {
	// The reader and its events panic on some damage. That is reported like any other damage.
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
				continue // that of the end; a sequential read has it only at the trace's end
			}
			synced = true
		}
		g.add(&ev)
		if g.full() {
			if err := g.flush(ctx); err != nil {
				return err, nil
			}
		}
	}
}

// add appends an event. The event is written in place, since there are millions, and committed only
// once it is complete, since its getters may panic.
func (g *referenceReader) add(ev *trace.Event) {
	e := g.slot()
	if ev.Kind() == trace.EventStateTransition {
		g.transition(ev, e)
	} else {
		*e = g.event(ev)
	}
	e.Time = traceview.Time(ev.Time())
	if e.Time > maxTime {
		panic("a time is out of range")
	}
	g.commit()
}

// event translates everything but state transitions.
func (g *referenceReader) event(ev *trace.Event) Event {
	switch ev.Kind() {
	case trace.EventSync:
		return Event{Op: OpSync}
	case trace.EventRangeBegin:
		return g.rangeEvent(ev, OpRangeBegin)
	case trace.EventRangeActive:
		return g.rangeEvent(ev, OpRangeActive)
	case trace.EventRangeEnd:
		return g.rangeEvent(ev, OpRangeEnd)
	case trace.EventMetric:
		if m := ev.Metric(); m.Value.Kind() == trace.ValueUint64 {
			return g.metric(m.Name, m.Value.Uint64())
		}
	case trace.EventTaskBegin:
		return g.taskEvent(ev, OpTaskBegin)
	case trace.EventTaskEnd:
		return g.taskEvent(ev, OpTaskEnd)
	case trace.EventRegionBegin:
		return g.regionEvent(ev, OpRegionBegin)
	case trace.EventRegionEnd:
		return g.regionEvent(ev, OpRegionEnd)
	case trace.EventStackSample:
		return Event{Op: OpSample, Stack: g.stack(ev.Stack())}
	case trace.EventLog:
		l := ev.Log()
		return g.log(g.goroutine(ev.Goroutine()), g.label(l.Category), uint64(l.Task), l.Message)
	}
	return Event{}
}

// stateOf and procStateOf translate x/exp/trace's states; states added in the future are unknown.
var (
	stateOf = [16]traceview.State{
		trace.GoNotExist: traceview.StateDead, trace.GoRunnable: traceview.StateRunnable,
		trace.GoRunning: traceview.StateRunning,
		trace.GoWaiting: traceview.StateWaiting, trace.GoSyscall: traceview.StateSyscall,
	}
	procStateOf = [16]uint8{
		trace.ProcNotExist: ProcDead, trace.ProcRunning: ProcRunning, trace.ProcIdle: ProcIdle,
	}
)

// transition sets all fields of e except its time.
func (g *referenceReader) transition(ev *trace.Event, e *Event) {
	st := ev.StateTransition()
	e.M = g.thread(ev.Thread())
	switch st.Resource.Kind {
	case trace.ResourceGoroutine:
		from, to := st.Goroutine()
		e.Op, e.States, e.P = OpGo, uint8(stateOf[from&15]<<4|stateOf[to&15]), procOf(ev.Proc())
		e.G = g.goroutine(st.Resource.Goroutine())
		e.By = e.G
		if by := ev.Goroutine(); by != st.Resource.Goroutine() {
			e.By = g.goroutine(by)
		}
		if to == trace.GoNotExist { // if its id comes again, that is another goroutine
			g.gs.forget(st.Resource.Goroutine())
		}
		switch {
		case from == trace.GoNotExist:
			e.Stack, e.Text = g.stack(ev.Stack()), g.stack(st.Stack)
		case st.Stack != trace.NoStack: // it is also the event's stack
			e.Stack, e.Text = g.stack(st.Stack), g.text(st.Reason)
		case to != trace.GoRunning: // GoRunning has neither stack nor reason
			e.Stack, e.Text = g.stack(ev.Stack()), g.text(st.Reason)
		default:
			e.Stack, e.Text = 0, 0
		}
	case trace.ResourceProc:
		from, to := st.Proc()
		*e = Event{
			Op: OpProc, States: procStateOf[from&15]<<4 | procStateOf[to&15], M: e.M,
			P: procOf(st.Resource.Proc()), By: uint32(handoffOf(procOf(st.Resource.Proc()), procOf(ev.Proc()))),
		}
	default:
		*e = Event{}
	}
}

// handoffOf returns how the state of P p changes: by the thread that has it, or by another.
func handoffOf(p, context int16) Handoff {
	switch {
	case context == p:
		return GivenUp
	case context < 0:
		return TakenByMonitor
	}
	return TakenByOther
}

// procOf returns p, or -1 if there can be no such P. (Go 1.21 and earlier made up Ps for events
// without one.)
func procOf(p trace.ProcID) int16 {
	if p < 0 || p >= MaxProcs {
		return -1
	}
	return int16(p)
}

func (g *referenceReader) rangeEvent(ev *trace.Event, o Op) Event {
	r := ev.Range()
	e := Event{Op: o, Text: g.text(r.Name), G: g.goroutine(ev.Goroutine())}
	switch r.Scope.Kind {
	case trace.ResourceGoroutine:
		e.States, e.By = ScopeGoroutine, g.goroutine(r.Scope.Goroutine())
	case trace.ResourceProc:
		e.States, e.By = ScopeProc, uint32(procOf(r.Scope.Proc()))+1
	}
	return e
}

func (g *referenceReader) taskEvent(ev *trace.Event, o Op) Event {
	t := ev.Task()
	return g.task(o, g.label(t.Type), uint64(t.ID), uint64(t.Parent))
}

func (g *referenceReader) regionEvent(ev *trace.Event, o Op) Event {
	r := ev.Region()
	return g.region(o, g.goroutine(ev.Goroutine()), g.label(r.Type), uint64(r.Task))
}

func (g *referenceReader) goroutine(id trace.GoID) uint32 { return named(&g.gs, &g.batch.Gs, id) }

func (g *referenceReader) thread(id trace.ThreadID) uint32 {
	return named(&g.threads, &g.batch.Threads, id)
}

// named returns the number of id, or 0 if id is none, and adds it to the batch's names if it is
// new.
func named[T, N ~int64](numbers *numberer[T], names *[]N, id T) uint32 {
	if id < 0 {
		return 0
	}
	n, fresh := numbers.number(id)
	if fresh {
		*names = append(*names, N(id))
	}
	return n
}

func (g *referenceReader) stack(s trace.Stack) uint32 {
	if s == trace.NoStack {
		return 0
	}
	n, fresh := g.stacks.number(s)
	if fresh {
		var frames []uint32
		for f := range s.Frames() {
			frames = append(frames, g.frame(traceview.Frame{PC: f.PC, Func: f.Func, File: f.File, Line: int(f.Line)}))
		}
		g.Batcher.stack(frames)
	}
	return n
}

func (g *referenceReader) frame(f traceview.Frame) uint32 {
	n, fresh := g.frames.number(f)
	if fresh {
		g.Batcher.frame(f)
	}
	return n
}

// firstLine reduces an error of the trace reader, which may have many lines, to one.
func firstLine(err error) string {
	const limit = 200
	s, _, _ := strings.Cut(err.Error(), "\n")
	if len(s) > limit {
		s = strings.ToValidUTF8(s[:limit], "") + "…"
	}
	return strings.TrimRight(s, ": \t")
}
