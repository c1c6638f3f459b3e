package report

import (
	"time"

	"schedviz/traceview"
	"schedviz/traceview/findings"
)

// moment is a stretch of a trace that is worth seeing exactly.
type moment struct{ from, to traceview.Time }

// maxMoment is how long a moment may be: of a longer stretch the two ends are shown.
const maxMoment = traceview.Time(10 * time.Millisecond)

// moments lists what matters in a trace, the most important first: where findings
// lead, then in turn the worst waits, the longest slices and what the GC stopped.
func moments(s *traceview.Summary) []moment {
	var out []moment
	for _, f := range findings.Of(s, maxFindings) {
		out = append(out, ends(f.From, f.To)...)
	}
	kinds := [][]moment{ofWaits(s.WorstWaits), ofSlices(s.LongestSlices), ofGC(&s.GC)}
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

// ends is a stretch of time, or where it begins and ends if it is long. Of two moments the
// later stands first: at its end one sees what ended it.
func ends(from, to traceview.Time) []moment {
	switch {
	case from >= to:
		return nil
	case to-from <= maxMoment:
		return []moment{{from, to}}
	}
	return []moment{{to, to}, {from, from}}
}

func ofWaits(all []traceview.Wait) (out []moment) {
	for _, w := range all {
		out = append(out, ends(w.From, w.To)...)
	}
	return out
}

func ofSlices(all []traceview.Slice) (out []moment) {
	for _, s := range all {
		out = append(out, ends(s.From, s.To)...)
	}
	return out
}

func ofGC(gc *traceview.GCDetail) []moment {
	out := ends(gc.LongestStop.Start, gc.LongestStop.End)
	for _, c := range gc.Cycles {
		out = append(out, ends(c.Start, c.End)...)
	}
	return out
}
