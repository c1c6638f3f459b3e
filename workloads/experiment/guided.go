package experiment

import (
	"slices"
	"strings"

	"schedviz/traceview/compare"
	"schedviz/traceview/report"
	"schedviz/workloads"
)

// GuideResult is what a guided comparison is about, and what its runs show. As JSON it is part of the output of
// compare --json.
type GuideResult struct {
	Title string `json:"title"`
	Text  string `json:"text"`
	// Lead has the lesson's figures in a sentence or two; Shown reports whether the runs show the lesson. If they
	// do not, Lead says so.
	Lead    string      `json:"lead"`
	Shown   bool        `json:"shown"`
	Figures []string    `json:"figures"` // the IDs of the lesson's figures, which are among those compared
	Sides   []GuideSide `json:"sides"`
}

// GuideSide is one of the guide's variants.
type GuideSide struct {
	Name    string `json:"name"`    // as in the sentences: "A"
	Says    string `json:"says"`    // what to look for
	Caption string `json:"caption"` // its medians of the lesson's figures
}

// GuideResult returns what the runs of a guided comparison show, nil if it has no guide.
func (c *Comparison) GuideResult() *GuideResult {
	g := c.Guide
	if g == nil {
		return nil
	}
	r := &GuideResult{Title: g.Title, Text: strings.Join(strings.Fields(g.Text), " "), Figures: []string{}}
	for _, f := range g.Figures {
		r.Figures = append(r.Figures, f.ID)
	}
	var outcomes []workloads.Outcome
	for i, s := range c.Sides {
		o := s.outcome(g, compare.Name(i))
		outcomes = append(outcomes, o)
		r.Sides = append(r.Sides, GuideSide{Name: o.Name, Says: s.Says, Caption: g.Caption(o)})
	}
	r.Lead, r.Shown = g.Lead(outcomes)
	return r
}

// outcome returns the medians of the side's runs for the guide.
func (s *Side) outcome(g *workloads.Guide, name string) workloads.Outcome {
	o := workloads.Outcome{Name: name, Values: map[string]float64{}}
	for _, f := range g.Figures {
		var values []float64
		for _, m := range s.Runs {
			if v, ok := m.Run.Value(f.ID); ok {
				values = append(values, v)
			}
		}
		if len(values) > 0 {
			o.Values[f.ID] = compare.DistributionOf(values).Median
		}
	}
	return o
}

// pageGuide returns the guide for the page of the sides.
func (c *Comparison) pageGuide(sides []report.ComparedSide) *report.ComparisonGuide {
	r := c.GuideResult()
	if r == nil {
		return nil
	}
	g := &report.ComparisonGuide{Lead: r.Lead, Shown: r.Shown, Counters: c.Guide.Counters}
	for _, role := range c.Guide.Roles {
		g.Roles = append(g.Roles, report.Role{Name: role.Name, Funcs: fullNames(role.Funcs, sides)})
	}
	for i, s := range r.Sides {
		view := views{c.Sides[i].Shown().Input.Run.Claims, sides[i].Page.Window}.of(c.Guide.View)
		g.Sides = append(g.Sides, report.GuidedSide{Says: s.Says, Caption: s.Caption, View: view})
	}
	return g
}

// fullNames returns the full names that the functions have in the traces.
func fullNames(fns []string, sides []report.ComparedSide) []string {
	var names []string
	for _, s := range sides {
		for _, g := range s.Page.Window.Goroutines {
			if slices.ContainsFunc(fns, func(fn string) bool { return isFunction(g.Func, fn) }) {
				names = append(names, g.Func)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
