// Package report draws what a trace says as one HTML file that works offline.
package report

import (
	"io"

	"schedviz/traceview"
)

// Page is all a report shows; [Write] derives charts and tables from it.
type Page struct {
	Title    string   // what ran, in words: "workerpool · 4 Ps"
	Facts    []string // the second line: parameters, GOMAXPROCS, Go version, host, duration
	Warnings []string // partial trace, workload failed, …: shown in plain sight
	Claims   []Claim  // only of a workload's run
	Summary  *traceview.Summary
	Window   *traceview.Window // the whole trace, merged where it is too large
}

// Claim is one sentence a workload claims, and what the trace says to it.
type Claim struct {
	ID, Text string
	Verdict  string // "holds", "fails" or "inconclusive"
	Evidence string
	// Goroutines and the time from From to To are where to look; both may be empty.
	Goroutines []traceview.GoID
	From, To   traceview.Time
}

// Write writes the page as one self-contained HTML file.
func Write(w io.Writer, p Page) error { panic("report under construction") }
