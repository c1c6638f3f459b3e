package summarize

import (
	"cmp"
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/internal/grow"
	"schedviz/traceview/internal/sched"
)

const (
	keptSpans  = 1024 // that a history has at least, each for itself
	manyPs     = 64   // so many of them have so many; together the others have a few times as many
	coarseBusy = 16   // goroutines that a coarse one knows
	coarseFan  = 4    // coarse ones of the same level
)

// history is what happened on a P, or elsewhere, in the order in which it ended: the last
// spans one by one, those before coarsely, several together.
type history struct {
	spans  []historySpan
	coarse []coarseHistory
	lost   bool // there was more than is kept
	keep   int  // spans, at least
}

// historyOfProc returns the history of a P, nil if there are too many Ps.
func historyOfProc(list *[]history, p traceview.ProcID) *history {
	if p < 0 || p >= keptLoads {
		return nil
	}
	x := grow.Reach(list, int32(p))
	if x.keep == 0 {
		x.keep = min(keptSpans, keptSpans*manyPs/int(p+1))
	}
	return x
}

type historySpan struct {
	g          int32
	start, end traceview.Time
}

// coarseHistory is a run of spans that do not overlap, added up by goroutine. The further back,
// the more of them one has, so that it is short beside the time since then.
type coarseHistory struct {
	from, to traceview.Time
	level    int
	busy     []goroutineTime // the busiest, first
	lost     bool            // there were more
}

type goroutineTime struct {
	g   int32
	dur time.Duration
}

// isFull reports whether one more span is too many.
func (p *history) isFull() bool { return len(p.spans)+1 >= 2*p.keep }

// add adds a span, and tells whether there are too many now.
func (p *history) add(g int32, start, end traceview.Time) (full bool) {
	p.spans = append(p.spans, historySpan{g, start, end})
	return len(p.spans) >= 2*p.keep
}

// forget drops the first spans.
func (p *history) forget() {
	p.lost = true
	p.spans = append(p.spans[:0], p.spans[p.keep:]...)
}

// fold adds the first spans up, as the latest coarse history.
func (p *history) fold(m *sched.Machine, times *byGoroutine) {
	old := p.spans[:p.keep]
	for _, s := range old {
		times.add(s.g, s.start, s.end)
	}
	e := coarseHistory{from: old[0].start, to: old[len(old)-1].end}
	e.set(m, times)
	p.spans = append(p.spans[:0], p.spans[p.keep:]...)
	p.coarse = append(p.coarse, e)
	p.join(m, times)
}

// join makes one coarse history of two, where there are too many of a level.
func (p *history) join(m *sched.Machine, times *byGoroutine) {
	for level := 0; ; level++ {
		i := slices.IndexFunc(p.coarse, func(e coarseHistory) bool { return e.level == level })
		if i < 0 || i+coarseFan >= len(p.coarse) || p.coarse[i+coarseFan].level != level {
			return
		}
		a, b := &p.coarse[i], &p.coarse[i+1]
		for _, t := range slices.Concat(a.busy, b.busy) {
			times.plus(t.g, t.dur)
		}
		a.to, a.level, a.lost = b.to, level+1, a.lost || b.lost
		a.set(m, times)
		p.coarse = slices.Delete(p.coarse, i+1, i+2)
	}
}

// set makes times those of a coarse history.
func (e *coarseHistory) set(m *sched.Machine, times *byGoroutine) {
	busy, others := times.busiest(m, coarseBusy)
	e.busy, e.lost = busy, e.lost || others > 0
}

func (p *history) holds(hold func(g int32)) {
	for i := range p.spans {
		hold(p.spans[i].g)
	}
	for i := range p.coarse {
		for _, t := range p.coarse[i].busy {
			hold(t.g)
		}
	}
}

// overlap adds to each goroutine how long it did what p is about between from and to.
// It tells whether that is all.
func (p *history) overlap(from, to traceview.Time, times *byGoroutine) (whole bool) {
	for _, s := range slices.Backward(p.spans) {
		if s.end <= from {
			return true
		}
		times.add(s.g, max(s.start, from), min(s.end, to))
	}
	whole = !p.lost
	for _, e := range slices.Backward(p.coarse) {
		if e.to <= from {
			return whole
		}
		if e.from < from {
			return false
		}
		for _, t := range e.busy {
			times.plus(t.g, t.dur)
		}
		whole = whole && !e.lost
	}
	return whole
}

// byGoroutine adds up times by goroutine. It is used again and again.
type byGoroutine struct {
	times []time.Duration // by the machine's number
	used  []int32         // those that are not 0
}

func (b *byGoroutine) add(g int32, start, end traceview.Time) {
	if start < end {
		b.plus(g, end.Sub(start))
	}
}

func (b *byGoroutine) plus(g int32, d time.Duration) {
	t := grow.Reach(&b.times, g)
	if *t == 0 {
		b.used = append(b.used, g)
	}
	*t += d
}

// busiest returns the n goroutines with the longest times, of equals those first that
// came first into the program, and how many others there are, and forgets them all.
func (b *byGoroutine) busiest(m *sched.Machine, n int) (most []goroutineTime, others int) {
	order := func(x, t goroutineTime) int {
		return cmp.Or(cmp.Compare(t.dur, x.dur), cmp.Compare(m.Gs.At(x.g).ID, m.Gs.At(t.g).ID))
	}
	var last traceview.GoID // of most
	for _, g := range b.used {
		t := goroutineTime{g, b.times[g]}
		b.times[g] = 0
		if len(most) == n && (t.dur < most[n-1].dur || t.dur == most[n-1].dur && m.Gs.At(g).ID > last) {
			others++
			continue
		}
		at, _ := slices.BinarySearchFunc(most, t, order)
		if most = slices.Insert(most, at, t); len(most) > n {
			most = most[:n]
			others++
		}
		last = m.Gs.At(most[len(most)-1].g).ID
	}
	b.used = b.used[:0]
	return most, others
}

// without leaves a goroutine out.
func (b *byGoroutine) without(g int32) {
	if i := slices.Index(b.used, g); i >= 0 {
		b.used = slices.Delete(b.used, i, i+1)
		b.times[g] = 0
	}
}
