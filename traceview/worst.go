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
	dur  func(*T) time.Duration
	min  time.Duration // of the list, once it is full
}

// takes tells whether something of length d belongs in the list.
func (l *longest[T]) takes(d time.Duration) bool { return len(l.list) < keptWorst || d > l.min }

func (l *longest[T]) add(v T) {
	if len(l.list) < keptWorst {
		l.list = append(l.list, v)
	} else {
		l.list[l.shortest()] = v
	}
	if len(l.list) == keptWorst {
		l.min = l.dur(&l.list[l.shortest()])
	}
}

func (l *longest[T]) shortest() int {
	least := 0
	for i := range l.list {
		if l.dur(&l.list[i]) < l.dur(&l.list[least]) {
			least = i
		}
	}
	return least
}

func (l *longest[T]) result() []T {
	out := slices.Clone(l.list)
	slices.SortStableFunc(out, func(a, b T) int { return cmp.Compare(l.dur(&b), l.dur(&a)) })
	return out
}

// rivals finds the worst waits and longest slices, and who did the opposite meanwhile.
type rivals struct {
	waits   longest[worstWait]
	slices  longest[Slice]
	running []past // by P
	ran     int    // how many spans those have taken since the waits were settled
	waiting past   // runnable spans; of these there are no eras, for they overlap
	times   byGoroutine
}

// worstWait is a wait of which it may not be known yet who ran meanwhile. In a growing
// queue every wait is the longest so far, and most are forgotten before that matters.
type worstWait struct {
	Wait
	g       int32 // whose
	settled bool
}

func newRivals() rivals {
	return rivals{
		waits:   longest[worstWait]{dur: func(w *worstWait) time.Duration { return w.Dur() }},
		slices:  longest[Slice]{dur: func(s *Slice) time.Duration { return s.Dur() }},
		waiting: past{keep: keptSpans},
	}
}

// holds calls hold with each goroutine among the recent ones.
func (r *rivals) holds(hold func(g int32)) {
	r.waiting.holds(hold)
	for i := range r.waits.list {
		if w := &r.waits.list[i]; !w.settled {
			hold(w.g)
		}
	}
	for i := range r.running {
		r.running[i].holds(hold)
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
	whole := r.waiting.overlap(sp.since, sp.end, &r.times)
	for g := range m.gs {
		if gs := &m.gs[g]; gs.state == StateRunnable {
			r.times.add(int32(g), max(gs.since, sp.since), sp.end)
		}
	}
	gs := &m.gs[sp.g]
	s := Slice{
		G: gs.id, Func: m.symbols.texts[gs.fn], P: sp.p, From: sp.since, To: sp.end,
		Stack: m.symbols.stacks[sp.stack], Preempt: sp.preempt, Reason: m.symbols.texts[sp.reason],
		Ended: sp.to != StateUnknown, Partial: !whole,
	}
	s.Waiters, s.Others = r.others(m, sp.g)
	r.slices.add(s)
}

// waited takes a runnable span; idle is how long some P had no thread meanwhile.
func (r *rivals) waited(m *machine, sp *span, idle time.Duration) {
	if r.waiting.add(sp.g, sp.since, sp.end) {
		r.waiting.forget()
	}
	if !r.waits.takes(sp.end.Sub(sp.since)) {
		return
	}
	gs := &m.gs[sp.g]
	w := Wait{
		G: gs.id, Func: m.symbols.texts[gs.fn], From: sp.since, To: sp.end, Waker: NoG,
		Stack: m.symbols.stacks[sp.stack], FirstRun: sp.firstRun(), Idle: idle,
	}
	if sp.waker >= 0 {
		w.Waker = m.gs[sp.waker].id
	}
	r.waits.add(worstWait{Wait: w, g: sp.g})
}

// settle finds out who ran during the waits, as long as that is known.
func (r *rivals) settle(m *machine) {
	r.ran = 0
	for i := range r.waits.list {
		if w := &r.waits.list[i]; !w.settled {
			w.settled = true
			w.Partial = !r.meanwhile(m, w.From, w.To)
			w.Antagonists, w.Others = r.others(m, w.g)
		}
	}
}

// meanwhile adds up who ran between two moments, and tells whether all of that is known.
func (r *rivals) meanwhile(m *machine, from, to Time) (whole bool) {
	whole = len(m.ps) <= keptLoads
	for p := range r.running {
		whole = r.running[p].overlap(from, to, &r.times) && whole
	}
	for p := range m.ps {
		if g := m.ps[p].g; g >= 0 && m.gs[g].state == StateRunning {
			r.times.add(g, max(m.gs[g].since, from), to)
		}
	}
	return whole
}

// others returns those other than self of whom times have been added up.
func (r *rivals) others(m *machine, self int32) (out []Antagonist, more int) {
	r.times.without(self)
	busiest, more := r.times.busiest(m, keptAntagonists)
	for _, t := range busiest {
		out = append(out, Antagonist{G: m.gs[t.g].id, Func: m.symbols.texts[m.gs[t.g].fn], Time: t.dur})
	}
	return out, more
}

// worstWaits returns the longest waits, the longest first.
func (r *rivals) worstWaits(m *machine) []Wait {
	r.settle(m)
	var out []Wait
	for _, w := range r.waits.result() {
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
