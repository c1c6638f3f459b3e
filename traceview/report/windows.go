package report

import (
	"bytes"
	"cmp"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
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
	plan := x.plan(moments(s))
	packed := make([]Exact, len(plan))
	errs := make([]error, len(plan))
	var reading sync.WaitGroup
	slots := make(chan struct{}, 2)  // each takes some 50 MB
	for _, i := range byTime(plan) { // what is near in time is read again quicker
		slots <- struct{}{}
		reading.Go(func() {
			defer func() { <-slots }()
			packed[i], errs[i] = x.embed(ctx, plan[i], read)
		})
	}
	reading.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("reading the exact spans around what is remarkable: %w", err)
	}
	room := maxEmbedded
	packed = slices.DeleteFunc(packed, func(e Exact) bool {
		out := len(e.blob) == 0 || len(e.blob) > room
		if !out {
			room -= len(e.blob)
		}
		return out
	})
	slices.SortFunc(packed, func(a, b Exact) int { return cmp.Compare(a.From, b.From) })
	return packed, nil
}

// byTime gives the places of moments in the order in which they begin.
func byTime(plan []moment) []int {
	order := make([]int, len(plan))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(plan[a].from, plan[b].from) })
	return order
}

// plan chooses moments of which none is near another.
func (x *Windows) plan(all []moment) []moment {
	var plan []moment
	for _, m := range all {
		if len(plan) == maxEmbeddedWindows {
			break
		}
		if !slices.ContainsFunc(plan, func(p moment) bool {
			around := x.around(p)
			return p.from-around <= m.from-x.least(m) && p.to+around >= m.to+x.least(m)
		}) {
			plan = append(plan, m)
		}
	}
	return plan
}

// around is how much beside a moment its window has, so that whoever goes there can
// look around.
func (x *Windows) around(m moment) traceview.Time {
	return max(traceview.Time(5*time.Millisecond), 2*traceview.Time(x.resolution), m.to-m.from)
}

// least is how much it must have: the page shows some time beside what it leads to,
// and does not draw what is close to a window's bounds from it.
func (x *Windows) least(m moment) traceview.Time {
	return traceview.Time(x.resolution) + (m.to-m.from)/5 + traceview.Time(time.Microsecond)
}

// embed packs the window around a moment, with less beside it where too much
// happened; it is empty if that is still too much.
func (x *Windows) embed(ctx context.Context, m moment, read WindowReader) (Exact, error) {
	for around := x.around(m); around >= x.least(m); around /= 2 {
		from, to := max(x.from, m.from-around), min(x.to, m.to+around)
		w, err := read(ctx, from, to, MaxWindowSpans)
		if err != nil {
			return Exact{}, err
		}
		if w.Resolution > 0 {
			continue
		}
		var blob bytes.Buffer
		if err := x.Write(&blob, w); err != nil {
			return Exact{}, err
		}
		if blob.Len() <= maxEmbeddedWindow {
			return Exact{from, to, blob.Bytes()}, nil
		}
	}
	return Exact{}, nil
}

// fitting are the windows for which a page has room besides its other bytes: all, or
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

// From is when the trace begins, from which the times of its windows count.
func (x *Windows) From() traceview.Time { return x.from }
