package main

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"schedviz/traceview/sweep"
	"schedviz/traceview/words"
	"schedviz/workloads"
	"schedviz/workloads/experiment"
	"schedviz/workloads/usage"
)

// sweepFlags are the flags of every sweep. runFlags has those for how runs are recorded and where results go.
type sweepFlags struct {
	runFlags
	procs  []int
	vary   string
	repeat int
}

func (f *sweepFlags) bind(fs *pflag.FlagSet) {
	fs.IntSliceVar(&f.procs, "procs", nil, "GOMAXPROCS of the runs, as `N,...` (default 1, 2, 4, … up to twice the cores; with\n--vary, the runtime's default)")
	fs.StringVar(&f.vary, "vary", "", "another flag to vary, as `FLAG=V,...`")
	fs.IntVar(&f.repeat, "repeat", 1, "run each point `N` times")
	f.BindRecording(fs)
	f.bindResults(fs)
	fs.Lookup("out").Usage = "make the sweep's directory in `DIR`"
	fs.Lookup("open").Usage = "open the page in the browser"
}

// newSweepCommand makes the sweep command, with a subcommand for each workload.
func newSweepCommand() *cobra.Command {
	f := &sweepFlags{runFlags: newRunFlags()}
	c := &cobra.Command{
		Use:   "sweep WORKLOAD [flags]",
		Short: "Run a workload over a range of settings and plot the results",
		Long: `Run a workload with several values of GOMAXPROCS, of another flag (--vary), or of both, and
plot on one page how wall time, speed-up, scheduling latency, preemptions and off-core time
depend on them. Each point links to the page of its run.

Each sweep gets its own directory, out/sweep-WORKLOAD-…-N, with its page (sweep.html), its
record (sweep.json) and its run directories. Ctrl-C ends it and keeps the finished runs: the
same command resumes the sweep.`,
		Example: `  schedviz sweep gomaxprocs --procs 1,2,4,8 --repeat 6
  schedviz sweep workerpool --procs 4 --vary workers=1,2,4,8,16
  schedviz sweep tightloop --vary async-preempt=on,off --procs 1,2`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage.Unknown("workload", args[0], subcommands(c))
			}
			return usage.Errorf("sweep needs a WORKLOAD: %s", strings.Join(subcommands(c), ", "))
		},
		RunE:                  func(*cobra.Command, []string) error { return nil }, // Args refuses
		DisableFlagsInUseLine: true,
	}
	f.bind(c.PersistentFlags())
	completeChoices(c)
	c.RegisterFlagCompletionFunc("vary", completeVary)
	for _, w := range workloads.All() {
		c.AddCommand(newSweepWorkloadCommand(w, f))
	}
	return c
}

func newSweepWorkloadCommand(w *workloads.Workload, f *sweepFlags) *cobra.Command {
	long := introduction(w)
	if len(w.Sweep) > 0 {
		long += "\n\nA sweep sets --" + strings.Join(w.Sweep, ", --") + ", unless that is given."
	}
	c := &cobra.Command{
		Use:                   w.Name + " [flags]",
		Short:                 w.Title,
		Long:                  long,
		Args:                  exactly(0, ""),
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
		RunE: func(c *cobra.Command, _ []string) error {
			plan, err := f.plan(w, c.Flags())
			if err != nil {
				return err
			}
			run, err := experiment.NewSweep(plan, f.Out, hooks(c.ErrOrStderr()))
			if err != nil {
				return err
			}
			return f.do(c, run)
		},
	}
	c.Flags().AddFlagSet(experiment.FlagsOf(w.New()))
	return c
}

// completeVary completes the flags of c's runs.
func completeVary(c *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
	var names []string
	for _, name := range variable(c.Flags()) {
		names = append(names, name+"=")
	}
	return names, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
}

// ofSweep are the flags of the sweep itself; all others go to its runs.
var ofSweep = []string{"procs", "vary", "repeat", "out", "open", "json", "help"}

// variable lists the flags that --vary accepts.
func variable(set *pflag.FlagSet) []string {
	var names []string
	set.VisitAll(func(f *pflag.Flag) {
		if !slices.Contains(ofSweep, f.Name) {
			names = append(names, f.Name)
		}
	})
	return names
}

// plan makes the plan that the flags ask for.
func (f *sweepFlags) plan(w *workloads.Workload, set *pflag.FlagSet) (sweep.Plan, error) {
	none := sweep.Plan{}
	if err := experiment.CheckOut(f.Out); err != nil {
		return none, err
	}
	if err := experiment.CheckRepeat(f.repeat); err != nil {
		return none, err
	}
	axis, err := parseVary(f.vary, set)
	if err != nil {
		return none, err
	}
	procs, err := f.procsOf(set, axis)
	if err != nil {
		return none, err
	}
	return sweep.Plan{Workload: w.Name, Args: runArgs(w, set, axis), Procs: procs, Vary: axis, Repeat: f.repeat}, nil
}

// do runs the sweep and prints its results, even if it is incomplete.
func (f *sweepFlags) do(c *cobra.Command, run *experiment.SweepRun) error {
	pageMemory.use()
	r, ended := run.Run(c.Context())
	if r == nil {
		return ended
	}
	var err error
	if f.json {
		err = words.WriteJSON(c.OutOrStdout(), sweepJSONOf(r))
	} else {
		printSweep(c.OutOrStdout(), r.Page)
		fmt.Fprintln(c.OutOrStdout(), r.Path)
	}
	if err == nil && f.open {
		openBrowser(c.ErrOrStderr(), r.Path)
	}
	return errors.Join(ended, err)
}

// procsOf returns the values of GOMAXPROCS, ascending, each once.
func (f *sweepFlags) procsOf(set *pflag.FlagSet, axis *sweep.Axis) ([]int, error) {
	switch {
	case set.Changed("procs"):
	case axis != nil:
		return []int{runtime.GOMAXPROCS(0)}, nil
	default:
		var procs []int
		for n := 1; n <= 2*runtime.NumCPU(); n *= 2 {
			procs = append(procs, n)
		}
		return procs, nil
	}
	for _, n := range f.procs {
		if err := experiment.CheckProcs(n); err != nil {
			return nil, err
		}
	}
	if len(f.procs) == 0 {
		return nil, usage.Errorf("--procs needs at least one number")
	}
	return slices.Compact(slices.Sorted(slices.Values(f.procs))), nil
}

// parseVary parses "flag=v,v"; "" gives no axis.
func parseVary(text string, set *pflag.FlagSet) (*sweep.Axis, error) {
	if text == "" {
		return nil, nil
	}
	name, list, ok := strings.Cut(strings.TrimLeft(text, "-"), "=")
	if !ok || list == "" {
		return nil, usage.Errorf("--vary takes a flag and its values as FLAG=V,V,..., not %q", text)
	}
	known := variable(set)
	if name == "procs" {
		return nil, usage.Errorf("--vary: GOMAXPROCS is varied by --procs %s", list)
	}
	if !slices.Contains(known, name) {
		return nil, usage.Unknown("flag in --vary", name, known)
	}
	if set.Changed(name) {
		return nil, usage.Errorf("--%s is both set and varied", name)
	}
	axis := &sweep.Axis{Flag: name}
	for v := range strings.SplitSeq(list, ",") {
		if v == "" {
			return nil, usage.Errorf("--vary %s: an empty value", text)
		}
		if !slices.Contains(axis.Values, v) {
			axis.Values = append(axis.Values, v)
		}
	}
	return axis, nil
}

// runArgs returns the flags of all runs: those given, and the defaults that make a sweep of this workload
// informative.
func runArgs(w *workloads.Workload, set *pflag.FlagSet, axis *sweep.Axis) []string {
	args := []string{}
	for _, name := range w.Sweep {
		if !set.Changed(name) && (axis == nil || axis.Flag != name) {
			args = append(args, "--"+name)
		}
	}
	set.Visit(func(f *pflag.Flag) {
		if slices.Contains(ofSweep, f.Name) {
			return
		}
		value := f.Value.String()
		if list, ok := f.Value.(pflag.SliceValue); ok {
			value = strings.Join(list.GetSlice(), ",")
		}
		args = append(args, fmt.Sprintf("--%s=%s", f.Name, value))
	})
	return args
}
