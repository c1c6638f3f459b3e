package sched

import (
	"schedviz/traceview"
	"schedviz/traceview/classify"
	"schedviz/traceview/internal/decode"
)

// goTransition follows a goroutine from one state to the next.
func (m *Machine) goTransition(ev *decode.Event) {
	g := m.subject(ev.G)
	if g < 0 {
		return
	}
	gs := m.Gs.At(g)
	from, to := traceview.State(ev.From()), traceview.State(ev.To())
	if from == traceview.StateUnknown || from == to {
		m.goStatus(ev, g, to)
		return
	}
	by := int32(-1)
	switch {
	case from == traceview.StateDead:
		if gs.State != traceview.StateUnknown {
			g = m.reuseG(g)
			m.numbers.gs[ev.G-1] = g
		}
		by = m.create(ev, g)
	case gs.State != from:
		// A previous generation was damaged, or the events contradict one another.
		if gs.State == traceview.StateUnknown || gs.State == traceview.StateDead {
			g = m.register(ev, g, from)
		} else {
			m.illegal++
		}
	}
	if from == traceview.StateSyscall && to == traceview.StateRunnable && m.Gs.At(g).onP {
		// It lost its P before. The event that says so can come later only if a clock is off.
		m.Misordered++
	}
	if from != traceview.StateDead {
		m.leave(ev, g, to)
	}
	m.enter(ev, g, from, to)
	if from == traceview.StateDead {
		m.announce(g, by)
	}
}

// create starts the life of a new goroutine and returns the number of its creator, -1 if none.
func (m *Machine) create(ev *decode.Event, g int32) (by int32) {
	gs := m.Gs.At(g)
	gs.Created, gs.First = m.Now, m.Now
	start := m.numbers.stack(ev.Text)
	gs.Func, gs.Sure = m.Symbols.starts[start], m.Symbols.sure[start]
	by = m.numbers.g(ev.By)
	if by < 0 || by == g {
		return -1
	}
	m.refineName(m.Gs.At(by), m.numbers.stack(ev.Stack))
	gs.Parent = m.Gs.At(by).ID
	return by
}

// reuseG starts a new life for a goroutine ID that is created again. A C thread that calls back
// into Go repeatedly has the same goroutine ID each time. If its last life has not ended, the trace
// contradicts itself.
func (m *Machine) reuseG(g int32) int32 {
	gs := m.Gs.At(g)
	if gs.State != traceview.StateDead {
		m.illegal++
		m.emit(g, gs, traceview.StateDead, traceview.NotPreempted, traceview.NoP)
		gs.State, gs.Since = traceview.StateDead, m.Now
		m.ended = append(m.ended, endedG{g: g})
	}
	return m.newG(gs.ID)
}

// register registers a goroutine that has been in a state since before the trace first mentions it,
// and returns its number. If the trace says that it has ended, this is a new life. If earlier
// generations should have mentioned it, what it did before is unknown.
func (m *Machine) register(ev *decode.Event, g int32, state traceview.State) int32 {
	since := m.Resumed
	dead := m.Gs.At(g).State == traceview.StateDead
	if dead || m.Gs.At(g).reused || !m.Fresh {
		since = m.Now
	}
	if dead {
		g = m.newG(m.Gs.At(g).ID)
		m.numbers.gs[ev.G-1] = g
	}
	gs := m.Gs.At(g)
	gs.State, gs.Since = state, since
	gs.Reason, gs.Stack, gs.Waker, gs.Begun = 0, 0, -1, false
	if gs.Lost {
		m.foundAgain(g)
		return g
	}
	gs.First = since
	m.announce(g, -1)
	return g
}

func (m *Machine) announce(g, by int32) {
	for _, s := range m.goroutines {
		s.GoroutineFirstSeen(m, g, by)
	}
}

// goStatus handles a report of a goroutine's state. Every generation reports every goroutine; only
// the first report is news.
func (m *Machine) goStatus(ev *decode.Event, g int32, to traceview.State) {
	gs := m.Gs.At(g)
	stack := m.numbers.stack(ev.Stack)
	if gs.State == traceview.StateUnknown || gs.State == traceview.StateDead {
		if to == traceview.StateUnknown || to == traceview.StateDead {
			return
		}
		if !m.Fresh {
			m.illegal++ // an earlier generation reported all that are alive
		}
		g = m.register(ev, g, to)
		gs = m.Gs.At(g)
		gs.Stack = stack
		m.setLocation(ev, g, to)
	}
	if gs.State != to {
		m.illegal++
	}
	m.nameByStack(gs, stack)
}

// RegisterLater registers goroutines that existed all the time but that the trace first mentions in
// events after m's current time. (This happens only in a fresh generation; in others, every
// goroutine is known at the beginning.)
func (m *Machine) RegisterLater(b *decode.Batch) {
	for i := range b.Events {
		ev := &b.Events[i]
		if ev.Op != decode.OpGo {
			continue
		}
		from, to := traceview.State(ev.From()), traceview.State(ev.To())
		g := lookup(m.numbers.gs, ev.G, -1)
		if g == retiredG {
			if g = -1; from != traceview.StateDead { // else it is created later
				g = m.goroutine(m.numbers.ids[ev.G-1])
			}
			m.numbers.gs[ev.G-1] = g
		}
		if g < 0 || m.Gs.At(g).State != traceview.StateUnknown {
			continue
		}
		switch from {
		case traceview.StateUnknown, to:
			m.goStatus(ev, g, to)
		case traceview.StateDead:
		default:
			m.register(ev, g, from)
		}
	}
}

// nameByStack determines a goroutine's start function from one of its stacks.
func (m *Machine) nameByStack(gs *GState, stack int32) {
	if gs.Func == 0 && stack != 0 {
		gs.Func, gs.Sure = m.Symbols.starts[stack], m.Symbols.sure[stack]
		return
	}
	m.refineName(gs, stack)
}

// refineName does so if only a trampoline, or a guess, is known.
func (m *Machine) refineName(gs *GState, stack int32) {
	if gs.Sure != classify.Certain && gs.Sure < m.Symbols.sure[stack] && gs.Func != 0 {
		gs.Func, gs.Sure = m.Symbols.starts[stack], m.Symbols.sure[stack]
	}
}

// leave ends a goroutine's state and reports it to the sinks.
func (m *Machine) leave(ev *decode.Event, g int32, to traceview.State) {
	gs := m.Gs.At(g)
	how := traceview.NotPreempted
	if gs.State == traceview.StateRunning {
		// A running span's stack is where it stopped.
		gs.Stack, gs.Reason = m.numbers.stack(ev.Stack), m.numbers.text(ev.Text)
		m.nameByStack(gs, gs.Stack)
		how = m.preemptKind(gs.Reason, gs.Stack, to)
	}
	m.emit(g, gs, to, how, traceview.ProcID(ev.P))
}

// emit passes the state that ends now to the sinks; next is the P of the event that ends it.
func (m *Machine) emit(g int32, gs *GState, to traceview.State, how traceview.Preempt, next traceview.ProcID) {
	// Assigned one by one: a composite literal would be built first and then copied.
	s := &m.current
	s.GState, s.G, s.To = gs, g, to
	s.Preempt, s.End, s.NextP = how, m.Now, next
	for _, sink := range m.spans {
		sink.SpanEnd(m, s)
	}
	if gs.onP {
		m.leaveProc(s)
	}
	if gs.State == traceview.StateRunning {
		gs.lastP = gs.P
	}
}

// leaveProc takes a goroutine off its P.
func (m *Machine) leaveProc(s *Span) {
	for _, sink := range m.procSpans {
		sink.ProcSpanEnd(m, s)
	}
	s.onP = false
	if m.Ps[s.P].G == s.G {
		m.Ps[s.P].G = -1
	}
}

// enter begins a goroutine's next state.
func (m *Machine) enter(ev *decode.Event, g int32, from, to traceview.State) {
	gs := m.Gs.At(g)
	gs.State, gs.Since, gs.Begun = to, m.Now, true
	gs.Stack, gs.Reason, gs.Waker = m.numbers.stack(ev.Stack), 0, -1
	if from != traceview.StateDead {
		gs.Reason = m.numbers.text(ev.Text)
	}
	switch to {
	case traceview.StateRunnable:
		gs.ReadyP = traceview.ProcID(ev.P)
		if by := m.numbers.g(ev.By); by != g {
			gs.Waker = by
			if by >= 0 {
				m.refineName(m.Gs.At(by), gs.Stack)
			}
		}
	case traceview.StateSyscall:
		m.nameByStack(gs, gs.Stack)
	case traceview.StateDead:
		delete(m.gIndex, gs.ID)
		m.ended = append(m.ended, endedG{g, ev.G})
		return
	}
	m.setLocation(ev, g, to)
}

// setLocation records the P and M on which a goroutine runs.
func (m *Machine) setLocation(ev *decode.Event, g int32, to traceview.State) {
	gs := m.Gs.At(g)
	gs.P, gs.M, gs.onP = traceview.NoP, -1, false
	if to != traceview.StateRunning && to != traceview.StateSyscall {
		return
	}
	gs.M = m.numbers.thread(ev.M)
	if to == traceview.StateRunning {
		gs.Ran = true
	}
	if ev.P < 0 {
		return
	}
	ps := m.proc(traceview.ProcID(ev.P))
	if to == traceview.StateSyscall && !gs.Begun && !(ps.Running && ps.m == gs.M) {
		return // reported by another thread, which holds this P
	}
	gs.P, gs.onP, ps.G = traceview.ProcID(ev.P), true, g
}

// procTransition follows a P from one thread to the next.
func (m *Machine) procTransition(ev *decode.Event) {
	if ev.P < 0 {
		return
	}
	p := traceview.ProcID(ev.P)
	known := int(p) < len(m.Ps) && m.Ps[p].Known && !m.Ps[p].lost
	ps := m.proc(p)
	ps.lost = false
	if known && ev.From() == decode.ProcUnknown {
		return // a later generation repeats its state
	}
	switch from, to := ev.From(), ev.To(); {
	case to == decode.ProcRunning && !ps.Running:
		thread := m.numbers.thread(ev.M)
		m.emitProcChange(p, ProcChange{
			Held: true, Before: from == decode.ProcUnknown && m.Fresh,
			Moved: from == decode.ProcIdle && ps.m >= 0 && ps.m != thread,
		})
		m.HeldPs++
		ps.Running, ps.m = true, thread
	case to != decode.ProcRunning && ps.Running:
		c := ProcChange{}
		if g := ps.G; g >= 0 {
			// Its goroutine is in a system call and continues without it.
			m.current = Span{GState: m.Gs.At(g), G: g, End: m.Now, NextP: traceview.NoP}
			m.leaveProc(&m.current)
			c.Handoff = decode.Handoff(ev.By)
		}
		m.releaseProc(p, c)
	}
}

// releaseProc releases P p from the thread that holds it.
func (m *Machine) releaseProc(p traceview.ProcID, c ProcChange) {
	m.emitProcChange(p, c)
	m.HeldPs--
	m.Ps[p].Running = false
}

func (m *Machine) emitProcChange(p traceview.ProcID, c ProcChange) {
	for _, s := range m.procs {
		s.ProcChange(m, p, c)
	}
}
