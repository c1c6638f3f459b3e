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
	"schedviz/traceview/words"
)

// Comparison is all that a page about several traces shows.
type Comparison struct {
	Title  string
	About  string // what it is about, of a guided comparison
	Sides  []ComparedSide
	Result compare.Result
}

// ComparedSide is one of the things that are compared, with the trace that stands for it.
type ComparedSide struct {
	Name  string // as in sentences: "A"
	Label string // what it is: "tightloop --mode tight"
	Says  string // what to look for, of a guided comparison
	Link  string // the relative address of the run's own report, "" if it has none
	Runs  int    // how many there are; the page is of the one of median length
	Page  Page
}

// WriteComparison writes the page as one self-contained HTML file. For its size the
// windows of all sides together should have been asked for [MaxSpans] at most.
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
		blob, err := packPage(sideOnly(c.Sides[i].Page))
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
	return assetsOf(instead("page", "comparison"), append(styles[:len(styles):len(styles)], "comparison"))
})

// instead is the report's scripts with another one to start the page.
func instead(of, script string) []string {
	out := make([]string, 0, len(scripts))
	for _, s := range scripts {
		if s == of {
			s = script
		}
		out = append(out, s)
	}
	return out
}

// sideOnly leaves out of a page what a comparison has no room to show: the
// goroutines one by one, the places in the source, and exact windows.
func sideOnly(p Page) Page {
	s := *p.Summary
	s.Goroutines, s.Preempts, s.Blocks, s.Syscalls, s.Readied, s.Samples = nil, nil, nil, nil, nil, nil
	p.Summary, p.Claims, p.Source, p.Exact = &s, nil, false, nil
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
	}{Title: c.Title, Charts: map[string]json.RawMessage{}}
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

// describe gives a chart's option as JSON.
func describe(c chart, legend bool) (json.RawMessage, error) {
	c.Validate()
	c.SetGlobalOptions(charts.WithAnimation(false), charts.WithLegendOpts(opts.Legend{Show: opts.Bool(legend)}))
	return json.Marshal(c.JSON())
}

// tailsChart draws for each side how many durations, as a share of all, are at
// least so long: the longest are what hurts, and are told apart best so. Each point
// is [log10 of the duration in ns, share]; both axes are logarithmic.
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
		c.AddSeries(compare.Name(i), data, charts.WithLineChartOpts(opts.LineChart{ShowSymbol: opts.Bool(false), Step: "start"}))
	}
	return c
}

// maxTail is how many points a line has at most.
const maxTail = 400

// tail gives the points of a distribution's tail, ascending.
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

// comparisonView is what the page's template shows.
type comparisonView struct {
	Title, About string
	Sides        []comparedView
	Legs         []legView
	Rows, More   []rowView // More: what differs little or not
	Names        []string  // of the sides
	Changes      []string  // of the legs: "A → B"
	Groups       []groupView
	GroupsLeft   int
	Notes        []string
	Repeated     bool
}

// comparedView is a side on the page.
type comparedView struct {
	ComparedSide
	Index    int
	Facts    []string
	Warnings []string
	Claims   []Claim
}

// legView is a pair of sides on the page.
type legView struct {
	Title     string
	Sentences []string
	Same      string
}

// rowView is a figure on the page.
type rowView struct {
	Name    string
	Values  []valueView
	Changes []changeView
}

type valueView struct {
	Text  string
	Range string  // how it spreads over the runs
	Bar   float64 // in percent of the largest
}

type changeView struct{ Text, Class, Proof string }

// groupView is a start function on the page.
type groupView struct {
	Func  string
	Cells [][]groupCell // by side; nil where there are none
}

type groupCell struct{ What, Text string }

const (
	// maxRows is how many figures stand in plain sight.
	maxRows = 14
	// maxGroupRows is how many start functions the page lists.
	maxGroupRows = 40
)

func viewComparison(c Comparison) comparisonView {
	v := comparisonView{Title: c.Title, About: c.About, Notes: c.Result.Notes, Repeated: c.Result.Repeated}
	for i, s := range c.Sides {
		v.Names = append(v.Names, s.Name)
		v.Sides = append(v.Sides, comparedView{s, i, s.Page.Facts, s.Page.Warnings, s.Page.Claims})
	}
	for _, leg := range c.Result.Legs {
		v.Changes = append(v.Changes, v.Names[leg.From]+" → "+v.Names[leg.To])
		v.Legs = append(v.Legs, v.leg(leg))
	}
	for i := range c.Result.Figures {
		row := viewRow(&c.Result.Figures[i])
		if i < maxRows && c.Result.Figures[i].Differs() {
			v.Rows = append(v.Rows, row)
		} else {
			v.More = append(v.More, row)
		}
	}
	for i, g := range c.Result.Groups {
		if i == maxGroupRows || g.Score < compare.WorthTelling && i > 0 {
			v.GroupsLeft = len(c.Result.Groups) - i
			break
		}
		v.Groups = append(v.Groups, viewGroup(g))
	}
	return v
}

func (v *comparisonView) leg(leg compare.Leg) legView {
	title := v.Names[leg.From] + " → " + v.Names[leg.To]
	if len(leg.Differs) > 0 {
		title += ": " + strings.Join(leg.Differs, ", ")
	}
	return legView{title, leg.Sentences, leg.Same}
}

func viewRow(r *compare.Row) rowView {
	row := rowView{Name: r.Name}
	most := 0.0
	for _, v := range r.Values {
		if v != nil {
			most = max(most, v.Median)
		}
	}
	for _, v := range r.Values {
		cell := valueView{Text: r.Text(v)}
		if v != nil {
			cell.Bar = math.Round(100 * v.Median / max(most, 1e-9))
			cell.Range = spread(r.Unit, v.Distribution)
		}
		row.Values = append(row.Values, cell)
	}
	for _, ch := range r.Changes {
		row.Changes = append(row.Changes, viewChange(ch))
	}
	return row
}

// spread tells how a figure spreads over the runs: the median's confidence
// interval, or of fewer runs the range.
func spread(u compare.Unit, d compare.Distribution) string {
	switch {
	case d.N < 2 || d.Min == d.Max:
		return ""
	case d.Interval != nil:
		return compare.Format(u, d.Interval[0]) + " to " + compare.Format(u, d.Interval[1])
	}
	return compare.Format(u, d.Min) + " to " + compare.Format(u, d.Max)
}

func viewChange(ch compare.Change) changeView {
	v := changeView{Text: string(ch.Verdict), Class: "none"}
	if ch.Verdict == compare.Unknown {
		v.Text = "can’t tell"
		return v
	}
	if ch.P < 1 {
		v.Proof = compare.PValue(ch.P)
	}
	if ch.Verdict != compare.Differs && ch.Verdict != compare.TooFewRuns {
		return v
	}
	v.Class = "some"
	v.Text = factor(ch.From, ch.To)
	if ch.Verdict == compare.TooFewRuns {
		v.Proof = string(ch.Verdict)
	}
	if ch.Score == 0 {
		v.Class = "none"
	}
	return v
}

// factor tells how much more or less one value is than another.
func factor(from, to float64) string {
	switch {
	case from == 0:
		return "↑ from none"
	case to == 0:
		return "↓ to none"
	case to >= 1.95*from:
		return "↑ × " + times(to/from)
	case to*1.95 <= from:
		return "↓ ÷ " + times(from/to)
	case to > from:
		return fmt.Sprintf("↑ +%.0f%%", 100*(to-from)/from)
	}
	return fmt.Sprintf("↓ −%.0f%%", 100*(from-to)/from)
}

func times(x float64) string {
	if x < 10 {
		return fmt.Sprintf("%.1f", x)
	}
	return words.Number(int64(math.Round(x)))
}

func viewGroup(g compare.GroupRow) groupView {
	v := groupView{Func: words.Func(g.Func)}
	if v.Func == "" {
		v.Func = "unknown function"
	}
	for _, side := range g.Groups {
		if side == nil {
			v.Cells = append(v.Cells, nil)
			continue
		}
		cells := []groupCell{{"", words.Counted(int64(math.Round(side.Goroutines)), "goroutine")}}
		for _, c := range []struct {
			what  string
			value float64
			unit  compare.Unit
		}{
			{"ran", side.Running, compare.Nanoseconds},
			{"longest slice", side.MaxSlice, compare.Nanoseconds},
			{"ready", side.Runnable, compare.Nanoseconds},
			{"worst wait", side.MaxLatency, compare.Nanoseconds},
			{"preempted", side.Preempted, compare.Count},
		} {
			if c.value > 0 {
				cells = append(cells, groupCell{c.what, compare.Format(c.unit, c.value)})
			}
		}
		v.Cells = append(v.Cells, cells)
	}
	return v
}
