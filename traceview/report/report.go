// Package report draws a trace as one HTML file that works offline.
//
// [Write] takes a [Page], derives findings and tables from it (package findings,
// sharing.go), packs spans and tables into columns (window.go, tables.go, pack.go) and
// describes the charts with go-echarts (charts.go). All of this travels in one compressed
// blob, which the page's own scripts (assets/*/*.js, bundled) unpack and draw with ECharts.
//
// A trace's names are untrusted. They travel only inside the blob, as JSON, and
// reach the page only as text nodes and canvas text: never as HTML, JavaScript
// or a chart option's string.
//
// Package [schedviz/traceview] says what is stable.
package report

import (
	"encoding/base64"
	"fmt"
	"io"

	"schedviz/traceview"
)

// MaxSpans is how many spans to ask a window for, over all lanes together. With more, a
// page could exceed 8 MB, up to which browsers open it instantly.
const MaxSpans = 450_000

// Page is everything a report shows; [Write] derives charts and tables from it.
type Page struct {
	Title    string   // what ran: "workerpool · 4 Ps"
	Facts    []string // the second line: parameters, GOMAXPROCS, Go version, host, duration
	Warnings []string // partial trace, workload failed, …; shown at the top
	Lesson   *Lesson  // only for a workload's run; nil for none
	Claims   []Claim  // only for a workload's run
	Summary  *traceview.Summary
	Window   *traceview.Window // the whole trace, merged where it is too large
	// Exact are exact parts of the trace, if it is merged in Window; see [Windows.Embed].
	Exact []Exact

	served *servedView // nil for a page in a file
	// Queues are samples of the run queues, ascending by Time; nil if there are none.
	Queues []traceview.QueueSample
	// Source asks for the source lines that matter, as they are on this machine
	// now. The page then holds a few hundred lines of them.
	Source SourceMode
}

// Claim is a statement that a workload makes, and what the trace says about it.
type Claim struct {
	ID, Text string
	Verdict  string // "holds", "fails", "inconclusive" or "differs"
	Evidence string
	// Goroutines and the time from From to To say where to look; both may be empty.
	Goroutines []traceview.GoID
	From, To   traceview.Time
}

// Write writes the page as one self-contained HTML file. The same page gives the
// same bytes.
func Write(w io.Writer, p Page) error {
	p = p.filled()
	blob, exact, err := fitted(p)
	if err != nil {
		return fmt.Errorf("packing the report %q: %w", p.Title, err)
	}
	view := pageView{Title: p.Title, Facts: p.Facts, Warnings: p.Warnings}
	if err := writeHTML(w, view, blob, exact); err != nil {
		return fmt.Errorf("writing the report %q: %w", p.Title, err)
	}
	return nil
}

// fitted packs a page into [MaxPageBytes]: with everything a page may carry, or as much as
// fits. Its exact windows get the remaining space.
func fitted(p Page) (blob []byte, exact []Exact, err error) {
	const leastLanes = 16
	fixed := fixedBytes()
	for l := fullPage; ; l = l.less() {
		pk, err := packPage(p, l)
		if err != nil {
			return nil, nil, err
		}
		blob, err := pk.blob(p.Exact)
		if err != nil {
			return nil, nil, err
		}
		other := fixed + base64.StdEncoding.EncodedLen(len(blob))
		if other > MaxPageBytes && l.lanes > leastLanes {
			continue
		}
		exact := fitting(p.Exact, other)
		if len(exact) < len(p.Exact) {
			blob, err = pk.blob(exact)
		}
		return blob, exact, err
	}
}

// filled is the page with an empty summary and window if it has none.
func (p Page) filled() Page {
	if p.Summary == nil {
		p.Summary = new(traceview.Summary)
	}
	if p.Window == nil {
		p.Window = new(traceview.Window)
	}
	return p
}
