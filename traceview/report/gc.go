package report

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"schedviz/traceview"
)

// maxCycles is how many garbage collections the table lists.
const maxCycles = 500

// gcView is what garbage collection and stop-the-worlds did and cost. All times are
// nanoseconds; points in time count from the window's start.
type gcView struct {
	Cycles  [][2]int64 `json:"cycles"` // mark phases, from and to
	All     int        `json:"all"`    // how many cycles there were
	Stops   []stopView `json:"stops"`  // by reason, longest total first
	Workers int64      `json:"workers"`
	Assists int64      `json:"assists"`
	Stopped int64      `json:"stopped"`
}

type stopView struct {
	Reason string `json:"reason"`
	traceview.DurationStat
}

func viewGC(d *traceview.GCDetail, from traceview.Time) gcView {
	v := gcView{
		Cycles: [][2]int64{}, All: len(d.Cycles), Stops: []stopView{},
		Workers: int64(d.Workers), Assists: int64(d.Assists), Stopped: int64(d.Stopped),
	}
	for _, c := range d.Cycles[:min(len(d.Cycles), maxCycles)] {
		v.Cycles = append(v.Cycles, [2]int64{int64(c.Start - from), int64(c.End - from)})
	}
	for _, s := range d.Stops {
		v.Stops = append(v.Stops, stopView{s.Reason, s.DurationStat})
	}
	return v
}

// mmuChart draws the minimum mutator utilization over the window's length in ns, on a
// logarithmic axis.
func mmuChart(points []traceview.MMUPoint) chart {
	c := charts.NewLine()
	c.SetGlobalOptions(axisTooltip("axis"),
		charts.WithXAxisOpts(opts.XAxis{Type: "log", SplitLine: noSplit()}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Min: 0, Max: 1, SplitNumber: 4}))
	data := make([]opts.LineData, 0, len(points))
	for _, p := range points {
		data = append(data, opts.LineData{Value: [2]float64{float64(p.Window), round4(p.Utilization)}})
	}
	c.AddSeries("mmu", data, charts.WithLineChartOpts(opts.LineChart{ShowSymbol: opts.Bool(false)}),
		charts.WithAreaStyleOpts(opts.AreaStyle{Opacity: opts.Float(0.12)}))
	return c
}
