package experiment

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"schedviz/traceview/hook"
	"schedviz/traceview/record"
)

// Program is a program that was built with the hook of package hook, and how to record it. Of the Options, those
// about a workload (GODEBUG, AsyncPreempt, Timeout) have no effect.
type Program struct {
	Path    string   // of its file
	Args    []string // its command line, with its name
	Dir     string   // the directory to run it in; "" is the current one
	Wrapper []string // a command that runs it, and its arguments; nil is none
	Request hook.Request
	Signals record.Signals

	Stdin          *os.File
	Stdout, Stderr *os.File
	Options
}

// Run runs the program, and completes its run directory. The error says why there is none; a program that fails is
// not an error here, see [Result.Err].
func (p *Program) Run(ctx context.Context) (*Result, error) {
	run, err := p.record()
	if err != nil {
		return nil, err
	}
	return p.finish(ctx, run)
}

// finish completes the run directory of a program that has ended.
func (p *Program) finish(ctx context.Context, run *record.Run) (*Result, error) {
	return p.complete(ctx, run, func(_ context.Context, r *Result) error {
		p.check(r)
		return nil
	})
}

// record runs the program, and returns an error only if there is no usable run directory.
func (p *Program) record() (*record.Run, error) {
	path, args := p.Path, p.Args
	if len(p.Wrapper) > 0 {
		found, err := exec.LookPath(p.Wrapper[0])
		if err != nil {
			return nil, fmt.Errorf("starting %s: %w", p.Name(), err)
		}
		path, args = found, append(append(p.Wrapper[:len(p.Wrapper):len(p.Wrapper)], p.Path), p.Args[1:]...)
	}
	run, err := record.RecordProgram(record.ProgramOptions{
		Out: p.Out, Name: p.Name(), Command: p.command(),
		Binary: p.Path, Path: path, Args: args, Dir: p.Dir,
		Stdin: p.Stdin, Stdout: p.Stdout, Stderr: p.Stderr,
		Request: p.Request.Env, Signals: p.Signals,
		Procs: p.Procs, Cores: p.Cores, Queues: p.Queues,
	})
	if err != nil {
		return nil, err
	}
	if run.Cores.Why != "" {
		p.Hooks.note(coresFallback(run.Cores))
	}
	if _, err := os.Stat(run.Path(record.TraceFile)); errors.Is(err, fs.ErrNotExist) {
		os.RemoveAll(run.Dir)
		return nil, &NothingRecorded{Exit: run.Exit, Program: p.Name()}
	}
	return run, nil
}

// Name is the program's name: that of its file.
func (p *Program) Name() string { return strings.TrimSuffix(filepath.Base(p.Path), ".exe") }

// NothingRecorded is the error of a program that ended and left no trace.
type NothingRecorded struct {
	Program string
	Exit    record.Exit
}

func (e *NothingRecorded) Error() string {
	return fmt.Sprintf("recording %s: nothing was recorded: it has no hook and started no program that does; "+
		"build it with: schedviz go build", e.Program)
}

// check adds to the run what its trace and the hook's note say.
func (p *Program) check(r *Result) {
	run := r.Run
	run.Program.Recorded = recorded(hook.TakeEnd(run.Path(record.TraceFile)))
	if r.Analysis == nil {
		return
	}
	if procs := r.Analysis.Summary.Stat.Procs.GOMAXPROCS; procs > 0 {
		run.GOMAXPROCS = procs
	}
}

// recorded says in a sentence why the recording ended before the program did, "" if it did not.
func recorded(end hook.End) string {
	switch end {
	case hook.EndExit, hook.EndNone:
		return ""
	case hook.EndAsleep:
		return "The recording ended when nothing ran any more, as in a deadlock: if a timer woke the program later, that is not in the trace."
	case hook.EndTime:
		return "The recording was ended after the time that --for allows; the program went on."
	case hook.EndSize:
		return "The recording was ended at the size that --max-size allows; the program went on."
	case hook.EndProgram:
		return "The recording was ended when the program started a trace by itself, which it got."
	}
	return "The recording ended early: " + strings.TrimPrefix(string(end), "error: ") + "."
}
