package compare_test

import (
	"slices"
	"strings"
	"testing"

	"schedviz/traceview/compare"
)

// Sentences and tables begin with the figures of the lesson, however small their difference beside others.
func TestLessonComesFirst(t *testing.T) {
	lost := compare.LessonFigure{ID: "lesson.lost", Name: "lost updates", Unit: compare.Count, Floor: 1}
	took := compare.LessonFigure{ID: "lesson.took_ns", Name: "time to count", Unit: compare.Nanoseconds, Floor: 1}
	with := func(s compare.Side, values ...float64) compare.Side {
		s.Runs[0].Add(lost, values[0])
		if len(values) > 1 {
			s.Runs[0].Add(took, values[1])
		}
		return s
	}
	a := loop("none", "on", made{length: 300 * ms, slice: 203 * ms, wait: 201 * ms})
	b := loop("mutex", "on", made{length: 300 * ms, slice: ms, wait: ms})
	r := compare.Sides([]compare.Side{with(a, 3, 2e6), with(b, 0, 3e6)})
	if got := []string{r.Figures[0].ID, r.Figures[1].ID}; !slices.Equal(got, []string{lost.ID, took.ID}) {
		t.Errorf("Sides: figures begin with %q, want the lesson's, in the order in which they were added", got)
	}
	want := []string{"--mode mutex instead of none cut lost updates from 3 to none.", "The time to count rose from 2.00 ms to 3.00 ms."}
	if got := r.Pairs[0].Sentences; len(got) < 3 || !slices.Equal(got[:2], want) {
		t.Errorf("Sides: sentences %q, want first %q", got, want)
	}

	same := compare.Sides([]compare.Side{with(b, 3), with(loop("none", "on", made{length: 300 * ms, slice: 203 * ms, wait: 201 * ms}), 3)})
	if got := same.Pairs[0].Sentences; len(got) == 0 || strings.Contains(strings.Join(got, " "), "lost updates") {
		t.Errorf("Sides: %q, want nothing about a figure that does not differ", got)
	}
}
