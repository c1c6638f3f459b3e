package compare

import (
	"cmp"
	"math"
	"strings"

	"schedviz/traceview"
	"schedviz/traceview/classify"
)

// Run is the part of one run that is compared: its figures, and its goroutines by function.
type Run struct {
	DurationNS int64
	GoVersion  string // of the trace format: "1.26"
	Complete   bool   // the trace was not cut off
	Captured   traceview.CoreSource

	values  map[string]float64 // by figure
	reasons []string           // the wait reasons of the program
	groups  map[string]Group   // of the program's goroutines, by start function
	lesson  []LessonFigure     // those added
}

// Measure extracts the figures from a summary, and does not retain it.
func Measure(s *traceview.Summary) Run {
	r := Run{
		DurationNS: int64(s.Covered()), GoVersion: s.Stat.Trace.GoVersion, Complete: s.Stat.Trace.Complete,
		Captured: cmp.Or(traceview.CoreSource(s.Stat.Cores.Captured), traceview.CoresNone),
		values:   map[string]float64{}, groups: map[string]Group{},
	}
	for _, f := range fixed {
		if f.has == nil || f.has(s) {
			r.values[f.id] = f.of(s)
		}
	}
	for _, w := range s.OwnWaits() {
		if classify.RuntimeWait(w.Reason) {
			continue
		}
		r.reasons = append(r.reasons, w.Reason)
		values := reasonValues(w)
		for i, f := range ofReason(w.Reason) {
			if !math.IsNaN(values[i]) {
				r.values[f.id] = values[i]
			}
		}
	}
	for _, g := range s.Groups {
		if !classify.SystemGoroutine(g.Func) {
			r.groups[g.Func] = groupOf(g)
		}
	}
	return r
}

// Value returns a figure of the run by its ID; ok is false if the run lacks it.
func (r Run) Value(id string) (v float64, ok bool) {
	v, ok = r.values[id]
	return v, ok
}

// zero reports whether a missing figure means 0: no goroutine waited for that reason. Other missing figures are
// unknown, as are medians of few waits.
func (r Run) zero(id string) bool {
	return strings.HasPrefix(id, reasonPrefix) && !strings.HasSuffix(id, medianSuffix)
}
