package report

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"schedviz/traceview"
	"schedviz/traceview/report/internal/columns"
)

// maxBins is how many time steps a chart over time shows.
const maxBins = 240

// maxHeatRows is how many Ps the heat map has room for.
const maxHeatRows = 1024

// heatView is a heat map: one row per P or core, one cell per time step. How busy each was
// in each step is in the column heat.<name>, row by row, in 200ths.
type heatView struct {
	Rows  []int64 `json:"rows"` // ids
	Start float64 `json:"start"`
	Step  float64 `json:"step"`
	Steps int     `json:"steps"`
}

// packHeat packs how busy Ps or cores were.
func packHeat(p *packer, c columns.Column, ids []int64, busy [][]float64, s traceview.Series, from traceview.Time) heatView {
	v := heatView{Rows: ids, Start: float64(s.Start - from)}
	var values []float64
	for _, row := range busy {
		per, steps := binning(len(row))
		v.Step, v.Steps = float64(per)*float64(s.Step), steps
		values = append(values, rebin(row, per)...)
	}
	p.add(c, len(values), func(i int) int64 { return int64(math.Round(min(1, values[i]) * 200)) })
	return v
}

// packHeats packs the heat maps of the Ps and, if they are known, of the cores.
func packHeats(p *packer, s *traceview.Summary, from traceview.Time) map[string]heatView {
	ids := []int64{}
	procs := s.Series.Procs[:min(len(s.Series.Procs), maxHeatRows)]
	for _, id := range procs {
		ids = append(ids, int64(id))
	}
	out := map[string]heatView{"utilisation": packHeat(p, columns.HeatUtilisation, ids, s.Series.ProcBusy[:min(len(s.Series.ProcBusy), len(ids))], s.Series, from)}
	ids, busy := []int64{}, [][]float64{}
	steps := traceview.Series{Start: s.Series.Start}
	if s.Cores != nil {
		steps.Step = s.Cores.Step
		for _, c := range s.Cores.Cores {
			ids, busy = append(ids, int64(c.ID)), append(busy, c.Busy)
		}
	}
	out["cores"] = packHeat(p, columns.HeatCores, ids, busy, steps, from)
	return out
}

// heatChart is one custom item that draws all cells, which the page takes from heatView.
func heatChart(name string) chart {
	c := charts.NewCustom()
	c.SetGlobalOptions(noTooltip(),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", SplitLine: noSplit()}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Inverse: opts.Bool(true), SplitLine: noSplit()}))
	c.AddSeries(name, nil, drawnBy("schedviz.heat"))
	return c
}

// statesChart stacks how many goroutines were in each state, and draws over it the maximum
// number of runnable goroutines at any one time in each step.
func statesChart(s traceview.Series, from traceview.Time) chart {
	c := charts.NewLine()
	c.SetGlobalOptions(axisTooltip("axis"),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", SplitLine: noSplit()}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Min: 0, SplitNumber: 4}))
	per, steps := binning(len(s.Running))
	line := func(name, stack string, values []float64, area float32) {
		data := make([]opts.LineData, 0, steps)
		for i, v := range values {
			t := float64(s.Start-from) + (float64(i*per)+float64(per)/2)*float64(s.Step)
			data = append(data, opts.LineData{Value: [2]float64{t, v}})
		}
		c.AddSeries(name, data,
			charts.WithLineChartOpts(opts.LineChart{ShowSymbol: opts.Bool(false), Step: "middle", Stack: stack}),
			charts.WithAreaStyleOpts(opts.AreaStyle{Opacity: opts.Float(area)}))
	}
	line("running", "states", rebin(s.Running, per), 1)
	line("syscall", "states", rebin(s.Syscall, per), 1)
	line("runnable", "states", rebin(s.Runnable, per), 1)
	line("waiting", "states", rebin(s.Waiting, per), 1)
	line("most runnable at once", "", rebinMax(s.MaxRunnable, per), 0)
	return c
}

// binning returns how many of n steps make one bin, and how many bins there are.
func binning(n int) (per, bins int) {
	per = max(1, (n+maxBins-1)/maxBins)
	return per, (n + per - 1) / per
}

// rebin averages each run of per values.
func rebin(values []float64, per int) []float64 {
	_, bins := binning(len(values))
	out := make([]float64, 0, bins)
	for i := 0; i < len(values); i += per {
		run := values[i:min(i+per, len(values))]
		sum := 0.0
		for _, v := range run {
			sum += v
		}
		out = append(out, round4(sum/float64(len(run))))
	}
	return out
}

// rebinMax keeps the largest of each run of per values.
func rebinMax(values []int32, per int) []float64 {
	var out []float64
	for i := 0; i < len(values); i += per {
		most := int32(0)
		for _, v := range values[i:min(i+per, len(values))] {
			most = max(most, v)
		}
		out = append(out, float64(most))
	}
	return out
}

// rounded keeps four digits of each value, to keep the page small.
func rounded(values []float64) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = round4(v)
	}
	return out
}

func round4(v float64) float64 { return math.Round(v*1e4) / 1e4 }
