package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"schedviz/traceview"
	"schedviz/traceview/compare"
	"schedviz/traceview/record"
	"schedviz/traceview/report"
	"schedviz/traceview/sweep"
	"schedviz/traceview/words"
)

// sweeping is one sweep at work.
type sweeping struct {
	flags          *sweepFlags
	plan           sweep.Plan
	stdout, stderr io.Writer
}

// stopped is the end of a sweep that was interrupted.
type stopped struct{ done, planned int }

func (e stopped) Error() string {
	return fmt.Sprintf("interrupted after %d of %s; the same command goes on with the others", e.done, words.Counted(e.planned, "run"))
}

// typed is the workload as it would be typed at a point.
func (s *sweeping) typed(p sweep.Point, out string) typed {
	return typed{words: append([]string{s.plan.Workload}, s.plan.ArgsAt(p)...), procs: p.Procs, out: out}
}

// do makes the runs that are left, draws the page and tells.
func (s *sweeping) do(ctx context.Context) error {
	log, unlock, err := s.begin(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	ended := s.runs(ctx, log)
	if len(log.Done) == 0 {
		return ended
	}
	page := filepath.Join(log.Dir, sweep.PageFile)
	grid := log.Grid()
	p := sweepPage(log, &grid)
	writing, stop := withSignals(ctx)
	defer stop()
	if err := writeFile(writing, page, func(w io.Writer) error { return report.WriteSweep(w, p) }); err != nil {
		return errors.Join(ended, err)
	}
	if err := writeIndex(ctx, s.flags.out); err != nil {
		warn(s.stderr, "listing the runs: "+err.Error())
	}
	if s.flags.json {
		err = words.WriteJSON(s.stdout, sweepJSONOf(log, grid, page))
	} else {
		s.print(p, &grid)
		fmt.Fprintln(s.stdout, page)
	}
	if err == nil && s.flags.open {
		openBrowser(s.stderr, page)
	}
	return errors.Join(ended, err)
}

// begin goes on with the sweep of this plan that was not finished, or begins one. Nobody
// else works on it until unlock is called. Who begins does so alone, so that of two that
// begin at once the second finds the sweep of the first.
func (s *sweeping) begin(ctx context.Context) (log *sweep.Log, unlock func(), err error) {
	begun, err := record.Lock(ctx, s.flags.out, "sweeps")
	if err != nil {
		return nil, nil, fmt.Errorf("beginning the sweep: %w", err)
	}
	defer begun()
	if log := sweep.Unfinished(s.flags.out, s.plan); log != nil {
		return s.goOn(log.Dir)
	}
	dir, err := record.MakeDir(s.flags.out, s.dirName())
	if err != nil {
		return nil, nil, fmt.Errorf("beginning the sweep: %w", err)
	}
	if unlock, err = lockSweep(dir); err != nil {
		return nil, nil, err
	}
	log = sweep.New(dir, s.plan)
	if err := log.Save(); err != nil {
		unlock()
		return nil, nil, err
	}
	return log, unlock, nil
}

// goOn goes on with the sweep in dir, as whoever was at it before left it.
func (s *sweeping) goOn(dir string) (log *sweep.Log, unlock func(), err error) {
	if unlock, err = lockSweep(dir); err != nil {
		return nil, nil, err
	}
	if log, err = sweep.Load(dir); err != nil {
		unlock()
		return nil, nil, err
	}
	s.tell("going on with %s: %d of %s are done", dir, len(log.Done), words.Counted(len(s.plan.Tasks()), "run"))
	return log, unlock, nil
}

func lockSweep(dir string) (unlock func(), err error) {
	if unlock, err = record.TryLock(dir, "sweep"); err != nil {
		return nil, fmt.Errorf("going on with the sweep %s: %w", dir, err)
	}
	return unlock, nil
}

func (s *sweeping) tell(format string, args ...any) {
	(&job{stderr: s.stderr}).progress(format, args...)
}

// dirName names the sweep's directory after what is swept.
func (s *sweeping) dirName() string {
	name := "sweep-" + s.plan.Workload
	for _, a := range s.plan.Args {
		name += "-" + strings.TrimSuffix(strings.TrimLeft(a, "-"), "=true")
	}
	name += "-procs"
	for i, n := range s.plan.Procs {
		if i > 0 {
			name += "-"
		}
		name += strconv.Itoa(n)
	}
	if v := s.plan.Vary; v != nil {
		name += "-" + v.Flag + "-" + strings.Join(v.Values, "-")
	}
	return name
}

// runs makes the runs that are left, and saves each. A run that fails does not keep
// the others from being made; an interruption does.
func (s *sweeping) runs(ctx context.Context, log *sweep.Log) error {
	planned := len(s.plan.Tasks())
	var failed []error
	for _, t := range log.Left() {
		s.tell("%d of %d: %s with %s", len(log.Done)+len(failed)+1, planned, s.typed(t.Point, "").label(), words.Counted(t.Point.Procs, "P"))
		r, host, err := s.run(ctx, t, log.Dir)
		switch {
		case errors.Is(err, context.Canceled):
			return stopped{len(log.Done), planned}
		case err != nil:
			failed = append(failed, err)
			continue
		}
		if len(log.Done) == 0 {
			log.Host = host
		}
		log.Add(r)
		if err := log.Save(); err != nil {
			return err
		}
	}
	switch len(failed) {
	case 0:
		return nil
	case 1:
		return failed[0]
	}
	return fmt.Errorf("%d of %s failed, the first by: %w", len(failed), words.Counted(planned, "run"), failed[0])
}

// run makes one run; the error is context.Canceled if it was interrupted.
func (s *sweeping) run(ctx context.Context, t sweep.Task, out string) (sweep.Run, record.Host, error) {
	none := sweep.Run{}
	j, err := s.typed(t.Point, out).job(s.stdout, s.stderr)
	if err != nil {
		return none, record.Host{}, err
	}
	run, a, unread, err := j.make(ctx)
	switch {
	case err != nil:
		return none, record.Host{}, err
	case run.Exit.Interrupted:
		return none, run.Host, context.Canceled
	}
	if err := errors.Join(run.Failure(), unread); err != nil {
		return none, run.Host, fmt.Errorf("%w; what was recorded is in %s", err, run.Dir)
	}
	for _, w := range a.summary.Stat.Trace.Warnings {
		warn(s.stderr, run.Dir+": "+w)
	}
	return sweep.Run{Task: t, Dir: filepath.Base(run.Dir), DurationNS: a.summary.Stat.Trace.DurationNS, Figures: figuresOf(a.summary)}, run.Host, nil
}

// figuresOf are the figures of a run that a sweep keeps.
func figuresOf(s *traceview.Summary) map[string]float64 {
	m := compare.Measure(s)
	out := map[string]float64{}
	for _, id := range sweep.Figures() {
		if v, ok := m.Value(id); ok {
			out[id] = v
		}
	}
	return out
}

// sweepPage is the page of a sweep.
func sweepPage(log *sweep.Log, grid *sweep.Grid) report.Sweep {
	p := report.Sweep{Title: sweepTitle(log), Grid: *grid, Sentences: grid.Sentences(), Notes: grid.Notes()}
	if len(log.Plan.Args) > 0 {
		p.Facts = append(p.Facts, strings.Join(log.Plan.Args, " "))
	}
	p.Facts = append(p.Facts, words.Counted(log.Plan.Repeat, "run")+" of each point", hostFact(log.Host))
	return p
}

// sweepTitle is what was swept: "gomaxprocs with 1, 2, 4 Ps".
func sweepTitle(log *sweep.Log) string {
	var procs []string
	for _, n := range log.Plan.Procs {
		procs = append(procs, strconv.Itoa(n))
	}
	noun := "Ps"
	if len(procs) == 1 && procs[0] == "1" {
		noun = "P"
	}
	title := log.Plan.Workload + " with " + strings.Join(procs, ", ") + " " + noun
	if v := log.Plan.Vary; v != nil {
		title += " and --" + v.Flag + " " + strings.Join(v.Values, ", ")
	}
	return title
}

// print tells the sweep in a terminal.
func (s *sweeping) print(p report.Sweep, grid *sweep.Grid) {
	w := s.stdout
	fmt.Fprintf(w, "%s\n\n", printable(p.Title))
	t := table{}
	head, align := []string{"Ps"}, "r"
	if grid.Plan.Vary != nil {
		head, align = append(head, printable(grid.Plan.Vary.Flag)), align+"l"
	}
	t.add(append(head, "runs", "wall time", "speed-up", "99% waited", "worst wait", "preempted/s", "off core")...)
	for i := range grid.Cells {
		c := &grid.Cells[i]
		row := []string{strconv.Itoa(c.Procs)}
		if grid.Plan.Vary != nil {
			row = append(row, printable(c.Value))
		}
		row = append(row, strconv.Itoa(len(c.Runs)))
		t.add(append(row, report.CellText(c, sweep.WallTime), report.SpeedUpText(c), report.CellText(c, sweep.LatencyP99),
			report.CellText(c, "latency_max"), report.CellText(c, "preemptions"), report.CellText(c, sweep.OffCore))...)
	}
	t.write(w, align+"rrrrrrr")
	fmt.Fprintln(w)
	for _, line := range append(p.Sentences, p.Notes...) {
		fmt.Fprintln(w, printable(line))
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

func sweepJSONOf(log *sweep.Log, g sweep.Grid, page string) sweepJSON {
	return sweepJSON{
		Schema: 1, Dir: log.Dir, Page: page, Complete: log.Complete(), Host: log.Host,
		Sentences: append([]string{}, g.Sentences()...), Notes: g.Notes(), Measures: sweep.Measures, Grid: g,
	}
}
