package workloads

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/trace"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"schedviz/traceview"
	"schedviz/traceview/cores"
	"schedviz/traceview/tracefile"
)

// childEnv names the trace file for a test binary that should run a single workload instead of the tests.
const childEnv = "SCHEDVIZ_TEST_TRACE"

// variantEnv names the variant of the workload to run, "" for the workload itself; see breakCase.
const variantEnv = "SCHEDVIZ_TEST_VARIANT"

func TestMain(m *testing.M) {
	if path := os.Getenv(childEnv); path != "" {
		if err := runChild(path, os.Args[1:]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// runChild runs a workload under runtime/trace and prints its result.
func runChild(path string, args []string) error {
	w := *Find(args[0])
	if name := os.Getenv(variantEnv); name != "" {
		w.New = variantOf(w.Name, name)
	}
	p, err := program(&w, args[1:])
	if err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := trace.Start(f); err != nil {
		return err
	}
	result, runErr := p.Run(context.Background(), io.Discard)
	trace.Stop()
	data, err := json.Marshal(result)
	fmt.Printf("%s", data)
	return errors.Join(runErr, err, f.Close())
}

// program returns a workload's program with its flags parsed.
func program(w *Workload, args []string) (Program, error) {
	p := w.New()
	flags := pflag.NewFlagSet(w.Name, pflag.ContinueOnError)
	p.Flags(flags)
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	return p, p.Validate()
}

// live records a run of a workload in a child process.
func live(t *testing.T, procs int, godebug, name string, args ...string) Recording {
	t.Helper()
	return childRun{workload: name, args: args, procs: procs, godebug: godebug}.record(t)
}

// childRun is a run in a child process.
type childRun struct {
	workload string
	variant  string // the type of a broken variant of it, or ""
	args     []string
	procs    int
	godebug  string
	cores    bool // also record which thread is on which core, if the host allows it
}

func (c childRun) record(t *testing.T) Recording {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "trace.out")
	cmd := exec.Command(os.Args[0], append([]string{c.workload}, c.args...)...)
	cmd.Env = append(os.Environ(), childEnv+"="+path, variantEnv+"="+c.variant, fmt.Sprintf("GOMAXPROCS=%d", c.procs),
		"GODEBUG="+c.godebug, "GORACE=atexit_sleep_ms=0") // otherwise each run under the race detector takes a second longer
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	coreData, err := c.run(cmd, filepath.Join(dir, "cores.data"))
	if err != nil {
		t.Fatalf("run %s %v at %d Ps: %v\n%s", c.workload, c.args, c.procs, err, stderr.String())
	}
	p, err := program(Find(c.workload), c.args)
	if err != nil {
		t.Fatal(err)
	}
	r := Recording{Program: p, Result: stdout.Bytes(), NumCPU: runtime.NumCPU()}
	r.Summary, r.Window = readTrace(t, path, coreData)
	return r
}

// run runs the command, and returns the path of a record of its threads' cores, "" if there is none.
func (c childRun) run(cmd *exec.Cmd, coreData string) (string, error) {
	if !c.cores {
		return "", cmd.Run()
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	capture, err := cores.Begin(cores.ModeAuto, coreData)
	if err != nil {
		return "", err
	}
	if err := cmd.Start(); err != nil {
		capture.Discard()
		return "", err
	}
	capture.Started(cmd.Process.Pid)
	err = errors.Join(cmd.Wait(), capture.Stop())
	if capture.Source == traceview.CoresNone {
		coreData = ""
	}
	return coreData, err
}

// readTrace reads a trace, with the record of cores at coreData unless that is "".
func readTrace(t *testing.T, path, coreData string) (*traceview.Summary, *traceview.Window) {
	t.Helper()
	f, err := tracefile.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if coreData != "" {
		d, err := cores.Open(coreData)
		if err != nil {
			t.Fatal(err)
		}
		defer d.Close()
		f.SetCores(d)
	}
	summary, err := f.Summarize(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	window, err := f.Window(t.Context(), 0, math.MaxInt64, 0)
	if err != nil {
		t.Fatal(err)
	}
	return summary, window
}

// renameFuncs replaces a part of the names of functions, of goroutines and on stacks.
func renameFuncs(w *traceview.Window, from, to string) {
	for i := range w.Goroutines {
		w.Goroutines[i].Func = strings.Replace(w.Goroutines[i].Func, from, to, 1)
	}
	for _, stack := range w.Stacks {
		for i := range stack {
			stack[i].Func = strings.Replace(stack[i].Func, from, to, 1)
		}
	}
}

// checkNoneFails checks that a run has claims, and that none of them fails.
func checkNoneFails(t *testing.T, workload string, r Recording) {
	t.Helper()
	checked := Find(workload).Check(r)
	if len(checked) == 0 {
		t.Error("Check checked no claim")
	}
	for _, c := range checked {
		t.Logf("%s %s: %s", c.ID, c.Verdict, c.Evidence)
		if c.Verdict == Fails {
			t.Errorf("claim %s = fails (%s), want holds or inconclusive", c.ID, c.Evidence)
		}
	}
}

// checkNoneLeft checks that all goroutines that started in this package have ended.
func checkNoneLeft(t *testing.T, w *traceview.Window) {
	t.Helper()
	ours := slices.DeleteFunc(slices.Clone(w.Goroutines), func(g traceview.Goroutine) bool {
		return !strings.HasPrefix(g.Func, "schedviz/workloads.")
	})
	if len(ours) == 0 {
		t.Error("the trace has no goroutine that started in this package")
	}
	for _, g := range ours {
		if g.Ended == 0 {
			t.Errorf("G%d (%s) is alive at the end of the trace", g.ID, g.Func)
		}
	}
}
