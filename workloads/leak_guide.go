package workloads

import (
	"fmt"
	"strings"

	"schedviz/traceview/compare"
	"schedviz/workloads/query"
)

// leakGuide compares goroutines that nobody can end with goroutines that can be told to stop.
var leakGuide = &Guide{
	Title: "A leak, and its fix",
	Text: `Main starts goroutines that wait on a channel, and leaves without sending to it or closing it. They can never
end, and what they hold is never freed. With the fix they also wait for ctx.Done, and main cancels when it leaves.`,
	Procs:   2,
	Figures: []GuideFigure{{leftFigure, leftBehind}},
	Roles:   []Role{{"waits", []string{"(*leak).wait", "(*leak).waitFixed"}}},
	View:    View{Lanes: "g", Colour: "function"},
	Show:    fixLeavesNone,
	Ways: []Way{
		{Says: "They wait for “chan receive” up to the right edge: the program ends, they do not."},
		{
			Args: []string{"--fix"},
			Says: "They wait in a select, for the channel or for ctx.Done: all end when main cancels.",
		},
	},
}

var leftFigure = compare.LessonFigure{
	ID: "lesson.left_behind", Name: "goroutines left behind", Unit: compare.Count, Floor: 1,
}

// leftBehind counts the workload's goroutines that are alive at the end; main is none of them.
func leftBehind(r Recording) (float64, bool) {
	var own []int32
	for g, life := range r.Window.Goroutines {
		if strings.HasPrefix(life.Func, ownPackage) {
			own = append(own, int32(g))
		}
	}
	return float64(len(query.AliveAtEnd(r.Window, own))), len(own) > 0
}

func fixLeavesNone(of []Outcome) string {
	left := func(i int) int { return int(of[i].Values[leftFigure.ID]) }
	if left(0) == 0 || left(1) != 0 {
		return ""
	}
	return fmt.Sprintf("%s of the program’s own never end: they wait for what never comes. With the fix, none is left.",
		count(left(0), "goroutine"))
}
