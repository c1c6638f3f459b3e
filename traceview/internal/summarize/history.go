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
	keptSpans  = 1024 // minimum number of single spans in a history
	manyPs     = 64   // this many Ps have that many; together the others have a few times as many
	coarseBusy = 16   // goroutines in a coarse history
	coarseFan  = 4    // coarse histories of one level
)

// history is what happened on a P, or elsewhere, in the order of its end: the most recent spans one
// by one, older ones combined.
type history struct {
	spans  []historySpan
	coarse []coarseHistory
	lost   bool // some of it was dropped
	keep   int  // minimum number of spans
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

// coarseHistory is the total, by goroutine, of a run of spans that do not overlap. The older it is,
// the more spans it covers, so that it is always short compared with the time since.
type coarseHistory struct {
	from, to traceview.Time
	level    int
	busy     []goroutineTime // the busiest goroutines, busiest first
	lost     bool            // there were more
}

type goroutineTime struct {
	g   int32
	dur time.Duration
}

// isFull reports whether one more span is too many.
func (p *history) isFull() bool { return len(p.spans)+1 >= 2*p.keep }

// add adds a span, and reports whether there are now too many.
func (p *history) add(g int32, start, end traceview.Time) (full bool) {
	p.spans = append(p.spans, historySpan{g, start, end})
	return len(p.spans) >= 2*p.keep
}

// forget drops the oldest spans.
func (p *history) forget() {
	p.lost = true
	p.spans = append(p.spans[:0], p.spans[p.keep:]...)
}

// fold combines the oldest spans into the most recent coarse history.
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

// join merges two coarse histories into one where there are too many of a level.
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

// set moves times into a coarse history.
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

// overlap adds the time of each goroutine in the history between from and to, and reports whether
// all of it is known.
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

// byGoroutine adds up times by goroutine. It is reused.
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

// busiest returns the n goroutines with the longest times, by ID if the times are equal, and the
// number of other goroutines. It resets all times.
func (b *byGoroutine) busiest(m *sched.Machine, n int) (most []goroutineTime, others int) {
	order := func(x, t goroutineTime) int {
		return cmp.Or(cmp.Compare(t.dur, x.dur), cmp.Compare(m.Gs.At(x.g).ID, m.Gs.At(t.g).ID))
	}
	var last traceview.GoID // ID of the last one in most
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

// without resets the time of a goroutine.
func (b *byGoroutine) without(g int32) {
	if i := slices.Index(b.used, g); i >= 0 {
		b.used = slices.Delete(b.used, i, i+1)
		b.times[g] = 0
	}
}
