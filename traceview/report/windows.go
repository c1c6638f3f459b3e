package report

import (
	"bytes"
	"cmp"
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"schedviz/traceview"
	"schedviz/traceview/fault"
	"schedviz/traceview/internal/window"
)

const (
	// MaxWindowSpans is how many spans to ask an exact window of a page for: few enough
	// to be read, sent and unpacked while the reader waits.
	MaxWindowSpans = 250_000

	// MaxPageBytes is the maximum size of a page: browsers open that much instantly.
	MaxPageBytes = 8 << 20
	// maxEmbedded bounds the compressed windows in a page, and leaves the rest to its
	// overview. Encoded in the page, they take a third more.
	maxEmbedded = 3 << 20
	// maxEmbeddedWindow bounds each of them, so that no highlight takes all the space.
	maxEmbeddedWindow = 400 << 10
	// maxEmbeddedSpans bounds the spans of each, so that it is usually small enough.
	maxEmbeddedSpans   = 100_000
	maxEmbeddedWindows = 12
)

// WindowsReader reads exact windows; [schedviz/traceview/tracefile.File.Windows] is one.
type WindowsReader func(ctx context.Context, moments []traceview.Moment, maxSpans int, take func(i int, w *traceview.Window) error) error

// Windows packs parts of a trace that are finer than the page's overview, so that the page
// can show them instead: they share the overview's lanes, names and time base. Its methods
// may be called concurrently.
type Windows struct {
	bounds
	resolution time.Duration // of the overview
	lanes      map[traceview.GoID]bool
	names      map[traceview.GoID]string // start functions, from the overview
	annotate   bool                      // whether the overview lacks some ranges, regions or logs
}

// NewWindows returns a packer of windows for the page with this overview.
func NewWindows(overview *traceview.Window) *Windows {
	x := &Windows{
		bounds: boundsOf(overview), resolution: overview.Resolution,
		lanes: map[traceview.GoID]bool{}, names: namesIn(overview),
		annotate: !annotated(overview),
	}
	for _, i := range lanesOf(overview, maxGLanes, maxGSpans) {
		x.lanes[overview.Goroutines[i].ID] = true
	}
	return x
}

// annotated reports whether a page has all of the window's ranges, regions and logs.
func annotated(w *traceview.Window) bool {
	const all = maxRecords
	return len(w.Ranges) <= all && len(w.Regions) <= all && len(w.Logs) <= all &&
		w.RangeResolution == 0 && w.Omitted.Ranges == 0 && w.Omitted.Regions == 0 && w.Omitted.Logs == 0 && len(w.Groups) == 0
}

// windowHeader is the header of a window's blob. Times are ns from the trace's start.
type windowHeader struct {
	From int64 `json:"from"`
	To   int64 `json:"to"`
	resolutionView
	Complete  bool      `json:"complete"`  // every goroutine that ran or was runnable has a lane
	Annotated bool      `json:"annotated"` // it has its own ranges, regions and logs
	Kinds     kindsView `json:"kinds"`
}

// Write packs a window, in the layout of the page's own data (pack.go).
func (x *Windows) Write(w io.Writer, win *traceview.Window) error {
	win = x.named(win)
	if !x.annotate {
		win.Ranges, win.Regions, win.Logs = nil, nil, nil
	}
	lanes, all := x.choose(win)
	if !all && win.Resolution == 0 {
		win = window.Grouped(win, lanes)
	}
	wp := packLanes(newPacker(), x.bounds, win, lanes)
	wp.packGroups()
	wp.packRanges()
	wp.packAnnotations()
	return wp.write(w, windowHeader{
		From: int64(win.From - x.from), To: int64(win.To - x.from), resolutionView: viewResolution(win),
		Complete: all && len(win.Groups) == 0, Annotated: x.annotate,
		Kinds: kindsView{Reasons: viewReasons(wp.reasons)},
	})
}

// namesIn are the start functions of goroutines by ID.
func namesIn(w *traceview.Window) map[traceview.GoID]string {
	names := make(map[traceview.GoID]string, len(w.Goroutines))
	for i := range w.Goroutines {
		names[w.Goroutines[i].ID] = w.Goroutines[i].Func
	}
	return names
}

// named returns the window with the overview's names: a part of the trace may end before
// a goroutine's start function is known.
func (x *Windows) named(w *traceview.Window) *traceview.Window {
	out := *w
	out.Goroutines = slices.Clone(w.Goroutines)
	for i := range out.Goroutines {
		g := &out.Goroutines[i]
		g.Func = cmp.Or(x.names[g.ID], g.Func)
	}
	return &out
}

// choose returns the indices of the goroutines that get a lane: those that have one in the
// overview, and of the others those that do more than wait; all reports whether there was
// room for every one of these.
func (x *Windows) choose(w *traceview.Window) (lanes []int32, all bool) {
	var others []int32
	for i, g := range w.Goroutines {
		switch {
		case len(g.Lane) == 0:
		case x.lanes[g.ID]:
			lanes = append(lanes, int32(i))
		case len(g.Lane) > 1 || w.Spans[g.Lane[0]].State != traceview.StateWaiting:
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

// Embed reads and packs exact windows around the trace's highlights, until they fill the
// space that a page has for them. It returns none if the overview itself is exact.
func (x *Windows) Embed(ctx context.Context, s *traceview.Summary, read WindowsReader) ([]Exact, error) {
	if x.resolution == 0 {
		return nil, nil
	}
	plan := x.plan(highlights(s))
	packed := make([]Exact, len(plan))
	todo := make([]int, len(plan))
	for i := range todo {
		todo[i] = i
	}
	for len(todo) > 0 {
		asked := make([]traceview.Moment, len(todo))
		for k, i := range todo {
			asked[k] = plan[i]
		}
		// While one window is packed, the next is read.
		var packing errgroup.Group
		packing.SetLimit(1)
		err := read(ctx, asked, maxEmbeddedSpans, func(k int, w *traceview.Window) error {
			packing.Go(func() (err error) {
				defer func() {
					if p := recover(); p != nil {
						err = fault.Caught(p, "the packing of a window")
					}
				}()
				packed[todo[k]], err = x.pack(w)
				return err
			})
			return nil
		})
		if err := cmp.Or(packing.Wait(), err); err != nil {
			return nil, fmt.Errorf("reading the exact spans around highlights: %w", err)
		}
		todo = slices.DeleteFunc(todo, func(i int) bool { return !tooLarge(&packed[i], &plan[i]) })
	}
	return kept(packed), nil
}

// pack packs a window.
func (x *Windows) pack(w *traceview.Window) (Exact, error) {
	var blob bytes.Buffer
	err := x.Write(&blob, w)
	return Exact{w.From, w.To, blob.Bytes()}, err
}

// tooLarge reports whether a packed window is too large and worth another try with less
// around its highlight, which m then asks for. If it is too large, e is cleared.
func tooLarge(e *Exact, m *traceview.Moment) bool {
	if len(e.blob) <= maxEmbeddedWindow {
		return false
	}
	m.Around = min(m.Around, max(m.From-e.From, e.To-m.To)) / 2
	*e = Exact{}
	return m.Around >= m.Least
}

// kept returns the most important windows for which there is room, sorted by time. The
// most important come first in packed.
func kept(packed []Exact) []Exact {
	room := maxEmbedded
	packed = slices.DeleteFunc(packed, func(e Exact) bool {
		out := len(e.blob) == 0 || len(e.blob) > room
		if !out {
			room -= len(e.blob)
		}
		return out
	})
	slices.SortFunc(packed, func(a, b Exact) int { return cmp.Compare(a.From, b.From) })
	return packed
}

// plan selects highlights that are not near each other.
func (x *Windows) plan(all []highlight) []traceview.Moment {
	var plan []traceview.Moment
	for _, h := range all {
		if len(plan) == maxEmbeddedWindows {
			break
		}
		m := x.ask(h)
		if !slices.ContainsFunc(plan, func(p traceview.Moment) bool {
			return p.From-p.Around <= h.from-m.Least && p.To+p.Around >= h.to+m.Least
		}) {
			plan = append(plan, m)
		}
	}
	return plan
}

// ask says how much of the trace to read for a highlight: some time around it, so that the
// reader can look around. Some is necessary: the page shows a margin around a location,
// and does not draw what is close to a window's bounds from that window.
func (x *Windows) ask(h highlight) traceview.Moment {
	return traceview.Moment{
		From: h.from, To: h.to,
		Around: max(traceview.Time(5*time.Millisecond), 2*traceview.Time(x.resolution), h.to-h.from),
		Least:  traceview.Time(x.resolution) + (h.to-h.from)/5 + traceview.Time(time.Microsecond),
	}
}

// fitting returns the windows for which a page has room besides its other bytes: all, or
// all but the largest.
func fitting(all []Exact, other int) []Exact {
	bySize := slices.Clone(all)
	slices.SortStableFunc(bySize, func(a, b Exact) int { return cmp.Compare(len(a.blob), len(b.blob)) })
	room := MaxPageBytes - other
	for i, e := range bySize {
		if room -= base64.StdEncoding.EncodedLen(len(e.blob)); room < 0 {
			bySize = bySize[:i]
			break
		}
	}
	slices.SortFunc(bySize, func(a, b Exact) int { return cmp.Compare(a.From, b.From) })
	return bySize
}

// From is the start of the trace, to which the times of its windows are relative.
func (x *Windows) From() traceview.Time { return x.from }
