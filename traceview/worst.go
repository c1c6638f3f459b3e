package traceview

import (
	"cmp"
	"slices"
	"time"
)

const (
	keptWorst       = 50   // worst waits, and longest slices, of a trace
	keptAntagonists = 5    // goroutines named with each
	keptRecent      = 1024 // recent spans, of each P or of all waits, to find them in
)

// recent is a ring of the spans that ended last.
type recent struct {
	spans []recentSpan
	next  int
}

type recentSpan struct {
	g          int32
	start, end Time
}

func (r *recent) add(g int32, start, end Time) {
	if len(r.spans) < keptRecent {
		r.spans = append(r.spans, recentSpan{g, start, end})
		return
	}
	r.spans[r.next] = recentSpan{g, start, end}
	r.next = (r.next + 1) % keptRecent
}

// overlap adds to each goroutine in ran how long it did what r is about between
// from and to. It tells whether the ring reaches back that far.
func (r *recent) overlap(from, to Time, ran map[int32]time.Duration) (whole bool) {
	n := len(r.spans)
	for i := range n {
		s := r.spans[(r.next+n-1-i)%n]
		if s.end <= from {
			return true
		}
		if start, end := max(s.start, from), min(s.end, to); end > start {
			ran[s.g] += end.Sub(start)
		}
	}
	return n < keptRecent
}

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
	waits   longest[Wait]
	slices  longest[Slice]
	running []recent // by P
	waiting recent   // runnable spans
}

func newRivals() rivals {
	return rivals{
		waits:  longest[Wait]{dur: func(w *Wait) time.Duration { return w.Dur() }},
		slices: longest[Slice]{dur: func(s *Slice) time.Duration { return s.Dur() }},
	}
}

// ran takes a running span.
func (r *rivals) ran(m *machine, sp *span) {
	if sp.p >= 0 {
		for int(sp.p) >= len(r.running) {
			r.running = append(r.running, recent{})
		}
		r.running[sp.p].add(sp.g, sp.start, sp.end)
	}
	if !r.slices.takes(sp.end.Sub(sp.start)) {
		return
	}
	waited := make(map[int32]time.Duration)
	whole := r.waiting.overlap(sp.start, sp.end, waited)
	for g := range m.gs {
		if gs := &m.gs[g]; gs.state == StateRunnable && int32(g) != sp.g {
			waited[int32(g)] += sp.end.Sub(max(gs.since, sp.start))
		}
	}
	delete(waited, sp.g)
	gs := &m.gs[sp.g]
	s := Slice{
		G: gs.id, Func: m.symbols.texts[gs.fn], P: sp.p, From: sp.start, To: sp.end,
		Stack: m.symbols.stacks[sp.stack], Preempt: sp.preempt, Reason: m.symbols.texts[sp.reason],
		Ended: sp.to != StateUnknown, Partial: !whole,
	}
	s.Waiters, s.Others = m.most(waited)
	r.slices.add(s)
}

// waited takes a runnable span; idle is how long some P had no thread meanwhile.
func (r *rivals) waited(m *machine, sp *span, idle time.Duration) {
	r.waiting.add(sp.g, sp.start, sp.end)
	if !r.waits.takes(sp.end.Sub(sp.start)) {
		return
	}
	ran := make(map[int32]time.Duration)
	whole := true
	for p := range r.running {
		whole = r.running[p].overlap(sp.start, sp.end, ran) && whole
	}
	for p := range m.ps {
		if g := m.ps[p].g; g >= 0 && g != sp.g && m.gs[g].state == StateRunning {
			ran[g] += sp.end.Sub(max(m.gs[g].since, sp.start))
		}
	}
	gs := &m.gs[sp.g]
	w := Wait{
		G: gs.id, Func: m.symbols.texts[gs.fn], From: sp.start, To: sp.end, Waker: NoG,
		Stack: m.symbols.stacks[sp.stack], FirstRun: sp.firstRun, Partial: !whole, Idle: idle,
	}
	if sp.waker >= 0 {
		w.Waker = m.gs[sp.waker].id
	}
	w.Antagonists, w.Others = m.most(ran)
	r.waits.add(w)
}

// most names the goroutines with the longest times, and counts the others.
func (m *machine) most(times map[int32]time.Duration) (most []Antagonist, others int) {
	for g, d := range times {
		if d > 0 {
			most = append(most, Antagonist{G: m.gs[g].id, Func: m.symbols.texts[m.gs[g].fn], Time: d})
		}
	}
	slices.SortFunc(most, func(a, b Antagonist) int {
		return cmp.Or(cmp.Compare(b.Time, a.Time), cmp.Compare(a.G, b.G))
	})
	if n := len(most); n > keptAntagonists {
		return slices.Clone(most[:keptAntagonists]), n - keptAntagonists
	}
	return most, 0
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
		w.P += d * time.Duration(min(idle, int64(runnable)))
	}
	w.last = m.now
}
