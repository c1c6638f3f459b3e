package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"schedviz/traceview"
	"schedviz/traceview/hook"
	"schedviz/traceview/input"
	"schedviz/traceview/record"
	"schedviz/traceview/words"
	"schedviz/workloads/experiment"
	"schedviz/workloads/usage"
)

// programFlags are the flags for recording any program.
type programFlags struct {
	experiment.Options
	request hook.Request
	maxSize size
	open    bool
	json    bool
}

func (f *programFlags) bind(fs *pflag.FlagSet) {
	f.Options = experiment.Defaults()
	f.maxSize = input.DefaultMaxSize
	fs.StringVar(&f.Out, "out", f.Out, "make the run directory in `DIR`")
	fs.DurationVar(&f.request.After, "after", 0, "begin to record this long after the start of the program")
	fs.DurationVar(&f.request.For, "for", 0, "record this long (default until the program ends)")
	fs.Var(&f.maxSize, "max-size", "end the recording when the trace exceeds `SIZE` (500MB, 2GB)")
	f.BindProcs(fs)
	experiment.BindCores(fs, &f.Cores)
	fs.BoolVar(&f.Queues, "runq", false, "sample the run queues every 10 ms, which traces don't record (Linux); the\n"+
		"program's standard error then goes through a pipe")
	f.Source.Bind(fs)
	fs.BoolVar(&f.open, "open", false, "open the page in the browser")
	fs.BoolVar(&f.json, "json", false, "print JSON, and what the program prints on standard error")
}

// check rejects invalid values.
func (f *programFlags) check(fs *pflag.FlagSet) error {
	if err := f.Options.Check(fs); err != nil {
		return err
	}
	for name, d := range map[string]time.Duration{"after": f.request.After, "for": f.request.For} {
		if fs.Changed(name) && d <= 0 {
			return usage.Errorf("--%s must be above 0, not %v", name, d)
		}
	}
	f.request.MaxSize = int64(f.maxSize)
	return nil
}

// program returns what the flags say about how to record a program. args is the whole command line.
func (f *programFlags) program(args []string, stderr io.Writer) *experiment.Program {
	p := &experiment.Program{Request: f.request, Options: f.Options, Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr}
	p.Command, p.Hooks = append([]string{"schedviz"}, args...), hooks(stderr)
	if f.json {
		p.Stdout = os.Stderr
	}
	return p
}

// programEnded is the error of a program that did not exit with status 0. It has said why itself.
type programEnded struct{ exit record.Exit }

func (e programEnded) Error() string { return e.exit.Error }

// status returns the program's exit status, as a shell would for a program that was killed by a signal.
func (e programEnded) status() int {
	if e.exit.SignalNumber > 0 {
		return 128 + e.exit.SignalNumber
	}
	return max(e.exit.Status, exitFailed)
}

// programResult is what go run --json and exec --json print.
type programResult struct {
	RunDir  string          `json:"run_dir"`
	Report  string          `json:"report"`
	Program *record.Program `json:"program"`
	Exit    record.Exit     `json:"exit"`
	Stat    *traceview.Stat `json:"stat"` // null if nothing in the trace could be read
}

// resultOfProgram returns the results of a program's run.
func resultOfProgram(r *experiment.Result) programResult {
	return programResult{r.Run.Dir, r.Report(), r.Run.Program, r.Run.Exit, r.Stat()}
}

// pageOf says where the page of a program is.
func pageOf(r *experiment.Result) string {
	return fmt.Sprintf("the page of %s is %s", r.Run.Workload, r.Report())
}

// warnOf prints what is wrong with a program's recording.
func warnOf(stderr io.Writer, r *experiment.Result) {
	if stat := r.Stat(); stat != nil {
		warn(stderr, stat.Trace.Warnings...)
	}
	if r.Run.Program.Recorded != "" {
		warn(stderr, r.Run.Program.Recorded)
	}
}

// print prints where a program's page is, and returns the error that the command ends with.
func (f *programFlags) print(c *cobra.Command, r *experiment.Result, err error) error {
	var nothing *experiment.NothingRecorded
	if errors.As(err, &nothing) && !nothing.Exit.OK() {
		warn(c.ErrOrStderr(), nothing.Error())
		return programEnded{nothing.Exit}
	}
	if err != nil || r == nil {
		return err
	}
	warnOf(c.ErrOrStderr(), r)
	if f.json {
		err = words.WriteJSON(c.OutOrStdout(), resultOfProgram(r))
	} else {
		note(c.ErrOrStderr(), pageOf(r))
	}
	if f.open {
		openBrowser(c.ErrOrStderr(), r.Report())
	}
	switch {
	case !r.Run.Exit.OK():
		if r.Unread != nil {
			warn(c.ErrOrStderr(), r.Unread.Error())
		}
		return programEnded{r.Run.Exit}
	case r.Unread != nil:
		return r.Unread
	}
	return err
}
