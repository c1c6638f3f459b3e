package experiment

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
	"schedviz/traceview/interrupt"
	"schedviz/traceview/record"
	"schedviz/traceview/report"
	"schedviz/traceview/sweep"
	"schedviz/traceview/words"
	"schedviz/workloads/usage"
)

// MaxRuns limits how many runs a sweep may plan.
const MaxRuns = 10_000

// SweepRun runs a workload over a grid of settings.
type SweepRun struct {
	plan  sweep.Plan
	out   string
	hooks Hooks
}

// SweepResult is the finished part of a sweep.
type SweepResult struct {
	Log  *sweep.Log
	Page report.Sweep // with the log's grid
	Path string       // of the page
}

// NewSweep returns the sweep of a plan; its directory will be made in out. If the workload can't run at some
// point of the plan, the error is a [usage.Error].
func NewSweep(plan sweep.Plan, out string, h Hooks) (*SweepRun, error) {
	if n := len(plan.Points()) * plan.Repeat; n > MaxRuns {
		return nil, usage.Errorf("that would be %d runs; a sweep makes up to %d", n, MaxRuns)
	}
	s := &SweepRun{plan, out, h}
	for _, p := range plan.Points() {
		if _, err := s.setup(p, out); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// stopped is the error of an interrupted sweep.
type stopped struct{ done, planned int }

func (e stopped) Error() string {
	return fmt.Sprintf("interrupted after %d of %s; the same command resumes the sweep",
		e.done, words.Counted(e.planned, "run"))
}

// at returns the command line of the workload at a point.
func (s *SweepRun) at(p sweep.Point) commandLine {
	return commandLine{words: append([]string{s.plan.Workload}, s.plan.ArgsAt(p)...), procs: p.Procs}
}

func (s *SweepRun) setup(p sweep.Point, out string) (*Setup, error) {
	return s.at(p).setup(Options{Out: out, Hooks: s.hooks})
}

// Run resumes the unfinished sweep of this plan in the output directory, or starts one. It makes the remaining
// runs, saves each, and draws the page. It continues after a run that fails, and stops after one that is
// interrupted. The result is nil if there is nothing to show; the error says why the sweep is incomplete. Only
// one process at a time works on a sweep.
func (s *SweepRun) Run(ctx context.Context) (*SweepResult, error) {
	log, unlock, err := s.begin(ctx)
	if err != nil {
		return nil, err
	}
	defer unlock()
	ended := s.runs(ctx, log)
	if len(log.Done) == 0 {
		return nil, ended
	}
	r := &SweepResult{Log: log, Page: sweepPage(log), Path: filepath.Join(log.Dir, sweep.PageFile)}
	writing, stop := interrupt.Signals(ctx)
	defer stop()
	if err := writeFile(writing, r.Path, func(w io.Writer) error { return report.WriteSweep(w, r.Page) }); err != nil {
		return nil, errors.Join(ended, err)
	}
	if err := WriteIndex(ctx, s.out); err != nil {
		s.hooks.warn("listing the runs: " + err.Error())
	}
	return r, ended
}

// begin resumes the unfinished sweep of this plan, or starts one. No other process works on it until unlock is
// called. Starting is locked too: of two processes that start at once, the second finds the sweep of the first.
func (s *SweepRun) begin(ctx context.Context) (log *sweep.Log, unlock func(), err error) {
	begun, err := record.Lock(ctx, s.out, "sweeps")
	if err != nil {
		return nil, nil, fmt.Errorf("starting the sweep: %w", err)
	}
	defer begun()
	if log := sweep.Unfinished(s.out, s.plan); log != nil {
		return s.resume(log.Dir)
	}
	dir, err := record.MakeDir(s.out, s.dirName())
	if err != nil {
		return nil, nil, fmt.Errorf("starting the sweep: %w", err)
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

// resume resumes the sweep in dir from its last saved state.
func (s *SweepRun) resume(dir string) (log *sweep.Log, unlock func(), err error) {
	if unlock, err = lockSweep(dir); err != nil {
		return nil, nil, err
	}
	if log, err = sweep.Load(dir); err != nil {
		unlock()
		return nil, nil, err
	}
	s.hooks.doing("resuming %s: %d of %s are done", dir, len(log.Done), words.Counted(len(s.plan.Tasks()), "run"))
	return log, unlock, nil
}

func lockSweep(dir string) (unlock func(), err error) {
	if unlock, err = record.TryLock(dir, "sweep"); err != nil {
		return nil, fmt.Errorf("resuming the sweep %s: %w", dir, err)
	}
	return unlock, nil
}

// dirName names the sweep's directory after the workload and the varied settings.
func (s *SweepRun) dirName() string {
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

// runs makes the remaining runs and saves each.
func (s *SweepRun) runs(ctx context.Context, log *sweep.Log) error {
	planned := len(s.plan.Tasks())
	var failed []error
	for _, t := range log.Left() {
		s.hooks.doing("%d of %d: %s with %s", len(log.Done)+len(failed)+1, planned,
			s.at(t.Point).label(), words.Counted(t.Point.Procs, "P"))
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
	return fmt.Errorf("%d of %s failed, the first: %w", len(failed), words.Counted(planned, "run"), failed[0])
}

// run makes one run; the error is context.Canceled if it was interrupted.
func (s *SweepRun) run(ctx context.Context, t sweep.Task, out string) (sweep.Run, record.Host, error) {
	none := sweep.Run{}
	setup, err := s.setup(t.Point, out)
	if err != nil {
		return none, record.Host{}, err
	}
	r, err := setup.Run(ctx)
	switch {
	case err != nil:
		return none, record.Host{}, err
	case r.Run.Exit.Interrupted:
		return none, r.Run.Host, context.Canceled
	}
	if err := r.Err(); err != nil {
		return none, r.Run.Host, fmt.Errorf("%w; what was recorded is in %s", err, r.Run.Dir)
	}
	sum := r.Analysis.Summary
	for _, w := range sum.Stat.Trace.Warnings {
		s.hooks.warn(r.Run.Dir + ": " + w)
	}
	return sweep.Run{
		Task: t, Dir: filepath.Base(r.Run.Dir), DurationNS: sum.Stat.Trace.DurationNS, Figures: figuresOf(sum),
	}, r.Run.Host, nil
}

// figuresOf returns the figures of a run that a sweep records.
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

// sweepPage returns the page of a sweep.
func sweepPage(log *sweep.Log) report.Sweep {
	grid := log.Grid()
	p := report.Sweep{Title: sweepTitle(log), Grid: grid, Sentences: grid.Sentences(), Notes: grid.Notes()}
	if len(log.Plan.Args) > 0 {
		p.Facts = append(p.Facts, strings.Join(log.Plan.Args, " "))
	}
	p.Facts = append(p.Facts, words.Counted(log.Plan.Repeat, "run")+" of each point", hostFact(log.Host))
	return p
}

// sweepTitle returns a sweep's title: "gomaxprocs with 1, 2, 4 Ps".
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
