package report

import (
	"fmt"
	"strconv"

	"schedviz/traceview/compare"
	"schedviz/traceview/sweep"
)

// sweepView is what the page's template shows.
type sweepView struct {
	Title            string
	Facts            []string
	Sentences, Notes []string
	Panels           []panel
	Flag             string // the flag that varies, "" if none does
	Columns          []string
	Rows             []sweepRow
}

type sweepRow struct {
	Procs, Value string
	Runs         []sweepLink
	Cells        []valueView
}

type sweepLink struct {
	Number int
	Link   string
}

func viewSweep(s Sweep) sweepView {
	v := sweepView{Title: s.Title, Facts: s.Facts, Sentences: s.Sentences, Notes: s.Notes}
	if s.Grid.Plan.Vary != nil {
		v.Flag = "--" + s.Grid.Plan.Vary.Flag
	}
	lay := layOut(&s.Grid)
	for _, p := range panels {
		if _, any := lay.chart(p.ID); any {
			v.Panels = append(v.Panels, p)
			v.Columns = append(v.Columns, p.Name)
		}
	}
	for i := range s.Grid.Cells {
		v.Rows = append(v.Rows, v.row(&s.Grid.Cells[i]))
	}
	return v
}

func (v *sweepView) row(c *sweep.Cell) sweepRow {
	row := sweepRow{Procs: strconv.Itoa(c.Procs), Value: c.Value}
	for _, r := range c.Runs {
		row.Runs = append(row.Runs, sweepLink{r.Round + 1, runLink(r.Dir)})
	}
	for _, p := range v.Panels {
		cell := valueView{Text: CellText(c, p.ID)}
		if _, lo, hi, ok := valueAt(c, p.ID); ok && hi > lo {
			cell.Range = formatPanel(p, lo) + " to " + formatPanel(p, hi)
		}
		row.Cells = append(row.Cells, cell)
	}
	return row
}

func formatPanel(p panel, v float64) string {
	if p.ID == speedUpPanel {
		return fmt.Sprintf("%.2f", v)
	}
	return compare.Format(compare.Unit(p.Unit), v)
}

// CellText writes a cell's median of a measure; "–" is unknown.
func CellText(c *sweep.Cell, id string) string {
	if id == speedUpPanel {
		return SpeedUpText(c)
	}
	d := c.Values[id]
	if d == nil {
		return "–"
	}
	for _, m := range sweep.Measures {
		if m.ID == id {
			return compare.Format(m.Unit, d.Median)
		}
	}
	return "–"
}

// SpeedUpText writes a cell's speed-up: "1.93"; "–" is unknown.
func SpeedUpText(c *sweep.Cell) string {
	if c.SpeedUp == nil {
		return "–"
	}
	return fmt.Sprintf("%.2f", c.SpeedUp.Median)
}
