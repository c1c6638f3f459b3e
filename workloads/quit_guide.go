package workloads

import (
	"fmt"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/compare"
	"schedviz/workloads/query"
)

// quitGuide compares polling a quit channel with waiting for it.
var quitGuide = &Guide{
	Title: "Until told to quit: polling against waiting",
	Text: `A goroutine does a short job every now and then, until main closes a channel. In one variant it asks again and
again for a job or the end, in a select with a default; in the other it waits for either. Both do the same jobs, and both
end at once when they are told to.`,
	Procs:   2,
	Figures: []GuideFigure{{burntFigure, burnt}},
	Roles:   []Role{{"worker", []string{"(*quit).worker"}}},
	View:    View{Lanes: "p", Colour: "function", Pin: []string{"(*quit).worker"}},
	Show:    pollingCosts,
	Ways: []Way{
		{
			Args: []string{"--poll=true"},
			Says: "It asks over and over, mostly in vain, and keeps a P busy doing so.",
		},
		{
			Args: []string{"--poll=false"},
			Says: "It waits in “select”, and takes a P only for its jobs; in between it needs no P, no thread, no CPU time.",
		},
	},
}

var burntFigure = compare.LessonFigure{
	ID: "lesson.worker_running_ns", Name: "P time of the worker", Unit: compare.Nanoseconds,
	Floor: float64(100 * time.Microsecond),
}

// burnt is how long the goroutine ran until it was told to quit.
func burnt(r Recording) (float64, bool) {
	rs := query.Regions(r.Window, "until quit")
	_, ran := query.CountIn(r.Window, rs, query.InState(traceview.StateRunning))
	return float64(ran), len(rs) > 0
}

func pollingCosts(of []Outcome) string {
	ran := func(i int) float64 { return of[i].Values[burntFigure.ID] }
	if ran(0) < 5*ran(1)+float64(time.Millisecond) {
		return ""
	}
	return fmt.Sprintf("Polling took %s of a P’s time until it was told to quit; waiting for the same jobs took %s.",
		nanos(ran(0)), nanos(ran(1)))
}
