package summarize

import (
	"schedviz/traceview"
	"schedviz/traceview/internal/sched"
)

// waits are distributions of waits, by the start function of the goroutine that waited and by
// reason.
type waits struct {
	by   map[pair]*traceview.Histogram
	last pair // the pair looked up last, and its histogram
	hist *traceview.Histogram
	full bool // some functions are merged, but not their reasons
}

type pair struct{ fn, reason int32 }

func newWaits() waits { return waits{by: make(map[pair]*traceview.Histogram)} }

func (w *waits) histogram(fn, reason int32) *traceview.Histogram {
	p := pair{fn, reason}
	if p == w.last && w.hist != nil {
		return w.hist
	}
	w.last, w.hist = p, w.find(p)
	return w.hist
}

func (w *waits) find(p pair) *traceview.Histogram {
	if w.by[p] == nil && len(w.by) >= keptPairs {
		p.fn, w.full = sched.TextOthers, true
	}
	h := w.by[p]
	if h == nil {
		h = new(traceview.Histogram)
		w.by[p] = h
	}
	return h
}

// byFunc returns the distributions by start function, then reason.
func (w *waits) byFunc() map[int32]map[int32]*traceview.Histogram {
	out := make(map[int32]map[int32]*traceview.Histogram)
	for p, h := range w.by {
		if out[p.fn] == nil {
			out[p.fn] = make(map[int32]*traceview.Histogram)
		}
		out[p.fn][p.reason] = h
	}
	return out
}

// everyFunc selects all start functions.
func everyFunc(int32) bool { return true }

// byReason returns the distributions for the start functions selected, added up by reason.
func (w *waits) byReason(selected func(fn int32) bool) map[int32]*traceview.Histogram {
	out := make(map[int32]*traceview.Histogram)
	for p, h := range w.by {
		if !selected(p.fn) {
			continue
		}
		if out[p.reason] == nil {
			out[p.reason] = new(traceview.Histogram)
		}
		out[p.reason].Merge(h)
	}
	return out
}
