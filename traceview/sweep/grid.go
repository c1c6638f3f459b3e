package sweep

import (
	"cmp"
	"slices"

	"schedviz/traceview/compare"
)

// Measure is a quantity measured at each point.
type Measure struct {
	ID   string       `json:"id"`
	Name string       `json:"name"`
	Unit compare.Unit `json:"unit"`
	// PerSecond reports whether the sum of the figures is divided by the run's length.
	PerSecond bool `json:"per_second"`
	figures   []string
}

// Measures lists the measures of a sweep.
var Measures = []Measure{
	{ID: WallTime, Name: "wall time", Unit: compare.Nanoseconds, figures: []string{"trace.duration_ns"}},
	{ID: "latency_p50", Name: "median wait for a P", Unit: compare.Nanoseconds, figures: []string{"sched_latency.p50_ns"}},
	{ID: LatencyP99, Name: "p99 wait for a P", Unit: compare.Nanoseconds, figures: []string{"sched_latency.p99_ns"}},
	{ID: "latency_max", Name: "worst wait for a P", Unit: compare.Nanoseconds, figures: []string{"sched_latency.max_ns"}},
	{
		ID: "preemptions", Name: "preemptions per second",
		Unit: compare.Count, PerSecond: true, figures: compare.PreemptionFigures(),
	},
	{
		ID: "preemptions_async", Name: "async preemptions per second",
		Unit: compare.Count, PerSecond: true, figures: []string{"preemptions.async"},
	},
	{ID: OffCore, Name: "share of running time off-core", Unit: compare.Share, figures: []string{"cores.off_share"}},
	{ID: "utilization", Name: "utilisation of the Ps", Unit: compare.Share, figures: []string{"procs.utilization"}},
	{
		ID: "migrations", Name: "moves of goroutines between Ps per second",
		Unit: compare.Count, PerSecond: true, figures: []string{"migrations.g_between_p"},
	},
}

// IDs of measures that sentences mention.
const (
	WallTime   = "wall_time"
	LatencyP99 = "latency_p99"
	OffCore    = "off_core"
)

// Figures lists the IDs of the figures that the measures need from a run.
func Figures() []string {
	var ids []string
	for _, m := range Measures {
		ids = append(ids, m.figures...)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// Grid holds the measurements at each point.
type Grid struct {
	Plan Plan `json:"plan"`
	// Cores is the host's number of cores.
	Cores int    `json:"cores"`
	Cells []Cell `json:"points"` // by value, then by GOMAXPROCS
}

// Cell is one point of the grid.
type Cell struct {
	Point
	Runs   []Run                            `json:"runs"`
	Values map[string]*compare.Distribution `json:"measures"` // by ID; nil if no run has it
	// SpeedUp is relative to the fewest Ps, all else equal, or to the flag's first value if only the flag
	// varies. It is nil if unknown.
	SpeedUp *SpeedUp `json:"speed_up"`
}

// SpeedUp is a ratio of medians. Lo and Hi bound it: the ratios of the ends of the wall times' confidence
// intervals, or of their ranges if there are few runs.
type SpeedUp struct {
	Median float64 `json:"median"`
	Lo     float64 `json:"lo"`
	Hi     float64 `json:"hi"`
	Ideal  float64 `json:"ideal"` // in proportion to the number of Ps
	// Possible is the ideal limited by the host's cores.
	Possible float64 `json:"possible"`
}

// Grid summarizes the runs.
func (l *Log) Grid() Grid {
	g := Grid{Plan: l.Plan, Cores: l.Host.Cores}
	for _, p := range l.Plan.Points() {
		cell := Cell{Point: p, Runs: []Run{}, Values: map[string]*compare.Distribution{}}
		for _, r := range l.Done {
			if r.Point == p {
				cell.Runs = append(cell.Runs, r)
			}
		}
		for _, m := range Measures {
			if values := m.values(cell.Runs); len(values) > 0 {
				d := compare.DistributionOf(values)
				cell.Values[m.ID] = &d
			}
		}
		g.Cells = append(g.Cells, cell)
	}
	for i := range g.Cells {
		g.Cells[i].SpeedUp = g.speedUp(&g.Cells[i])
	}
	return g
}

// values returns the measure's value in each run.
func (m Measure) values(runs []Run) []float64 {
	var out []float64
	for _, r := range runs {
		sum, known := 0.0, true
		for _, id := range m.figures {
			v, ok := r.Figures[id]
			sum, known = sum+v, known && ok
		}
		switch {
		case !known || m.PerSecond && r.DurationNS <= 0:
			continue
		case m.PerSecond:
			sum *= 1e9 / float64(r.DurationNS)
		}
		out = append(out, sum)
	}
	return out
}

// base is the cell with which a cell's speed is compared.
func (g *Grid) base(c *Cell) *Cell {
	for i := range g.Cells {
		if b := &g.Cells[i]; b.Value == c.Value && len(g.Plan.Procs) > 1 || len(g.Plan.Procs) == 1 {
			return b
		}
	}
	return c
}

func (g *Grid) speedUp(c *Cell) *SpeedUp {
	base := g.base(c)
	one, many := base.Values[WallTime], c.Values[WallTime]
	if one == nil || many == nil || many.Min <= 0 {
		return nil
	}
	oneLo, oneHi := one.Bar()
	lo, hi := many.Bar()
	s := &SpeedUp{Median: one.Median / many.Median, Lo: oneLo / hi, Hi: oneHi / lo, Ideal: 1, Possible: 1}
	s.Ideal = float64(c.Procs) / float64(base.Procs)
	s.Possible = s.Ideal
	if g.Cores > 0 {
		s.Possible = float64(min(c.Procs, g.Cores)) / float64(min(base.Procs, g.Cores))
	}
	if c == base {
		s.Lo, s.Hi = 1, 1
	}
	return s
}

// Shown returns the run that represents a cell, the one of median length; nil if there is none.
func (c *Cell) Shown() *Run {
	if len(c.Runs) == 0 {
		return nil
	}
	sorted := slices.SortedStableFunc(slices.Values(c.Runs), func(a, b Run) int { return cmp.Compare(a.DurationNS, b.DurationNS) })
	return &sorted[(len(sorted)-1)/2]
}
