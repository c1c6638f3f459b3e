package traceview

import (
	"cmp"
	"slices"
	"time"
)

const (
	keptSpans = 1024 // that a past has at least, each for itself
	manyPs    = 64   // so many of them have so many; together the others have a few times as many
	eraBusy   = 16   // goroutines that an era knows
	eraFan    = 4    // eras of the same level
)

// past is what happened on a P, or elsewhere, in the order in which it ended: the last
// spans one by one, those before as eras.
type past struct {
	spans []pastSpan
	eras  []era
	lost  bool // there was more than is kept
	keep  int  // spans, at least
}

// pastOfProc returns the past of a P, nil if there are too many Ps.
func pastOfProc(list *[]past, p ProcID) *past {
	if p < 0 || p >= keptLoads {
		return nil
	}
	x := reach(list, int32(p))
	if x.keep == 0 {
		x.keep = min(keptSpans, keptSpans*manyPs/int(p+1))
	}
	return x
}

type pastSpan struct {
	g          int32
	start, end Time
}

// era is a run of spans that do not overlap, added up by goroutine. The further back,
// the more of them one has, so that an era is short beside the time since then.
type era struct {
	from, to Time
	level    int
	busy     []goroutineTime // the busiest, first
	lost     bool            // there were more
}

type goroutineTime struct {
	g   int32
	dur time.Duration
}

// fills reports whether one more span is too many.
func (p *past) fills() bool { return len(p.spans)+1 >= 2*p.keep }

// add adds a span, and tells whether there are too many now.
func (p *past) add(g int32, start, end Time) (full bool) {
	p.spans = append(p.spans, pastSpan{g, start, end})
	return len(p.spans) >= 2*p.keep
}

// forget drops the first spans.
func (p *past) forget() {
	p.lost = true
	p.spans = append(p.spans[:0], p.spans[p.keep:]...)
}

// fold makes an era of the first spans.
func (p *past) fold(m *machine, times *byGoroutine) {
	old := p.spans[:p.keep]
	for _, s := range old {
		times.add(s.g, s.start, s.end)
	}
	e := era{from: old[0].start, to: old[len(old)-1].end}
	e.set(m, times)
	p.spans = append(p.spans[:0], p.spans[p.keep:]...)
	p.eras = append(p.eras, e)
	p.join(m, times)
}

// join makes one era of two, where there are too many of a level.
func (p *past) join(m *machine, times *byGoroutine) {
	for level := 0; ; level++ {
		i := slices.IndexFunc(p.eras, func(e era) bool { return e.level == level })
		if i < 0 || i+eraFan >= len(p.eras) || p.eras[i+eraFan].level != level {
			return
		}
		a, b := &p.eras[i], &p.eras[i+1]
		for _, t := range slices.Concat(a.busy, b.busy) {
			times.plus(t.g, t.dur)
		}
		a.to, a.level, a.lost = b.to, level+1, a.lost || b.lost
		a.set(m, times)
		p.eras = slices.Delete(p.eras, i+1, i+2)
	}
}

// set makes times those of an era.
func (e *era) set(m *machine, times *byGoroutine) {
	busy, others := times.busiest(m, eraBusy)
	e.busy, e.lost = busy, e.lost || others > 0
}

func (p *past) holds(hold func(g int32)) {
	for i := range p.spans {
		hold(p.spans[i].g)
	}
	for i := range p.eras {
		for _, t := range p.eras[i].busy {
			hold(t.g)
		}
	}
}

// overlap adds to each goroutine how long it did what p is about between from and to.
// It tells whether that is all.
func (p *past) overlap(from, to Time, times *byGoroutine) (whole bool) {
	for _, s := range slices.Backward(p.spans) {
		if s.end <= from {
			return true
		}
		times.add(s.g, max(s.start, from), min(s.end, to))
	}
	whole = !p.lost
	for _, e := range slices.Backward(p.eras) {
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

func (b *byGoroutine) add(g int32, start, end Time) {
	if start < end {
		b.plus(g, end.Sub(start))
	}
}

func (b *byGoroutine) plus(g int32, d time.Duration) {
	t := reach(&b.times, g)
	if *t == 0 {
		b.used = append(b.used, g)
	}
	*t += d
}

// busiest returns the n goroutines with the longest times, of equals those first that
// came first into the program, and how many others there are, and forgets them all.
func (b *byGoroutine) busiest(m *machine, n int) (most []goroutineTime, others int) {
	order := func(x, t goroutineTime) int {
		return cmp.Or(cmp.Compare(t.dur, x.dur), cmp.Compare(m.gs.at(x.g).id, m.gs.at(t.g).id))
	}
	for _, g := range b.used {
		t := goroutineTime{g, b.times[g]}
		b.times[g] = 0
		if len(most) == n && (t.dur < most[n-1].dur || order(t, most[n-1]) > 0) {
			others++
			continue
		}
		at, _ := slices.BinarySearchFunc(most, t, order)
		if most = slices.Insert(most, at, t); len(most) > n {
			most = most[:n]
			others++
		}
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
