package traceview

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// Moment is a stretch of time to be read exactly, with as much time around it as there
// is room for.
type Moment struct {
	From, To Time
	Around   Time // how much before and after it
	Least    Time // how much there must be: less is of no use
}

// window returns the time that a moment's window takes.
func (m *Moment) window() (from, to Time) { return m.From - m.Around, m.To + m.Around }

// Windows reads exact windows around moments, those that are near one another together,
// and calls take with each and its place in moments. A window has at most maxSpans
// spans (0: however many); where more happened there is less time around its moment,
// and where there are too many in its Least, no window: take is not called.
func (f *File) Windows(ctx context.Context, moments []Moment, maxSpans int, take func(i int, w *Window) error) (err error) {
	defer f.catchAny("the windows around moments", &err)
	type asked struct {
		*windower
		i           int
		from, to    Time
		first, last int // generations
	}
	all := make([]asked, len(moments))
	for i := range moments {
		mo := moments[i]
		from, to := mo.window()
		first, last := f.touched(from, to)
		all[i] = asked{newMomentWindower(mo, maxSpans), i, from, to, first, last}
	}
	slices.SortFunc(all, func(a, b asked) int { return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.from, b.from)) })
	for len(all) > 0 {
		n, last, to := 1, all[0].last, all[0].to
		sinks := []sink{all[0].windower}
		for n < len(all) && all[n].first < last {
			last, to = max(last, all[n].last), max(to, all[n].to)
			sinks = append(sinks, all[n].windower)
			n++
		}
		from := slices.MinFunc(all[:n], func(a, b asked) int { return cmp.Compare(a.from, b.from) }).from
		rd, err := f.read(ctx, from, to, sinks...)
		if err != nil {
			return err
		}
		for _, a := range all[:n] {
			if a.givenUp() {
				continue
			}
			if err := take(a.i, a.window(rd.m)); err != nil {
				return err
			}
		}
		all = all[n:]
	}
	return nil
}

// newMomentWindower returns a windower whose window shrinks around a moment rather than
// have more than so many spans.
func newMomentWindower(mo Moment, maxSpans int) *windower {
	from, to := mo.window()
	w := newWindower(from, to, maxSpans)
	w.moment = &mo
	return w
}

// shrink halves the time around the moment until there are few enough spans; if
// there are still too many, nothing is kept.
func (w *windower) shrink() {
	for w.spans() > w.max {
		around := w.moment.Around / 2
		if w.moment.Around <= 0 || around < w.moment.Least {
			w.giveUp()
			return
		}
		w.moment.Around = around
		w.from, w.to = w.moment.window()
		for _, x := range w.sets() {
			x.spans = 0
			for _, l := range x.each {
				w.recut(l)
				x.spans += len(l.spans)
			}
		}
		w.recutCores()
		w.recutRecords()
	}
}

// givenUp reports whether there is no window.
func (w *windower) givenUp() bool { return w.max == 0 }

// giveUp leaves a window empty; max is then 0.
func (w *windower) giveUp() {
	*w = windower{from: math.MaxInt64, to: math.MinInt64, limit: math.MaxInt, cores: map[int32]*coreLane{}, records: newRecords(0)}
}

// recut cuts a lane to the window, which has become smaller.
func (w *windower) recut(l *lane) {
	spans := l.spans[:0]
	for _, i := range l.spans {
		if w.recutSpan(w.store.at(i)) {
			spans = append(spans, i)
		} else {
			w.store.release(i)
		}
	}
	l.spans = spans
	l.marks = slices.DeleteFunc(l.marks, func(mk Mark) bool { return mk.Time < w.from || mk.Time > w.to })
}

// recutSpan cuts a span to the window, and reports whether there is any of it left.
func (w *windower) recutSpan(s *bar) bool {
	start, end, ok := w.clip(s.Start, s.End)
	if !ok || start == end && s.Start != s.End {
		return false
	}
	if start != s.Start || end != s.End {
		s.Start, s.End = start, end
		s.Busy, s.longest = end.Sub(start), end.Sub(start)
		if s.State == StateRunning && w.joined != nil {
			s.OnCore = -1 // what is known of the whole need not be so of the part
		}
	}
	return true
}

func (w *windower) recutCores() {
	for _, l := range w.cores {
		spans := l.spans[:0]
		for _, s := range l.spans {
			if start, end, ok := w.clip(s.Start, s.End); ok && start < end {
				s.Start, s.End, s.Busy, s.longest = start, end, end.Sub(start), end.Sub(start)
				spans = append(spans, s)
			}
		}
		l.spans = spans
		w.threads.spans += len(spans)
	}
}
