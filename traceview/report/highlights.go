package report

import (
	"time"

	"schedviz/traceview"
	"schedviz/traceview/findings"
)

// highlight is a stretch of the trace that is worth seeing exactly.
type highlight struct{ from, to traceview.Time }

// maxHighlight is the longest a highlight may be: of a longer stretch, the two ends are shown.
const maxHighlight = traceview.Time(10 * time.Millisecond)

// highlights lists what matters in a trace, most important first: the locations of
// findings, then in turn the worst waits, the longest slices and the GC's pauses.
func highlights(s *traceview.Summary) []highlight {
	var out []highlight
	for _, f := range findings.Of(s, maxFindings) {
		out = append(out, ends(f.From, f.To)...)
	}
	kinds := [][]highlight{ofWaits(s.WorstWaits), ofSlices(s.LongestSlices), ofGC(&s.GC)}
	for i := 0; ; i++ {
		more := false
		for _, kind := range kinds {
			if i < len(kind) {
				out, more = append(out, kind[i]), true
			}
		}
		if !more {
			return out
		}
	}
}

// ends is a stretch of time, or its two ends if it is long; the later end comes first,
// because it shows what ended the stretch.
func ends(from, to traceview.Time) []highlight {
	switch {
	case from >= to:
		return nil
	case to-from <= maxHighlight:
		return []highlight{{from, to}}
	}
	return []highlight{{to, to}, {from, from}}
}

func ofWaits(all []traceview.Wait) (out []highlight) {
	for _, w := range all {
		out = append(out, ends(w.From, w.To)...)
	}
	return out
}

func ofSlices(all []traceview.Slice) (out []highlight) {
	for _, s := range all {
		out = append(out, ends(s.From, s.To)...)
	}
	return out
}

func ofGC(gc *traceview.GCDetail) []highlight {
	out := ends(gc.LongestStop.Start, gc.LongestStop.End)
	for _, c := range gc.Cycles {
		out = append(out, ends(c.Start, c.End)...)
	}
	return out
}
