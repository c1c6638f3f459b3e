package window

import (
	"math"
	"slices"

	"schedviz/traceview"
)

// NewAround returns a builder whose window shrinks around a moment instead of having more than
// maxSpans spans.
func NewAround(mo traceview.Moment, maxSpans int) *Builder {
	from, to := mo.Bounds()
	w := New(from, to, maxSpans)
	w.moment = &mo
	return w
}

// shrink halves the time around the moment until there are few enough spans. If that is not
// possible, it gives up.
func (w *Builder) shrink() {
	for w.spans() > w.max {
		around := w.moment.Around / 2
		if w.moment.Around <= 0 || around < w.moment.Least {
			w.giveUp()
			return
		}
		w.moment.Around = around
		w.from, w.to = w.moment.Bounds()
		for _, x := range w.sets() {
			x.spans = 0
			for _, l := range x.each {
				w.reclip(l)
				x.spans += l.len()
			}
		}
		w.reclipCores()
		w.reclipRecords()
	}
}

// GivenUp reports whether the builder has no window because too much happened.
func (w *Builder) GivenUp() bool { return w.max == 0 }

// giveUp empties the builder; max is then 0.
func (w *Builder) giveUp() {
	*w = Builder{
		from: math.MaxInt64, to: math.MinInt64, limit: math.MaxInt, cores: map[int32]*coreLane{},
		records: newRecords(0),
	}
}

// reclip clips a lane, which is exact, to the window, which has become smaller.
func (w *Builder) reclip(l *lane) {
	spans := l.shared[:0]
	for _, i := range l.shared {
		if w.reclipSpan(w.store.at(i)) {
			spans = append(spans, i)
		} else {
			w.store.release(i)
		}
	}
	l.shared = spans
	l.marks = slices.DeleteFunc(l.marks, func(mk traceview.Mark) bool { return mk.Time < w.from || mk.Time > w.to })
}

// reclipSpan clips a span to the window, and reports whether any of it is left.
func (w *Builder) reclipSpan(s *storedSpan) bool {
	start, end, ok := w.clip(s.Start, s.End)
	if !ok || start == end && s.Start != s.End {
		return false
	}
	if start != s.Start || end != s.End {
		s.Start, s.End = start, end
		s.Busy, s.longest = end.Sub(start), end.Sub(start)
		if s.State == traceview.StateRunning && w.coreJoin != nil {
			s.OnCore = -1 // the share of the whole need not be that of the part
		}
	}
	return true
}

func (w *Builder) reclipCores() {
	for _, l := range w.cores {
		spans := l.spans[:0]
		for _, s := range l.spans {
			if start, end, ok := w.clip(s.Start, s.End); ok && start < end {
				s.Start, s.End, s.Busy, s.Longest = start, end, end.Sub(start), end.Sub(start)
				spans = append(spans, s)
			}
		}
		l.spans = spans
		w.threads.spans += len(spans)
	}
}
