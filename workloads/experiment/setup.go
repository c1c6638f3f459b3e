package experiment

import (
	"fmt"
	"unicode"

	"github.com/spf13/pflag"

	"schedviz/traceview/cores"
	"schedviz/workloads"
	"schedviz/workloads/usage"
)

// Setup is a workload with its parameters and recording options. Use a new one for each run.
type Setup struct {
	Workload *workloads.Workload
	Program  workloads.Program
	Params   *pflag.FlagSet // the program's flags; setting one sets a parameter of Program
	Options
}

// New returns a setup with the workload's documented parameters and the [Defaults]. The
// workload must be registered: the child process looks it up by name.
func New(w *workloads.Workload) *Setup {
	p := w.New()
	return &Setup{Workload: w, Program: p, Params: FlagsOf(p), Options: Defaults()}
}

// FlagsOf returns the flags of a program.
func FlagsOf(p workloads.Program) *pflag.FlagSet {
	fs := pflag.NewFlagSet("", pflag.ContinueOnError)
	p.Flags(fs)
	return fs
}

// Parse sets parameters and options from flags: those of the workload, and the recording flags of schedviz run
// (--procs, --cores, …). The error is a [usage.Error].
func (s *Setup) Parse(args []string) error {
	name := s.Workload.Name
	fs := pflag.NewFlagSet(name, pflag.ContinueOnError)
	fs.AddFlagSet(s.Params)
	s.BindProcs(fs)
	s.BindRecording(fs)
	if err := fs.Parse(args); err != nil {
		return usage.Errorf("%s: %v", name, usage.Explain(fs, err))
	}
	if fs.NArg() > 0 {
		return usage.Errorf("%s takes no arguments, not %q", name, fs.Arg(0))
	}
	if err := s.Check(fs); err != nil {
		return usage.Errorf("%s: %v", name, err)
	}
	s.FitTimeout(fs)
	return s.Validate()
}

// Validate rejects bad parameters of the workload. The error is a [usage.Error].
func (s *Setup) Validate() error {
	if err := s.Program.Validate(); err != nil {
		return usage.Errorf("%s: %v", s.Workload.Name, err)
	}
	return nil
}

// FitTimeout adds to the default timeout the time that a [workloads.Lasting] program runs by its parameters. A --timeout
// among the parsed flags stays as it is.
func (s *Setup) FitTimeout(set *pflag.FlagSet) {
	if p, ok := s.Program.(workloads.Lasting); ok && !set.Changed("timeout") {
		s.Timeout += p.Lasts()
	}
}

// dirName names the run directory after the workload and its settings that are not the default.
func (s *Setup) dirName() string {
	name := s.Workload.Name
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
	s.Params.VisitAll(func(f *pflag.Flag) {
		if f.Changed {
			add(f.Name, f.Value.String())
		}
	})
	if s.Procs > 0 {
		add("procs", fmt.Sprint(s.Procs))
	}
	if s.AsyncPreempt != "" {
		add("async", s.AsyncPreempt)
	}
	if s.Queues {
		add("runq", "true")
	}
	if s.Race {
		add("race", "true")
	}
	if s.Cores != cores.ModeAuto {
		add("cores", string(s.Cores))
	}
	for _, setting := range s.GODEBUG {
		add("godebug", setting)
	}
	return name
}

// values returns the parameters by flag name.
func (s *Setup) values() map[string]string {
	values := map[string]string{}
	s.Params.VisitAll(func(f *pflag.Flag) { values[f.Name] = f.Value.String() })
	return values
}

// childArgs returns the arguments with which [Child] makes the same program.
func (s *Setup) childArgs() []string {
	args := []string{ChildArg, s.Workload.Name}
	s.Params.VisitAll(func(f *pflag.Flag) { args = append(args, "--"+f.Name+"="+f.Value.String()) })
	return args
}
