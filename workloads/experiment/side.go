package experiment

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"schedviz/traceview/classify"
	"schedviz/traceview/compare"
	"schedviz/workloads"
)

// Measured is a run or a trace with its figures to compare.
type Measured struct {
	Input Input
	Run   compare.Run
	Procs int // GOMAXPROCS

	kept *Analysis // for an input, to draw the page; nil for a run
}

// addLesson adds the figures of the workload's guide, by their IDs.
func (m *Measured) addLesson(g *workloads.Guide, values map[string]float64) {
	for _, f := range g.Figures {
		if v, ok := values[f.ID]; ok {
			m.Run.Add(f.LessonFigure, v)
		}
	}
}

// Compared returns the side for package compare, with the settings of its first run.
func (s *Side) Compared() compare.Side {
	out := compare.Side{
		Label:    s.Label,
		Settings: map[string]string{compare.SettingProcs: strconv.Itoa(s.Runs[0].Procs)},
	}
	for _, m := range s.Runs {
		out.Runs = append(out.Runs, m.Run)
	}
	run := s.Runs[0].Input.Run
	if run == nil {
		return out
	}
	out.Program, out.Params = run.Workload, run.Params
	out.Settings[compare.SettingProcs] = strconv.Itoa(run.GOMAXPROCS)
	out.Settings[compare.SettingHost] = hostFact(run.Host)
	out.Settings["Go"] = strings.TrimPrefix(run.GoVersion, "go")
	out.Settings[compare.SettingAsync] = map[bool]string{true: "on", false: "off"}[classify.AsyncPreempt(run.GODEBUG)]
	var others []string
	for name, value := range classify.Godebug(run.GODEBUG) {
		if name != classify.AsyncPreemptOff {
			others = append(others, name+"="+value)
		}
	}
	slices.Sort(others)
	out.Settings["GODEBUG"] = cmp.Or(strings.Join(others, ","), "unset")
	return out
}

// Shown returns the run whose timeline represents the side: the one of median length.
func (s *Side) Shown() Measured {
	sorted := slices.SortedStableFunc(slices.Values(s.Runs), func(a, b Measured) int {
		return cmp.Compare(a.Run.DurationNS, b.Run.DurationNS)
	})
	return sorted[(len(sorted)-1)/2]
}
