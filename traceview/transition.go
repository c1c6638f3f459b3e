package traceview

// goTransition follows a goroutine from one state to the next.
func (m *machine) goTransition(ev *event) error {
	g := number(m.page.gs, ev.g)
	if g < 0 {
		return nil
	}
	gs := &m.gs[g]
	from, to := State(ev.from), State(ev.to)
	if from == StateUnknown || from == to {
		return m.goStatus(ev, g, to)
	}
	switch {
	case from == StateDead:
		m.create(ev, g)
	case gs.state != from:
		// A generation before this one was damaged, or the events contradict one another.
		if gs.state == StateUnknown || gs.state == StateDead {
			m.appear(g, from)
		} else {
			m.illegal++
		}
	}
	if from != StateDead {
		m.leave(ev, g, to)
	}
	if err := m.enter(ev, g, to); err != nil {
		return err
	}
	if from == StateDead {
		m.announce(g)
	}
	return nil
}

// create brings a new goroutine to life.
func (m *machine) create(ev *event, g int32) {
	gs := &m.gs[g]
	gs.created, gs.first = m.now, m.now
	if by := number(m.page.gs, ev.by); by >= 0 && by != g {
		gs.parent = m.gs[by].id
	}
	if start := m.symbols.stacks[m.page.stacks[ev.start]]; len(start) > 0 {
		gs.fn = m.symbols.text(start.Root())
	}
}

// appear takes note of a goroutine that has been in a state since before the
// trace first mentions it.
func (m *machine) appear(g int32, state State) {
	gs := &m.gs[g]
	gs.state, gs.first, gs.since = state, m.start, m.start
	gs.reason, gs.stack, gs.waker, gs.begun = 0, 0, -1, false
	m.announce(g)
}

func (m *machine) announce(g int32) {
	for _, s := range m.sinks {
		s.goroutine(m, g)
	}
}

// goStatus takes a report of the state a goroutine is in, which every generation
// makes of every goroutine. Only the first one brings news.
func (m *machine) goStatus(ev *event, g int32, to State) error {
	gs := &m.gs[g]
	stack := m.page.stacks[ev.stack]
	if gs.state == StateUnknown || gs.state == StateDead {
		if to == StateUnknown || to == StateDead {
			return nil
		}
		m.appear(g, to)
		gs.stack = stack
		if err := m.place(ev, g, to); err != nil {
			return err
		}
	}
	if gs.state != to {
		m.illegal++
	}
	m.nameByStack(gs, stack)
	return nil
}

// nameByStack learns a goroutine's start function from the root of its stack.
func (m *machine) nameByStack(gs *gState, stack int32) {
	if gs.fn == 0 && stack != 0 {
		gs.fn = m.symbols.roots[stack]
	}
}

// leave ends a goroutine's state and tells the sinks.
func (m *machine) leave(ev *event, g int32, to State) {
	gs := &m.gs[g]
	how := NotPreempted
	if gs.state == StateRunning {
		// Where it stopped is what a running span's stack is about.
		gs.stack, gs.reason = m.page.stacks[ev.stack], m.page.texts[ev.text]
		m.nameByStack(gs, gs.stack)
		how = m.preemptKind(gs.reason, gs.stack, to)
		gs.preempt = how
	}
	m.emit(g, gs, to, how)
}

// emit hands the state that ends now to the sinks.
func (m *machine) emit(g int32, gs *gState, to State, how Preempt) {
	s := m.spanOf(g, gs, to, how)
	for _, sink := range m.sinks {
		sink.span(m, &s)
	}
	if gs.onP {
		m.leaveProc(g, gs, &s)
	}
	if gs.state == StateRunning {
		gs.lastP = gs.p
	}
}

// spanOf describes what a goroutine has been doing up to now.
func (m *machine) spanOf(g int32, gs *gState, to State, how Preempt) span {
	s := span{
		g: g, m: -1, p: NoP, start: gs.since, end: m.now,
		stack: gs.stack, reason: gs.reason, waker: -1,
		state: gs.state, to: to, preempt: gs.preempt, begun: gs.begun, ran: gs.ran,
	}
	switch gs.state {
	case StateRunning:
		s.m, s.p, s.preempt = gs.m, gs.p, how
		s.moved = gs.lastP >= 0 && gs.p != gs.lastP
	case StateSyscall:
		s.m, s.p, s.preempt = gs.m, gs.p, NotPreempted
	case StateRunnable:
		s.waker = gs.waker
		s.firstRun = gs.created != 0 && !gs.ran
	}
	return s
}

// leaveProc takes a goroutine off its P.
func (m *machine) leaveProc(g int32, gs *gState, s *span) {
	for _, sink := range m.sinks {
		sink.offProc(m, s)
	}
	gs.onP = false
	if m.ps[gs.p].g == g {
		m.ps[gs.p].g = -1
	}
}

// enter begins a goroutine's next state.
func (m *machine) enter(ev *event, g int32, to State) error {
	gs := &m.gs[g]
	gs.state, gs.since, gs.begun = to, m.now, true
	gs.stack, gs.reason, gs.waker = m.page.stacks[ev.stack], m.page.texts[ev.text], -1
	switch to {
	case StateRunnable:
		if by := number(m.page.gs, ev.by); by != g {
			gs.waker = by
		}
	case StateSyscall:
		m.nameByStack(gs, gs.stack)
	case StateDead:
		delete(m.gIndex, gs.id)
		return nil
	}
	return m.place(ev, g, to)
}

// place notes on which P and M a goroutine runs.
func (m *machine) place(ev *event, g int32, to State) error {
	gs := &m.gs[g]
	gs.p, gs.m, gs.onP = NoP, -1, false
	if to != StateRunning && to != StateSyscall {
		return nil
	}
	gs.m = number(m.page.threads, ev.m)
	if to == StateRunning {
		gs.ran = true
		gs.preempt = NotPreempted
	}
	if ev.p == NoP {
		return nil
	}
	ps, err := m.proc(ev.p)
	if err != nil {
		return err
	}
	if to == StateSyscall && !gs.begun && !(ps.running && ps.m == gs.m) {
		// Reported by another thread, whose P this is.
		return nil
	}
	gs.p, gs.onP, ps.g = ev.p, true, g
	return nil
}

// procTransition follows a P from one thread to the next.
func (m *machine) procTransition(ev *event) error {
	p := ProcID(ev.target)
	if int64(p) != ev.target {
		p = maxProcs // as wrong as any
	}
	ps, err := m.proc(p)
	if err != nil {
		return err
	}
	switch {
	case ev.to == procRunning && ev.from != procRunning:
		thread := number(m.page.threads, ev.m)
		if ev.from == procUnknown && ps.running {
			return nil // a later generation repeats it
		}
		if moved := ps.m >= 0 && ps.m != thread; moved && ev.from == procIdle {
			for _, s := range m.sinks {
				s.procMoved(m, p)
			}
		}
		ps.running, ps.m = true, thread
	case ev.to == procIdle || ev.to == procDead:
		ps.running = false
		if g := ps.g; g >= 0 {
			// Its goroutine is in a system call, and goes on without it.
			gs := &m.gs[g]
			s := m.spanOf(g, gs, StateUnknown, NotPreempted)
			m.leaveProc(g, gs, &s)
		}
	}
	return nil
}
