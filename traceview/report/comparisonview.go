package report

import (
	"fmt"
	"math"

	"schedviz/traceview/compare"
	"schedviz/traceview/words"
)

// comparisonView is what the page's template shows.
type comparisonView struct {
	Title, About string
	Guide        *ComparisonGuide // nil unless it is a guided comparison
	Sides        []comparedView
	Legs         []legView
	Rows, More   []rowView // More: figures with little or no difference
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
	Guided   *GuidedSide // nil unless it is a guided comparison
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
	Range string  // how it varies over the runs
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
	// maxRows is how many figures are shown without unfolding.
	maxRows = 14
	// maxGroupRows is how many start functions the page lists.
	maxGroupRows = 40
)

func viewComparison(c Comparison) comparisonView {
	v := comparisonView{Title: c.Title, About: c.About, Guide: c.Guide, Notes: c.Result.Notes, Repeated: c.Result.Repeated}
	for i, s := range c.Sides {
		v.Names = append(v.Names, s.Name)
		side := comparedView{s, i, s.Page.Facts, s.Page.Warnings, s.Page.Claims, nil}
		if c.Guide != nil {
			side.Guided = &c.Guide.Sides[i]
		}
		v.Sides = append(v.Sides, side)
	}
	for _, leg := range c.Result.Pairs {
		v.Changes = append(v.Changes, leg.Names())
		v.Legs = append(v.Legs, legView{leg.Title(), leg.Sentences, leg.Same})
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

// spread writes how a figure varies over the runs.
func spread(u compare.Unit, d compare.Distribution) string {
	if d.N < 2 || d.Min == d.Max {
		return ""
	}
	lo, hi := d.Bar()
	return compare.Format(u, lo) + " to " + compare.Format(u, hi)
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

// factor writes how much more or less one value is than another.
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
