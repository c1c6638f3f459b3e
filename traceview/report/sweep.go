package report

import (
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"net/url"
	"strconv"
	"sync"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"schedviz/traceview/record"
	"schedviz/traceview/sweep"
)

// Sweep is everything that the page of a sweep shows.
type Sweep struct {
	Title            string
	Facts            []string
	Sentences, Notes []string
	Grid             sweep.Grid
}

// WriteSweep writes the page as one HTML file; its links point to run directories next to
// it.
func WriteSweep(w io.Writer, s Sweep) error {
	if err := writeSweep(w, s); err != nil {
		return fmt.Errorf("writing the sweep %q: %w", s.Title, err)
	}
	return nil
}

func writeSweep(w io.Writer, s Sweep) error {
	t, err := pageTemplate()
	if err != nil {
		return err
	}
	fixed, err := sweepAssets()
	if err != nil {
		return err
	}
	blob, err := packSweep(s)
	if err != nil {
		return err
	}
	return t.ExecuteTemplate(w, "sweep.html", struct {
		sweepView
		pageAssets
		Data template.HTML
	}{viewSweep(s), fixed, template.HTML(dataElement("data", blob))})
}

var sweepAssets = sync.OnceValues(func() (pageAssets, error) {
	return assetsOf(
		"sweep",
		[]string{"page/page", "sections/sections", "page/narrow", "comparison/comparison", "comparison/sweep", "page/print"},
	)
})

// panel is one chart of the page.
type panel struct {
	ID   string `json:"id"` // a measure's, or speedUpPanel
	Name string `json:"name"`
	How  string `json:"-"` // the sentence that explains it
	Unit string `json:"unit"`
}

const speedUpPanel = "speed_up"

// panels are the charts, in their order.
var panels = []panel{
	{sweep.WallTime, "Wall time", "How long the work took: the length of the recording.", "ns"},
	{speedUpPanel, "Speed-up", "How many times as fast as with the fewest Ps. The dashed line is ideal, the dotted line is the limit set by this host’s cores.", "times"},
	{sweep.LatencyP99, "Scheduling latency", "The 99th percentile of the waits for a P.", "ns"},
	{"latency_max", "Worst wait for a P", "The longest time any goroutine was runnable before it ran.", "ns"},
	{"preemptions", "Preemptions", "Per second, of all involuntary kinds.", "count"},
	{sweep.OffCore, "Running without a core", "The share of running time, as recorded by the trace, in which the thread was off-CPU.", "share"},
	{"utilization", "Utilisation of the Ps", "The share of the Ps’ time in which they ran goroutines.", "share"},
	{"migrations", "Migrations between Ps", "Goroutines that ran on a different P than before, per second.", "count"},
}

// sweepHeader is the data for the page's script.
type sweepHeader struct {
	Axis   string                     `json:"axis"`   // what varies along the charts: "Ps", or a flag
	Ticks  []string                   `json:"ticks"`  // its values
	Series []string                   `json:"series"` // names of the lines: "--workers 4"; one empty name if there is only one
	Panels []panel                    `json:"panels"`
	Links  [][]string                 `json:"links"` // to the run that represents a point, by series and tick
	Runs   [][]int                    `json:"runs"`
	Cores  int                        `json:"cores"`
	Charts map[string]json.RawMessage `json:"charts"`
}

func packSweep(s Sweep) ([]byte, error) {
	lay := layOut(&s.Grid)
	h := sweepHeader{Axis: lay.axis, Ticks: lay.ticks, Series: lay.series, Cores: s.Grid.Cores, Charts: map[string]json.RawMessage{}, Panels: []panel{}}
	for _, line := range lay.lines {
		links, runs := make([]string, len(line)), make([]int, len(line))
		for x, c := range line {
			runs[x] = len(c.Runs)
			if r := c.Shown(); r != nil {
				links[x] = runLink(r.Dir)
			}
		}
		h.Links, h.Runs = append(h.Links, links), append(h.Runs, runs)
	}
	for _, p := range panels {
		c, any := lay.chart(p.ID)
		if !any {
			continue
		}
		text, err := describe(c, len(lay.lines) > 1 || p.ID == speedUpPanel)
		if err != nil {
			return nil, fmt.Errorf("chart %q: %w", p.ID, err)
		}
		h.Panels, h.Charts[p.ID] = append(h.Panels, p), text
	}
	return newPacker().blob(h)
}

// runLink is the relative URL of the report of a run in a directory next to the page.
func runLink(dir string) string {
	return (&url.URL{Path: "./" + dir + "/" + record.ReportFile}).String()
}

// layout says what is on the charts' x axis, and what the lines are.
type layout struct {
	axis   string
	ticks  []string
	series []string
	lines  [][]*sweep.Cell // by series and tick
}

// layOut puts Ps on the x axis and draws one line per value of the flag; with a single
// number of Ps, the flag's values are on the x axis.
func layOut(g *sweep.Grid) layout {
	p := g.Plan
	cell := func(i int) *sweep.Cell { return &g.Cells[i] }
	if len(p.Procs) == 1 && p.Vary != nil {
		lay := layout{axis: "--" + p.Vary.Flag, ticks: p.Vary.Values, series: []string{""}, lines: [][]*sweep.Cell{nil}}
		for i := range g.Cells {
			lay.lines[0] = append(lay.lines[0], cell(i))
		}
		return lay
	}
	lay := layout{axis: "Ps (GOMAXPROCS)"}
	for _, n := range p.Procs {
		lay.ticks = append(lay.ticks, strconv.Itoa(n))
	}
	for i := range g.Cells {
		if i%len(p.Procs) == 0 {
			name := ""
			if p.Vary != nil {
				name = "--" + p.Vary.Flag + " " + g.Cells[i].Value
			}
			lay.series, lay.lines = append(lay.series, name), append(lay.lines, nil)
		}
		lay.lines[len(lay.lines)-1] = append(lay.lines[len(lay.lines)-1], cell(i))
	}
	return lay
}

// chart draws a measure: a line of medians for each series, with error bars. Lines and
// ticks are numbered; the page fills in the names. It reports whether there is anything to
// draw.
func (lay layout) chart(id string) (chart, bool) {
	ticks := make([]int, len(lay.ticks))
	for i := range ticks {
		ticks[i] = i
	}
	c := charts.NewLine()
	c.SetGlobalOptions(axisTooltip("item"),
		charts.WithXAxisOpts(opts.XAxis{Type: "category", Data: ticks}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Min: 0}))
	bars := charts.NewCustom()
	found := false
	for i, line := range lay.lines {
		var medians []opts.LineData
		var ends []opts.CustomData
		for x, cell := range line {
			v, lo, hi, ok := valueAt(cell, id)
			if !ok {
				medians = append(medians, opts.LineData{Value: []any{x, nil}})
				continue
			}
			found = true
			medians = append(medians, opts.LineData{Value: [2]float64{float64(x), v}})
			if hi > lo {
				ends = append(ends, opts.CustomData{Value: [3]float64{float64(x), lo, hi}})
			}
		}
		c.AddSeries("line "+strconv.Itoa(i), medians, charts.WithLineChartOpts(opts.LineChart{ShowSymbol: opts.Bool(true), SymbolSize: 9}))
		bars.AddSeries("range "+strconv.Itoa(i), ends, drawnBy("schedviz.range"), charts.WithEncodeOpts(opts.Encode{X: 0, Y: []int{1, 2}}))
	}
	if id == speedUpPanel && lay.axis[0] != '-' {
		c.AddSeries("ideal", lay.limit(func(s *sweep.SpeedUp) float64 { return s.Ideal }))
		c.AddSeries("possible", lay.limit(func(s *sweep.SpeedUp) float64 { return s.Possible }))
	}
	c.Overlap(bars)
	return c, found
}

// limit is a line that the speed-up cannot exceed.
func (lay layout) limit(of func(*sweep.SpeedUp) float64) []opts.LineData {
	var data []opts.LineData
	for x, cell := range lay.lines[0] {
		if cell.SpeedUp != nil {
			data = append(data, opts.LineData{Value: [2]float64{float64(x), of(cell.SpeedUp)}})
		}
	}
	return data
}

// valueAt returns a cell's median of a measure and the ends of its error bar.
func valueAt(c *sweep.Cell, id string) (v, lo, hi float64, ok bool) {
	if id == speedUpPanel {
		if c.SpeedUp == nil {
			return 0, 0, 0, false
		}
		return c.SpeedUp.Median, c.SpeedUp.Lo, c.SpeedUp.Hi, true
	}
	d := c.Values[id]
	if d == nil {
		return 0, 0, 0, false
	}
	lo, hi = d.Bar()
	return d.Median, lo, hi, true
}
