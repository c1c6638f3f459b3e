package traceview

import (
	"maps"
	"slices"
)

// coreLane is a core's lane while a window is being read; M in its spans is the
// kernel's thread id until then.
type coreLane struct{ spans []CoreSpan }

// stay takes a thread's stay on a core.
func (w *windower) stay(t *coreThread, s stay) {
	start, end, ok := w.clip(s.start, s.end)
	if !ok || start == end {
		return
	}
	l := w.cores[s.cpu]
	if l == nil {
		l = new(coreLane)
		w.cores[s.cpu] = l
	}
	d := end.Sub(start)
	if w.addStay(l, CoreSpan{Start: start, End: end, M: t.id, Other: -1, N: 1, Left: s.left, Busy: d, longest: d}) {
		w.threads.spans++
	}
}

// addStay reports whether the lane has one span more.
func (w *windower) addStay(l *coreLane, s CoreSpan) bool {
	n := len(l.spans)
	if w.threads.width == 0 || n == 0 || w.step(w.threads.width, l.spans[n-1].Start) != w.step(w.threads.width, s.End) {
		l.spans = append(l.spans, s)
		return true
	}
	last := &l.spans[n-1]
	merged := *last
	if s.longest > last.longest {
		merged = s
	}
	merged.Start, merged.End = last.Start, s.End
	merged.N, merged.Busy = last.N+s.N, last.Busy+s.Busy
	*last = merged
	return false
}

func (w *windower) remergeCores() {
	for _, l := range w.cores {
		spans := l.spans
		l.spans = spans[:0]
		for _, s := range spans {
			w.addStay(l, s)
		}
		w.threads.spans += len(l.spans)
	}
}

// coreLanes puts the cores' lanes into the window, whose threads are in place.
func (w *windower) coreLanes(m *machine, out *Window) {
	j := w.joined
	if j == nil || j.doubt(m) != "" {
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
				out.Others = append(out.Others, j.other(id))
			}
			s.M, s.Other = -1, at
		}
		out.Cores = append(out.Cores, Core{ID: int(cpu), Spans: spans})
	}
}

func (j *joiner) other(id int32) OtherThread {
	t := j.threads[id]
	return OtherThread{ID: ThreadID(id), Process: int(t.process), Name: j.data.Names[id], Traced: t.process == j.process}
}

// mixedShare is the share on a core of two spans merged.
func mixedShare(a, b *Span) float32 {
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
