package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"schedviz/workloads/experiment"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "update the scripts' expected output")

func TestMain(m *testing.M) {
	// Commands that a test runs in this process start this binary as their child.
	if len(os.Args) > 1 && os.Args[1] == experiment.ChildArg {
		main()
	}
	testscript.Main(m, map[string]func(){"schedviz": main, pprofServer: servePprof})
}

// TestScript runs the scripts in testdata/script: the command as users type it. Scripts may use scriptCommands
// besides testscript's own.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("testdata", "script"),
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			schedviz, err := exec.LookPath("schedviz")
			env.Setenv("SCHEDVIZ", schedviz)
			env.Setenv("GORACE", "atexit_sleep_ms=0")
			if err == nil {
				err = setGoEnv(env)
			}
			return err
		},
		Cmds:      scriptCommands,
		Condition: scriptCondition,
	})
}

// setGoEnv gives scripts that run the go command the host's caches, as HOSTGOCACHE and HOSTGOMODCACHE.
func setGoEnv(env *testscript.Env) error {
	for _, name := range []string{"GOCACHE", "GOMODCACHE"} {
		value, err := exec.Command("go", "env", name).Output()
		if err != nil {
			return err
		}
		env.Setenv("HOST"+name, strings.TrimSpace(string(value)))
	}
	return nil
}

var scriptCommands = map[string]func(ts *testscript.TestScript, neg bool, args []string){
	"status":   cmdStatus,
	"await":    cmdAwait,
	"cut":      cmdCut,
	"tinydisk": cmdTinyDisk,
	"lastline": cmdLastLine,
}

// status N COMMAND… runs a command that must exit with status N. If schedviz exits with a status other than 0, it
// must print exactly one line on standard error besides warnings.
func cmdStatus(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	stderr := ts.ReadFile("stderr")
	if got != want {
		ts.Fatalf("%s: exit status %d, want %d", strings.Join(args[1:], " "), got, want)
	}
	if lines := complaints(stderr); (len(lines) == 1) != (want != 0) {
		ts.Fatalf("%s: status %d and %d lines of error, want one line if and only if it failed: %q", strings.Join(args[1:], " "), got, len(lines), lines)
	}
}

func complaints(stderr string) []string {
	var out []string
	for line := range strings.Lines(stderr) {
		if !strings.HasPrefix(line, "schedviz: warning: ") {
			out = append(out, line)
		}
	}
	return out
}

// await PATTERN waits until a matching file is not empty.
func cmdAwait(ts *testscript.TestScript, _ bool, args []string) {
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		matches, err := filepath.Glob(ts.MkAbs(args[0]))
		ts.Check(err)
		for _, m := range matches {
			if info, err := os.Stat(m); err == nil && info.Size() > 0 {
				return
			}
		}
	}
	ts.Fatalf("%s did not appear", args[0])
}

// cut FILE BYTES NEW copies the first bytes of a file, or all but the last -BYTES.
func cmdCut(ts *testscript.TestScript, _ bool, args []string) {
	data := ts.ReadFile(args[0])
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	if n < 0 {
		n += len(data)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(data[:n]), 0o666))
}

// tinydisk DIR BYTES mounts a small file system; it needs the condition [tinydisk].
func cmdTinyDisk(ts *testscript.TestScript, _ bool, args []string) {
	dir := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(dir, 0o777))
	ts.Check(mount(dir, args[1]))
	ts.Defer(func() { unmount(dir) })
}

func mount(dir, size string) error {
	return exec.Command("mount", "-t", "tmpfs", "-o", "size="+size, "tmpfs", dir).Run()
}

func unmount(dir string) { exec.Command("umount", "-l", dir).Run() }

// canMount reports whether this user may mount file systems.
var canMount = sync.OnceValue(func() bool {
	dir, err := os.MkdirTemp("", "schedviz-mount")
	if err != nil {
		return false
	}
	defer os.Remove(dir)
	defer unmount(dir)
	return mount(dir, "4096") == nil
})

func scriptCondition(cond string) (bool, error) {
	if cond == "tinydisk" {
		return canMount(), nil
	}
	return false, fmt.Errorf("unknown condition %q", cond)
}

// lastline PATTERN checks the last line of standard output.
func cmdLastLine(ts *testscript.TestScript, neg bool, args []string) {
	lines := strings.Split(strings.TrimRight(ts.ReadFile("stdout"), "\n"), "\n")
	last := lines[len(lines)-1]
	ok, err := filepath.Match(args[0], last)
	ts.Check(err)
	if ok == neg {
		ts.Fatalf("the last line is %q, want %q (negated: %v)", last, args[0], neg)
	}
}
