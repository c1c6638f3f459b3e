package report

import (
	"encoding/json"
	"fmt"

	"schedviz/traceview"
)

// header is the blob's header: all of the page that is not in columns.
type header struct {
	Title      string                     `json:"title"`
	Duration   int64                      `json:"duration"`   // of the window, ns
	Resolution int64                      `json:"resolution"` // ns; 0: every span is exact
	Stat       traceview.Stat             `json:"stat"`
	Findings   []findingView              `json:"findings"`
	Claims     []claimView                `json:"claims"`
	Sharing    sharing                    `json:"sharing"`
	Charts     map[string]json.RawMessage `json:"charts"`
	Carried    carried                    `json:"carried"`
	Series     seriesView                 `json:"series"`
	Cores      *coresView                 `json:"cores"`  // null if nothing is known of cores
	Exact      []exactView                `json:"exact"`  // the exact windows in the page, ascending
	Served     *servedView                `json:"served"` // null of a page in a file
	Source     []sourceView               `json:"source"`
	sectionViews
}

// exactView is where an exact window in the page begins and ends, ns from the
// trace's start.
type exactView struct {
	From int64 `json:"from"`
	To   int64 `json:"to"`
}

// carried says how much of the trace the page holds, where that is not all.
type carried struct {
	Goroutines int `json:"goroutines"` // in the window
	Lanes      int `json:"lanes"`      // with a lane of their own
	Table      int `json:"table"`      // rows of the goroutine table
	Stats      int `json:"stats"`      // goroutines that were there
	Preempts   int `json:"preempts"`   // source lines in the summary
	Threads    int `json:"threads"`
	Groups     int `json:"groups"`
	Tasks      int `json:"tasks"`
	Regions    int `json:"regions"`
	Logs       int `json:"logs"`
	Merged     int `json:"merged"` // spans carried that stand for more than one
}

// seriesView is what the timeline's counters show where the spans are not exact.
type seriesView struct {
	Start    int64     `json:"start"`
	Step     int64     `json:"step"`
	Running  []float64 `json:"running"`
	Runnable []float64 `json:"runnable"`
}

func packPage(p Page) ([]byte, error) {
	p = named(p)
	pk := newPacker()
	w, s := p.Window, p.Summary
	wp := packWindow(pk, w)
	wp.packQueues(p.Queues)
	rows := packTable(pk, s.Goroutines, w.From)
	share := shareOf(w)
	flow := flowOf(s.Cores)
	charts, err := drawCharts(s, w, share, flow)
	if err != nil {
		return nil, fmt.Errorf("describing the charts: %w", err)
	}
	h := header{
		Title:        p.Title,
		Duration:     int64(w.To - w.From),
		Resolution:   int64(w.Resolution),
		Stat:         s.Stat,
		Findings:     viewFindings(s, w),
		Claims:       viewClaims(p.Claims, w),
		Sharing:      share,
		Charts:       charts,
		Carried:      countCarried(wp, s, rows),
		Series:       viewSeries(s.Series, w.From),
		Cores:        viewCores(s.Cores, flow),
		Exact:        viewExact(p.Exact, w.From),
		Served:       p.served,
		Source:       sourceOf(p),
		sectionViews: viewSections(pk, s, w.From),
	}
	return pk.blob(h)
}

func viewExact(exact []Exact, from traceview.Time) []exactView {
	out := make([]exactView, len(exact))
	for i, e := range exact {
		out[i] = exactView{int64(e.From - from), int64(e.To - from)}
	}
	return out
}

func countCarried(wp *windowPacker, s *traceview.Summary, rows int) carried {
	c := carried{
		Goroutines: len(wp.w.Goroutines), Lanes: len(wp.lanes),
		Table: rows, Stats: len(s.Goroutines) + s.MoreGoroutines,
		Preempts: len(s.Preempts), Threads: len(s.Threads), Groups: len(s.Groups),
		Tasks: len(wp.w.Tasks), Regions: len(wp.w.Regions), Logs: len(wp.w.Logs),
	}
	for _, span := range wp.spans {
		if span.N > 1 {
			c.Merged++
		}
	}
	return c
}

func viewSeries(s traceview.Series, from traceview.Time) seriesView {
	return seriesView{int64(s.Start - from), int64(s.Step), rounded(s.Running), rounded(s.Runnable)}
}
