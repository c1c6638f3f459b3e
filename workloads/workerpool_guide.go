package workloads

import "fmt"

// workerPoolGuide compares pools of different sizes for the same jobs.
var workerPoolGuide = &Guide{
	Title: "How many workers?",
	Text: `The same jobs are computed by one worker, by two, and by eight. Jobs that compute need a P and a core each: a
second worker gets the second core, and where there are two, any more only take turns. (Workers that mostly wait, for a
network say, are another matter.)`,
	Procs:   2,
	Args:    []string{"--wait", "0s"},
	Figures: []GuideFigure{poolTime},
	Roles: []Role{
		{"worker", []string{"(*workerPool).worker"}},
		{"producer", []string{"(*workerPool).produce"}},
	},
	View: View{Lanes: "p", Colour: "function", Pin: []string{"(*workerPool).worker"}},
	Show: workersUpToPs,
	Ways: []Way{
		{Args: []string{"--workers", "1"}, Says: "One worker: one P computes, the other has little to do."},
		{Args: []string{"--workers", "2"}, Says: "Two workers: two Ps compute."},
		{
			Args: []string{"--workers", "8"},
			Says: "Eight workers: those without a P are runnable, or wait, as the lane of the pinned one shows.",
		},
	},
}

var poolTime = took("lesson.jobs_ns", "time for all jobs", "job")

func workersUpToPs(of []Outcome) string {
	took := func(i int) float64 { return of[i].Values[poolTime.ID] }
	two, eight := took(0)/max(took(1), 1), took(0)/max(took(2), 1)
	if two < 1.3 || eight > 1.25*two {
		return ""
	}
	return fmt.Sprintf("One worker took %s for all jobs. Two were %s as fast; eight were %s as fast: they shared what "+
		"two already used.", nanos(took(0)), times(two), times(eight))
}

// times writes how much faster something is: "1.9 times".
func times(x float64) string { return fmt.Sprintf("%.1f times", x) }
