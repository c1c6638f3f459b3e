package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"schedviz/traceview"
	"schedviz/traceview/record"
	"schedviz/traceview/words"
	"schedviz/workloads"
	"schedviz/workloads/experiment"
	"schedviz/workloads/usage"
)

// runFlags are the flags of every run.
type runFlags struct {
	experiment.Options
	open   bool
	json   bool
	strict bool
}

func newRunFlags() runFlags { return runFlags{Options: experiment.Defaults()} }

func (f *runFlags) bind(fs *pflag.FlagSet) {
	f.BindProcs(fs)
	f.BindRecording(fs)
	f.bindResults(fs)
	fs.BoolVar(&f.strict, "strict", false, "exit with status 3 if a claim fails")
}

// bindResults binds the flags for where results go.
func (f *runFlags) bindResults(fs *pflag.FlagSet) {
	bindOut(fs, &f.Out)
	bindOpen(fs, &f.open)
	bindJSON(fs, &f.json)
}

func bindOut(fs *pflag.FlagSet, dir *string) {
	fs.StringVar(dir, "out", *dir, "make the run directory in `DIR`")
}

func bindOpen(fs *pflag.FlagSet, open *bool) {
	fs.BoolVar(open, "open", false, "open the report in the browser")
}

func bindJSON(fs *pflag.FlagSet, json *bool) { fs.BoolVar(json, "json", false, "print JSON") }

// newRunCommand makes the run command, with a subcommand for each workload. args is the whole command line,
// recorded with the run.
func newRunCommand(args []string) *cobra.Command {
	flags, every := newRunFlags(), new(allFlags)
	f := &flags
	c := &cobra.Command{
		Use:   "run WORKLOAD|--all [flags]",
		Short: "Record a workload, check its claims and draw its page",
		Long: `Record a workload in its own process, check the claims of its documentation against the
trace, and draw the trace as one HTML page that works offline. Each run gets a new
directory, out/WORKLOAD-FLAGS-N; the last line printed is the path of its page.

With --all every workload is run, one after another; the last line printed is the path
of the page that lists them with their verdicts.

If a workload fails, or is ended by --timeout, Ctrl-C, SIGTERM or SIGHUP, the recording up
to then is kept, and the exit status is 1. A workload that handles signals itself, as
httpserver does, gets the first Ctrl-C or SIGTERM, ends in its own way and is checked; the
second one ends it at once.`,
		Example: `  schedviz run workerpool --procs 4 --workers 10
  schedviz run tightloop --procs 1 --async-preempt=off
  schedviz run counter --sync mutex --strict --json
  schedviz run --all --strict`,
		Args: func(c *cobra.Command, args []string) error {
			switch {
			case len(args) > 0:
				return usage.Unknown("workload", args[0], subcommands(c))
			case !every.all:
				return usage.Errorf("run needs a WORKLOAD, or --all: %s", strings.Join(subcommands(c), ", "))
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error {
			if err := f.Check(c.Flags()); err != nil {
				return err
			}
			b := &batch{flags: f, stdout: c.OutOrStdout(), stderr: c.ErrOrStderr()}
			return b.do(c.Context(), f.asked(args, b.stderr), every.scale)
		},
		DisableFlagsInUseLine: true,
	}
	every.bind(c.Flags())
	f.bind(c.PersistentFlags())
	completeChoices(c)
	for _, w := range workloads.All() {
		c.AddCommand(newWorkloadCommand(w, f, args))
	}
	return c
}

// asked returns the options that a command line asks for.
func (f *runFlags) asked(args []string, stderr io.Writer) experiment.Options {
	o := f.Options
	o.Command, o.Hooks = append([]string{"schedviz"}, args...), hooks(stderr)
	return o
}

func newWorkloadCommand(w *workloads.Workload, f *runFlags, args []string) *cobra.Command {
	setup := experiment.New(w)
	c := &cobra.Command{
		Use:                   w.Name + " [flags]",
		Short:                 w.Title,
		Long:                  introduction(w) + toLookAt(w) + claimsOf(w) + toTry(w),
		Args:                  exactly(0, ""),
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := f.Check(c.Flags()); err != nil {
				return err
			}
			if err := setup.Validate(); err != nil {
				return err
			}
			j := &job{flags: f, stdout: c.OutOrStdout(), stderr: c.ErrOrStderr()}
			setup.Options = f.asked(args, j.stderr)
			setup.PassSignals = true
			setup.FitTimeout(c.Flags())
			return j.do(c.Context(), setup)
		},
	}
	c.Flags().AddFlagSet(setup.Params)
	return c
}

// job runs one workload and prints the results.
type job struct {
	flags          *runFlags
	stdout, stderr io.Writer
}

// claimsFailed is the error of a run --strict with failed claims.
type claimsFailed struct {
	workload      string
	failed, total int
}

func (e claimsFailed) Error() string {
	return fmt.Sprintf("checking %s: %d of %s failed", e.workload, e.failed, words.Counted(e.total, "claim"))
}

// do runs the workload and prints the results.
func (j *job) do(ctx context.Context, setup *experiment.Setup) error {
	pageMemory.use()
	r, err := setup.Run(ctx)
	if err != nil {
		return err
	}
	if err := j.print(r); err != nil {
		return err
	}
	if j.flags.open {
		openBrowser(j.stderr, r.Report())
	}
	return j.verdict(r)
}

// verdict is the error that the run ends with.
func (j *job) verdict(r *experiment.Result) error {
	if err := r.Run.Failure(); err != nil {
		return err
	}
	if r.Unread != nil {
		return r.Unread
	}
	if failed := experiment.Verdicts(r.Run.Claims).Fails; failed > 0 && j.flags.strict {
		return claimsFailed{r.Run.Workload, failed, len(r.Run.Claims)}
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
	Stat     *traceview.Stat   `json:"stat"`               // null if nothing in the trace could be read
	Attached *record.Attached  `json:"attached,omitempty"` // only of attach
}

// resultOf returns the results of a run.
func resultOf(run *record.Run, stat *traceview.Stat) result {
	return result{
		run.Dir, run.Path(record.ReportFile), run.Workload, run.Params, run.Exit, run.Claims, stat, run.Attached,
	}
}

// print prints the results of the run, for programs or for people.
func (j *job) print(r *experiment.Result) error {
	stat := r.Stat()
	if stat != nil {
		warn(j.stderr, stat.Trace.Warnings...)
	}
	if j.flags.json {
		return words.WriteJSON(j.stdout, resultOf(r.Run, stat))
	}
	printResult(j.stdout, r)
	return nil
}

// printResult prints the results for people; the last line is the path of the page.
func printResult(w io.Writer, r *experiment.Result) {
	fmt.Fprintln(w, words.Printable(experiment.Title(r.Run)))
	fmt.Fprintln(w)
	printClaims(w, r.Run.Claims)
	if r.Analysis != nil {
		printNumbers(w, r.Analysis.Summary)
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w, r.Report())
}

// printClaims prints each claim under its verdict, with the evidence.
func printClaims(w io.Writer, claims []record.Claim) {
	for _, c := range claims {
		fmt.Fprintf(w, "  %-12s  %s\n", c.Verdict, words.Printable(c.Text))
		fmt.Fprintf(w, "  %s%s\n", strings.Repeat(" ", 14), words.Printable(c.Evidence.Text))
	}
	if len(claims) > 0 {
		fmt.Fprintln(w)
	}
}
