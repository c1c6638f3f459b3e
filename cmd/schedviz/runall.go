package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"schedviz/traceview/words"
	"schedviz/workloads"
)

// allFlags are the flags of run --all.
type allFlags struct {
	all   bool
	scale string
}

func (f *allFlags) bind(fs *pflag.FlagSet) {
	fs.BoolVar(&f.all, "all", false, "run every workload, one after another, and sum up the verdicts")
	fs.StringVar(&f.scale, "scale", "", "with --all: the --scale of the workloads that have one, a `factor`")
}

// batch is a run of every workload.
type batch struct {
	flags          *runFlags
	scale          string   // "" leaves it to the workloads
	args           []string // the whole command line
	stdout, stderr io.Writer
}

// batchRun is one run of a batch: what came of it, and how it ended.
type batchRun struct {
	result
	took time.Duration // with the making of its page
	err  error
}

// batchFailed is the end of a batch of which runs failed.
type batchFailed struct {
	failed []string
	first  error
}

func (e batchFailed) Error() string {
	if len(e.failed) == 1 {
		return e.first.Error()
	}
	return fmt.Sprintf("%d workloads failed (%s), the first by: %v", len(e.failed), strings.Join(e.failed, ", "), e.first)
}

func (e batchFailed) Unwrap() error { return e.first }

// jobs makes a job for each workload, and refuses bad parameters before any runs.
func (b *batch) jobs() ([]*job, error) {
	var jobs []*job
	for _, w := range workloads.All() {
		p := w.New()
		params := flagsOf(p)
		if params.Lookup("scale") != nil && b.scale != "" {
			if err := params.Set("scale", b.scale); err != nil {
				return nil, usageErrorf("--scale: bad value %q: it takes a number", b.scale)
			}
		}
		if err := p.Validate(); err != nil {
			return nil, usageErrorf("%s: %v", w.Name, err)
		}
		jobs = append(jobs, &job{workload: w, program: p, params: params, flags: b.flags, args: b.args, stdout: b.stdout, stderr: b.stderr})
	}
	return jobs, nil
}

// do runs them all. A run that fails does not keep the others from running; an
// interruption does.
func (b *batch) do(ctx context.Context) error {
	jobs, err := b.jobs()
	if err != nil {
		return err
	}
	var runs []batchRun
	for i, j := range jobs {
		j.progress("%d of %d", i+1, len(jobs))
		run, err := b.one(ctx, j)
		if err != nil {
			return err
		}
		runs = append(runs, run)
		if run.Exit.Interrupted {
			break
		}
	}
	if err := b.print(runs); err != nil {
		return err
	}
	if b.flags.open {
		openBrowser(b.stderr, b.index())
	}
	return b.verdict(runs)
}

// one runs one workload; the error is one that ends the batch.
func (b *batch) one(ctx context.Context, j *job) (batchRun, error) {
	start := time.Now()
	run, a, unread, err := j.make(ctx)
	if err != nil {
		return batchRun{}, fmt.Errorf("%s: %w", j.workload.Name, err)
	}
	r := batchRun{result: resultOf(run, a), took: time.Since(start), err: errors.Join(run.Failure(), unread)}
	if r.Stat != nil {
		for _, w := range r.Stat.Trace.Warnings {
			warn(b.stderr, r.Workload+": "+w)
		}
	}
	return r, nil
}

func (b *batch) index() string { return filepath.Join(b.flags.out, indexFile) }

// print prints the results, for programs or for people.
func (b *batch) print(runs []batchRun) error {
	if b.flags.json {
		list := struct {
			Runs []result `json:"runs"`
		}{[]result{}}
		for _, r := range runs {
			list.Runs = append(list.Runs, r.result)
		}
		return words.WriteJSON(b.stdout, list)
	}
	t := table{}
	t.add("workload", "took", "holds", "fails", "inconclusive", "run")
	for _, r := range runs {
		n := countVerdicts(r.Claims)
		outcome := r.RunDir
		if r.err != nil {
			outcome = "failed: " + printable(r.err.Error())
		}
		t.add(r.Workload, nanos(int64(r.took)), dash(n.Holds), dash(n.Fails), dash(n.Inconclusive), outcome)
	}
	t.write(b.stdout, "lrrrrw")
	fmt.Fprintln(b.stdout)
	for _, r := range runs {
		printDoubts(b.stdout, r.result)
	}
	fmt.Fprintln(b.stdout, b.index())
	return nil
}

// dash writes a number, and nothing for 0, so that the others stand out.
func dash(n int) string {
	if n == 0 {
		return "-"
	}
	return strconv.Itoa(n)
}

// printDoubts prints the claims of a run that do not hold, with the evidence.
func printDoubts(w io.Writer, r result) {
	for _, c := range r.Claims {
		if c.Verdict != string(workloads.Holds) {
			fmt.Fprintf(w, "%s: %s: %s\n  %s\n\n", r.Workload, c.Verdict, printable(c.Text), printable(c.Evidence.Text))
		}
	}
}

// verdict is the error that the batch ends with.
func (b *batch) verdict(runs []batchRun) error {
	var failure batchFailed
	failed, claims := 0, 0
	for _, r := range runs {
		if r.err != nil {
			failure.failed = append(failure.failed, r.Workload)
			if failure.first == nil {
				failure.first = r.err
			}
		}
		failed += countVerdicts(r.Claims).Fails
		claims += len(r.Claims)
	}
	switch {
	case failure.first != nil:
		return failure
	case failed > 0 && b.flags.strict:
		return claimsFailed{"all workloads", failed, claims}
	}
	return nil
}
