//go:build unix

package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The first Ctrl-C ends a command that waits for a trace that never arrives, and it leaves nothing behind.
func TestInterruptedInput(t *testing.T) {
	exe, err := exec.LookPath("schedviz") // testscript.Main put it there
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name  string
		begin string // what is written before the writer stalls
		args  []string
	}{
		{"stat, nobody writes", "", []string{"stat", "fifo"}},
		{"view, nobody writes", "", []string{"view", "fifo"}},
		{"serve, nobody writes", "", []string{"serve", "fifo"}},
		{"compare, nobody writes", "", []string{"compare", "fifo", "fifo"}},
		{"a record of cores that nobody writes", "", []string{"view", "t.trace", "--cores", "fifo"}},
		{"a trace that stops coming", string(aTrace(t)[:5000]), []string{"view", "fifo"}},
		{"standard input", string(aTrace(t)[:5000]), []string{"view", "-"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			fifo := filepath.Join(dir, "fifo")
			if err := errors.Join(syscall.Mkfifo(fifo, 0o666), os.WriteFile(filepath.Join(dir, "t.trace"), aTrace(t), 0o666), os.Mkdir(filepath.Join(dir, "tmp"), 0o777)); err != nil {
				t.Fatal(err)
			}
			// A signal that arrives before the command handles it kills the command: try again with a
			// longer wait.
			for wait := 500 * time.Millisecond; ; wait *= 4 {
				status, stderr := interrupted(t, exe, dir, test.begin, wait, test.args)
				if status < 0 && wait < 10*time.Second {
					continue
				}
				if status != exitFailed || !strings.HasSuffix(stderr, ": interrupted\n") || strings.Count(stderr, "\n") != 1 {
					t.Errorf("schedviz %s, interrupted: status %d, %q; want %d and one line that says so", strings.Join(test.args, " "), status, stderr, exitFailed)
				}
				break
			}
			left, err := filepath.Glob(filepath.Join(dir, "*", "*"))
			more, err2 := filepath.Glob(filepath.Join(dir, "*"))
			if len(left) > 0 || len(more) != 3 || err != nil || err2 != nil {
				t.Errorf("it leaves %q, %q behind", left, more)
			}
		})
	}
}

// interrupted runs schedviz in dir, writes begin to its standard input and to the FIFO there, and interrupts it
// after wait. It returns how the command ended, which must be soon after that.
func interrupted(t *testing.T, exe, dir, begin string, wait time.Duration, args []string) (status int, stderr string) {
	t.Helper()
	cmd := exec.Command(exe, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "TMPDIR="+filepath.Join(dir, "tmp"))
	var errs bytes.Buffer
	cmd.Stderr = &errs
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if begin != "" {
		fifo, err := os.OpenFile(filepath.Join(dir, "fifo"), os.O_RDWR, 0) // does not wait for a reader
		if err != nil {
			t.Fatal(err)
		}
		defer fifo.Close()
		fifo.WriteString(begin)
		in.Write([]byte(begin))
	}
	time.Sleep(wait)
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatalf("it ended by itself: %v: %s", cmd.Wait(), &errs)
	}
	late := time.AfterFunc(20*time.Second, func() {
		t.Errorf("schedviz %s goes on 20 s after it was interrupted", strings.Join(args, " "))
		cmd.Process.Kill()
	})
	defer late.Stop()
	cmd.Wait()
	return cmd.ProcessState.ExitCode(), errs.String()
}

// A trace that is rewritten after it was opened and before it is read causes a warning, on the page too.
func TestViewOfRewrittenTrace(t *testing.T) {
	trace := aTrace(t)
	for wait := 500 * time.Millisecond; ; wait *= 4 { // until it has been opened
		stderr, page := viewRewritten(t, trace, wait)
		if !strings.Contains(stderr, "changed while it was read") && wait < 10*time.Second {
			continue
		}
		if !strings.Contains(stderr, "schedviz: warning: the file changed while it was read: ") || !strings.Contains(page, "the file changed while it was read: ") {
			t.Errorf("view of a trace that is rewritten says %q, want a warning, on the page too", stderr)
		}
		return
	}
}

// viewRewritten makes view wait for its record of cores while its trace is rewritten.
func viewRewritten(t *testing.T, trace []byte, wait time.Duration) (stderr, page string) {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := errors.Join(syscall.Mkfifo("cores", 0o666), os.WriteFile("t.trace", trace, 0o666)); err != nil {
		t.Fatal(err)
	}
	go func() {
		time.Sleep(wait)
		os.WriteFile("t.trace", trace, 0o666) // of the same program, in this case
		if f, err := os.OpenFile("cores", os.O_WRONLY, 0); err == nil {
			f.Close()
		}
	}()
	var out, errs bytes.Buffer
	if status := run([]string{"view", "t.trace", "--cores", "cores", "-o", "page.html"}, &out, &errs); status != 0 {
		t.Fatalf("view: status %d, %s", status, &errs)
	}
	html, err := os.ReadFile("page.html")
	if err != nil {
		t.Fatal(err)
	}
	return errs.String(), string(html)
}
