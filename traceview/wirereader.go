package traceview

import (
	"context"
	"errors"
	"io"

	"schedviz/traceview/wire"
)

// wireReader turns the bytes of one generation into the same pages as a [plainReader]
// does, in a fraction of the time, or gives up. It is used for one after the other.
type wireReader struct {
	wire.Reader
	*pager

	goroutines uint32 // how many are named
	// What the wire numbers has the numbers of its first use here, 0 before that.
	threads, strings, labels, stacks, frames renumbered
}

// read hands the events of the generation in data to p. A [wire.Doubt] says that a
// plainReader must go on; any other error, that nobody wants the events any more.
func (g *wireReader) read(ctx context.Context, data []byte, v wire.Version, p *pager) error {
	g.pager, g.goroutines = p, 0
	g.threads.reset()
	g.strings.reset()
	g.labels.reset()
	g.frames.reset()
	g.stacks.reset()
	if err := g.Start(data, v); err != nil {
		return err
	}
	*g.place() = event{op: opSync, time: Time(g.Begin())}
	for {
		g.added()
		if g.full() {
			g.page.read = len(data) - g.Left()
			if err := g.flush(ctx); err != nil {
				return err
			}
		}
		ev, err := g.Next()
		if err != nil {
			if errors.Is(err, io.EOF) {
				return p.finish(nil)
			}
			return err
		}
		e := g.place()
		g.translate(ev, e)
		e.time = Time(ev.Time)
	}
}

// translate sets all of e but its time.
func (g *wireReader) translate(ev *wire.Event, e *event) {
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

// goStates are the states from<<4|to of a goroutine, by the type of event.
var goStates = [256]uint8{
	wire.GoStart:             uint8(StateRunnable<<4 | StateRunning),
	wire.GoStop:              uint8(StateRunning<<4 | StateRunnable),
	wire.GoBlock:             uint8(StateRunning<<4 | StateWaiting),
	wire.GoUnblock:           uint8(StateWaiting<<4 | StateRunnable),
	wire.GoSwitch:            uint8(StateWaiting<<4 | StateRunnable), // it tells of the goroutine switched to
	wire.GoSwitchDestroy:     uint8(StateWaiting<<4 | StateRunnable),
	wire.GoCreate:            uint8(StateDead<<4 | StateRunnable),
	wire.GoCreateBlocked:     uint8(StateDead<<4 | StateWaiting),
	wire.GoCreateSyscall:     uint8(StateDead<<4 | StateSyscall),
	wire.GoDestroy:           uint8(StateRunning<<4 | StateDead),
	wire.GoDestroySyscall:    uint8(StateSyscall<<4 | StateDead),
	wire.GoSyscallBegin:      uint8(StateRunning<<4 | StateSyscall),
	wire.GoSyscallEnd:        uint8(StateSyscall<<4 | StateRunning),
	wire.GoSyscallEndBlocked: uint8(StateSyscall<<4 | StateRunnable),
}

// stateByStatus and procStateByStatus are what the statuses mean.
var (
	stateByStatus     = [...]State{wire.GRunnable: StateRunnable, wire.GRunning: StateRunning, wire.GSyscall: StateSyscall, wire.GWaiting: StateWaiting}
	procStateByStatus = [...]uint8{wire.PRunning: procRunning, wire.PIdle: procIdle, wire.PSyscall: procRunning, wire.PSyscallAbandoned: procIdle}
)

func (g *wireReader) goTransition(ev *wire.Event, e *event) {
	if ev.About > g.goroutines {
		g.goroutines = ev.About
		g.page.gs = append(g.page.gs, GoID(g.LastGoID()))
	}
	e.op, e.states, e.p = opGo, goStates[ev.Type], int16(ev.P)
	e.g, e.by, e.m = ev.About, ev.G, g.thread(ev.Thread)
	e.stack, e.text = g.stack(ev.Stack()), 0
	switch ev.Type {
	case wire.GoStop, wire.GoBlock:
		e.text = g.word(ev.Args[0])
	case wire.GoCreate, wire.GoCreateBlocked:
		e.text = g.numbered(ev.Args[1])
	case wire.GoStatus, wire.GoStatusStack:
		e.states = uint8(stateByStatus[ev.Was]<<4 | stateByStatus[ev.Args[2]])
	}
}

func (g *wireReader) procTransition(ev *wire.Event, e *event) {
	p, context := int16(ev.Args[0]), int16(ev.P)
	states := uint8(procRunning<<4 | procIdle)
	switch ev.Type {
	case wire.ProcStart:
		states = procIdle<<4 | procRunning
	case wire.ProcStop:
		p = context
	case wire.ProcSteal:
		states = procStateByStatus[ev.Was]<<4 | procIdle
	case wire.ProcStatus:
		states = procStateByStatus[ev.Was]<<4 | procStateByStatus[ev.Args[1]]
	}
	*e = event{op: opProc, states: states, m: g.thread(ev.Thread), p: p, by: uint32(takenBy(p, context))}
}

// other translates what is not a state transition.
func (g *wireReader) other(ev *wire.Event) event {
	switch ev.Type {
	case wire.ProcsChange:
		return g.metric(metricGOMAXPROCS, ev.Args[0])
	case wire.HeapAlloc:
		return g.metric(metricHeap, ev.Args[0])
	case wire.HeapGoal:
		return g.metric(metricHeapGoal, ev.Args[0])
	case wire.UserTaskBegin:
		return g.task(opTaskBegin, g.name(ev.Args[2]), ev.Args[0], ev.Args[1])
	case wire.UserTaskEnd:
		return g.task(opTaskEnd, g.name(ev.Args[3]), ev.Args[0], ev.Args[2])
	case wire.UserRegionBegin:
		return g.region(opRegionBegin, ev.G, g.name(ev.Args[1]), ev.Args[0])
	case wire.UserRegionEnd:
		return g.region(opRegionEnd, ev.G, g.name(ev.Args[1]), ev.Args[0])
	case wire.UserLog:
		return g.log(ev.G, g.name(ev.Args[1]), ev.Args[0], g.Text(ev.Args[2]))
	case wire.CPUSample:
		return event{op: opSample, stack: g.numbered(ev.Stack())}
	}
	if o := rangeOps[ev.Type]; o != opOther {
		return g.rangeEvent(o, ev)
	}
	return event{}
}

// rangeOps are what types of events do with a range; opOther is nothing.
var rangeOps = [256]op{
	wire.STWBegin: opRangeBegin, wire.STWEnd: opRangeEnd,
	wire.GCActive: opRangeActive, wire.GCBegin: opRangeBegin, wire.GCEnd: opRangeEnd,
	wire.GCSweepActive: opRangeActive, wire.GCSweepBegin: opRangeBegin, wire.GCSweepEnd: opRangeEnd,
	wire.GCMarkAssistActive: opRangeActive, wire.GCMarkAssistBegin: opRangeBegin, wire.GCMarkAssistEnd: opRangeEnd,
}

func (g *wireReader) rangeEvent(o op, ev *wire.Event) event {
	e := event{op: o, g: ev.G}
	switch ev.Type {
	case wire.STWBegin, wire.STWEnd:
		e.text, e.states, e.by = g.text(rangeSTW+" ("+g.Text(ev.Args[0])+")"), scopeGoroutine, ev.G
	case wire.GCActive, wire.GCBegin, wire.GCEnd:
		e.text = g.text(rangeGC)
	case wire.GCSweepActive:
		e.text, e.states, e.by = g.text(rangeSweep), scopeProc, uint32(ev.Args[0])+1
	case wire.GCSweepBegin, wire.GCSweepEnd:
		e.text, e.states, e.by = g.text(rangeSweep), scopeProc, uint32(ev.P)+1
	default:
		e.text, e.states, e.by = g.text(rangeAssist), scopeGoroutine, ev.About
	}
	return e
}

// renumbered holds numbers by other numbers.
type renumbered struct {
	n     []uint32
	count uint32 // that number has given
}

func (x *renumbered) reset() { x.n, x.count = x.n[:0], 0 }

// at returns where the number of i is.
func (x *renumbered) at(i uint64) *uint32 {
	for uint64(len(x.n)) <= i {
		x.n = append(x.n, 0)
	}
	return &x.n[i]
}

// number returns the number of i, which it gives it if it is fresh.
func (x *renumbered) number(i uint64) (n uint32, fresh bool) {
	at := x.at(i)
	if *at != 0 {
		return *at, false
	}
	x.count++
	*at = x.count
	return *at, true
}

func (g *wireReader) thread(i int32) uint32 {
	id := ThreadID(g.ThreadID(i))
	if id < 0 {
		return 0
	}
	n, fresh := g.threads.number(uint64(i))
	if fresh {
		g.page.threads = append(g.page.threads, id)
	}
	return n
}

// word returns the number of a string of the generation.
func (g *wireReader) word(id uint64) uint32 {
	n := g.strings.at(id)
	if *n == 0 {
		*n = g.text(g.Text(id))
	}
	return *n
}

// name returns the number of a string of the generation that is a label.
func (g *wireReader) name(id uint64) uint32 {
	n := g.labels.at(id)
	if *n == 0 {
		*n = g.label(g.Text(id))
	}
	return *n
}

func (g *wireReader) stack(id uint64) uint32 {
	if id == 0 {
		return 0
	}
	return g.numbered(id)
}

// numbered returns the number of a stack. The id 0 is a stack without frames, of what must have one.
func (g *wireReader) numbered(id uint64) uint32 {
	n, fresh := g.stacks.number(id)
	if fresh {
		frames := g.AppendFrames(nil, id)
		for i, f := range frames {
			frames[i] = g.frame(f)
		}
		g.pager.stack(frames)
	}
	return n
}

func (g *wireReader) frame(number uint32) uint32 {
	n, fresh := g.frames.number(uint64(number))
	if fresh {
		f := g.Frame(number)
		g.pager.frame(Frame{PC: f.PC, Func: f.Func, File: f.File, Line: int(f.Line)})
	}
	return n
}
