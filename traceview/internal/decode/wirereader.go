package decode

import (
	"context"
	"errors"
	"io"

	"schedviz/traceview"
	"schedviz/traceview/internal/wire"
)

// wireReader turns the bytes of one generation into the same batches as a [referenceReader], in a
// fraction of the time, or gives up. It is reused for one generation after the other.
type wireReader struct {
	wire.Reader
	*Batcher

	goroutines uint32 // how many have names
	// Translations from the wire's numbers to those of this generation's names, given at first use;
	// 0 is none yet.
	threads, strings, labels, stacks, frames renumbering
}

// read passes the events of the generation in data to b. A [wire.Unsupported] says that a
// referenceReader must continue. Any other error stops reading.
func (g *wireReader) read(ctx context.Context, data []byte, v wire.Version, b *Batcher) error {
	g.Batcher, g.goroutines = b, 0
	g.threads.reset()
	g.strings.reset()
	g.labels.reset()
	g.frames.reset()
	g.stacks.reset()
	if err := g.Start(data, v); err != nil {
		return err
	}
	*g.slot() = Event{Op: OpSync, Time: traceview.Time(g.Begin())}
	for {
		g.commit()
		if g.full() {
			g.batch.Read = len(data) - g.Left()
			if err := g.flush(ctx); err != nil {
				return err
			}
		}
		ev, err := g.Next()
		if err != nil {
			if errors.Is(err, io.EOF) {
				return b.finish(nil)
			}
			return err
		}
		e := g.slot()
		g.translate(ev, e)
		e.Time = traceview.Time(ev.Time)
	}
}

// translate sets all fields of e except its time.
func (g *wireReader) translate(ev *wire.Event, e *Event) {
	switch ev.Type {
	case wire.GoStart, wire.GoStop, wire.GoBlock, wire.GoUnblock, wire.GoSwitch, wire.GoSwitchDestroy,
		wire.GoCreate, wire.GoCreateBlocked, wire.GoCreateSyscall, wire.GoDestroy, wire.GoDestroySyscall,
		wire.GoSyscallBegin, wire.GoSyscallEnd, wire.GoSyscallEndBlocked, wire.GoStatus, wire.GoStatusStack:
		g.goTransition(ev, e)
	case wire.ProcStart, wire.ProcStop, wire.ProcSteal, wire.ProcStatus:
		g.procTransition(ev, e)
	default:
		*e = g.other(ev)
	}
}

// goStates are a goroutine's states, from<<4|to, by event type.
var goStates = [256]uint8{
	wire.GoStart:             uint8(traceview.StateRunnable<<4 | traceview.StateRunning),
	wire.GoStop:              uint8(traceview.StateRunning<<4 | traceview.StateRunnable),
	wire.GoBlock:             uint8(traceview.StateRunning<<4 | traceview.StateWaiting),
	wire.GoUnblock:           uint8(traceview.StateWaiting<<4 | traceview.StateRunnable),
	wire.GoSwitch:            uint8(traceview.StateWaiting<<4 | traceview.StateRunnable), // of the next goroutine
	wire.GoSwitchDestroy:     uint8(traceview.StateWaiting<<4 | traceview.StateRunnable),
	wire.GoCreate:            uint8(traceview.StateDead<<4 | traceview.StateRunnable),
	wire.GoCreateBlocked:     uint8(traceview.StateDead<<4 | traceview.StateWaiting),
	wire.GoCreateSyscall:     uint8(traceview.StateDead<<4 | traceview.StateSyscall),
	wire.GoDestroy:           uint8(traceview.StateRunning<<4 | traceview.StateDead),
	wire.GoDestroySyscall:    uint8(traceview.StateSyscall<<4 | traceview.StateDead),
	wire.GoSyscallBegin:      uint8(traceview.StateRunning<<4 | traceview.StateSyscall),
	wire.GoSyscallEnd:        uint8(traceview.StateSyscall<<4 | traceview.StateRunning),
	wire.GoSyscallEndBlocked: uint8(traceview.StateSyscall<<4 | traceview.StateRunnable),
}

// stateByStatus and procStateByStatus translate statuses.
var (
	stateByStatus = [...]traceview.State{
		wire.GRunnable: traceview.StateRunnable, wire.GRunning: traceview.StateRunning,
		wire.GSyscall: traceview.StateSyscall, wire.GWaiting: traceview.StateWaiting,
	}
	procStateByStatus = [...]uint8{
		wire.PRunning: ProcRunning, wire.PIdle: ProcIdle,
		wire.PSyscall: ProcRunning, wire.PSyscallAbandoned: ProcIdle,
	}
)

func (g *wireReader) goTransition(ev *wire.Event, e *Event) {
	if ev.About > g.goroutines {
		g.goroutines = ev.About
		g.batch.Gs = append(g.batch.Gs, traceview.GoID(g.LastGoID()))
	}
	e.Op, e.States, e.P = OpGo, goStates[ev.Type], int16(ev.P)
	e.G, e.By, e.M = ev.About, ev.G, g.thread(ev.Thread)
	e.Stack, e.Text = g.stack(ev.Stack()), 0
	switch ev.Type {
	case wire.GoStop, wire.GoBlock:
		e.Text = g.textNumber(ev.Args[0])
	case wire.GoCreate, wire.GoCreateBlocked:
		e.Text = g.stackNumber(ev.Args[1])
	case wire.GoStatus, wire.GoStatusStack:
		e.States = uint8(stateByStatus[ev.Was]<<4 | stateByStatus[ev.Args[2]])
	}
}

func (g *wireReader) procTransition(ev *wire.Event, e *Event) {
	p, context := int16(ev.Args[0]), int16(ev.P)
	states := uint8(ProcRunning<<4 | ProcIdle)
	switch ev.Type {
	case wire.ProcStart:
		states = ProcIdle<<4 | ProcRunning
	case wire.ProcStop:
		p = context
	case wire.ProcSteal:
		states = procStateByStatus[ev.Was]<<4 | ProcIdle
	case wire.ProcStatus:
		states = procStateByStatus[ev.Was]<<4 | procStateByStatus[ev.Args[1]]
	}
	*e = Event{Op: OpProc, States: states, M: g.thread(ev.Thread), P: p, By: uint32(handoffOf(p, context))}
}

// other translates everything but state transitions.
func (g *wireReader) other(ev *wire.Event) Event {
	switch ev.Type {
	case wire.ProcsChange:
		return g.metric(traceview.MetricGOMAXPROCS, ev.Args[0])
	case wire.HeapAlloc:
		return g.metric(traceview.MetricHeap, ev.Args[0])
	case wire.HeapGoal:
		return g.metric(traceview.MetricHeapGoal, ev.Args[0])
	case wire.UserTaskBegin:
		return g.task(OpTaskBegin, g.labelNumber(ev.Args[2]), ev.Args[0], ev.Args[1])
	case wire.UserTaskEnd:
		return g.task(OpTaskEnd, g.labelNumber(ev.Args[3]), ev.Args[0], ev.Args[2])
	case wire.UserRegionBegin:
		return g.region(OpRegionBegin, ev.G, g.labelNumber(ev.Args[1]), ev.Args[0])
	case wire.UserRegionEnd:
		return g.region(OpRegionEnd, ev.G, g.labelNumber(ev.Args[1]), ev.Args[0])
	case wire.UserLog:
		return g.log(ev.G, g.labelNumber(ev.Args[1]), ev.Args[0], g.Text(ev.Args[2]))
	case wire.CPUSample:
		return Event{Op: OpSample, Stack: g.stackNumber(ev.Stack())}
	}
	if o := rangeOps[ev.Type]; o != OpOther {
		return g.rangeEvent(o, ev)
	}
	return Event{}
}

// rangeOps says what an event type does with a range; OpOther is nothing.
var rangeOps = [256]Op{
	wire.STWBegin: OpRangeBegin, wire.STWEnd: OpRangeEnd,
	wire.GCActive: OpRangeActive, wire.GCBegin: OpRangeBegin, wire.GCEnd: OpRangeEnd,
	wire.GCSweepActive: OpRangeActive, wire.GCSweepBegin: OpRangeBegin, wire.GCSweepEnd: OpRangeEnd,
	wire.GCMarkAssistActive: OpRangeActive, wire.GCMarkAssistBegin: OpRangeBegin, wire.GCMarkAssistEnd: OpRangeEnd,
}

func (g *wireReader) rangeEvent(o Op, ev *wire.Event) Event {
	e := Event{Op: o, G: ev.G}
	switch ev.Type {
	case wire.STWBegin, wire.STWEnd:
		e.Text, e.States, e.By = g.text(traceview.RangeSTW+" ("+g.Text(ev.Args[0])+")"), ScopeGoroutine, ev.G
	case wire.GCActive, wire.GCBegin, wire.GCEnd:
		e.Text = g.text(traceview.RangeGC)
	case wire.GCSweepActive:
		e.Text, e.States, e.By = g.text(traceview.RangeSweep), ScopeProc, uint32(ev.Args[0])+1
	case wire.GCSweepBegin, wire.GCSweepEnd:
		e.Text, e.States, e.By = g.text(traceview.RangeSweep), ScopeProc, uint32(ev.P)+1
	default:
		e.Text, e.States, e.By = g.text(traceview.RangeAssist), ScopeGoroutine, ev.About
	}
	return e
}

// renumbering maps numbers to other numbers.
type renumbering struct {
	numbers []uint32
	count   uint32 // of numbers assigned
}

func (x *renumbering) reset() { x.numbers, x.count = x.numbers[:0], 0 }

// slot returns where the number for i is stored.
func (x *renumbering) slot(i uint64) *uint32 {
	for uint64(len(x.numbers)) <= i {
		x.numbers = append(x.numbers, 0)
	}
	return &x.numbers[i]
}

// number returns the number for i, assigning the next one if i is fresh.
func (x *renumbering) number(i uint64) (n uint32, fresh bool) {
	at := x.slot(i)
	if *at != 0 {
		return *at, false
	}
	x.count++
	*at = x.count
	return *at, true
}

func (g *wireReader) thread(i int32) uint32 {
	id := traceview.ThreadID(g.ThreadID(i))
	if id < 0 {
		return 0
	}
	n, fresh := g.threads.number(uint64(i))
	if fresh {
		g.batch.Threads = append(g.batch.Threads, id)
	}
	return n
}

// textNumber returns the text number of one of the generation's strings.
func (g *wireReader) textNumber(id uint64) uint32 {
	n := g.strings.slot(id)
	if *n == 0 {
		*n = g.text(g.Text(id))
	}
	return *n
}

// labelNumber returns the label number of one of the generation's strings.
func (g *wireReader) labelNumber(id uint64) uint32 {
	n := g.labels.slot(id)
	if *n == 0 {
		*n = g.label(g.Text(id))
	}
	return *n
}

func (g *wireReader) stack(id uint64) uint32 {
	if id == 0 {
		return 0
	}
	return g.stackNumber(id)
}

// stackNumber returns the number of a stack. Unlike in stack, id 0 is a stack without frames, for
// events that must have one.
func (g *wireReader) stackNumber(id uint64) uint32 {
	n, fresh := g.stacks.number(id)
	if fresh {
		frames := g.AppendFrames(nil, id)
		for i, f := range frames {
			frames[i] = g.frame(f)
		}
		g.Batcher.stack(frames)
	}
	return n
}

func (g *wireReader) frame(number uint32) uint32 {
	n, fresh := g.frames.number(uint64(number))
	if fresh {
		f := g.Frame(number)
		g.Batcher.frame(traceview.Frame{PC: f.PC, Func: f.Func, File: f.File, Line: int(f.Line)})
	}
	return n
}
