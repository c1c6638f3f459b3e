package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"schedviz/traceview/record"
	"schedviz/traceview/words"
	"schedviz/workloads"
	"schedviz/workloads/experiment"
	"schedviz/workloads/usage"
)

// allFlags are the flags of run --all.
type allFlags struct {
	all   bool
	scale string
}

func (f *allFlags) bind(fs *pflag.FlagSet) {
	fs.BoolVar(&f.all, "all", false, "run every workload, one after another, and summarize the verdicts")
	fs.StringVar(&f.scale, "scale", "", "with --all: the --scale `factor` of the workloads that have one")
}

// batch runs every workload and prints the results.
type batch struct {
	flags          *runFlags
	stdout, stderr io.Writer
}

// batchFailed is the error of a batch with failed runs.
type batchFailed struct {
	failed []string
	first  error
}

// add adds a failed run.
func (e *batchFailed) add(r experiment.Outcome) {
	e.failed = append(e.failed, r.Run.Workload)
	if e.first == nil {
		e.first = r.Err
	}
}

func (e batchFailed) Error() string {
	if len(e.failed) == 1 {
		return e.first.Error()
	}
	return fmt.Sprintf("%d workloads failed (%s), the first: %v", len(e.failed), strings.Join(e.failed, ", "), e.first)
}

func (e batchFailed) Unwrap() error { return e.first }

// everyWorkload makes a setup for each workload and rejects bad parameters before any workload runs. An empty
// scale means each workload's default.
func everyWorkload(o experiment.Options, scale string) ([]*experiment.Setup, error) {
	var setups []*experiment.Setup
	for _, w := range workloads.All() {
		s := experiment.New(w)
		s.Options = o
		if s.Params.Lookup("scale") != nil && scale != "" {
			if err := s.Params.Set("scale", scale); err != nil {
				return nil, usage.Errorf("--scale: bad value %q: want a number", scale)
			}
		}
		if err := s.Validate(); err != nil {
			return nil, err
		}
		setups = append(setups, s)
	}
	return setups, nil
}

// do runs them all. A run that fails does not stop the others; an interruption does.
func (b *batch) do(ctx context.Context, o experiment.Options, scale string) error {
	setups, err := everyWorkload(o, scale)
	if err != nil {
		return err
	}
	pageMemory.use()
	runs, err := experiment.RunAll(ctx, setups)
	if err != nil {
		return err
	}
	if err := b.print(runs); err != nil {
		return err
	}
	if b.flags.open {
		openBrowser(b.stderr, b.index())
	}
	return b.verdict(runs)
}

func (b *batch) index() string { return filepath.Join(b.flags.Out, experiment.IndexFile) }

// print prints the results, for programs or for people.
func (b *batch) print(runs []experiment.Outcome) error {
	if b.flags.json {
		return writeRuns(b.stdout, runs)
	}
	t := table{}
	t.add("workload", "took", "holds", "fails", "inconclusive", "differs", "run")
	for _, r := range runs {
		n := experiment.Verdicts(r.Run.Claims)
		outcome := r.Run.Dir
		if r.Err != nil {
			outcome = "failed: " + words.Printable(r.Err.Error())
		}
		t.add(r.Run.Workload, nanos(int64(r.Took)), dash(n.Holds), dash(n.Fails), dash(n.Inconclusive), dash(n.Differs), outcome)
	}
	t.write(b.stdout, "lrrrrrw")
	fmt.Fprintln(b.stdout)
	for _, r := range runs {
		printExceptions(b.stdout, r.Run)
	}
	fmt.Fprintln(b.stdout, b.index())
	return nil
}

// writeRuns prints the results of several runs as JSON.
func writeRuns(w io.Writer, runs []experiment.Outcome) error {
	list := struct {
		Runs []result `json:"runs"`
	}{[]result{}}
	for _, r := range runs {
		list.Runs = append(list.Runs, resultOf(r.Run, r.Stat))
	}
	return words.WriteJSON(w, list)
}

// dash formats a number, 0 as a dash so that the others stand out.
func dash(n int) string {
	if n == 0 {
		return "-"
	}
	return strconv.Itoa(n)
}

// printExceptions prints the claims of a run that do not hold, with the evidence.
func printExceptions(w io.Writer, r *record.Run) {
	for _, c := range r.Claims {
		if c.Verdict != string(workloads.Holds) {
			fmt.Fprintf(w, "%s: %s: %s\n  %s\n\n", r.Workload, c.Verdict, words.Printable(c.Text),
				words.Printable(c.Evidence.Text))
		}
	}
}

// verdict is the error that the batch ends with.
func (b *batch) verdict(runs []experiment.Outcome) error {
	var failure batchFailed
	failed, claims := 0, 0
	for _, r := range runs {
		if r.Err != nil {
			failure.add(r)
		}
		failed += experiment.Verdicts(r.Run.Claims).Fails
		claims += len(r.Run.Claims)
	}
	switch {
	case failure.first != nil:
		return failure
	case failed > 0 && b.flags.strict:
		return claimsFailed{"all workloads", failed, claims}
	}
	return nil
}
