package report

import (
	"encoding/json"
	"fmt"

	"schedviz/traceview"
	"schedviz/traceview/words"
)

// header is the blob's header: everything that is not in columns.
type header struct {
	Title    string `json:"title"`
	Duration int64  `json:"duration"` // of the window, ns
	resolutionView
	Stat     traceview.Stat             `json:"stat"`
	Findings []findingView              `json:"findings"`
	Lesson   *lessonView                `json:"lesson"` // null if there is none
	Claims   []claimView                `json:"claims"`
	Sharing  sharing                    `json:"sharing"`
	Seen     string                     `json:"seen"`  // how many goroutines were seen, in words
	Alive    string                     `json:"alive"` // how many existed at the end, in words
	Charts   map[string]json.RawMessage `json:"charts"`
	Carried  carried                    `json:"carried"`
	Series   seriesView                 `json:"series"`
	Cores    *coresView                 `json:"cores"`  // null if nothing is known about cores
	Exact    []exactView                `json:"exact"`  // the exact windows in the page, ascending
	Served   *servedView                `json:"served"` // null for a page in a file
	Source   []sourceView               `json:"source"`
	Kinds    kindsView                  `json:"kinds"`
	sectionViews
}

// exactView is where an exact window in the page begins and ends, ns from the
// trace's start.
type exactView struct {
	From int64 `json:"from"`
	To   int64 `json:"to"`
}

// carried says how much of the trace the page holds, compared with what there is.
type carried struct {
	Goroutines int `json:"goroutines"` // in the window
	Lanes      int `json:"lanes"`      // with a lane of their own
	Table      int `json:"table"`      // rows of the goroutine table
	Stats      int `json:"stats"`      // goroutines in the summary
	Preempts   int `json:"preempts"`   // source lines in the summary
	Threads    int `json:"threads"`
	Groups     int `json:"groups"`
	Tasks      int `json:"tasks"`
	Regions    int `json:"regions"`
	Logs       int `json:"logs"`
	Merged     int `json:"merged"` // merged spans on the page
}

// seriesView is what the timeline's counters show if the spans are not exact.
type seriesView struct {
	Start    int64     `json:"start"`
	Step     int64     `json:"step"`
	Running  []float64 `json:"running"`
	Runnable []float64 `json:"runnable"`
}

// packed is a page's header and columns, before encoding.
type packed struct {
	*packer
	header header
	from   traceview.Time
}

// blob encodes the page, with these exact windows beside it.
func (x *packed) blob(exact []Exact) ([]byte, error) {
	x.header.Exact = viewExact(exact, x.from)
	return x.packer.blob(x.header)
}

// packAll packs a page without exact windows, however large.
func packAll(p Page) ([]byte, error) {
	pk, err := packPage(p, fullPage)
	if err != nil {
		return nil, err
	}
	return pk.blob(nil)
}

func packPage(p Page, l limits) (*packed, error) {
	pk := newPacker()
	pk.longest = l.text
	w, s := p.Window, p.Summary
	wp := packWindow(pk, w, l)
	wp.packQueues(p.Queues)
	rows := packTable(pk, s.Goroutines, w.From)
	share := shareOf(w)
	flow := flowOf(s.Cores)
	charts, err := drawCharts(s, w, share, flow)
	if err != nil {
		return nil, fmt.Errorf("describing the charts: %w", err)
	}
	addReasons(wp.reasons, s)
	h := header{
		Title:          p.Title,
		Duration:       int64(w.To - w.From),
		resolutionView: viewResolution(w),
		Stat:           s.Stat,
		Findings:       viewFindings(s, w),
		Lesson:         viewLesson(p.Lesson, w),
		Claims:         viewClaims(p.Claims, w),
		Seen:           words.GoroutinesSeen(&s.Own.Goroutines, &s.Stat.Goroutines),
		Alive:          words.GoroutinesAlive(&s.Own.Goroutines, &s.Stat.Goroutines),
		Sharing:        share,
		Charts:         charts,
		Carried:        countCarried(wp, s, rows),
		Series:         viewSeries(s.Series, w.From),
		Cores:          viewCores(s.Cores, flow),
		Served:         p.served,
		Source:         sourceOf(p),
		Kinds:          viewKinds(wp.reasons),
		sectionViews:   viewSections(pk, s, w.From),
	}
	return &packed{pk, h, w.From}, nil
}

func viewExact(exact []Exact, from traceview.Time) []exactView {
	out := make([]exactView, len(exact))
	for i, e := range exact {
		out[i] = exactView{int64(e.From - from), int64(e.To - from)}
	}
	return out
}

// resolutionView says how exact a part of the trace is, in ns; 0: every span is exact.
type resolutionView struct {
	Resolution      int64       `json:"resolution"` // the largest
	Resolutions     resolutions `json:"resolutions"`
	RangeResolution int64       `json:"rangeResolution"`
	GroupStep       int64       `json:"groupStep"` // time step of the lanes for goroutines without one of their own, ns
}

// resolutions are the resolutions by kind of lane.
type resolutions struct {
	G int64 `json:"g"`
	P int64 `json:"p"`
	M int64 `json:"m"`
}

func viewResolution(w *traceview.Window) resolutionView {
	return resolutionView{
		Resolution:      int64(w.Resolution),
		Resolutions:     resolutions{int64(w.GoroutineResolution), int64(w.ProcResolution), int64(w.ThreadResolution)},
		RangeResolution: int64(w.RangeResolution), GroupStep: int64(w.GroupStep),
	}
}

// countGoroutines counts a window's goroutines, with and without a lane.
func countGoroutines(wp *windowPacker) int {
	w, n := wp.w, len(wp.w.Goroutines)
	switch {
	case len(w.Groups) == 0:
		return n
	case w.Resolution == 0: // all are in the window; the groups count those left out of the page
		n = len(wp.lanes)
	default:
		n = 0
		for _, g := range w.Goroutines {
			if len(g.Lane) > 0 {
				n++
			}
		}
	}
	for _, g := range w.Groups {
		n += g.Goroutines - g.Lanes
	}
	return n
}

func countCarried(wp *windowPacker, s *traceview.Summary, rows int) carried {
	c := carried{
		Goroutines: countGoroutines(wp), Lanes: len(wp.lanes),
		Table: rows, Stats: len(s.Goroutines) + s.MoreGoroutines,
		Preempts: len(s.Preempts), Threads: len(s.Threads), Groups: len(s.Groups),
		Tasks: len(wp.w.Tasks) + int(wp.w.Omitted.Tasks), Regions: len(wp.w.Regions) + int(wp.w.Omitted.Regions),
		Logs: len(wp.w.Logs) + int(wp.w.Omitted.Logs),
	}
	for _, i := range wp.spans.all {
		if wp.w.Spans[i].N > 1 {
			c.Merged++
		}
	}
	return c
}

func viewSeries(s traceview.Series, from traceview.Time) seriesView {
	return seriesView{int64(s.Start - from), int64(s.Step), rounded(s.Running), rounded(s.Runnable)}
}
