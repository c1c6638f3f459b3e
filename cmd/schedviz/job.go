package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"

	"github.com/spf13/pflag"

	"schedviz/traceview"
	"schedviz/traceview/cores"
	"schedviz/traceview/interrupt"
	"schedviz/traceview/record"
	"schedviz/traceview/report"
	"schedviz/traceview/words"
	"schedviz/workloads"
)

// job is one run of a workload, from the recording to the page.
type job struct {
	workload       *workloads.Workload
	program        workloads.Program
	params         *pflag.FlagSet // the program's
	flags          *runFlags
	args           []string // the whole command line
	stdout, stderr io.Writer
}

// claimsFailed is the end of a run --strict of which claims failed.
type claimsFailed struct {
	workload      string
	failed, total int
}

func (e claimsFailed) Error() string {
	return fmt.Sprintf("checking %s: %d of %s failed", e.workload, e.failed, words.Counted(e.total, "claim"))
}

// do runs the workload and prints what came of it.
func (j *job) do(ctx context.Context) error {
	run, a, unread, err := j.make(ctx)
	if err != nil {
		return err
	}
	if err := j.print(run, a); err != nil {
		return err
	}
	if j.flags.open {
		openBrowser(j.stderr, run.Path(record.ReportFile))
	}
	return j.verdict(run, unread)
}

// make records the workload, checks its claims and completes the run directory.
// The analysis is nil if nothing of the trace could be read; unread says why.
func (j *job) make(ctx context.Context) (run *record.Run, a *analysis, unread, err error) {
	run, err = j.record(ctx)
	if err != nil {
		return nil, nil, nil, err
	}
	// A Ctrl-C that ended the recording does not end the making of its report.
	ctx, stop := withSignals(ctx)
	defer stop()
	a, unread = analyse(ctx, runSource(run), j.stderr)
	if errors.Is(unread, context.Canceled) {
		return nil, nil, nil, unread
	}
	if err := interrupt.Do(ctx, "checking "+run.Workload, func() error { return j.checkClaims(ctx, run, a) }); err != nil {
		return nil, nil, nil, err
	}
	return run, a, unread, j.keep(ctx, run, a, unread)
}

// record records the workload, and returns an error only if that gave no run
// directory that can be worked on.
func (j *job) record(ctx context.Context) (*record.Run, error) {
	exe, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("starting %s: %w", j.workload.Name, err)
	}
	ctx, stop := withSignals(ctx)
	defer stop()
	j.progress("recording %s; Ctrl-C ends it early and keeps what was recorded", j.workload.Name)
	run, err := record.Record(ctx, record.Options{
		Out:      j.flags.out,
		Name:     j.dirName(),
		Workload: j.workload.Name,
		Params:   j.paramValues(),
		Command:  append([]string{"schedviz"}, j.args...),
		Child:    append([]string{exe, childCommand, j.workload.Name}, j.childFlags()...),
		Procs:    j.flags.procs,
		GODEBUG:  j.flags.settings(),
		Timeout:  j.flags.timeout,
		Cores:    cores.Mode(j.flags.cores.value),
		Queues:   j.flags.runq,
	})
	if err != nil && run != nil {
		return nil, fmt.Errorf("%w; what was recorded is in %s", err, run.Dir)
	}
	if run != nil && run.Cores.Why != "" {
		fmt.Fprintln(j.stderr, "schedviz: "+printable(coresFallback(run.Cores)))
	}
	return run, err
}

// coresFallback says what was captured of the cores instead of every switch, and why.
func coresFallback(c record.Cores) string {
	if c.Captured == cores.Proc {
		return "cores are approximate, sampled from /proc: " + c.Why
	}
	return "which cores were used is not known: " + c.Why
}

// progress tells a person at a terminal what goes on.
func (j *job) progress(format string, args ...any) {
	if out, ok := terminal(j.stderr); ok {
		fmt.Fprintf(out, "schedviz: "+format+"\n", args...)
	}
}

// dirName names the run directory after the workload and what was asked of it
// that is not the default.
func (j *job) dirName() string {
	name := j.workload.Name
	add := func(flag, value string) {
		name += "-" + flag
		switch {
		case value == "true":
		case value != "" && unicode.IsDigit(rune(value[0])):
			name += value
		default:
			name += "-" + value
		}
	}
	j.params.VisitAll(func(f *pflag.Flag) {
		if f.Changed {
			add(f.Name, f.Value.String())
		}
	})
	if j.flags.procs > 0 {
		add("procs", fmt.Sprint(j.flags.procs))
	}
	if v := j.flags.asyncPreempt.value; v != "" {
		add("async", v)
	}
	if j.flags.runq {
		add("runq", "true")
	}
	if v := cores.Mode(j.flags.cores.value); v != cores.ModeAuto {
		add("cores", string(v))
	}
	for _, s := range j.flags.godebug {
		add("godebug", s)
	}
	return name
}

func (j *job) paramValues() map[string]string {
	values := map[string]string{}
	j.params.VisitAll(func(f *pflag.Flag) { values[f.Name] = f.Value.String() })
	return values
}

func (j *job) childFlags() []string {
	var args []string
	j.params.VisitAll(func(f *pflag.Flag) { args = append(args, "--"+f.Name+"="+f.Value.String()) })
	return args
}

// checkClaims puts the claims' verdicts into run.
func (j *job) checkClaims(ctx context.Context, run *record.Run, a *analysis) error {
	rec := workloads.Recording{Program: j.program, NumCPU: run.Host.Cores}
	if run.Exit.OK() {
		rec.Result = run.Result // else it is of a part of the work
	}
	if a != nil {
		window, err := a.everySpan(ctx, runSource(run))
		if err != nil {
			return err
		}
		rec.Summary, rec.Window = a.summary, window
	}
	for _, c := range j.workload.Check(rec) {
		run.Claims = append(run.Claims, record.Claim{
			ID: c.ID, Text: c.Text, Verdict: string(c.Verdict),
			Evidence: record.Evidence{
				Text: c.Evidence, Goroutines: append([]traceview.GoID{}, c.Goroutines...), FromNS: c.From, ToNS: c.To,
			},
		})
	}
	return nil
}

// keep completes the run directory, and lists it in the index page.
func (j *job) keep(ctx context.Context, run *record.Run, a *analysis, unread error) error {
	if err := run.Save(); err != nil {
		return err
	}
	var doubts []string
	if unread != nil {
		doubts = append(doubts, "Nothing of the trace can be shown: "+unread.Error()+".")
	} else if err := record.WriteFile(run.Path(record.StatFile), func(w io.Writer) error { return words.WriteJSON(w, a.summary.Stat) }); err != nil {
		return err
	}
	page := runPage(run, a, doubts...)
	page.Source = sourceMode(j.flags.source, report.SourceOn) // it was recorded here
	if err := writePage(ctx, run.Path(record.ReportFile), page); err != nil {
		return err
	}
	if err := writeIndex(ctx, j.flags.out); err != nil {
		warn(j.stderr, "listing the runs: "+err.Error())
	}
	return nil
}

// verdict is the error that the run ends with.
func (j *job) verdict(run *record.Run, unread error) error {
	if err := run.Failure(); err != nil {
		return err
	}
	if unread != nil {
		return unread
	}
	if failed := countVerdicts(run.Claims).Fails; failed > 0 && j.flags.strict {
		return claimsFailed{run.Workload, failed, len(run.Claims)}
	}
	return nil
}

// result is what run --json prints.
type result struct {
	RunDir   string            `json:"run_dir"`
	Report   string            `json:"report"`
	Workload string            `json:"workload"`
	Params   map[string]string `json:"params"`
	Exit     record.Exit       `json:"exit"`
	Claims   []record.Claim    `json:"claims"`
	Stat     *traceview.Stat   `json:"stat"` // null if nothing of the trace could be read
}

// resultOf returns the results of the run.
func resultOf(run *record.Run, a *analysis) result {
	r := result{run.Dir, run.Path(record.ReportFile), run.Workload, run.Params, run.Exit, run.Claims, nil}
	if a != nil {
		stat := a.summary.Stat // a copy, which does not keep the whole summary
		r.Stat = &stat
	}
	return r
}

// print prints the results of the run, for programs or for people.
func (j *job) print(run *record.Run, a *analysis) error {
	r := resultOf(run, a)
	if r.Stat != nil {
		warn(j.stderr, r.Stat.Trace.Warnings...)
	}
	if j.flags.json {
		return words.WriteJSON(j.stdout, r)
	}
	fmt.Fprintln(j.stdout, printable(runTitle(run)))
	fmt.Fprintln(j.stdout)
	printClaims(j.stdout, run.Claims)
	if r.Stat != nil {
		printNumbers(j.stdout, r.Stat)
		fmt.Fprintln(j.stdout)
	}
	fmt.Fprintln(j.stdout, r.Report)
	return nil
}

// printClaims prints each claim under its verdict, with the evidence.
func printClaims(w io.Writer, claims []record.Claim) {
	for _, c := range claims {
		fmt.Fprintf(w, "  %-12s  %s\n", c.Verdict, printable(c.Text))
		fmt.Fprintf(w, "  %s%s\n", strings.Repeat(" ", 14), printable(c.Evidence.Text))
	}
	if len(claims) > 0 {
		fmt.Fprintln(w)
	}
}
