package experiment

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"schedviz/traceview/cores"
	"schedviz/traceview/hook"
	"schedviz/traceview/record"
)

// TestArg is the first argument with which go test is made to start this program instead of a test binary, which this
// program then runs and records.
const TestArg = "__test"

// The files by which [GoTest] and [RunTest] know of each other.
const (
	sessionFile = "session.json"
	doneFile    = "run-%d.json" // by process ID of RunTest
	doneFiles   = "run-*.json"
)

// session is what [GoTest] asks of [RunTest].
type session struct {
	Out     string // absolute
	Command []string
	Wrapper []string
	Request hook.Request
	Procs   int
	Cores   cores.Mode
	Queues  bool
}

// GoTest runs go test with the hook, and then completes the run directories of the test binaries that it has run, one
// after another; args are what follows the word test. p says how to record. The error is a [GoFailed] if that is all
// that went wrong.
func GoTest(ctx context.Context, args []string, p *Program, each func(*Result) error) error {
	dir, remove, err := tempDir()
	if err != nil {
		return err
	}
	defer remove()
	c, err := hook.Prepare(ctx, hook.Test, args, dir)
	if err != nil {
		return err
	}
	self, err := os.Executable()
	if err == nil {
		err = p.saveSession(dir, c.Wrapper)
	}
	if err != nil {
		return fmt.Errorf("running go test: %w", err)
	}
	failed := runGo(ctx, c, p.Stdout, self, TestArg, dir)
	runs, err := testRuns(dir)
	if err != nil {
		return err
	}
	for _, run := range runs {
		run.Dir = filepath.Join(p.Out, filepath.Base(run.Dir)) // as the user has named it
		r, err := p.finish(ctx, run)
		if err == nil {
			err = each(r)
		}
		if err != nil {
			return err
		}
	}
	return failed
}

func (p *Program) saveSession(dir string, wrapper []string) error {
	out, err := filepath.Abs(p.Out)
	if err != nil {
		return err
	}
	s := session{out, p.command(), wrapper, p.Request, p.Procs, p.Cores, p.Queues}
	return record.WriteFile(filepath.Join(dir, sessionFile), func(w io.Writer) error { return json.NewEncoder(w).Encode(s) })
}

// RunTest is what this program does when started with [TestArg]: it records a test binary. args are the directory of
// the session, the binary, and its arguments.
func RunTest(args []string) (record.Exit, error) {
	if len(args) < 2 {
		return record.Exit{}, fmt.Errorf("%s is only for schedviz itself", TestArg)
	}
	var s session
	data, err := os.ReadFile(filepath.Join(args[0], sessionFile))
	if err == nil {
		err = json.Unmarshal(data, &s)
	}
	if err != nil {
		return record.Exit{}, fmt.Errorf("recording a test: %w", err)
	}
	p := Program{
		Path: args[1], Args: args[1:], Wrapper: s.Wrapper, Request: s.Request, Signals: record.PassOnAll,
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Options: Options{Out: s.Out, Command: s.Command, Procs: s.Procs, Cores: s.Cores, Queues: s.Queues},
	}
	run, err := p.record()
	var nothing *NothingRecorded
	if errors.As(err, &nothing) {
		return nothing.Exit, nil
	}
	if err != nil {
		return record.Exit{}, err
	}
	done := filepath.Join(args[0], fmt.Sprintf(doneFile, os.Getpid()))
	return run.Exit, record.WriteFile(done, func(w io.Writer) error { return json.NewEncoder(w).Encode(run.Dir) })
}

// testRuns returns the runs of a session, in the order in which they were started.
func testRuns(dir string) ([]*record.Run, error) {
	files, err := filepath.Glob(filepath.Join(dir, doneFiles))
	if err != nil {
		return nil, err
	}
	var runs []*record.Run
	for _, file := range files {
		var at string
		data, err := os.ReadFile(file)
		if err == nil {
			err = json.Unmarshal(data, &at)
		}
		if err != nil {
			return nil, fmt.Errorf("looking for the recordings: %w", err)
		}
		run, err := record.Load(at)
		if err != nil {
			return nil, err
		}
		runs = append(runs, run)
	}
	slices.SortFunc(runs, func(a, b *record.Run) int {
		return cmp.Or(a.Started.Compare(b.Started), cmp.Compare(a.Dir, b.Dir))
	})
	return runs, nil
}
