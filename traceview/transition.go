package traceview

import "schedviz/traceview/classify"

// goTransition follows a goroutine from one state to the next.
func (m *machine) goTransition(ev *event) {
	g := m.subject(ev.g)
	if g < 0 {
		return
	}
	gs := m.gs.at(g)
	from, to := State(ev.from()), State(ev.to())
	if from == StateUnknown || from == to {
		m.goStatus(ev, g, to)
		return
	}
	by := int32(-1)
	switch {
	case from == StateDead:
		if gs.state != StateUnknown {
			g = m.rebear(g)
			m.page.gs[ev.g-1] = g
		}
		by = m.create(ev, g)
	case gs.state != from:
		// A generation before this one was damaged, or the events contradict one another.
		if gs.state == StateUnknown || gs.state == StateDead {
			g = m.appear(ev, g, from)
		} else {
			m.illegal++
		}
	}
	if from == StateSyscall && to == StateRunnable && m.gs.at(g).onP {
		// It lost its P before; what tells so comes later only if a clock is off.
		m.misordered++
	}
	if from != StateDead {
		m.leave(ev, g, to)
	}
	m.enter(ev, g, from, to)
	if from == StateDead {
		m.announce(g, by)
	}
}

// create brings a new goroutine to life, and returns the number of the one that did, -1 if none.
func (m *machine) create(ev *event, g int32) (by int32) {
	gs := m.gs.at(g)
	gs.created, gs.first = m.now, m.now
	start := m.page.stack(ev.text)
	gs.fn, gs.sure = m.symbols.starts[start], m.symbols.sure[start]
	by = m.page.g(ev.by)
	if by < 0 || by == g {
		return -1
	}
	m.nameBehind(m.gs.at(by), m.page.stack(ev.stack))
	gs.parent = m.gs.at(by).id
	return by
}

// rebear gives a goroutine that is created though it was there before a life of
// its own. A C thread that calls back into Go again has the goroutine it had
// before; if that has not ended, the trace contradicts itself.
func (m *machine) rebear(g int32) int32 {
	gs := m.gs.at(g)
	if gs.state != StateDead {
		m.illegal++
		m.emit(g, gs, StateDead, NotPreempted, NoP)
		gs.state, gs.since = StateDead, m.now
		m.ended = append(m.ended, endedG{g: g})
	}
	return m.bear(gs.id)
}

// appear takes note of a goroutine that has been in a state since before the
// trace first mentions it, and returns its number. One that has ended, as the
// trace says, has another life from now on; and of one that earlier generations should
// have mentioned it is not known what it did before.
func (m *machine) appear(ev *event, g int32, state State) int32 {
	since := m.resumed
	dead := m.gs.at(g).state == StateDead
	if dead || m.gs.at(g).again || !m.fresh {
		since = m.now
	}
	if dead {
		g = m.bear(m.gs.at(g).id)
		m.page.gs[ev.g-1] = g
	}
	gs := m.gs.at(g)
	gs.state, gs.since = state, since
	gs.reason, gs.stack, gs.waker, gs.begun = 0, 0, -1, false
	if gs.lost {
		m.find(g)
		return g
	}
	gs.first = since
	m.announce(g, -1)
	return g
}

func (m *machine) announce(g, by int32) {
	for _, s := range m.goroutines {
		s.goroutine(m, g, by)
	}
}

// goStatus takes a report of the state a goroutine is in, which every generation
// makes of every goroutine. Only the first one brings news.
func (m *machine) goStatus(ev *event, g int32, to State) {
	gs := m.gs.at(g)
	stack := m.page.stack(ev.stack)
	if gs.state == StateUnknown || gs.state == StateDead {
		if to == StateUnknown || to == StateDead {
			return
		}
		if !m.fresh {
			m.illegal++ // of those that are alive, an earlier generation told
		}
		g = m.appear(ev, g, to)
		gs = m.gs.at(g)
		gs.stack = stack
		m.place(ev, g, to)
	}
	if gs.state != to {
		m.illegal++
	}
	m.nameByStack(gs, stack)
}

// foretell takes note of goroutines that were there all the time, but that the
// trace first mentions in events after the moment at which m stands. (Only in a fresh
// generation: the others begin with what is known.)
func (m *machine) foretell(p *page) {
	for i := range p.events {
		ev := &p.events[i]
		if ev.op != opGo {
			continue
		}
		g := m.page.g(ev.g)
		if g < 0 || m.gs.at(g).state != StateUnknown {
			continue
		}
		switch from, to := State(ev.from()), State(ev.to()); from {
		case StateUnknown, to:
			m.goStatus(ev, g, to)
		case StateDead:
		default:
			m.appear(ev, g, from)
		}
	}
}

// nameByStack learns the function that a goroutine was started for from a stack of it.
func (m *machine) nameByStack(gs *gState, stack int32) {
	if gs.fn == 0 && stack != 0 {
		gs.fn, gs.sure = m.symbols.starts[stack], m.symbols.sure[stack]
		return
	}
	m.nameBehind(gs, stack)
}

// nameBehind does so where only a trampoline is known of its start, or the function behind
// that is guessed.
func (m *machine) nameBehind(gs *gState, stack int32) {
	if gs.sure != classify.Certain && gs.sure < m.symbols.sure[stack] && gs.fn != 0 {
		gs.fn, gs.sure = m.symbols.starts[stack], m.symbols.sure[stack]
	}
}

// leave ends a goroutine's state and tells the sinks.
func (m *machine) leave(ev *event, g int32, to State) {
	gs := m.gs.at(g)
	how := NotPreempted
	if gs.state == StateRunning {
		// Where it stopped is what a running span's stack is about.
		gs.stack, gs.reason = m.page.stack(ev.stack), m.page.text(ev.text)
		m.nameByStack(gs, gs.stack)
		how = m.preemptKind(gs.reason, gs.stack, to)
	}
	m.emit(g, gs, to, how, ProcID(ev.p))
}

// emit hands the state that ends now to the sinks; next is the P of the event that ends it.
func (m *machine) emit(g int32, gs *gState, to State, how Preempt, next ProcID) {
	// One by one: as a literal they would be copied, and waited for.
	s := &m.current
	s.gState, s.g, s.to = gs, g, to
	s.preempt, s.end, s.nextP = how, m.now, next
	for _, sink := range m.spans {
		sink.span(m, s)
	}
	if gs.onP {
		m.leaveProc(s)
	}
	if gs.state == StateRunning {
		gs.lastP = gs.p
	}
}

// leaveProc takes a goroutine off its P.
func (m *machine) leaveProc(s *span) {
	for _, sink := range m.procSpans {
		sink.offProc(m, s)
	}
	s.onP = false
	if m.ps[s.p].g == s.g {
		m.ps[s.p].g = -1
	}
}

// enter begins a goroutine's next state.
func (m *machine) enter(ev *event, g int32, from, to State) {
	gs := m.gs.at(g)
	gs.state, gs.since, gs.begun = to, m.now, true
	gs.stack, gs.reason, gs.waker = m.page.stack(ev.stack), 0, -1
	if from != StateDead {
		gs.reason = m.page.text(ev.text)
	}
	switch to {
	case StateRunnable:
		gs.readyP = ProcID(ev.p)
		if by := m.page.g(ev.by); by != g {
			gs.waker = by
			if by >= 0 {
				m.nameBehind(m.gs.at(by), gs.stack)
			}
		}
	case StateSyscall:
		m.nameByStack(gs, gs.stack)
	case StateDead:
		delete(m.gIndex, gs.id)
		m.ended = append(m.ended, endedG{g, ev.g})
		return
	}
	m.place(ev, g, to)
}

// place notes on which P and M a goroutine runs.
func (m *machine) place(ev *event, g int32, to State) {
	gs := m.gs.at(g)
	gs.p, gs.m, gs.onP = NoP, -1, false
	if to != StateRunning && to != StateSyscall {
		return
	}
	gs.m = m.page.thread(ev.m)
	if to == StateRunning {
		gs.ran = true
	}
	if ev.p < 0 {
		return
	}
	ps := m.proc(ProcID(ev.p))
	if to == StateSyscall && !gs.begun && !(ps.running && ps.m == gs.m) {
		return // reported by another thread, whose P this is
	}
	gs.p, gs.onP, ps.g = ProcID(ev.p), true, g
}

// procTransition follows a P from one thread to the next.
func (m *machine) procTransition(ev *event) {
	if ev.p < 0 {
		return
	}
	p := ProcID(ev.p)
	known := int(p) < len(m.ps) && m.ps[p].known && !m.ps[p].lost
	ps := m.proc(p)
	ps.lost = false
	if known && ev.from() == procUnknown {
		return // a later generation repeats how it stands
	}
	switch from, to := ev.from(), ev.to(); {
	case to == procRunning && !ps.running:
		thread := m.page.thread(ev.m)
		m.tellProc(p, procChange{
			held: true, before: from == procUnknown && m.fresh,
			moved: from == procIdle && ps.m >= 0 && ps.m != thread,
		})
		m.heldPs++
		ps.running, ps.m = true, thread
	case to != procRunning && ps.running:
		c := procChange{}
		if g := ps.g; g >= 0 {
			// Its goroutine is in a system call, and goes on without it.
			m.current = span{gState: m.gs.at(g), g: g, end: m.now, nextP: NoP}
			m.leaveProc(&m.current)
			c.handoff = handoff(ev.by)
		}
		m.releaseProc(p, c)
	}
}

// releaseProc takes P p from the thread that had it.
func (m *machine) releaseProc(p ProcID, c procChange) {
	m.tellProc(p, c)
	m.heldPs--
	m.ps[p].running = false
}

func (m *machine) tellProc(p ProcID, c procChange) {
	for _, s := range m.procs {
		s.proc(m, p, c)
	}
}
