package workloads

import (
	"fmt"

	"schedviz/traceview/compare"
	"schedviz/traceview/words"
	"schedviz/workloads/query"
)

// counterGuide compares a race with its remedies: what is lost, and what it costs to lose nothing.
var counterGuide = &Guide{
	Title: "One counter: lost updates, and what each remedy costs",
	Text: `Two goroutines add to one counter at the same time. Adding 1 is three steps: read, add, write back. Without
synchronization a goroutine overwrites what the other wrote in between. A mutex, an atomic and a channel to the
goroutine that owns the counter each make the sum exact, at different prices.`,
	Procs:   2,
	Figures: []GuideFigure{{lostFigure, lostUpdates}, {incrementFigure, incrementTime}},
	Roles: []Role{
		{"adds to the counter", []string{"(*counter).count"}},
		{"owns the counter", []string{"(*counter).own"}},
	},
	View: View{Lanes: "p", Colour: "function", Pin: []string{"(*counter).count"}},
	Show: remediesLoseNothing,
	Ways: []Way{
		{
			Args: []string{"--sync", "none"},
			Says: "Nothing keeps the two apart: neither ever waits, and the sum is wrong.",
		},
		{
			Args: []string{"--sync", "atomic"},
			Says: "One instruction of the CPU reads, adds and writes. No goroutine ever waits.",
		},
		{
			Args: []string{"--sync", "mutex"},
			Says: "One goroutine at a time holds the lock; the other spins for a moment, then waits for “sync”.",
		},
		{
			Args: []string{"--sync", "channel"},
			Says: "One goroutine owns the counter and the others send to it: each increment passes from hand to hand (so " +
				"there are fewer here).",
		},
	},
}

var (
	lostFigure = compare.LessonFigure{
		ID: "lesson.lost_updates", Name: "lost updates", Unit: compare.Count, Floor: 1,
	}
	incrementFigure = compare.LessonFigure{
		ID: "lesson.increment_ns", Name: "time per increment", Unit: compare.Nanoseconds, Floor: 1,
	}
)

func lostUpdates(r Recording) (float64, bool) {
	result := ResultOf[counterResult](r)
	return float64(result.Want - result.Got), result.Want > 0
}

// incrementTime is the time to count, divided by the number of increments.
func incrementTime(r Recording) (float64, bool) {
	from, to := query.Extent(query.Regions(r.Window, "count"))
	want := ResultOf[counterResult](r).Want
	return float64(to.Sub(from)) / float64(max(want, 1)), want > 0 && to > from
}

// remediesLoseNothing expects losses without synchronization, and none with any remedy.
func remediesLoseNothing(of []Outcome) string {
	lost := func(i int) float64 { return of[i].Values[lostFigure.ID] }
	took := func(i int) string { return nanos(of[i].Values[incrementFigure.ID]) }
	if lost(0) <= 0 || lost(1) != 0 || lost(2) != 0 || lost(3) != 0 {
		return ""
	}
	return fmt.Sprintf("Without synchronization %s updates were lost; each remedy loses none. Time per increment: %s "+
		"without, %s with an atomic, %s with a mutex, %s through a channel.",
		words.Number(int64(lost(0))), took(0), took(1), took(2), took(3))
}
