package oncore

import (
	"fmt"
	"iter"

	"schedviz/traceview"
	"schedviz/traceview/cores"
	"schedviz/traceview/internal/sched"
)

// KeptStays is the number of stays on cores at which those that no goroutine needs any more are
// dropped.
const KeptStays = 1 << 16

// CoreJoin is the sink that joins goroutines' spans with the times their threads were on cores.
// Both arrive in time order, and it keeps only the stays that a running goroutine may still need.
type CoreJoin struct {
	data   *cores.Data
	replay *cores.Replay
	next   cores.Switch
	more   bool

	from, to traceview.Time // the interval that data covers
	process  int32          // the traced process; 0 until the first of its threads is known
	threads  map[int32]*Thread
	byM      []*Thread // by the machine's number; nil for a thread that is not in data
	holders  map[int32]*Thread
	kept     int // stays kept, over all threads
	limit    int // value of kept at which to drop some

	staySinks []StaySink
	totals    totals
}

// Thread is a thread as the kernel's record shows it.
type Thread struct {
	ID, process int32
	on          bool
	cpu         int32 // the current or last core; -1 before the first
	since       traceview.Time
	stays       []Stay               // those that end after the thread's goroutine began to run
	left        traceview.SwitchKind // how the stay before these ended
	use         traceview.ThreadCores
	ns          int64 // time on cores within the trace
}

// Stay is an uninterrupted time of a thread on a core.
type Stay struct {
	Start, End traceview.Time
	CPU        int32
	Left       traceview.SwitchKind
}

// newCoreJoin returns a CoreJoin that drops unneeded stays once it has kept the given number.
func newCoreJoin(d *cores.Data, stays int) *CoreJoin {
	j := &CoreJoin{
		data: d, replay: d.Switches(), from: traceview.Time(d.Start), to: traceview.Time(d.End),
		threads: make(map[int32]*Thread), holders: make(map[int32]*Thread),
		limit: stays, totals: newTotals(),
	}
	j.next, j.more = j.replay.Next()
	return j
}

type (
	// User is a sink that queries a CoreJoin, which gets every span before it.
	User interface {
		UseCores(j *CoreJoin)
	}
	// StaySink receives threads' stays on cores.
	StaySink interface {
		Stay(t *Thread, s Stay)
	}
)

// Attach adds a CoreJoin before the sinks if there is a record of cores; for stays see newCoreJoin.
func Attach(d *cores.Data, stays int, sinks []sched.Sink) (*CoreJoin, []sched.Sink) {
	if d == nil {
		return nil, sinks
	}
	j := newCoreJoin(d, stays)
	j.staySinks = sched.SinksOf[StaySink](sinks)
	for _, s := range sched.SinksOf[User](sinks) {
		s.UseCores(j)
	}
	return j, append([]sched.Sink{j}, sinks...)
}

// SpanEnd implements [sched.SpanSink].
func (j *CoreJoin) SpanEnd(m *sched.Machine, sp *sched.Span) {
	if sp.State != traceview.StateRunning || sp.M < 0 {
		return
	}
	t := j.thread(m, sp.M)
	if t == nil {
		j.totals.addSpan(m, sp, traceview.CoreTime{Unknown: sp.End.Sub(sp.Since)}, nil)
		return
	}
	if j.process == 0 {
		j.process = t.process
	}
	j.advance(m, sp.End)
	j.forget(t, sp.Since)
	j.totals.addSpan(m, sp, j.split(t, sp.Since, sp.End), j.staysIn(t, sp.Since, sp.End))
}

// thread returns the kernel's view of one of the machine's threads, nil if the record does not have
// it.
func (j *CoreJoin) thread(m *sched.Machine, n int32) *Thread {
	for i := len(j.byM); i < len(m.Threads); i++ {
		var t *Thread
		id := m.Threads[i]
		if process, ok := j.data.Processes[int32(id)]; ok && int64(id) == int64(int32(id)) {
			t = j.kernelThread(int32(id), process)
		}
		j.byM = append(j.byM, t)
	}
	return j.byM[n]
}

func (j *CoreJoin) kernelThread(id, process int32) *Thread {
	t := j.threads[id]
	if t == nil {
		t = &Thread{ID: id, process: process, cpu: -1}
		j.threads[id] = t
	}
	return t
}

// advance applies the switches up to a time.
func (j *CoreJoin) advance(m *sched.Machine, to traceview.Time) {
	for j.more && traceview.Time(j.next.Time) <= to {
		j.apply(m, &j.next)
		j.next, j.more = j.replay.Next()
	}
	if j.kept > j.limit {
		j.forgetIdle(m)
		j.limit = max(j.limit, 2*j.kept)
	}
}

func (j *CoreJoin) apply(m *sched.Machine, sw *cores.Switch) {
	t := j.kernelThread(sw.Thread, sw.Process)
	now := traceview.Time(sw.Time)
	if sw.Kind != traceview.SwitchIn {
		j.leave(m, t, now, sw.Kind)
		return
	}
	if t.on && t.cpu == sw.CPU {
		return
	}
	// If the thread was on another core, or another thread on this one, records were lost.
	j.leave(m, t, now, traceview.SwitchIn)
	if other := j.holders[sw.CPU]; other != nil {
		j.leave(m, other, now, traceview.SwitchIn)
	}
	if now >= m.Start {
		t.use.Switches++
		if t.cpu >= 0 && t.cpu != sw.CPU {
			t.use.Migrations++
		}
	}
	t.on, t.cpu, t.since = true, sw.CPU, now
	j.holders[sw.CPU] = t
}

// leave takes a thread off its core.
func (j *CoreJoin) leave(m *sched.Machine, t *Thread, now traceview.Time, how traceview.SwitchKind) {
	if !t.on {
		return
	}
	t.on = false
	delete(j.holders, t.cpu)
	s := Stay{t.since, now, t.cpu, how}
	t.stays = append(t.stays, s)
	j.kept++
	if how == traceview.SwitchPreempted && now >= m.Start {
		t.use.Preemptions++
	}
	j.emit(m, t, s)
}

// emit passes a stay to the totals and the sinks.
func (j *CoreJoin) emit(m *sched.Machine, t *Thread, s Stay) {
	s.Start = max(s.Start, m.Start)
	if s.End < s.Start {
		return
	}
	t.ns += int64(s.End - s.Start)
	j.totals.addStay(m, t, s, t.process == j.process)
	for _, sink := range j.staySinks {
		sink.Stay(t, s)
	}
}

// forget drops stays that ended before the span that t's goroutine began at start: the thread's
// next span begins later.
func (j *CoreJoin) forget(t *Thread, start traceview.Time) {
	n := 0
	for n < len(t.stays) && t.stays[n].End <= start {
		t.left = t.stays[n].Left
		n++
	}
	if n > 0 {
		t.stays = t.stays[:copy(t.stays, t.stays[n:])]
		j.kept -= n
	}
}

// forgetIdle does the same for all threads, most of which may never run a goroutine.
func (j *CoreJoin) forgetIdle(m *sched.Machine) {
	running := make(map[traceview.ThreadID]traceview.Time)
	for i := range m.Gs.Len {
		if gs := m.Gs.At(i); gs.State == traceview.StateRunning && gs.M >= 0 {
			running[m.Threads[gs.M]] = gs.Since
		}
	}
	for _, t := range j.threads {
		since, ok := running[traceview.ThreadID(t.ID)]
		if !ok {
			since = m.Now
		}
		j.forget(t, since)
	}
}

// staysIn yields each part of an interval in which t was on a core, and how t had left the core
// before it.
func (j *CoreJoin) staysIn(t *Thread, start, end traceview.Time) iter.Seq2[Stay, traceview.SwitchKind] {
	start, end = max(start, j.from), min(end, j.to)
	return func(yield func(Stay, traceview.SwitchKind) bool) {
		before := t.left
		for _, s := range t.stays {
			if s.Start >= end {
				return
			}
			if s.End > start && !yield(Stay{max(s.Start, start), min(s.End, end), s.CPU, s.Left}, before) {
				return
			}
			before = s.Left
		}
		if t.on && t.since < end {
			yield(Stay{max(t.since, start), end, t.cpu, traceview.SwitchIn}, before)
		}
	}
}

// split splits an interval of t by what the thread was doing.
func (j *CoreJoin) split(t *Thread, start, end traceview.Time) traceview.CoreTime {
	var c traceview.CoreTime
	lo, hi := max(start, j.from), min(end, j.to)
	if lo >= hi {
		return traceview.CoreTime{Unknown: end.Sub(start)}
	}
	c.Unknown = end.Sub(start) - hi.Sub(lo)
	at, left := lo, t.left
	off := func(until traceview.Time, how traceview.SwitchKind) {
		if how == traceview.SwitchPreempted {
			c.Preempted += until.Sub(at)
		} else {
			c.Blocked += until.Sub(at)
		}
	}
	for s, before := range j.staysIn(t, start, end) {
		off(s.Start, before)
		c.OnCore += s.End.Sub(s.Start)
		at, left = s.End, s.Left
	}
	if at == lo {
		left = j.leftBefore(t, lo)
	}
	off(hi, left)
	return c
}

// leftBefore returns how t ended its last stay on a core before a time.
func (j *CoreJoin) leftBefore(t *Thread, at traceview.Time) traceview.SwitchKind {
	left := t.left
	for _, s := range t.stays {
		if s.End > at {
			break
		}
		left = s.Left
	}
	return left
}

// Share returns the share of a running span, clipped to a window, in which its thread was on a
// core; -1 if nothing is known about it.
func (j *CoreJoin) Share(m *sched.Machine, n int32, start, end traceview.Time) float32 {
	if n < 0 {
		return -1
	}
	t := j.thread(m, n)
	if t == nil {
		return -1
	}
	c := j.split(t, start, end)
	if known := c.OnCore + c.Off(); known > 0 {
		return float32(float64(c.OnCore) / float64(known))
	}
	return -1
}

// Finish processes the rest, up to the end of what was read.
func (j *CoreJoin) Finish(m *sched.Machine) {
	j.advance(m, m.Now)
	for _, t := range j.threads {
		if t.on {
			j.emit(m, t, Stay{t.since, max(t.since, min(m.Now, j.to)), t.cpu, traceview.SwitchIn})
		}
	}
}

// Unusable says why data cannot be used with the trace, "" if it can.
func (j *CoreJoin) Unusable(m *sched.Machine) string {
	const aside = "the record of cores is ignored: "
	switch {
	case j.replay.Err() != nil:
		return aside + j.replay.Err().Error()
	case j.to < m.Start || j.from > m.Now:
		return fmt.Sprintf(aside+"it covers a different time (%d to %d ns on the clock) than the trace (%d to %d ns)",
			j.from, j.to, m.Start, m.Now)
	case j.process == 0:
		return aside + "it has none of the trace's threads, so it belongs to another process"
	}
	return ""
}

var _ sched.SpanSink = (*CoreJoin)(nil)

// OtherThread returns what is known about a thread that ran no goroutine.
func (j *CoreJoin) OtherThread(id int32) traceview.OtherThread {
	t := j.threads[id]
	return traceview.OtherThread{
		ID: traceview.ThreadID(id), Process: int(t.process), Name: j.data.Names[id],
		Traced: t.process == j.process,
	}
}
