package report

import (
	"encoding/json"
	"fmt"
	"math"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"schedviz/traceview"
)

// chart is what this package needs of a go-echarts chart.
type chart interface {
	Validate()
	JSON() map[string]any
	SetGlobalOptions(...charts.GlobalOpts) *charts.RectChart
}

// drawCharts describes every chart of the page as ECharts options: kind, axes and
// numbers. Colours come from the page's theme; names, which are untrusted, are
// filled in by the page (assets/sections/charts.js) and never appear in an option: go-echarts
// turns strings with its marker into JavaScript. The options travel as JSON, in which
// nothing is JavaScript; the function that draws a custom series is named by a string and
// registered by the page (assets/timeline/shape.js).
func drawCharts(s *traceview.Summary, w *traceview.Window, sh sharing, flow *flowBoxes) (map[string]json.RawMessage, error) {
	all := map[string]chart{
		"timeline":    timelineChart(),
		"minimap":     minimapChart(),
		"utilisation": heatChart("utilisation"),
		"states":      statesChart(s.Series, w.From),
		"sharing":     sharingChart(sh),
		"preempts":    preemptsChart(s.Stat.Preemptions),
		"slices":      distributionChart(&s.Slices),
		"latency":     distributionChart(&s.Latency),
		"cores":       heatChart("cores"),
		"mmu":         mmuChart(s.GC.MMU),
		"moves":       movesChart(w),
		"flow":        flowChart(flow),
	}
	out := make(map[string]json.RawMessage, len(all))
	for name, c := range all {
		text, err := describe(c, name == "states")
		if err != nil {
			return nil, fmt.Errorf("chart %q: %w", name, err)
		}
		out[name] = text
	}
	return out, nil
}

// describe returns a chart's options as JSON.
func describe(c chart, legend bool) (json.RawMessage, error) {
	c.Validate()
	c.SetGlobalOptions(charts.WithAnimation(false), charts.WithLegendOpts(opts.Legend{Show: opts.Bool(legend)}))
	return json.Marshal(c.JSON())
}

// timelineChart has four grids, each with a time axis of its own: the background of all
// lanes, the lanes pinned to the top, the lanes that scroll, and the counters below. The
// y axes of lanes are in pixels. The page sets sizes and ranges.
func timelineChart() chart {
	c := charts.NewCustom()
	c.SetGlobalOptions(noTooltip(),
		charts.WithGridOpts(opts.Grid{}, opts.Grid{}, opts.Grid{}, opts.Grid{}),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Position: "top"}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Inverse: opts.Bool(true), Show: opts.Bool(false)}))
	for grid, name := range []string{"bands", "pinned", "lanes", "counters"} {
		if grid > 0 {
			c.ExtendXAxis(opts.XAxis{Type: "value", GridIndex: grid, Show: opts.Bool(false)})
			c.ExtendYAxis(opts.YAxis{Type: "value", GridIndex: grid, Show: opts.Bool(false)})
		}
		c.AddSeries(name, nil, drawnBy("schedviz."+name), onGrid(grid))
	}
	c.AddSeries("arrows", nil, drawnBy("schedviz.arrows"), onGrid(0))
	return c
}

// minimapChart is the whole trace in a strip, one row per P.
func minimapChart() chart {
	c := charts.NewCustom()
	c.SetGlobalOptions(noTooltip(),
		charts.WithGridOpts(opts.Grid{Left: "0", Right: "0", Top: "0", Bottom: "0"}),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Show: opts.Bool(false)}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Show: opts.Bool(false), Inverse: opts.Bool(true)}))
	c.AddSeries("minimap", nil, drawnBy("schedviz.minimap"))
	return c
}

// sharingChart is the matrix of goroutine groups and Ps, by running time. Rows
// are numbered; the page fills in the names.
func sharingChart(sh sharing) chart {
	c := charts.NewHeatMap()
	rows := make([]int, len(sh.Groups))
	most := int64(1)
	var cells []opts.HeatMapData
	for g, group := range sh.Groups {
		rows[g] = g
		for p, t := range group.Running {
			most = max(most, t)
			cells = append(cells, opts.HeatMapData{Value: [3]int64{int64(p), int64(g), t}})
		}
	}
	c.SetGlobalOptions(axisTooltip("item"),
		charts.WithXAxisOpts(opts.XAxis{Type: "category", Data: sh.Procs, Position: "top", AxisTick: noTick()}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Data: rows, Inverse: opts.Bool(true)}),
		charts.WithVisualMapOpts(opts.VisualMap{Max: float32(most), Show: opts.Bool(false)}))
	c.AddSeries("sharing", cells)
	return c
}

// preemptsChart counts the ends of running spans by kind.
func preemptsChart(p traceview.PreemptionsStat) chart {
	var names []string
	var bars []opts.BarData
	for _, kind := range traceview.Preempts() {
		if n := p.Of(kind); n > 0 {
			names = append(names, kind.String())
			bars = append(bars, opts.BarData{Value: n})
		}
	}
	c := charts.NewBar()
	c.SetGlobalOptions(noTooltip(),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Show: opts.Bool(false)}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Inverse: opts.Bool(true), Data: names}))
	c.AddSeries("preempts", bars, charts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Position: "right"}))
	return c
}

// distributionChart draws a histogram with a logarithmic time axis: each item is
// [log10 of low, log10 of high, count], durations in ns.
func distributionChart(h *traceview.Histogram) chart {
	c := charts.NewCustom()
	c.SetGlobalOptions(axisTooltip("item"),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", SplitLine: noSplit(), MinInterval: 1, MaxInterval: 1}),
		charts.WithYAxisOpts(opts.YAxis{Type: "log", Min: 0.5, SplitNumber: 4}))
	var bars []opts.CustomData
	for _, b := range logBins(h.Buckets()) {
		bars = append(bars, opts.CustomData{Value: b})
	}
	c.AddSeries("distribution", bars, drawnBy("schedviz.bar"),
		charts.WithEncodeOpts(opts.Encode{X: []int{0, 1}, Y: 2}))
	return c
}

// binsPerDecade is how fine the distributions are.
const binsPerDecade = 8

// logBins sums buckets up in bins of equal width on a logarithmic axis.
func logBins(buckets []traceview.Bucket) [][3]float64 {
	var bins [][3]float64
	last := math.MinInt
	for _, b := range buckets {
		mid := float64(b.Low+b.High) / 2
		i := int(math.Floor(math.Log10(max(mid, 1)) * binsPerDecade))
		if i != last {
			bins = append(bins, [3]float64{float64(i) / binsPerDecade, float64(i+1) / binsPerDecade, 0})
			last = i
		}
		bins[len(bins)-1][2] += float64(b.Count)
	}
	return bins
}

// drawnBy names the page's function that draws a custom series.
func drawnBy(name string) charts.SeriesOpts {
	return func(s *charts.SingleSeries) { s.RenderItem = types.FuncStr(name) }
}

// onGrid puts a series on a grid's axes.
func onGrid(i int) charts.SeriesOpts {
	return func(s *charts.SingleSeries) { s.XAxisIndex, s.YAxisIndex = i, i }
}

// noTooltip is for charts that have their own tooltip or need none.
func noTooltip() charts.GlobalOpts {
	return charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(false)})
}

func axisTooltip(trigger string) charts.GlobalOpts {
	return charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(true), Trigger: trigger})
}

func noSplit() *opts.SplitLine { return &opts.SplitLine{Show: opts.Bool(false)} }
func noTick() *opts.AxisTick   { return &opts.AxisTick{Show: opts.Bool(false)} }
