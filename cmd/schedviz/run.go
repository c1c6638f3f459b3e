package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"schedviz/traceview/classify"
	"schedviz/traceview/cores"
	"schedviz/workloads"
)

// maxProcs bounds --procs: far above any host, and what the runtime can start.
const maxProcs = 4096

// runFlags are the flags of every run.
type runFlags struct {
	procs        int
	godebug      []string
	asyncPreempt choice
	cores        choice
	source       choice
	runq         bool
	timeout      time.Duration
	out          string
	open         bool
	json         bool
	strict       bool
}

func (f *runFlags) bind(fs *pflag.FlagSet) {
	f.bindProcs(fs)
	f.bindRecording(fs)
	f.bindResults(fs)
	fs.BoolVar(&f.strict, "strict", false, "exit with status 3 if a claim fails")
}

func (f *runFlags) bindProcs(fs *pflag.FlagSet) {
	fs.IntVar(&f.procs, "procs", 0, "GOMAXPROCS of the run (default what the Go runtime chooses: the number of cores)")
}

// bindRecording binds the flags that say how a run is recorded.
func (f *runFlags) bindRecording(fs *pflag.FlagSet) {
	f.asyncPreempt.words = asyncWords
	f.cores = choice{value: string(cores.ModeAuto), words: coresWords()}
	fs.StringSliceVar(&f.godebug, "godebug", nil, "GODEBUG settings of the run, as `k=v,...`")
	fs.Var(&f.asyncPreempt, "async-preempt", "whether goroutines are preempted by signals (default on)")
	fs.Var(&f.cores, "cores", "how to learn which thread is on which core: exactly by perf_event, roughly from /proc,\nwhat is possible (auto), or not at all")
	bindSource(fs, &f.source)
	fs.BoolVar(&f.runq, "runq", false, "sample the run queues every 10 ms, which no trace shows (Linux)")
	fs.DurationVar(&f.timeout, "timeout", time.Minute, "end the workload after this time and keep what was recorded")
}

// bindResults binds the flags that say where results go.
func (f *runFlags) bindResults(fs *pflag.FlagSet) {
	fs.StringVar(&f.out, "out", "out", "make the run directory in `DIR`")
	fs.BoolVar(&f.open, "open", false, "open the report in the browser")
	fs.BoolVar(&f.json, "json", false, "print JSON")
}

// completeRecording lets shells complete the values of bindRecording's flags.
func completeRecording(c *cobra.Command) {
	c.RegisterFlagCompletionFunc("async-preempt", cobra.FixedCompletions(asyncWords, cobra.ShellCompDirectiveNoFileComp))
	c.RegisterFlagCompletionFunc("cores", cobra.FixedCompletions(coresWords(), cobra.ShellCompDirectiveNoFileComp))
	c.RegisterFlagCompletionFunc("source", cobra.FixedCompletions(sourceWords, cobra.ShellCompDirectiveNoFileComp))
}

// asyncWords are the words that --async-preempt takes.
var asyncWords = []string{"on", "off"}

// coresWords are the words that --cores takes.
func coresWords() []string {
	var words []string
	for _, m := range cores.Modes {
		words = append(words, string(m))
	}
	return words
}

// check refuses values that make no sense. set is the flags as parsed.
func (f *runFlags) check(set *pflag.FlagSet) error {
	if set.Changed("procs") {
		if err := checkProcs(f.procs); err != nil {
			return err
		}
	}
	if f.timeout <= 0 {
		return usageErrorf("--timeout must be above 0, not %v", f.timeout)
	}
	if err := checkOut(f.out); err != nil {
		return err
	}
	for _, s := range f.godebug {
		if key, _, ok := strings.Cut(s, "="); !ok || key == "" {
			return usageErrorf("--godebug takes settings as name=value, not %q", s)
		}
	}
	return nil
}

func checkProcs(n int) error {
	if n < 1 || n > maxProcs {
		return usageErrorf("--procs must be from 1 to %d, not %d", maxProcs, n)
	}
	return nil
}

func checkOut(dir string) error {
	if dir == "" {
		return usageErrorf("--out must name a directory")
	}
	return nil
}

// settings are the GODEBUG settings asked for.
func (f *runFlags) settings() []string {
	switch f.asyncPreempt.value {
	case "on":
		return append(f.godebug, classify.AsyncPreemptOff+"=0")
	case "off":
		return append(f.godebug, classify.AsyncPreemptOff+"=1")
	}
	return f.godebug
}

// newRunCommand makes run, with a subcommand for each workload. args is the whole
// command line, to be kept with the run.
func newRunCommand(args []string) *cobra.Command {
	f, every := new(runFlags), new(allFlags)
	c := &cobra.Command{
		Use:   "run WORKLOAD|--all [flags]",
		Short: "Record a workload, check its claims, and draw it as a page",
		Long: `Record a workload in a process of its own, check on the trace what its documentation
claims, and draw the trace as one HTML page that works offline. Each run gets a new
directory, out/WORKLOAD-FLAGS-N; the last line printed is the path of its page.

With --all every workload is run in that way, one after another; the last line printed is
the path of the page that lists them with their verdicts.

A workload that is ended by --timeout, Ctrl-C, SIGTERM or SIGHUP, or that fails, leaves
what was recorded until then; the exit status is 1.`,
		Example: `  schedviz run workerpool --procs 4 --workers 10
  schedviz run tightloop --procs 1 --async-preempt=off
  schedviz run counter --sync mutex --strict --json
  schedviz run --all --strict`,
		Args: func(c *cobra.Command, args []string) error {
			switch {
			case len(args) > 0:
				return unknown("workload", args[0], subcommands(c))
			case !every.all:
				return usageErrorf("run needs a WORKLOAD, or --all: %s", strings.Join(subcommands(c), ", "))
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error {
			if err := f.check(c.Flags()); err != nil {
				return err
			}
			b := &batch{flags: f, scale: every.scale, args: args, stdout: c.OutOrStdout(), stderr: c.ErrOrStderr()}
			return b.do(c.Context())
		},
		DisableFlagsInUseLine: true,
	}
	every.bind(c.Flags())
	f.bind(c.PersistentFlags())
	completeRecording(c)
	for _, w := range workloads.All() {
		c.AddCommand(newWorkloadCommand(w, f, args))
	}
	return c
}

func newWorkloadCommand(w *workloads.Workload, f *runFlags, args []string) *cobra.Command {
	p := w.New()
	params := flagsOf(p)
	c := &cobra.Command{
		Use:                   w.Name + " [flags]",
		Short:                 w.Title,
		Long:                  describe(w),
		Args:                  exactly(0, ""),
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := f.check(c.Flags()); err != nil {
				return err
			}
			if err := p.Validate(); err != nil {
				return usageErrorf("%s: %v", w.Name, err)
			}
			j := &job{workload: w, program: p, params: params, flags: f, args: args, stdout: c.OutOrStdout(), stderr: c.ErrOrStderr()}
			return j.do(c.Context())
		},
	}
	c.Flags().AddFlagSet(params)
	return c
}

// describe is a workload's --help: what it does and what it claims.
func describe(w *workloads.Workload) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s.\n\n%s\n\nClaims, checked on the trace:", w.Title, strings.TrimSpace(w.Description))
	for _, c := range w.Claims {
		fmt.Fprintf(&b, "\n  - %s", c.Text)
	}
	return b.String()
}
