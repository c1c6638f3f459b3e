package report

import (
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"schedviz/traceview"
	"schedviz/traceview/compare"
)

// Comparison is everything that a page comparing several traces shows.
type Comparison struct {
	Title  string
	About  string // what a guided comparison is about
	Sides  []ComparedSide
	Guide  *ComparisonGuide // nil unless it is a guided comparison
	Result compare.Result
}

// ComparisonGuide is what a guided comparison says and shows of its sides.
type ComparisonGuide struct {
	Lead     string       // what the runs show, in a sentence or two
	Shown    bool         // whether they show what the comparison is about
	Roles    []Role       // each in one colour on all sides
	Sides    []GuidedSide // in the order of the comparison's sides
	Counters []string     // the names of those shown below the lanes: "runnable"
}

// Role is what some goroutines are there for, with their start functions' full names.
type Role struct {
	Name  string
	Funcs []string
}

// GuidedSide is a side of a guided comparison.
type GuidedSide struct {
	Says    string // what to look for
	Caption string // its figures
	View    View   // how its timeline is arranged when the page is opened
}

// ComparedSide is one side of a comparison, with the trace that represents it.
type ComparedSide struct {
	Name  string // as in sentences: "A"
	Label string // what it is: "tightloop --mode tight"
	Link  string // the relative address of the run's own report, "" if it has none
	Runs  int    // how many there are; the one of median length is shown
	Page  Page
}

// WriteComparison writes the page as one self-contained HTML file. To keep its size
// down, ask the windows of all sides together for at most [MaxSpans] spans.
func WriteComparison(w io.Writer, c Comparison) error {
	if err := writeComparison(w, c); err != nil {
		return fmt.Errorf("writing the comparison %q: %w", c.Title, err)
	}
	return nil
}

func writeComparison(w io.Writer, c Comparison) error {
	t, err := pageTemplate()
	if err != nil {
		return err
	}
	fixed, err := comparisonAssets()
	if err != nil {
		return err
	}
	var data strings.Builder
	for i := range c.Sides {
		blob, err := packAll(sideOnly(c.Sides[i].Page))
		if err != nil {
			return err
		}
		data.WriteString(dataElement("data-"+strconv.Itoa(i), blob))
	}
	head, err := packComparison(c)
	if err != nil {
		return err
	}
	data.WriteString(dataElement("data", head))
	return t.ExecuteTemplate(w, "comparison.html", struct {
		comparisonView
		pageAssets
		Data template.HTML
	}{viewComparison(c), fixed, template.HTML(data.String())})
}

var comparisonAssets = sync.OnceValues(func() (pageAssets, error) {
	return assetsOf("comparison", append(styles[:len(styles):len(styles)], "comparison/comparison"))
})

// sideOnly removes from a page what a comparison has no room for: the goroutines one by
// one, the source locations, and exact windows.
func sideOnly(p Page) Page {
	s := *p.Summary
	s.Goroutines, s.Preempts, s.Blocks, s.Syscalls, s.Readied, s.Samples = nil, nil, nil, nil, nil, nil
	p.Summary, p.Claims, p.Source, p.Exact = &s, nil, SourceOff, nil
	return p
}

// packComparison packs what the page's scripts draw besides the timelines.
func packComparison(c Comparison) ([]byte, error) {
	var sides []traceview.Summary
	for _, s := range c.Sides {
		sides = append(sides, *s.Page.Summary)
	}
	h := struct {
		Title  string                     `json:"title"`
		Names  []string                   `json:"names"` // of the sides
		Charts map[string]json.RawMessage `json:"charts"`
		Guide  *guideView                 `json:"guide"` // null unless it is a guided comparison
	}{Title: c.Title, Charts: map[string]json.RawMessage{}, Guide: viewGuide(c)}
	for _, s := range c.Sides {
		h.Names = append(h.Names, s.Name)
	}
	for name, of := range map[string]func(*traceview.Summary) *traceview.Histogram{
		"latency": func(s *traceview.Summary) *traceview.Histogram { return &s.Latency },
		"slices":  func(s *traceview.Summary) *traceview.Histogram { return &s.Slices },
	} {
		text, err := describe(tailsChart(sides, of), true)
		if err != nil {
			return nil, fmt.Errorf("chart %q: %w", name, err)
		}
		h.Charts[name] = text
	}
	return newPacker().blob(h)
}

// guideView is what the page's scripts need of a guide.
type guideView struct {
	Roles    []roleView        `json:"roles"`
	Views    []arrangementView `json:"views"` // by side
	Counters []string          `json:"counters"`
}

type roleView struct {
	Name  string   `json:"name"`
	Funcs []string `json:"funcs"`
}

func viewGuide(c Comparison) *guideView {
	g := c.Guide
	if g == nil {
		return nil
	}
	v := &guideView{Roles: []roleView{}, Counters: append([]string{}, g.Counters...)}
	for _, r := range g.Roles {
		v.Roles = append(v.Roles, roleView{r.Name, append([]string{}, r.Funcs...)})
	}
	for i, s := range g.Sides {
		v.Views = append(v.Views, arrange(s.View, c.Sides[i].Page.Window))
	}
	return v
}

// tailsChart draws for each side which share of all durations are at least that long: the
// longest are what hurts, and this shows them best. Each point is
// [log10 of the duration in ns, share]; both axes are logarithmic.
func tailsChart(sides []traceview.Summary, of func(*traceview.Summary) *traceview.Histogram) chart {
	c := charts.NewLine()
	c.SetGlobalOptions(axisTooltip("axis"),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", SplitLine: noSplit(), MinInterval: 1, MaxInterval: 1}),
		charts.WithYAxisOpts(opts.YAxis{Type: "log", Max: 1}))
	for i := range sides {
		var data []opts.LineData
		for _, p := range tail(of(&sides[i])) {
			data = append(data, opts.LineData{Value: p})
		}
		c.AddSeries(compare.Name(i), data,
			charts.WithLineChartOpts(opts.LineChart{ShowSymbol: opts.Bool(false), Step: "start"}))
	}
	return c
}

// maxTail is the maximum number of points of a line.
const maxTail = 400

// tail returns the points of a distribution's tail, ascending.
func tail(h *traceview.Histogram) [][2]float64 {
	buckets := h.Buckets()
	var points [][2]float64
	left := h.Count()
	stride := max(1, len(buckets)/maxTail)
	for i, b := range buckets {
		if i%stride == 0 || i >= len(buckets)-20 {
			points = append(points, [2]float64{round4(math.Log10(float64(max(b.Low, 1)))), float64(left) / float64(h.Count())})
		}
		left -= b.Count
	}
	if n := len(points); n > 0 {
		points = append(points, [2]float64{round4(math.Log10(float64(max(h.Max(), 1)))), points[n-1][1]})
	}
	return points
}
