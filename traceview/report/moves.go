package report

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"schedviz/traceview"
)

// maxMoveProcs is the most Ps with which the matrix of migrations is readable.
const maxMoveProcs = 64

// movesOf counts how often goroutines ran on one P and then on another, by both, as indices
// into the window's Ps. It is nil if the window cannot say, because spans were merged, or if
// there are too few or too many Ps.
func movesOf(w *traceview.Window) map[[2]int]int {
	if w.Resolution > 0 || len(w.Procs) < 2 || len(w.Procs) > maxMoveProcs {
		return nil
	}
	at := make(map[traceview.ProcID]int, len(w.Procs))
	for i, p := range w.Procs {
		at[p.ID] = i
	}
	moves := map[[2]int]int{}
	for _, g := range w.Goroutines {
		last := traceview.NoP
		for s := range w.On(g.Lane) {
			if s.State != traceview.StateRunning || s.P == traceview.NoP {
				continue
			}
			if last != traceview.NoP && last != s.P {
				moves[[2]int{at[last], at[s.P]}]++
			}
			last = s.P
		}
	}
	return moves
}

// movesChart is the matrix of migrations, from P to P.
func movesChart(w *traceview.Window) chart {
	c := charts.NewHeatMap()
	moves := movesOf(w)
	var ids []traceview.ProcID
	var cells []opts.HeatMapData
	most := 1
	if len(moves) > 0 {
		for from, p := range w.Procs {
			ids = append(ids, p.ID)
			for to := range w.Procs {
				n := moves[[2]int{from, to}]
				most = max(most, n)
				cells = append(cells, opts.HeatMapData{Value: [3]int{to, from, n}})
			}
		}
	}
	c.SetGlobalOptions(axisTooltip("item"),
		charts.WithXAxisOpts(opts.XAxis{Type: "category", Data: ids, Position: "top", AxisTick: noTick()}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Data: ids, Inverse: opts.Bool(true)}),
		charts.WithVisualMapOpts(opts.VisualMap{Max: float32(most), Show: opts.Bool(false)}))
	c.AddSeries("moves", cells)
	return c
}
