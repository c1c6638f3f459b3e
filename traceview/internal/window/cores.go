package window

import (
	"maps"
	"slices"

	"schedviz/traceview"
	"schedviz/traceview/internal/oncore"
	"schedviz/traceview/internal/sched"
)

// coreLane is a core's lane while a window is being read. Until the end, M in its spans is the
// kernel's thread id.
type coreLane struct{ spans []traceview.CoreSpan }

// Stay implements [oncore.StaySink].
func (w *Builder) Stay(t *oncore.Thread, s oncore.Stay) {
	start, end, ok := w.clip(s.Start, s.End)
	if !ok || start == end {
		return
	}
	l := w.cores[s.CPU]
	if l == nil {
		l = new(coreLane)
		w.cores[s.CPU] = l
	}
	d := end.Sub(start)
	if w.addStay(l, traceview.CoreSpan{
		Start: start, End: end, M: t.ID, Other: -1, N: 1, Left: s.Left, Busy: d, Longest: d,
	}) {
		w.threads.spans++
	}
}

// addStay adds a stay to a lane, and reports whether the lane got longer: the stay may have been
// merged.
func (w *Builder) addStay(l *coreLane, s traceview.CoreSpan) bool {
	n := len(l.spans)
	if w.threads.width == 0 || n == 0 || w.step(w.threads.width, l.spans[n-1].Start) != w.step(w.threads.width, s.End) {
		l.spans = append(l.spans, s)
		return true
	}
	last := &l.spans[n-1]
	merged := *last
	if s.Longest > last.Longest {
		merged = s
	}
	merged.Start, merged.End = last.Start, s.End
	merged.N, merged.Busy = last.N+s.N, last.Busy+s.Busy
	*last = merged
	return false
}

func (w *Builder) remergeCores() {
	for _, l := range w.cores {
		spans := l.spans
		l.spans = spans[:0]
		for _, s := range spans {
			w.addStay(l, s)
		}
		w.threads.spans += len(l.spans)
	}
}

// coreLanes adds the cores' lanes to the window, which has its threads already.
func (w *Builder) coreLanes(m *sched.Machine, out *traceview.Window) {
	j := w.coreJoin
	if j == nil || j.Unusable(m) != "" {
		return
	}
	place := make(map[int32]int32)
	for i := range out.Threads {
		place[int32(out.Threads[i].ID)] = int32(i)
	}
	others := make(map[int32]int32)
	for _, cpu := range slices.Sorted(maps.Keys(w.cores)) {
		spans := w.cores[cpu].spans
		for i := range spans {
			s := &spans[i]
			id := s.M
			if at, ok := place[id]; ok {
				s.M = at
				continue
			}
			at, ok := others[id]
			if !ok {
				at = int32(len(out.Others))
				others[id] = at
				out.Others = append(out.Others, j.OtherThread(id))
			}
			s.M, s.Other = -1, at
		}
		out.Cores = append(out.Cores, traceview.Core{ID: int(cpu), Spans: spans})
	}
}

// mixedShare returns the on-core share of two merged spans.
func mixedShare(a, b *traceview.Span) float32 {
	switch {
	case a.OnCore == b.OnCore:
		return a.OnCore
	case a.OnCore < 0 || a.Busy == 0:
		return b.OnCore
	case b.OnCore < 0 || b.Busy == 0:
		return a.OnCore
	}
	return float32((float64(a.OnCore)*float64(a.Busy) + float64(b.OnCore)*float64(b.Busy)) / float64(a.Busy+b.Busy))
}
