// Package experiment runs workloads as experiments: it records each in a process of its own, checks the
// workload's claims against the trace, and draws the trace as a page. The schedviz command is built on it; other
// programs can use it for their own workloads.
//
// A [Setup] is a workload with its parameters and recording options. [Setup.Run] starts it in a child process,
// reads the trace, checks the claims and completes the run directory:
//
//	run.json      parameters, settings, host, how the run ended, claims and verdicts
//	trace.out     the runtime/trace recording
//	cores.data    the kernel's context switches of the run's threads, where available
//	output.txt    what the workload printed
//	stat.json     what schedviz stat --json prints
//	report.html   the page: one file that works offline
//
// and lists it in the index.html next to it. [RunAll] does so for several setups. A
// [Comparison] runs workloads, reads traces and earlier runs, and compares them; a
// [SweepRun] runs a workload over a grid of settings. An [Input] is a trace or a run
// directory, to be read, analyzed and drawn.
//
// The child process is the same program, started again: main registers the program's
// workloads and then calls [Child], which does not return in the child:
//
//	func main() {
//		workloads.Register(relay)
//		experiment.Child()
//		setup := experiment.New(relay)
//		if err := setup.Parse(os.Args[1:]); err != nil { … }
//		result, err := setup.Run(context.Background())
//		…
//		fmt.Println(result.Report())
//	}
//
// The package handles signals itself. The first Ctrl-C, SIGTERM or SIGHUP ends a
// recording early; what was recorded is kept, checked and drawn. The next one ends that,
// and another one the process. With [Options].PassSignals, a workload that handles signals gets one first, and ends in its
// own way. When a context ends, everything does.
//
// Fields named …NS are nanoseconds. Errors say what was being done, to what, and why it
// failed; those about parameters and flags are of type [usage.Error].
//
// Package [schedviz/traceview] says what is stable.
package experiment

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"schedviz/traceview/classify"
	"schedviz/traceview/cores"
	"schedviz/traceview/report"
	"schedviz/traceview/tracefile"
	"schedviz/workloads/usage"
)

// MaxProcs bounds GOMAXPROCS: far above any host, and what the runtime can start.
const MaxProcs = 4096

// Options say how to record workloads and where to put their run directories.
type Options struct {
	Out          string        // the directory that run directories are made in
	Procs        int           // GOMAXPROCS; 0 is the runtime's default
	GODEBUG      []string      // settings as k=v, added to those of the environment
	AsyncPreempt string        // whether signals preempt goroutines: "on", "off", or "" for the runtime's default
	Cores        cores.Mode    // how to capture which thread is on which core
	Source       Source        // whether the page shows source lines
	Queues       bool          // sample the run queues every 10 ms; only on Linux
	Race         bool          // build the program again, with the race detector, and check what that reports
	Timeout      time.Duration // when to end a run early; 0 is never
	PassSignals  bool          // the first Ctrl-C or SIGTERM goes to a workload that handles it; else it ends the run
	Command      []string      // the command line for run.json; nil is os.Args
	Hooks        Hooks
}

// Defaults returns the options of schedviz run without flags: a run directory in out, the runtime's GOMAXPROCS, a
// timeout of a minute.
func Defaults() Options {
	return Options{Out: "out", Cores: cores.ModeAuto, Source: SourceAuto, Timeout: time.Minute}
}

// Hooks are called as an experiment proceeds. Each may be nil.
type Hooks struct {
	// Doing gets a line about what happens next, for someone watching.
	Doing func(what string)
	// Note gets what the user should know, Warn what is wrong, one line per call.
	Note, Warn func(text string)
	// Reading gets each trace before it is read, and returns a function to call when that is done.
	Reading func(*tracefile.File) (done func())
}

func (h Hooks) doing(format string, args ...any) {
	if h.Doing != nil {
		h.Doing(fmt.Sprintf(format, args...))
	}
}

func (h Hooks) note(text string) {
	if h.Note != nil {
		h.Note(text)
	}
}

func (h Hooks) warn(text string) {
	if h.Warn != nil {
		h.Warn(text)
	}
}

func (h Hooks) reading(f *tracefile.File) (done func()) {
	if h.Reading == nil {
		return func() {}
	}
	return h.Reading(f)
}

// BindProcs binds --procs.
func (o *Options) BindProcs(fs *pflag.FlagSet) {
	fs.IntVar(&o.Procs, "procs", o.Procs,
		"GOMAXPROCS of the run (default the runtime's: the number of cores)")
}

// BindRecording binds the other flags for how a run is recorded.
func (o *Options) BindRecording(fs *pflag.FlagSet) {
	fs.StringSliceVar(&o.GODEBUG, "godebug", o.GODEBUG, "GODEBUG settings of the run, as `k=v,...`")
	fs.Var(usage.NewChoice(&o.AsyncPreempt, "on", "off"), "async-preempt",
		"whether signals preempt goroutines (default on)")
	BindCores(fs, &o.Cores)
	o.Source.Bind(fs)
	fs.BoolVar(&o.Queues, "runq", o.Queues, "sample the run queues every 10 ms, which traces don't record (Linux)")
	fs.BoolVar(&o.Race, "race", o.Race, "build the workload with the race detector and check what that reports")
	fs.DurationVar(&o.Timeout, "timeout", o.Timeout, "end the workload after this time and keep what was recorded")
}

// BindCores binds --cores.
func BindCores(fs *pflag.FlagSet, mode *cores.Mode) {
	fs.Var(usage.NewChoice(mode, cores.Modes...), "cores",
		"how to capture which thread is on which core: exactly by perf_event, roughly from /proc,\n"+
			"the best available (auto), or not at all")
}

// Check rejects invalid values. set is the parsed flags: an explicit --procs 0 is rejected, although 0 is the
// default.
func (o *Options) Check(set *pflag.FlagSet) error {
	if set.Changed("procs") {
		if err := CheckProcs(o.Procs); err != nil {
			return err
		}
	}
	if o.Timeout <= 0 {
		return usage.Errorf("--timeout must be above 0, not %v", o.Timeout)
	}
	if err := CheckOut(o.Out); err != nil {
		return err
	}
	for _, s := range o.GODEBUG {
		if key, _, ok := strings.Cut(s, "="); !ok || key == "" {
			return usage.Errorf("--godebug takes settings as name=value, not %q", s)
		}
	}
	return nil
}

// CheckProcs rejects a GOMAXPROCS out of range.
func CheckProcs(n int) error {
	if n < 1 || n > MaxProcs {
		return usage.Errorf("--procs must be from 1 to %d, not %d", MaxProcs, n)
	}
	return nil
}

// CheckOut rejects an empty output directory name.
func CheckOut(dir string) error {
	if dir == "" {
		return usage.Errorf("--out must name a directory")
	}
	return nil
}

// settings returns the GODEBUG settings, including the one for async preemption.
func (o *Options) settings() []string {
	switch o.AsyncPreempt {
	case "on":
		return append(slices.Clip(o.GODEBUG), classify.AsyncPreemptOff+"=0")
	case "off":
		return append(slices.Clip(o.GODEBUG), classify.AsyncPreemptOff+"=1")
	}
	return o.GODEBUG
}

// Source says whether a page includes the source lines that its tables name; not everyone wants them in a page
// they pass on.
type Source string

// The values of --source.
const (
	SourceAuto Source = "auto"
	SourceOn   Source = "on"
	SourceOff  Source = "off"
)

// Bind binds --source.
func (s *Source) Bind(fs *pflag.FlagSet) {
	*s = SourceAuto
	fs.Var(usage.NewChoice(s, SourceAuto, SourceOn, SourceOff), "source",
		"show source lines from GOROOT, the module cache and the current module; auto shows\n"+
			"them for runs recorded here and for traces of the current module's programs")
}

// Mode returns the report's mode for s; auto is the mode for [SourceAuto].
func (s Source) Mode(auto report.SourceMode) report.SourceMode {
	switch s {
	case SourceOn:
		return report.SourceOn
	case SourceOff:
		return report.SourceOff
	}
	return auto
}
