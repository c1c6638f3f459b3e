package workloads

import (
	"fmt"

	"schedviz/traceview"
	"schedviz/traceview/compare"
	"schedviz/workloads/query"
)

// semaphoreGuide compares an uncontrolled fan-out with one that a channel of tokens limits.
var semaphoreGuide = &Guide{
	Title: "A hundred tasks: all at once, or eight at a time",
	Text: `Each task waits for a moment, as for a database, and then computes. Without a limit all of them are inside at
once, and then all of them want a P at once. A channel with room for eight tokens lets eight in at a time.`,
	Procs:    2,
	Figures:  []GuideFigure{{insideFigure, mostInside}, {tasksRunnableFigure, mostRunnable}},
	Roles:    []Role{{"task", []string{"(*semaphore).task"}}},
	View:     View{Lanes: "p", Colour: "function", Pin: []string{"main.main"}},
	Counters: []string{"runnable"},
	Show:     limitHolds,
	Ways: []Way{
		{
			Args: []string{"--limit", "0"},
			Says: "All tasks start together, and all come back together and want a P: the runnable counter jumps.",
		},
		{
			Args: []string{"--limit", "8"},
			Says: "Main waits for a token before it starts a task (“chan send”): the runnable counter stays low.",
		},
	},
}

var (
	insideFigure = compare.LessonFigure{
		ID: "lesson.tasks_inside", Name: "peak of tasks inside", Unit: compare.Count, Floor: 1,
	}
	tasksRunnableFigure = compare.LessonFigure{
		ID: "lesson.tasks_runnable", Name: "peak of runnable tasks", Unit: compare.Count, Floor: 1,
	}
)

func mostInside(r Recording) (float64, bool) {
	tasks := query.Regions(r.Window, "task")
	most, _, _ := query.Peak(tasks)
	return float64(most), len(tasks) > 0
}

// mostRunnable counts tasks that are inside: at the start all are runnable for a moment.
func mostRunnable(r Recording) (float64, bool) {
	tasks := query.Regions(r.Window, "task")
	most, _, _ := query.Peak(query.StatesIn(r.Window, tasks, query.InState(traceview.StateRunnable)))
	return float64(most), len(tasks) > 0
}

func limitHolds(of []Outcome) string {
	inside := func(i int) int { return int(of[i].Values[insideFigure.ID]) }
	runnable := func(i int) int { return int(of[i].Values[tasksRunnableFigure.ID]) }
	if inside(0) <= inside(1) || runnable(0) <= runnable(1) {
		return ""
	}
	return fmt.Sprintf("Without a limit up to %s were inside at once, and up to %d of them runnable; with the limit never "+
		"more than %d inside and %d runnable.", count(inside(0), "task"), runnable(0), inside(1), runnable(1))
}
