package main

import (
	"fmt"
	"io"
	"strings"

	"schedviz/traceview/compare"
	"schedviz/traceview/words"
)

// print prints the comparison for a terminal.
func (c *comparison) print(r compare.Result) {
	w := c.stdout
	c.printGuide(w)
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

// printGuide prints what a guided comparison is about, and what its runs show.
func (c *comparison) printGuide(w io.Writer) {
	g := c.GuideResult()
	if g == nil {
		return
	}
	fmt.Fprintf(w, "%s\n\n%s\n\n", words.Printable(g.Title), words.Printable(g.Lead))
	t := table{}
	for i, s := range g.Sides {
		t.add(s.Name, words.Printable(c.Sides[i].Label), words.Printable(s.Caption))
	}
	t.write(w, "llw")
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
