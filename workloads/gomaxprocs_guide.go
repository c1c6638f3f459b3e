package workloads

import (
	"fmt"
	"runtime"
	"strconv"
	"strings"
)

// goMaxProcsGuide compares the same computation on more and more Ps, up to twice the host's cores.
var goMaxProcsGuide = goMaxProcsGuideOn(runtime.NumCPU())

// goMaxProcsGuideOn makes the guide for a host with this many cores.
func goMaxProcsGuideOn(cores int) *Guide {
	procs := procsToTry(cores)
	g := &Guide{
		Title: "More Ps, until the cores run out",
		Text: `The same work, by the same goroutines, with more and more Ps. GOMAXPROCS is how many goroutines can run at
once; each of them still needs a core to run on. Where a bar is hollow, its thread had none.`,
		Args:    []string{"--single"},
		Figures: []GuideFigure{roundTime},
		Roles:   []Role{{"computes", []string{"(*goMaxProcs).compute"}}},
		View:    View{Lanes: "p", Colour: "function"},
		Show:    func(of []Outcome) string { return fasterUpToCores(of, procs, cores) },
	}
	for _, n := range procs {
		g.Ways = append(g.Ways, Way{
			Args: []string{"--procs", strconv.Itoa(n)},
			Says: procsSay(n, cores),
		})
	}
	return g
}

func procsSay(n, cores int) string {
	switch {
	case n == 1:
		return "One goroutine runs at a time; the others are runnable."
	case n <= cores:
		return fmt.Sprintf("%d run at a time, each on a core of its own.", n)
	}
	return fmt.Sprintf("%d are running, says Go; %s can do the work of %d.", n, count(cores, "core"), cores)
}

var roundTime = took("lesson.round_ns", "time to compute", "round")

// fasterUpToCores expects more speed with the Ps up to the cores, and no more beyond.
func fasterUpToCores(of []Outcome, procs []int, cores int) string {
	speed := func(i int) float64 { return of[0].Values[roundTime.ID] / max(of[i].Values[roundTime.ID], 1) }
	best, all := 0.0, 0.0 // beyond the cores, and with all of them
	var each []string
	for i, n := range procs {
		if i == 0 {
			continue
		}
		each = append(each, fmt.Sprintf("%s with %d Ps", times(speed(i)), n))
		switch {
		case n == cores:
			all = speed(i)
		case n > cores:
			best = max(best, speed(i))
		}
	}
	if cores > 1 && all < 1+0.3*float64(cores-1) || best > 1.25*max(all, 1) {
		return ""
	}
	return fmt.Sprintf("As fast as with one P (%s): %s. This host has %s; further Ps can’t help.",
		nanos(of[0].Values[roundTime.ID]), strings.Join(each, ", "), count(cores, "core"))
}
