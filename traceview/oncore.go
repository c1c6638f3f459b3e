package traceview

import (
	"fmt"
	"math"

	"schedviz/traceview/cores"
)

// SetCores joins the trace with d, the kernel's record of which thread was on
// which core: from now on Summarize and Window tell of cores. Whether d belongs to
// the trace shows when the trace is read; if not, it is left aside with a warning.
// The caller closes d when it is done with f.
func (f *File) SetCores(d *cores.Data) { f.cores = d }

// keptStays is how many stays on cores are kept before those that no goroutine
// needs are looked for.
const keptStays = 1 << 16

// never is the end of what goes on.
const never = Time(math.MaxInt64)

// joiner is the sink that joins the spans of goroutines with the times of their
// threads on cores: both come in the order of time, and what it keeps of the
// latter is only what running goroutines can still need.
type joiner struct {
	data   *cores.Data
	replay *cores.Replay
	next   cores.Switch
	more   bool

	from, to Time  // what data covers
	process  int32 // that was traced; 0 until the first of its threads is known
	threads  map[int32]*coreThread
	byM      []*coreThread // by the machine's number; nil for a thread data does not know
	holders  map[int32]*coreThread
	kept     int // stays in all threads
	limit    int // of these, when to forget

	takers []staySink
	totals coreTotals
}

// coreThread is a thread, as the kernel tells of it.
type coreThread struct {
	id, process int32
	on          bool
	cpu         int32 // where it is, or was last; -1 before the first time
	since       Time
	stays       []stay     // that end after the begin of the goroutine it runs
	left        cores.Kind // how the stay before these ended
	use         ThreadCores
	ns          int64 // on cores within the trace
}

// stay is a time on a core.
type stay struct {
	start, end Time
	cpu        int32
	left       cores.Kind
}

// newJoiner returns a joiner that keeps so many stays before it looks for those to forget.
func newJoiner(d *cores.Data, stays int) *joiner {
	j := &joiner{
		data: d, replay: d.Switches(), from: Time(d.Start), to: Time(d.End),
		threads: make(map[int32]*coreThread), holders: make(map[int32]*coreThread),
		limit: stays, totals: newCoreTotals(),
	}
	j.next, j.more = j.replay.Next()
	return j
}

type (
	// coreUser is a sink that asks a joiner about cores: it comes behind it.
	coreUser interface {
		useCores(j *joiner)
	}
	// staySink is told of threads' stays on cores.
	staySink interface {
		stay(t *coreThread, s stay)
	}
)

// joinCores puts a joiner before the sinks if there are cores to join; see newJoiner.
func joinCores(d *cores.Data, stays int, sinks []sink) (*joiner, []sink) {
	if d == nil {
		return nil, sinks
	}
	j := newJoiner(d, stays)
	j.takers = those[staySink](sinks)
	for _, s := range those[coreUser](sinks) {
		s.useCores(j)
	}
	return j, append([]sink{j}, sinks...)
}

// span takes the end of a running span.
func (j *joiner) span(m *machine, sp *span) {
	if sp.state != StateRunning || sp.m < 0 {
		return
	}
	t := j.thread(m, sp.m)
	if t == nil {
		j.totals.ran(m, sp, CoreTime{Unknown: sp.end.Sub(sp.since)}, nil)
		return
	}
	if j.process == 0 {
		j.process = t.process
	}
	j.advance(m, sp.end)
	j.forget(t, sp.since)
	j.totals.ran(m, sp, j.split(t, sp.since, sp.end), j.staysIn(t, sp.since, sp.end))
}

// thread returns what the kernel tells of the machine's thread, nil if it tells nothing.
func (j *joiner) thread(m *machine, n int32) *coreThread {
	for i := len(j.byM); i < len(m.threads); i++ {
		var t *coreThread
		id := m.threads[i]
		if process, ok := j.data.Processes[int32(id)]; ok && int64(id) == int64(int32(id)) {
			t = j.kernelThread(int32(id), process)
		}
		j.byM = append(j.byM, t)
	}
	return j.byM[n]
}

func (j *joiner) kernelThread(id, process int32) *coreThread {
	t := j.threads[id]
	if t == nil {
		t = &coreThread{id: id, process: process, cpu: -1}
		j.threads[id] = t
	}
	return t
}

// advance takes the switches up to a time.
func (j *joiner) advance(m *machine, to Time) {
	for j.more && Time(j.next.Time) <= to {
		j.apply(m, &j.next)
		j.next, j.more = j.replay.Next()
	}
	if j.kept > j.limit {
		j.forgetIdle(m)
		j.limit = max(j.limit, 2*j.kept)
	}
}

func (j *joiner) apply(m *machine, sw *cores.Switch) {
	t := j.kernelThread(sw.Thread, sw.Process)
	now := Time(sw.Time)
	if sw.Kind != cores.In {
		j.leave(m, t, now, sw.Kind)
		return
	}
	if t.on && t.cpu == sw.CPU {
		return
	}
	// Records were lost if it was elsewhere, or another one there.
	j.leave(m, t, now, cores.In)
	if other := j.holders[sw.CPU]; other != nil {
		j.leave(m, other, now, cores.In)
	}
	if now >= m.start {
		t.use.Switches++
		if t.cpu >= 0 && t.cpu != sw.CPU {
			t.use.Migrations++
		}
	}
	t.on, t.cpu, t.since = true, sw.CPU, now
	j.holders[sw.CPU] = t
}

// leave takes a thread off its core.
func (j *joiner) leave(m *machine, t *coreThread, now Time, how cores.Kind) {
	if !t.on {
		return
	}
	t.on = false
	delete(j.holders, t.cpu)
	s := stay{t.since, now, t.cpu, how}
	t.stays = append(t.stays, s)
	j.kept++
	if how == cores.Preempted && now >= m.start {
		t.use.Preemptions++
	}
	j.tell(m, t, s)
}

// tell hands a stay on.
func (j *joiner) tell(m *machine, t *coreThread, s stay) {
	s.start = max(s.start, m.start)
	if s.end < s.start {
		return
	}
	t.ns += int64(s.end - s.start)
	j.totals.stayed(m, t, s, t.process == j.process)
	for _, taker := range j.takers {
		taker.stay(t, s)
	}
}

// forget drops what ended before the span that t's goroutine began at start: the
// next one on the thread begins later.
func (j *joiner) forget(t *coreThread, start Time) {
	n := 0
	for n < len(t.stays) && t.stays[n].end <= start {
		t.left = t.stays[n].left
		n++
	}
	if n > 0 {
		t.stays = t.stays[:copy(t.stays, t.stays[n:])]
		j.kept -= n
	}
}

// forgetIdle does that for all threads, most of which may never run a goroutine.
func (j *joiner) forgetIdle(m *machine) {
	running := make(map[ThreadID]Time)
	for i := range m.gs.n {
		if gs := m.gs.at(i); gs.state == StateRunning && gs.m >= 0 {
			running[m.threads[gs.m]] = gs.since
		}
	}
	for _, t := range j.threads {
		since, ok := running[ThreadID(t.id)]
		if !ok {
			since = m.now
		}
		j.forget(t, since)
	}
}

// staysIn calls yield with each part of a time in which t was on a core, and with
// how it left the core before.
func (j *joiner) staysIn(t *coreThread, start, end Time) func(yield func(s stay, before cores.Kind) bool) {
	start, end = max(start, j.from), min(end, j.to)
	return func(yield func(stay, cores.Kind) bool) {
		before := t.left
		for _, s := range t.stays {
			if s.start >= end {
				return
			}
			if s.end > start && !yield(stay{max(s.start, start), min(s.end, end), s.cpu, s.left}, before) {
				return
			}
			before = s.left
		}
		if t.on && t.since < end {
			yield(stay{max(t.since, start), end, t.cpu, cores.In}, before)
		}
	}
}

// split divides a time of t.
func (j *joiner) split(t *coreThread, start, end Time) CoreTime {
	var c CoreTime
	lo, hi := max(start, j.from), min(end, j.to)
	if lo >= hi {
		return CoreTime{Unknown: end.Sub(start)}
	}
	c.Unknown = end.Sub(start) - hi.Sub(lo)
	at, left := lo, t.left
	off := func(until Time, how cores.Kind) {
		if how == cores.Preempted {
			c.Preempted += until.Sub(at)
		} else {
			c.Blocked += until.Sub(at)
		}
	}
	for s, before := range j.staysIn(t, start, end) {
		off(s.start, before)
		c.OnCore += s.end.Sub(s.start)
		at, left = s.end, s.left
	}
	if at == lo {
		left = j.leftBefore(t, lo)
	}
	off(hi, left)
	return c
}

// leftBefore tells how t left the core it was on last before a time.
func (j *joiner) leftBefore(t *coreThread, at Time) cores.Kind {
	left := t.left
	for _, s := range t.stays {
		if s.end > at {
			break
		}
		left = s.left
	}
	return left
}

// share returns the part of a running span, as cut to a window, in which its
// thread was on a core; -1 if nothing is known of it.
func (j *joiner) share(m *machine, n int32, start, end Time) float32 {
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

// finish takes the rest up to the end of what is read.
func (j *joiner) finish(m *machine) {
	j.advance(m, m.now)
	for _, t := range j.threads {
		if t.on {
			j.tell(m, t, stay{t.since, max(t.since, min(m.now, j.to)), t.cpu, cores.In})
		}
	}
}

// doubt says why data is of no use for the trace, "" if it is.
func (j *joiner) doubt(m *machine) string {
	const aside = "the record of cores is left aside: "
	switch {
	case j.replay.Err() != nil:
		return aside + j.replay.Err().Error()
	case j.to < m.start || j.from > m.now:
		return fmt.Sprintf(aside+"it covers another time (%d to %d ns on the clock) than the trace (%d to %d ns)", j.from, j.to, m.start, m.now)
	case j.process == 0:
		return aside + "it has none of the trace's threads, so it is of another process"
	}
	return ""
}
