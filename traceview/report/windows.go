package report

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"schedviz/traceview"
)

const (
	// MaxWindowSpans is how many spans to ask an exact window of a page for: few enough
	// to be read, sent and unpacked while somebody waits.
	MaxWindowSpans = 250_000

	// MaxPageBytes is how large a page may become: what a browser opens at once.
	MaxPageBytes = 8 << 20
	// maxEmbedded bounds the compressed windows in a page, and leaves the rest to
	// its overview. In the page they take a third more.
	maxEmbedded = 3 << 20
	// maxEmbeddedWindow bounds one of them, so that no moment takes all.
	maxEmbeddedWindow = 400 << 10
	// maxEmbeddedWindows bounds how often the trace is read again for them.
	maxEmbeddedWindows = 12
)

// WindowReader reads a part of the trace; [traceview.File.Window] is one.
type WindowReader func(ctx context.Context, from, to traceview.Time, maxSpans int) (*traceview.Window, error)

// Windows packs parts of a trace that are finer than the page's overview of it, so
// that the page can show them in its place: lanes, names and times are those of
// the overview. Its methods may be called at the same time.
type Windows struct {
	bounds
	resolution time.Duration // of the overview
	lanes      map[traceview.GoID]bool
	names      map[traceview.GoID]string
	annotate   bool // the overview does not have all ranges, regions and logs
}

// NewWindows returns what packs windows for the page that has this overview.
func NewWindows(overview *traceview.Window) *Windows {
	x := &Windows{
		bounds: boundsOf(overview), resolution: overview.Resolution,
		lanes: map[traceview.GoID]bool{}, names: calledByStarters(overview),
		annotate: len(overview.Ranges) > maxRanges || len(overview.Regions) > maxRecords || len(overview.Logs) > maxRecords,
	}
	for _, i := range busiest(overview.Goroutines, maxGLanes, maxGSpans) {
		x.lanes[overview.Goroutines[i].ID] = true
	}
	return x
}

// windowHeader is the header of a window's blob. Times are ns from the trace's start.
type windowHeader struct {
	From       int64 `json:"from"`
	To         int64 `json:"to"`
	Resolution int64 `json:"resolution"` // 0: every span is exact
	Complete   bool  `json:"complete"`   // every goroutine that ran or was runnable has a lane
	Annotated  bool  `json:"annotated"`  // it has ranges, regions and logs of its own
}

// Write packs a window, in the layout of the page's own data (pack.go).
func (x *Windows) Write(w io.Writer, win *traceview.Window) error {
	win = renamed(win, x.namesIn(win))
	if !x.annotate {
		win.Ranges, win.Regions, win.Logs = nil, nil, nil
	}
	lanes, all := x.choose(win.Goroutines)
	wp := packLanes(newPacker(), x.bounds, win, lanes)
	wp.packRanges()
	wp.packAnnotations()
	return wp.write(w, windowHeader{
		From: int64(win.From - x.from), To: int64(win.To - x.from), Resolution: int64(win.Resolution),
		Complete: all, Annotated: x.annotate,
	})
}

// namesIn are the names of goroutines that the overview knows, and of those of which
// only this window shows what they were asked to run.
func (x *Windows) namesIn(w *traceview.Window) map[traceview.GoID]string {
	names := calledByStarters(w)
	for _, g := range w.Goroutines {
		if name, ok := x.names[g.ID]; ok {
			names[g.ID] = name
		}
	}
	return names
}

// choose returns the indices of the goroutines that get a lane: those that have one in
// the overview, and of the others those that do more than wait; all tells whether
// these are not too many.
func (x *Windows) choose(gs []traceview.Goroutine) (lanes []int32, all bool) {
	var others []int32
	for i, g := range gs {
		switch {
		case len(g.Spans) == 0:
		case x.lanes[g.ID]:
			lanes = append(lanes, int32(i))
		case len(g.Spans) > 1 || g.Spans[0].State != traceview.StateWaiting:
			others = append(others, int32(i))
		}
	}
	n := min(len(others), maxGLanes)
	lanes = append(lanes, others[:n]...)
	slices.Sort(lanes)
	return lanes, n == len(others)
}

// Exact is a packed window of a page.
type Exact struct {
	From, To traceview.Time
	blob     []byte
}

// Embed reads and packs exact windows around the moments of the trace that matter
// most, until they have taken the room a page has for them. It returns none for an
// overview that is exact itself.
func (x *Windows) Embed(ctx context.Context, s *traceview.Summary, read WindowReader) ([]Exact, error) {
	if x.resolution == 0 {
		return nil, nil
	}
	var out []Exact
	room := maxEmbedded
	for _, m := range moments(s) {
		if len(out) == maxEmbeddedWindows {
			break
		}
		if slices.ContainsFunc(out, func(e Exact) bool { return x.shows(e, m) }) {
			continue
		}
		e, err := x.embed(ctx, m, read)
		if err != nil {
			return nil, fmt.Errorf("reading the exact spans of %v after the trace's start: %w", m.from.Sub(x.from), err)
		}
		if e == nil || len(e.blob) > room {
			continue
		}
		room -= len(e.blob)
		out = append(out, *e)
	}
	slices.SortFunc(out, func(a, b Exact) int { return cmp.Compare(a.From, b.From) })
	return out, nil
}

// shows tells whether the page can show all of a moment from e.
func (x *Windows) shows(e Exact, m moment) bool {
	edge := traceview.Time(x.resolution)
	return (e.From <= x.from || e.From+edge <= m.from) && (e.To >= x.to || e.To-edge >= m.to)
}

// embed packs the window around a moment: with so much beside it that whoever goes
// there can look around, or less where too much happened; nil if that is still too much.
func (x *Windows) embed(ctx context.Context, m moment, read WindowReader) (*Exact, error) {
	edge := traceview.Time(x.resolution)
	for around := max(traceview.Time(5*time.Millisecond), 2*edge, (m.to-m.from)/2); around >= edge; around /= 2 {
		from, to := max(x.from, m.from-around), min(x.to, m.to+around)
		w, err := read(ctx, from, to, MaxWindowSpans)
		if err != nil {
			return nil, err
		}
		if w.Resolution > 0 {
			continue
		}
		var blob sliceWriter
		if err := x.Write(&blob, w); err != nil {
			return nil, err
		}
		if len(blob) <= maxEmbeddedWindow {
			return &Exact{from, to, blob}, nil
		}
	}
	return nil, nil
}

// sliceWriter is what is written to it.
type sliceWriter []byte

func (s *sliceWriter) Write(p []byte) (int, error) {
	*s = append(*s, p...)
	return len(p), nil
}

// From is when the trace begins, from which the times of its windows count.
func (x *Windows) From() traceview.Time { return x.from }
