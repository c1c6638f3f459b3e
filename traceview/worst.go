package traceview

import (
	"cmp"
	"slices"
	"time"
)

const (
	keptWorst       = 50 // worst waits, and longest slices, of a trace
	keptAntagonists = 5  // goroutines named with each
)

// longest keeps those of many that took longest.
type longest[T any] struct {
	list []T
	durs []time.Duration // of those in the list
	min  time.Duration   // of them, once the list is full
}

// takes tells whether something of length d belongs in the list.
func (l *longest[T]) takes(d time.Duration) bool { return len(l.list) < keptWorst || d > l.min }

func (l *longest[T]) add(v T, d time.Duration) {
	if len(l.list) < keptWorst {
		l.list, l.durs = append(l.list, v), append(l.durs, d)
	} else {
		i := l.shortest()
		l.list[i], l.durs[i] = v, d
	}
	if len(l.list) == keptWorst {
		l.min = l.durs[l.shortest()]
	}
}

func (l *longest[T]) shortest() int {
	least := 0
	for i, d := range l.durs {
		if d < l.durs[least] {
			least = i
		}
	}
	return least
}

func (l *longest[T]) result() []T {
	order := make([]int, len(l.list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(l.durs[j], l.durs[i]) })
	var out []T
	for _, i := range order {
		out = append(out, l.list[i])
	}
	return out
}

// rivals finds the worst waits and longest slices, and who did the opposite meanwhile.
type rivals struct {
	waits   longest[worstWait]
	slices  longest[longSlice]
	running []past // by P
	ran     int    // how many spans those have taken since the waits were settled
	waiting past   // runnable spans; of these there are no eras, for they overlap
	times   byGoroutine
	now     []int32 // for settleSlices
}

// worstWait is a wait of which it may not be known yet who ran meanwhile. In a growing
// queue every wait is the longest so far, and most are forgotten before that matters.
type worstWait struct {
	Wait
	g       int32   // whose
	others  []int32 // of the Antagonists
	settled bool
}

// longSlice is a slice of which it may not be known yet who waited meanwhile, likewise.
type longSlice struct {
	Slice
	g       int32   // whose
	others  []int32 // of the Waiters
	settled bool
}

func newRivals() rivals { return rivals{waiting: past{keep: keptSpans}} }

// holds calls hold with each goroutine among the recent ones, and with those in the lists:
// what they are called is known at the end.
func (r *rivals) holds(hold func(g int32)) {
	r.waiting.holds(hold)
	for i := range r.waits.list {
		w := &r.waits.list[i]
		each(hold, w.g, w.others)
	}
	for i := range r.slices.list {
		s := &r.slices.list[i]
		each(hold, s.g, s.others)
	}
	for i := range r.running {
		r.running[i].holds(hold)
	}
}

// each calls hold with g and the others.
func each(hold func(g int32), g int32, others []int32) {
	hold(g)
	for _, g := range others {
		hold(g)
	}
}

// take takes a running span.
func (r *rivals) take(m *machine, sp *span) {
	if r.ran++; r.ran > keptSpans || sp.to == StateUnknown {
		r.settle(m) // before the span is among the recent ones: m still has it on its P
	}
	if p := pastOfProc(&r.running, sp.p); p != nil && p.add(sp.g, sp.since, sp.end) {
		p.fold(m, &r.times)
	}
	if !r.slices.takes(sp.end.Sub(sp.since)) {
		return
	}
	gs := m.gs.at(sp.g)
	r.slices.add(longSlice{g: sp.g, Slice: Slice{
		G: gs.id, P: sp.p, From: sp.since, To: sp.end,
		Stack: m.symbols.stacks[sp.stack], Preempt: sp.preempt, Reason: m.symbols.texts[sp.reason],
		Ended: sp.to != StateUnknown,
	}}, sp.end.Sub(sp.since))
}

// waited takes a runnable span; idle is how long some P had no thread meanwhile.
func (r *rivals) waited(m *machine, sp *span, idle time.Duration) {
	if r.waiting.fills() {
		r.settleSlices(m) // before the span is among those kept: m still has it as runnable
	}
	if r.waiting.add(sp.g, sp.since, sp.end) {
		r.waiting.forget()
	}
	if !r.waits.takes(sp.end.Sub(sp.since)) {
		return
	}
	gs := m.gs.at(sp.g)
	w := Wait{
		G: gs.id, From: sp.since, To: sp.end, Waker: NoG,
		Stack: m.symbols.stacks[sp.stack], FirstRun: sp.firstRun(), Idle: idle,
	}
	if sp.waker >= 0 {
		w.Waker = m.gs.at(sp.waker).id
	}
	r.waits.add(worstWait{Wait: w, g: sp.g}, w.Dur())
}

// settle finds out who ran during the waits, as long as that is known.
func (r *rivals) settle(m *machine) {
	r.ran = 0
	for i := range r.waits.list {
		if w := &r.waits.list[i]; !w.settled {
			w.settled = true
			w.Partial = !r.meanwhile(m, w.From, w.To)
			w.Antagonists, w.others, w.Others = r.others(m, w.g)
		}
	}
}

// settleSlices finds out who waited during the slices, as long as that is known.
func (r *rivals) settleSlices(m *machine) {
	looked := false
	for i := range r.slices.list {
		s := &r.slices.list[i]
		if s.settled {
			continue
		}
		if !looked {
			looked, r.now = true, m.inState(StateRunnable, r.now[:0])
		}
		s.settled = true
		s.Partial = !r.waiting.overlap(s.From, s.To, &r.times)
		for _, g := range r.now {
			r.times.add(g, max(m.gs.at(g).since, s.From), s.To)
		}
		s.Waiters, s.others, s.Others = r.others(m, s.g)
	}
}

// longestSlices returns the longest slices, the longest first.
func (r *rivals) longestSlices(m *machine) []Slice {
	r.settleSlices(m)
	var out []Slice
	for _, s := range r.slices.result() {
		s.Func = m.symbols.texts[m.gs.at(s.g).fn]
		m.name(s.Waiters, s.others)
		out = append(out, s.Slice)
	}
	return out
}

// meanwhile adds up who ran between two moments, and tells whether all of that is known.
func (r *rivals) meanwhile(m *machine, from, to Time) (whole bool) {
	whole = len(m.ps) <= keptLoads
	for p := range r.running {
		whole = r.running[p].overlap(from, to, &r.times) && whole
	}
	for p := range m.ps {
		if g := m.ps[p].g; g >= 0 && m.gs.at(g).state == StateRunning {
			r.times.add(g, max(m.gs.at(g).since, from), to)
		}
	}
	return whole
}

// others returns those other than self of whom times have been added up.
func (r *rivals) others(m *machine, self int32) (out []Antagonist, gs []int32, more int) {
	r.times.without(self)
	busiest, more := r.times.busiest(m, keptAntagonists)
	for _, t := range busiest {
		out = append(out, Antagonist{G: m.gs.at(t.g).id, Time: t.dur})
		gs = append(gs, t.g)
	}
	return out, gs, more
}

// name names the goroutines gs, whose antagonists these are.
func (m *machine) name(antagonists []Antagonist, gs []int32) {
	for i, g := range gs {
		antagonists[i].Func = m.symbols.texts[m.gs.at(g).fn]
	}
}

// worstWaits returns the longest waits, the longest first.
func (r *rivals) worstWaits(m *machine) []Wait {
	r.settle(m)
	var out []Wait
	for _, w := range r.waits.result() {
		w.Func = m.symbols.texts[m.gs.at(w.g).fn]
		m.name(w.Antagonists, w.others)
		out = append(out, w.Wait)
	}
	return out
}

// waste adds up the time in which some P had no thread although goroutines were
// runnable, and the world was not stopped.
type waste struct {
	last Time
	Wasted
}

// pass takes note of the time up to now, in which so many goroutines were runnable.
func (w *waste) pass(m *machine, runnable int32) {
	idle := m.gomaxprocs - int64(m.heldPs)
	if d := m.now.Sub(w.last); runnable > 0 && idle > 0 && m.stw == 0 {
		w.Time += d
		w.P = plus(w.P, times(d, min(idle, int64(runnable))))
	}
	w.last = m.now
}
