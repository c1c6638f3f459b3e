package main

import (
	"fmt"
	"io"
	"strings"

	"schedviz/traceview/compare"
	"schedviz/traceview/record"
	"schedviz/traceview/words"
)

// print prints the comparison for a terminal.
func (c *comparison) print(r compare.Result) {
	w := c.stdout
	if c.Guide != nil {
		fmt.Fprintf(w, "%s\n\n", c.Guide.Title)
	}
	c.printSides(w)
	for _, pair := range r.Pairs {
		fmt.Fprintf(w, "\n%s\n", words.Printable(pair.Title()))
		for _, s := range pair.Sentences {
			fmt.Fprintf(w, "  %s\n", words.Printable(s))
		}
		if pair.Same != "" {
			fmt.Fprintf(w, "  %s.\n", words.Printable(pair.Same))
		}
	}
	fmt.Fprintln(w)
	printFigures(w, r, len(c.Sides))
	fmt.Fprintln(w)
	for _, n := range r.Notes {
		fmt.Fprintln(w, words.Printable(n))
	}
	fmt.Fprintln(w)
}

func (c *comparison) printSides(w io.Writer) {
	t := table{}
	for i, s := range c.Sides {
		m := s.Shown()
		length := words.Duration(s.Compared().Length())
		if len(s.Runs) > 1 {
			length += " (median of " + words.Counted(len(s.Runs), "run") + ")"
		}
		where := ""
		if m.Input.Run != nil {
			where = m.Input.Run.Dir
		}
		t.add(compare.Name(i), words.Printable(s.Label), words.Counted(m.Procs, "P"), length, words.Printable(where))
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
		cells := []string{words.Printable(row.Name)}
		for _, v := range row.Values {
			cells = append(cells, row.Text(v))
		}
		t.add(cells...)
	}
	if len(t.rows) == 1 {
		fmt.Fprintln(w, "No difference worth reporting.")
		return
	}
	t.write(w, "l"+strings.Repeat("r", sides))
}

// comparisonJSON is what compare --json prints.
type comparisonJSON struct {
	Schema int        `json:"schema"`
	Page   string     `json:"page"`
	Sides  []sideJSON `json:"sides"`
	compare.Result
}

type sideJSON struct {
	Name     string            `json:"name"` // as in the sentences: "A"
	Label    string            `json:"label"`
	Workload string            `json:"workload"` // "" for a trace
	Params   map[string]string `json:"params"`
	Settings map[string]string `json:"settings"`
	Runs     []oneRunJSON      `json:"runs"`
}

type oneRunJSON struct {
	RunDir     string         `json:"run_dir"` // "" for a trace
	Trace      string         `json:"trace"`
	DurationNS int64          `json:"duration_ns"`
	Complete   bool           `json:"complete"`
	Claims     []record.Claim `json:"claims"`
}

func (c *comparison) json(r compare.Result, page string) comparisonJSON {
	out := comparisonJSON{Schema: 1, Page: page, Result: r, Sides: []sideJSON{}}
	for i, s := range c.Sides {
		compared := s.Compared()
		side := sideJSON{
			Name: compare.Name(i), Label: s.Label, Workload: compared.Program,
			Params: compared.Params, Settings: compared.Settings, Runs: []oneRunJSON{},
		}
		for _, m := range s.Runs {
			one := oneRunJSON{
				Trace: m.Input.Trace, DurationNS: m.Run.DurationNS, Complete: m.Run.Complete, Claims: []record.Claim{},
			}
			if run := m.Input.Run; run != nil {
				one.RunDir, one.Claims = run.Dir, append(one.Claims, run.Claims...)
			}
			side.Runs = append(side.Runs, one)
		}
		out.Sides = append(out.Sides, side)
	}
	return out
}
