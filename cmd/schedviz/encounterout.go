package main

import (
	"context"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"schedviz/traceview/compare"
	"schedviz/traceview/record"
	"schedviz/traceview/report"
	"schedviz/traceview/words"
)

// title is what is compared.
func (e *encounter) title() string {
	if e.about != nil {
		return e.about.Title
	}
	var labels []string
	for _, c := range e.sides {
		labels = append(labels, c.label)
	}
	return strings.Join(labels, " · ")
}

// write draws the page, and returns its path.
func (e *encounter) write(ctx context.Context, r compare.Result) (string, error) {
	ctx, stop := withSignals(ctx)
	defer stop()
	p := report.Comparison{Title: e.title(), Result: r}
	if e.about != nil {
		p.About = strings.Join(strings.Fields(e.about.Text), " ")
	}
	for i, c := range e.sides {
		side, err := e.pageSide(ctx, c)
		if err != nil {
			return "", err
		}
		side.Name = compare.Name(i)
		p.Sides = append(p.Sides, side)
	}
	if e.flags.output == "" {
		return newFile("compare", ".html", func(path string) error { return e.writeTo(ctx, path, p) })
	}
	return e.flags.output, e.writeTo(ctx, e.flags.output, p)
}

func (e *encounter) writeTo(ctx context.Context, path string, p report.Comparison) error {
	for i, c := range e.sides {
		p.Sides[i].Link = linkTo(path, c.shown())
	}
	return writeFile(ctx, path, func(w io.Writer) error { return report.WriteComparison(w, p) })
}

// pageSide is a side as the page shows it: with the timeline of one run.
func (e *encounter) pageSide(ctx context.Context, c *contender) (report.ComparedSide, error) {
	m := c.shown()
	a := m.kept
	if a == nil {
		var err error
		if a, err = overview(ctx, m.src, e.spans(), e.stderr); err != nil {
			return report.ComparedSide{}, err
		}
	}
	return report.ComparedSide{Label: c.label, Says: c.says, Runs: len(c.runs), Page: pageOf(m.src, a)}, nil
}

// linkTo is the address of a run's report for a page at path; "" if there is none.
func linkTo(path string, m measured) string {
	if m.src.run == nil {
		return ""
	}
	target := m.src.run.Path(record.ReportFile)
	if _, err := os.Stat(target); err != nil {
		return ""
	}
	return relativeLink(path, target)
}

// relativeLink is the address of the file target for a page at path; "" if there is none.
func relativeLink(path, target string) string {
	from, err1 := filepath.Abs(filepath.Dir(path))
	to, err2 := filepath.Abs(target)
	if err1 != nil || err2 != nil {
		return ""
	}
	rel, err := filepath.Rel(from, to)
	if err != nil {
		return "" // on another drive
	}
	return (&url.URL{Path: "./" + filepath.ToSlash(rel)}).String()
}

// print tells the comparison in a terminal.
func (e *encounter) print(r compare.Result) {
	w := e.stdout
	if e.about != nil {
		fmt.Fprintf(w, "%s\n\n", e.about.Title)
	}
	e.printSides(w)
	for _, leg := range r.Legs {
		fmt.Fprintf(w, "\n%s\n", printable(leg.Title()))
		for _, s := range leg.Sentences {
			fmt.Fprintf(w, "  %s\n", printable(s))
		}
		if leg.Same != "" {
			fmt.Fprintf(w, "  %s.\n", printable(leg.Same))
		}
	}
	fmt.Fprintln(w)
	printFigures(w, r, len(e.sides))
	fmt.Fprintln(w)
	for _, n := range r.Notes {
		fmt.Fprintln(w, printable(n))
	}
	fmt.Fprintln(w)
}

func (e *encounter) printSides(w io.Writer) {
	t := table{}
	for i, c := range e.sides {
		m := c.shown()
		length := words.Duration(c.side().Length())
		if len(c.runs) > 1 {
			length += " (median of " + words.Counted(len(c.runs), "run") + ")"
		}
		where := ""
		if m.src.run != nil {
			where = m.src.run.Dir
		}
		t.add(compare.Name(i), printable(c.label), words.Counted(m.procs, "P"), length, printable(where))
	}
	t.write(w, "llllw")
}

// maxPrinted is how many figures a terminal shows.
const maxPrinted = 12

// printFigures prints the figures that differ most.
func printFigures(w io.Writer, r compare.Result, sides int) {
	t := table{}
	head := []string{"differs most"}
	for i := range sides {
		head = append(head, compare.Name(i))
	}
	t.add(head...)
	for i := range r.Figures[:min(len(r.Figures), maxPrinted)] {
		row := &r.Figures[i]
		if !row.Differs() {
			break
		}
		cells := []string{printable(row.Name)}
		for _, v := range row.Values {
			cells = append(cells, row.Text(v))
		}
		t.add(cells...)
	}
	if len(t.rows) == 1 {
		fmt.Fprintln(w, "Nothing differs enough to speak of.")
		return
	}
	t.write(w, "l"+strings.Repeat("r", sides))
}

// encounterJSON is what compare --json prints.
type encounterJSON struct {
	Schema int        `json:"schema"`
	Page   string     `json:"page"`
	Sides  []sideJSON `json:"sides"`
	compare.Result
}

type sideJSON struct {
	Name     string            `json:"name"` // as in sentences: "A"
	Label    string            `json:"label"`
	Workload string            `json:"workload"` // "" of a trace
	Params   map[string]string `json:"params"`
	Settings map[string]string `json:"settings"`
	Runs     []oneRunJSON      `json:"runs"`
}

type oneRunJSON struct {
	RunDir     string         `json:"run_dir"` // "" of a trace
	Trace      string         `json:"trace"`
	DurationNS int64          `json:"duration_ns"`
	Complete   bool           `json:"complete"`
	Claims     []record.Claim `json:"claims"`
}

func (e *encounter) json(r compare.Result, page string) encounterJSON {
	out := encounterJSON{Schema: 1, Page: page, Result: r, Sides: []sideJSON{}}
	for i, c := range e.sides {
		s := c.side()
		side := sideJSON{Name: compare.Name(i), Label: c.label, Workload: s.Program, Params: s.Params, Settings: s.Settings, Runs: []oneRunJSON{}}
		for _, m := range c.runs {
			one := oneRunJSON{Trace: m.src.trace, DurationNS: m.run.DurationNS, Complete: m.run.Complete, Claims: []record.Claim{}}
			if m.src.run != nil {
				one.RunDir, one.Claims = m.src.run.Dir, append(one.Claims, m.src.run.Claims...)
			}
			side.Runs = append(side.Runs, one)
		}
		out.Sides = append(out.Sides, side)
	}
	return out
}
