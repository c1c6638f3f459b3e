package experiment_test

import (
	"testing"

	"schedviz/traceview/report"
	"schedviz/workloads/experiment"
)

func TestSourceMode(t *testing.T) {
	for _, c := range []struct {
		flag       experiment.Source
		auto, want report.SourceMode
	}{
		{experiment.SourceAuto, report.SourceOwn, report.SourceOwn},
		{experiment.SourceAuto, report.SourceOff, report.SourceOff},
		{experiment.SourceAuto, report.SourceOn, report.SourceOn},
		{experiment.SourceOn, report.SourceOff, report.SourceOn},
		{experiment.SourceOff, report.SourceOn, report.SourceOff},
	} {
		if got := c.flag.Mode(c.auto); got != c.want {
			t.Errorf("--source %s, with auto meaning %v, asks for %v, want %v", c.flag, c.auto, got, c.want)
		}
	}
}
