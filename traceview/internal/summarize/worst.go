package summarize

import (
	"cmp"
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/internal/sched"
)

const (
	keptWorst       = 50 // worst waits, and longest slices, of a trace
	keptAntagonists = 5  // goroutines listed with each
)

// longestList keeps the longest items.
type longestList[T any] struct {
	list []T
	durs []time.Duration // of those in the list
	min  time.Duration   // the shortest of them, once the list is full
}

// accepts reports whether an item of length d belongs in the list.
func (l *longestList[T]) accepts(d time.Duration) bool { return len(l.list) < keptWorst || d > l.min }

func (l *longestList[T]) add(v T, d time.Duration) {
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

func (l *longestList[T]) shortest() int {
	least := 0
	for i, d := range l.durs {
		if d < l.durs[least] {
			least = i
		}
	}
	return least
}

func (l *longestList[T]) result() []T {
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

// contention finds the worst waits and the longest slices, and which goroutines ran or waited in
// the meantime.
type contention struct {
	waits    longestList[worstWait]
	slices   longestList[longSlice]
	running  []history // by P
	ran      int       // how many spans have been added to running since the waits were settled
	waiting  history   // runnable spans; it has no coarse part, since they overlap
	times    byGoroutine
	runnable []int32 // scratch space of settleSlices
}

// worstWait is a wait for which the goroutines that ran in the meantime may not be determined yet.
// In a growing queue every wait is the longest so far, and most are dropped before that is needed.
type worstWait struct {
	traceview.Wait
	g          int32   // number of its goroutine
	contenders []int32 // numbers of the Antagonists
	settled    bool
}

// longSlice is a slice for which the goroutines that waited in the meantime may not be determined
// yet.
type longSlice struct {
	traceview.Slice
	g          int32   // number of its goroutine
	contenders []int32 // numbers of the Waiters
	settled    bool
}

func newContention() contention { return contention{waiting: history{keep: keptSpans}} }

// holds calls hold with each goroutine in the histories and in the lists: their start functions are
// looked up at the end.
func (r *contention) holds(hold func(g int32)) {
	r.waiting.holds(hold)
	for i := range r.waits.list {
		w := &r.waits.list[i]
		each(hold, w.g, w.contenders)
	}
	for i := range r.slices.list {
		s := &r.slices.list[i]
		each(hold, s.g, s.contenders)
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

// addRunning adds a running span.
func (r *contention) addRunning(m *sched.Machine, sp *sched.Span) {
	if r.ran++; r.ran > keptSpans || sp.To == traceview.StateUnknown {
		r.settleWaits(m) // before the span is in the history: m still has it on its P
	}
	if p := historyOfProc(&r.running, sp.P); p != nil && p.add(sp.G, sp.Since, sp.End) {
		p.fold(m, &r.times)
	}
	if !r.slices.accepts(sp.End.Sub(sp.Since)) {
		return
	}
	gs := m.Gs.At(sp.G)
	r.slices.add(longSlice{g: sp.G, Slice: traceview.Slice{
		G: gs.ID, P: sp.P, From: sp.Since, To: sp.End,
		Stack: m.Symbols.Stacks[sp.Stack], Preempt: sp.Preempt, Reason: m.Symbols.Texts[sp.Reason],
		Ended: sp.To != traceview.StateUnknown,
	}}, sp.End.Sub(sp.Since))
}

// addWait adds a runnable span; idle is how long some P had no thread during it.
func (r *contention) addWait(m *sched.Machine, sp *sched.Span, idle time.Duration) {
	if r.waiting.isFull() {
		r.settleSlices(m) // before the span is in the history: m still has it as runnable
	}
	if r.waiting.add(sp.G, sp.Since, sp.End) {
		r.waiting.forget()
	}
	if !r.waits.accepts(sp.End.Sub(sp.Since)) {
		return
	}
	gs := m.Gs.At(sp.G)
	w := traceview.Wait{
		G: gs.ID, From: sp.Since, To: sp.End, Waker: traceview.NoG,
		Stack: m.Symbols.Stacks[sp.Stack], FirstRun: sp.FirstRun(), Idle: idle,
	}
	if sp.Waker >= 0 {
		w.Waker = m.Gs.At(sp.Waker).ID
	}
	r.waits.add(worstWait{Wait: w, g: sp.G}, w.Dur())
}

// settleWaits determines the goroutines that ran during the waits, while that is still known.
func (r *contention) settleWaits(m *sched.Machine) {
	r.ran = 0
	for i := range r.waits.list {
		if w := &r.waits.list[i]; !w.settled {
			w.settled = true
			w.Partial = !r.addRunningBetween(m, w.From, w.To)
			w.Antagonists, w.contenders, w.Others = r.contenders(m, w.g)
		}
	}
}

// settleSlices determines the goroutines that waited during the slices, while that is still known.
func (r *contention) settleSlices(m *sched.Machine) {
	looked := false
	for i := range r.slices.list {
		s := &r.slices.list[i]
		if s.settled {
			continue
		}
		if !looked {
			looked, r.runnable = true, m.InState(traceview.StateRunnable, r.runnable[:0])
		}
		s.settled = true
		s.Partial = !r.waiting.overlap(s.From, s.To, &r.times)
		for _, g := range r.runnable {
			r.times.add(g, max(m.Gs.At(g).Since, s.From), s.To)
		}
		s.Waiters, s.contenders, s.Others = r.contenders(m, s.g)
	}
}

// longestSlices returns the longest slices, longest first.
func (r *contention) longestSlices(m *sched.Machine) []traceview.Slice {
	r.settleSlices(m)
	var out []traceview.Slice
	for _, s := range r.slices.result() {
		s.Func = m.Symbols.Texts[m.Gs.At(s.g).Func]
		nameAll(m, s.Waiters, s.contenders)
		out = append(out, s.Slice)
	}
	return out
}

// addRunningBetween adds up which goroutines ran between two moments, and reports whether all of
// that is known.
func (r *contention) addRunningBetween(m *sched.Machine, from, to traceview.Time) (whole bool) {
	whole = len(m.Ps) <= keptLoads
	for p := range r.running {
		whole = r.running[p].overlap(from, to, &r.times) && whole
	}
	for p := range m.Ps {
		if g := m.Ps[p].G; g >= 0 && m.Gs.At(g).State == traceview.StateRunning {
			r.times.add(g, max(m.Gs.At(g).Since, from), to)
		}
	}
	return whole
}

// contenders returns the goroutines other than self whose times have been added up.
func (r *contention) contenders(m *sched.Machine, self int32) (out []traceview.Antagonist, gs []int32, more int) {
	r.times.without(self)
	busiest, more := r.times.busiest(m, keptAntagonists)
	for _, t := range busiest {
		out = append(out, traceview.Antagonist{G: m.Gs.At(t.g).ID, Time: t.dur})
		gs = append(gs, t.g)
	}
	return out, gs, more
}

// worstWaits returns the longest waits, longest first.
func (r *contention) worstWaits(m *sched.Machine) []traceview.Wait {
	r.settleWaits(m)
	var out []traceview.Wait
	for _, w := range r.waits.result() {
		w.Func = m.Symbols.Texts[m.Gs.At(w.g).Func]
		nameAll(m, w.Antagonists, w.contenders)
		out = append(out, w.Wait)
	}
	return out
}

// waste adds up the time in which some P had no thread although goroutines were runnable and the
// world was not stopped.
type waste struct {
	last traceview.Time
	traceview.Wasted
}

// advance accounts for the time up to now, in which the given number of goroutines were runnable.
func (w *waste) advance(m *sched.Machine, runnable int32) {
	idle := m.GOMAXPROCS - int64(m.HeldPs)
	if d := m.Now.Sub(w.last); runnable > 0 && idle > 0 && m.STW == 0 {
		w.Time += d
		w.P = traceview.SaturatingAdd(w.P, traceview.SaturatingMul(d, min(idle, int64(runnable))))
	}
	w.last = m.Now
}

// nameAll sets the start functions of antagonists, whose numbers are gs.
func nameAll(m *sched.Machine, antagonists []traceview.Antagonist, gs []int32) {
	for i, g := range gs {
		antagonists[i].Func = m.Symbols.Texts[m.Gs.At(g).Func]
	}
}
