package experiment

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"schedviz/traceview"
	"schedviz/traceview/interrupt"
	"schedviz/traceview/record"
	"schedviz/traceview/report"
	"schedviz/traceview/words"
	"schedviz/workloads"
)

// Result is a finished run: its directory and the analysis of its trace.
type Result struct {
	Run      *record.Run // with the claims' verdicts
	Analysis *Analysis   // nil if nothing in the trace could be read
	Unread   error       // why nothing could be read

	guide  *workloads.Guide   // the workload's; nil if it has none
	lesson map[string]float64 // the guide's figures of this run, by their IDs
}

// Report returns the path of the run's page.
func (r *Result) Report() string { return r.Run.Path(record.ReportFile) }

// Stat returns the figures of the trace, nil if nothing in it could be read. It is a copy that does not keep the
// rest of the analysis in memory.
func (r *Result) Stat() *traceview.Stat {
	if r.Analysis == nil {
		return nil
	}
	stat := r.Analysis.Summary.Stat
	return &stat
}

// Err returns why the run did not succeed: the workload failed, was interrupted or timed out, or nothing in the
// trace could be read. A failed claim is not an error.
func (r *Result) Err() error { return errors.Join(r.Run.Failure(), r.Unread) }

// Run records the workload, checks its claims and completes the run directory. The error says why there is no
// usable run directory; a failed workload is not an error here, see [Result.Err].
func (s *Setup) Run(ctx context.Context) (*Result, error) {
	run, err := s.record(ctx)
	if err != nil {
		return nil, err
	}
	return s.complete(ctx, run, s.check)
}

// complete reads the trace of a run, has check add what follows from it to the run, and completes the run directory.
func (o *Options) complete(ctx context.Context, run *record.Run, check func(context.Context, *Result) error) (*Result, error) {
	// A Ctrl-C that ended the recording must not stop its report.
	ctx, stop := interrupt.Signals(ctx)
	defer stop()
	r := &Result{Run: run}
	r.Analysis, r.Unread = InputOf(run).Analyze(ctx, o.Hooks)
	if errors.Is(r.Unread, context.Canceled) {
		return nil, r.Unread
	}
	if err := interrupt.Do(ctx, "checking "+run.Workload, func() error { return check(ctx, r) }); err != nil {
		return nil, err
	}
	if err := r.keep(ctx, o.Out, o.Source.Mode(report.SourceOn), o.Hooks); err != nil { // recorded here
		return nil, err
	}
	return r, nil
}

// record records the workload, and returns an error only if there is no usable run directory.
func (s *Setup) record(ctx context.Context) (*record.Run, error) {
	exe, err := s.program(ctx)
	if err != nil {
		return nil, fmt.Errorf("starting %s: %w", s.Workload.Name, err)
	}
	ctx, passed, stop := s.signals(ctx)
	defer stop()
	run, err := record.Record(ctx, record.Options{
		Out:      s.Out,
		Name:     s.dirName(),
		Workload: s.Workload.Name,
		Params:   s.values(),
		Command:  s.command(),
		Child:    append([]string{exe}, s.childArgs()...),
		Procs:    cmp.Or(s.Procs, s.Workload.Procs),
		GODEBUG:  s.settings(),
		Timeout:  s.Timeout,
		Cores:    s.Cores,
		Queues:   s.Queues,
		Race:     s.Race,
		Signals:  passed,
	})
	if err != nil && run != nil {
		return nil, fmt.Errorf("%w; what was recorded is in %s", err, run.Dir)
	}
	if run != nil && run.Cores.Why != "" {
		s.Hooks.note(coresFallback(run.Cores))
	}
	return run, err
}

// signals returns the context of a recording, and the signals to pass on to the workload.
func (s *Setup) signals(ctx context.Context) (_ context.Context, passed <-chan os.Signal, stop context.CancelFunc) {
	if s.PassSignals && s.Workload.Signals {
		s.Hooks.doing("recording %s; Ctrl-C shuts it down, another one ends it at once", s.Workload.Name)
		return interrupt.PassFirst(ctx)
	}
	s.Hooks.doing("recording %s; Ctrl-C ends it early and keeps what was recorded", s.Workload.Name)
	ctx, stop = interrupt.Signals(ctx)
	return ctx, nil, stop
}

// program returns the path of this program, which will be the child, built with the race detector if asked for. It is an
// error if that can't work: the child could start children endlessly.
func (s *Setup) program(ctx context.Context) (string, error) {
	if isChild() {
		return "", errors.New("this is a child process already: main must call experiment.Child first")
	}
	if workloads.Find(s.Workload.Name) != s.Workload {
		return "", errors.New("it is not registered, so its child process would not find it")
	}
	if s.Race {
		ctx, stop := interrupt.Signals(ctx)
		defer stop()
		return raceProgram(ctx, s.Hooks)
	}
	return os.Executable()
}

// command returns the command line for run.json.
func (o *Options) command() []string {
	if o.Command == nil {
		return os.Args
	}
	return o.Command
}

// coresFallback says how cores were captured if not exactly, and why.
func coresFallback(c record.Cores) string {
	if c.Captured == traceview.CoresProc {
		return "cores are approximate, sampled from /proc: " + c.Why
	}
	return "cores were not captured: " + c.Why
}

// check stores the claims' verdicts in the run, and measures what the workload's guide is about.
func (s *Setup) check(ctx context.Context, r *Result) error {
	run := r.Run
	rec := workloads.Recording{Program: s.Program, NumCPU: run.Host.Cores}
	if run.Exit.OK() {
		rec.Result = run.Result // an incomplete run has done only part of the work
	}
	if r.Analysis != nil {
		window, err := r.Analysis.everySpan(ctx, InputOf(run))
		if err != nil {
			return err
		}
		rec.Summary, rec.Window = r.Analysis.Summary, window
	}
	if rec.Race = run.Race; run.Race {
		var err error
		if rec.Races, err = races(run); err != nil {
			return err
		}
	}
	for _, c := range s.Workload.Check(rec) {
		run.Claims = append(run.Claims, record.Claim{
			ID: c.ID, Text: c.Text, Verdict: string(c.Verdict),
			Evidence: record.Evidence{
				Text: c.Evidence, Goroutines: append([]traceview.GoID{}, c.Goroutines...), FromNS: c.From, ToNS: c.To,
			},
		})
	}
	if g := s.Workload.Guide; g != nil {
		r.guide, r.lesson = g, g.Measure(rec)
	}
	return nil
}

// keep completes the run directory and lists it in the index page of out.
func (r *Result) keep(ctx context.Context, out string, source report.SourceMode, h Hooks) error {
	run := r.Run
	if err := run.Save(); err != nil {
		return err
	}
	var warnings []string
	if r.Unread != nil {
		warnings = append(warnings, "Nothing in the trace can be shown: "+r.Unread.Error()+".")
	} else if err := writeStat(run, r.Analysis); err != nil {
		return err
	}
	page := runPage(run, r.Analysis, warnings...)
	page.Source = source
	if err := WritePage(ctx, r.Report(), page); err != nil {
		return err
	}
	listRuns(ctx, out, h)
	return nil
}

// listRuns writes the index page; that it can't be is only a warning.
func listRuns(ctx context.Context, out string, h Hooks) {
	if err := WriteIndex(ctx, out); err != nil {
		h.warn("listing the runs: " + err.Error())
	}
}

func writeStat(run *record.Run, a *Analysis) error {
	return record.WriteFile(run.Path(record.StatFile), func(w io.Writer) error {
		return words.WriteJSON(w, a.Summary.Stat)
	})
}

// Verdicts counts claims by their verdict.
func Verdicts(claims []record.Claim) (n report.Verdicts) {
	for _, c := range claims {
		switch workloads.Verdict(c.Verdict) {
		case workloads.Holds:
			n.Holds++
		case workloads.Fails:
			n.Fails++
		case workloads.Differs:
			n.Differs++
		default:
			n.Inconclusive++
		}
	}
	return n
}
