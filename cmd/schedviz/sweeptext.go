package main

import (
	"fmt"
	"io"
	"strconv"

	"schedviz/traceview/record"
	"schedviz/traceview/report"
	"schedviz/traceview/sweep"
	"schedviz/traceview/words"
	"schedviz/workloads/experiment"
)

// printSweep prints a sweep for a terminal.
func printSweep(w io.Writer, p report.Sweep) {
	fmt.Fprintf(w, "%s\n\n", words.Printable(p.Title))
	t, grid := table{}, &p.Grid
	head, align := []string{"Ps"}, "r"
	if grid.Plan.Vary != nil {
		head, align = append(head, words.Printable(grid.Plan.Vary.Flag)), align+"l"
	}
	t.add(append(head, "runs", "wall time", "speed-up", "99% waited", "worst wait", "preempted/s", "off core")...)
	for i := range grid.Cells {
		c := &grid.Cells[i]
		row := []string{strconv.Itoa(c.Procs)}
		if grid.Plan.Vary != nil {
			row = append(row, words.Printable(c.Value))
		}
		row = append(row, strconv.Itoa(len(c.Runs)))
		t.add(append(row, report.CellText(c, sweep.WallTime), report.SpeedUpText(c),
			report.CellText(c, sweep.LatencyP99), report.CellText(c, "latency_max"),
			report.CellText(c, "preemptions"), report.CellText(c, sweep.OffCore))...)
	}
	t.write(w, align+"rrrrrrr")
	fmt.Fprintln(w)
	for _, line := range append(p.Sentences, p.Notes...) {
		fmt.Fprintln(w, words.Printable(line))
	}
	fmt.Fprintln(w)
}

// sweepJSON is what sweep --json prints.
type sweepJSON struct {
	Schema    int         `json:"schema"`
	Dir       string      `json:"dir"`
	Page      string      `json:"page"`
	Complete  bool        `json:"complete"`
	Host      record.Host `json:"host"`
	Sentences []string    `json:"sentences"`
	Notes     []string    `json:"notes"`
	Measures  any         `json:"measures"`
	sweep.Grid
}

func sweepJSONOf(r *experiment.SweepResult) sweepJSON {
	log, g := r.Log, r.Page.Grid
	return sweepJSON{
		Schema: 1, Dir: log.Dir, Page: r.Path, Complete: log.Complete(), Host: log.Host,
		Sentences: append([]string{}, g.Sentences()...), Notes: g.Notes(), Measures: sweep.Measures, Grid: g,
	}
}
