package wire

// The order of events across threads. Each thread's own events are in order. Across threads, clocks
// are not reliable enough, so the runtime numbers what must be ordered: the starts and unblocks of
// each goroutine, and the events of each P. An event waits until what it refers to is in the state
// that the event requires.
//
// For that, the statuses of Gs, Ps and Ms are tracked, and no more: what a status means, and for
// how long it lasts, is decided elsewhere.

// proc is the state of a P.
type proc struct {
	seq      uint64
	status   uint8 // 0: not mentioned yet in the generation
	sweeping bool
}

// thread is the state of a thread.
type thread struct {
	id   uint64
	seen bool   // its first event has been tried
	g    uint32 // slot of its goroutine, 0 if none
	p    int32  // its P, -1 if none
}

// region is an open user region.
type region struct{ task, name uint64 }

// task is an open user task.
type task struct{ parent, name uint64 }

// NoTask is the parent of a task without one.
const NoTask = ^uint64(0)

// verdict says whether an event can be the next one.
type verdict uint8

const (
	wait        verdict = iota // not yet
	pass                       // it is the next one, and is in r.out
	unsupported                // no sound trace has it here
	tooMuch                    // no sound trace has so many of them
)

// check returns pass if ok is true, else unsupported.
func check(ok bool) verdict {
	if ok {
		return pass
	}
	return unsupported
}

// try makes the event at which c is positioned the next one, if it can be. The event is then in
// r.out.
func (r *Reader) try(c *cursor) verdict {
	t := &r.threads[c.thread]
	out := &r.out
	g := r.gs.at(t.g).number
	out.Type, out.Thread, out.G, out.P, out.About = c.typ, c.thread, g, t.p, g
	out.Args = *c.args()
	if t.id == noThread {
		return r.tryThreadless(c, t)
	}
	t.seen = true
	return r.tryOn(c, t)
}

// tryThreadless tries an event that the runtime reports outside of any thread. Changes to a
// thread's goroutine or P are then discarded.
func (r *Reader) tryThreadless(c *cursor, t *thread) verdict {
	switch c.typ {
	case GoStatus, GoStatusStack, ProcStatus, GoUnblock, GCActive, GCBegin, GCSweepActive, GCMarkAssistActive:
		scratch := *t
		return r.tryOn(c, &scratch)
	}
	return unsupported
}

func (r *Reader) tryOn(c *cursor, t *thread) verdict {
	switch c.typ {
	case GoStart, GoUnblock, GoSwitch, GoSwitchDestroy:
		return r.trySequenced(c, t)
	case GoStop, GoBlock, GoDestroy, GoSyscallBegin, GoSyscallEnd, GoSyscallEndBlocked, GoDestroySyscall:
		return r.tryOwn(c, t)
	case GoCreate, GoCreateBlocked, GoCreateSyscall:
		return r.tryCreate(c, t)
	case GoStatus, GoStatusStack:
		return r.tryGoStatus(c, t)
	case ProcStart, ProcStop, ProcSteal:
		return r.tryProc(c, t)
	case ProcStatus:
		return r.tryProcStatus(c, t)
	case GCActive, GCBegin, GCEnd:
		return r.tryGC(c, t)
	case STWBegin, STWEnd, GCSweepActive, GCSweepBegin, GCSweepEnd,
		GCMarkAssistActive, GCMarkAssistBegin, GCMarkAssistEnd:
		return r.tryRange(c, t)
	case UserTaskBegin, UserTaskEnd, UserRegionBegin, UserRegionEnd:
		return r.tryUser(c, t)
	case ProcsChange, GoLabel, UserLog:
		return check(t.runs())
	case HeapAlloc, HeapGoal:
		return check(t.p >= 0)
	}
	return check(c.typ >= firstExperimental && c.typ <= lastExperimental)
}

// runs reports whether the thread has a goroutine and a P.
func (t *thread) runs() bool { return t.g != 0 && t.p >= 0 }

// trySequenced tries an event about a goroutine that may be anywhere: its sequence number must be
// the next.
func (r *Reader) trySequenced(c *cursor, t *thread) verdict {
	from := uint8(GWaiting)
	if c.typ == GoStart {
		from = GRunnable
	}
	switches := c.typ == GoSwitch || c.typ == GoSwitchDestroy
	if switches && !(t.runs() && r.gs.at(t.g).status == GRunning) {
		return unsupported
	}
	slot := r.gs.find(c.args()[0])
	g := r.gs.at(slot)
	if g.status != from || c.args()[1] != uint64(g.seq)+1 {
		return wait
	}
	if c.typ == GoStart && (t.p < 0 || t.g != 0) {
		return unsupported
	}
	g.seq++
	r.out.About = g.number
	switch {
	case switches:
		r.switchTo(c, t, slot)
	case c.typ == GoStart:
		g.status = GRunning
		t.g = slot
	default:
		g.status = GRunnable
	}
	return pass
}

// switchTo makes t run the goroutine at a slot instead of its own. That is three events: one
// goroutine is unblocked, the other blocks or ends, and the first one starts.
func (r *Reader) switchTo(c *cursor, t *thread, slot uint32) {
	leave, start := r.out, r.out
	leave.Type, leave.About, leave.Args = GoBlock, leave.G, [4]uint64{}
	r.gs.at(t.g).status = GWaiting
	if c.typ == GoSwitchDestroy {
		leave.Type = GoDestroy
		r.end(t.g)
	}
	start.Type, start.G = GoStart, 0
	r.pending = append(r.pending, leave, start)
	r.gs.at(slot).status = GRunning
	t.g = slot
}

// end removes a goroutine.
func (r *Reader) end(slot uint32) {
	r.openRegions -= len(r.regions[slot])
	delete(r.regions, slot)
	delete(r.stops, slot)
	r.gs.remove(slot)
}

// tryOwn tries an event of a thread's own goroutine.
func (r *Reader) tryOwn(c *cursor, t *thread) verdict {
	g := r.gs.at(t.g)
	switch c.typ {
	case GoSyscallEndBlocked:
		// It has lost its P; the event that says so comes first.
		if t.p >= 0 && r.procs[t.p].status == PSyscall {
			return wait
		}
		fallthrough
	case GoDestroySyscall:
		if t.g == 0 || g.status != GSyscall {
			return unsupported
		}
	case GoSyscallEnd:
		if !t.runs() || g.status != GSyscall {
			return unsupported
		}
	default:
		if !t.runs() || g.status != GRunning {
			return unsupported
		}
	}
	switch c.typ {
	case GoStop:
		g.status, t.g = GRunnable, 0
	case GoBlock:
		g.status, t.g = GWaiting, 0
	case GoDestroy:
		r.end(t.g)
		t.g = 0
	case GoSyscallBegin:
		g.status = GSyscall
		return r.procs[t.p].enterSyscall(c.args()[0])
	case GoSyscallEnd:
		g.status = GRunning
		return r.procs[t.p].leaveSyscall()
	case GoSyscallEndBlocked:
		g.status, t.g = GRunnable, 0
	case GoDestroySyscall:
		return r.destroyInSyscall(t)
	}
	return pass
}

func (p *proc) enterSyscall(seq uint64) verdict {
	if p.status == 0 || seq != p.seq+1 {
		return unsupported
	}
	p.status, p.seq = PSyscall, seq
	return pass
}

func (p *proc) leaveSyscall() verdict {
	if p.status != PSyscall {
		return unsupported
	}
	p.status = PRunning
	return pass
}

// destroyInSyscall ends a goroutine that was created for a call from C. If its thread has a P, it
// loses that first, which is an event of its own.
func (r *Reader) destroyInSyscall(t *thread) verdict {
	if t.p >= 0 {
		p := &r.procs[t.p]
		if p.status != PSyscall {
			return unsupported
		}
		p.status = PSyscallAbandoned
		r.pending = append(r.pending, r.out)
		r.out.Type, r.out.Args = ProcSteal, [4]uint64{uint64(t.p)}
		r.out.Was = PSyscall
		t.p = -1
	}
	r.end(t.g)
	t.g = 0
	return pass
}

func (r *Reader) tryCreate(c *cursor, t *thread) verdict {
	status := uint8(GRunnable)
	switch c.typ {
	case GoCreateSyscall:
		if t.g != 0 {
			return unsupported
		}
		status = GSyscall
	case GoCreateBlocked:
		status = GWaiting
	}
	if c.typ != GoCreateSyscall && (t.p < 0 || t.g != 0 && r.gs.at(t.g).status != GRunning) || c.args()[0] > maxID {
		return unsupported
	}
	if r.gs.find(c.args()[0]) != 0 {
		return unsupported
	}
	if r.gs.named == maxGoroutines {
		return tooMuch
	}
	slot := r.gs.add(c.args()[0], status)
	r.out.About = r.gs.named
	if c.typ == GoCreateSyscall {
		t.g = slot
	}
	return pass
}

// tryGoStatus tries a report of a goroutine's state at the beginning of the generation.
func (r *Reader) tryGoStatus(c *cursor, t *thread) verdict {
	id, thread, status := c.args()[0], c.args()[1], uint8(c.args()[2])
	if c.args()[2] < GRunnable || c.args()[2] > GWaiting || id > maxID || status == GSyscall && thread > maxID {
		return unsupported
	}
	slot := r.gs.find(id)
	known := slot != 0
	if !known {
		if r.gs.named == maxGoroutines {
			return tooMuch
		}
		slot = r.gs.add(id, 0)
	}
	g := r.gs.at(slot)
	if known && g.status != status {
		return unsupported
	}
	r.out.About, r.out.Was = g.number, g.status
	g.status, g.seq = status, 0
	switch {
	case status == GRunning, status == GSyscall && thread == t.id:
		if known && t.g != slot {
			return unsupported // another thread may have it
		}
		t.g = slot
	case status == GSyscall:
		return r.inSyscallElsewhere(thread, slot, known)
	}
	return pass
}

// inSyscallElsewhere handles a report of a goroutine in a system call on a thread other than the
// reporting one.
func (r *Reader) inSyscallElsewhere(id uint64, slot uint32, known bool) verdict {
	i, ok := r.byThread[id]
	if !ok {
		i = r.addThread(id)
	}
	t := &r.threads[i]
	r.out.Thread = i
	switch {
	case !t.seen && !known:
		t.seen, t.g = true, slot
	case t.g != slot:
		return unsupported
	default:
		r.out.G = r.gs.at(slot).number
	}
	return pass
}

func (r *Reader) tryProc(c *cursor, t *thread) verdict {
	switch c.typ {
	case ProcStop:
		if t.p < 0 {
			return unsupported
		}
		p := &r.procs[t.p]
		if p.status != PRunning && p.status != PSyscall {
			return unsupported
		}
		p.status, t.p = PIdle, -1
		return pass
	case ProcSteal:
		return r.trySteal(c, t)
	}
	if c.args()[0] >= uint64(len(r.procs)) {
		return wait
	}
	p := &r.procs[c.args()[0]]
	if p.status != PIdle || c.args()[1] != p.seq+1 || t.p >= 0 {
		return wait
	}
	p.status, p.seq, t.p = PRunning, c.args()[1], int32(c.args()[0])
	return pass
}

// trySteal tries an event in which a P is taken from a thread in a system call.
func (r *Reader) trySteal(c *cursor, t *thread) verdict {
	if c.args()[0] >= uint64(len(r.procs)) {
		return wait
	}
	p := &r.procs[c.args()[0]]
	if p.status != PSyscall && p.status != PSyscallAbandoned || c.args()[1] != p.seq+1 {
		return wait
	}
	r.out.Was = p.status
	p.status, p.seq = PIdle, c.args()[1]
	if r.out.Was == PSyscallAbandoned {
		return pass // its former thread may have moved on
	}
	victim := t
	if c.args()[2] != t.id {
		i, ok := r.byThread[c.args()[2]]
		if !ok || !r.threads[i].seen {
			return unsupported
		}
		victim = &r.threads[i]
	}
	if victim.p != int32(c.args()[0]) {
		return unsupported
	}
	victim.p = -1
	return pass
}

// tryProcStatus tries a report of a P's state at the beginning of the generation.
func (r *Reader) tryProcStatus(c *cursor, t *thread) verdict {
	id, status := c.args()[0], uint8(c.args()[1])
	if id >= MaxProcs || c.args()[1] < PRunning || c.args()[1] > PSyscallAbandoned {
		return unsupported
	}
	grow(&r.procs, id)
	p := &r.procs[id]
	known := p.status
	r.out.Was = known
	switch {
	case known == 0:
		p.status = status
	case known == PSyscall && status == PSyscallAbandoned:
		// Nothing is lost, since the P's thread is known. The report is about that thread.
		r.out.Args[1] = PSyscall
		if !r.attributeTo(int32(id)) {
			return unsupported
		}
	case known != status:
		return unsupported
	}
	p.seq = 0
	if status == PRunning || status == PSyscall {
		t.p = int32(id)
	}
	return pass
}

// attributeTo attributes the next event to the thread that has a P, and reports whether there is
// exactly one.
func (r *Reader) attributeTo(p int32) bool {
	found := 0
	for i := range r.threads {
		if t := &r.threads[i]; t.seen && t.p == p {
			r.out.Thread, r.out.P, r.out.G = int32(i), p, r.gs.at(t.g).number
			found++
		}
	}
	return found == 1
}

// tryGC tries the beginning and end of a mark phase, which share one sequence of numbers.
func (r *Reader) tryGC(c *cursor, t *thread) verdict {
	seq := c.args()[0]
	next := seq == r.gcSeq+1
	v := pass
	switch c.typ {
	case GCActive:
		v = check(!r.gcKnown)
		r.marking = true
	case GCBegin:
		if r.gcKnown {
			if !next {
				return wait
			}
			v = check(!r.marking && t.runs())
		}
		r.marking = true
	case GCEnd:
		if !next {
			return wait
		}
		v = check(r.gcKnown && r.marking && t.runs())
		r.marking = false
	}
	r.gcSeq, r.gcKnown = seq, true
	return v
}

// tryRange tries the beginning and end of other ranges: a sweep on a P, a stop-the-world or a mark
// assist by a goroutine.
func (r *Reader) tryRange(c *cursor, t *thread) verdict {
	switch c.typ {
	case GCSweepActive:
		if c.args()[0] >= uint64(len(r.procs)) {
			return unsupported
		}
		p := &r.procs[c.args()[0]]
		return toggle(&p.sweeping, true, p.status != 0)
	case GCSweepBegin, GCSweepEnd:
		if t.p < 0 {
			return unsupported
		}
		return toggle(&r.procs[t.p].sweeping, c.typ == GCSweepBegin, true)
	case GCMarkAssistActive:
		g := r.gs.at(r.gs.find(c.args()[0]))
		r.out.About = g.number
		return toggle(&g.assists, true, g.status != 0)
	}
	g := r.gs.at(t.g)
	switch c.typ {
	case GCMarkAssistBegin, GCMarkAssistEnd:
		return toggle(&g.assists, c.typ == GCMarkAssistBegin, t.runs() && g.status != 0)
	case STWBegin:
		r.stops[t.g] = c.args()[0]
	case STWEnd:
		r.out.Args[0] = r.stops[t.g]
		delete(r.stops, t.g)
	}
	return toggle(&g.stopping, c.typ == STWBegin, t.runs() && g.status != 0)
}

// toggle switches a flag on or off; it must have been in the other state.
func toggle(what *bool, on, ok bool) verdict {
	if !ok || *what == on {
		return unsupported
	}
	*what = on
	return pass
}

// tryUser tries tasks and regions. Only for a task is it known here which end belongs to which
// beginning.
func (r *Reader) tryUser(c *cursor, t *thread) verdict {
	id := c.args()[0]
	switch c.typ {
	case UserTaskBegin:
		if _, ok := r.tasks[id]; ok {
			return unsupported
		}
		if r.out.Args[1] == 0 {
			r.out.Args[1] = NoTask
		}
		if len(r.tasks) == maxTasks {
			return tooMuch
		}
		r.tasks[id] = task{r.out.Args[1], c.args()[2]}
	case UserTaskEnd:
		begun, ok := r.tasks[id]
		if !ok {
			begun = task{parent: NoTask}
		}
		delete(r.tasks, id)
		r.out.Args[2], r.out.Args[3] = begun.parent, begun.name
	case UserRegionBegin:
		if r.openRegions++; r.openRegions > maxRegions {
			return tooMuch
		}
		r.regions[t.g] = append(r.regions[t.g], region{id, c.args()[1]})
		return check(t.runs() && r.gs.at(t.g).status != 0)
	case UserRegionEnd:
		return check(t.runs() && r.gs.at(t.g).status != 0 && r.endRegion(t.g, region{id, c.args()[1]}))
	}
	return check(t.runs())
}

// endRegion closes the innermost region of the goroutine at a slot, and reports whether it was the
// one given. A region that began before the generation is not known, and counts as that one.
func (r *Reader) endRegion(slot uint32, end region) bool {
	open := r.regions[slot]
	if len(open) == 0 {
		return true
	}
	r.regions[slot] = open[:len(open)-1]
	r.openRegions--
	return open[len(open)-1] == end
}
