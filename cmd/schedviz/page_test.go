package main

import (
	"testing"

	"schedviz/traceview/report"
)

func TestSourceMode(t *testing.T) {
	for _, c := range []struct {
		flag       string
		auto, want report.SourceMode
	}{
		{"auto", report.SourceOwn, report.SourceOwn},
		{"auto", report.SourceOff, report.SourceOff},
		{"auto", report.SourceOn, report.SourceOn},
		{"on", report.SourceOff, report.SourceOn},
		{"off", report.SourceOn, report.SourceOff},
	} {
		if got := sourceMode(choice{value: c.flag}, c.auto); got != c.want {
			t.Errorf("--source %s, which is %v by itself, asks for %v, want %v", c.flag, c.auto, got, c.want)
		}
	}
}
