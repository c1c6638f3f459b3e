package main

import (
	"bytes"
	"encoding/json"
	"math"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/cores"
	"schedviz/traceview/record"
	"schedviz/workloads/experiment"
)

// program is a running pprofServer.
type program struct {
	cmd *exec.Cmd
	pid string
	url string // "none" if it does not listen
}

// startProgram starts a pprofServer of that kind. attr is nil for the same user.
func startProgram(t *testing.T, kind string, attr *syscall.SysProcAttr) *program {
	t.Helper()
	dir := openDir(t)
	p := &program{cmd: as(t, attr, pprofServer, kind, filepath.Join(dir, "where"))}
	p.cmd.Stderr = os.Stderr
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.cmd.Process.Kill(); p.cmd.Wait() })
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		data, err := os.ReadFile(filepath.Join(dir, "where"))
		if f := strings.Fields(string(data)); err == nil && len(f) == 2 {
			p.pid, p.url = strconv.Itoa(p.cmd.Process.Pid), f[1]
			return p
		}
	}
	t.Fatal("the program to attach to does not start")
	return nil
}

// openDir is a temporary directory that other users can write to.
func openDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "schedviz-attach-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	return dir
}

// as returns a command of this test binary, schedviz or pprofServer, that may run as another user. That user may not be
// able to reach the binary's directory.
func as(t *testing.T, attr *syscall.SysProcAttr, name string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command("/proc/self/exe", args...)
	cmd.Args[0], cmd.Dir, cmd.SysProcAttr = name, openDir(t), attr
	if attr != nil {
		cmd.Env = append(os.Environ(), "HOME="+cmd.Dir, "TMPDIR="+cmd.Dir)
	}
	return cmd
}

// attached runs attach --json, and returns its result with the run directory.
func attached(t *testing.T, attr *syscall.SysProcAttr, args ...string) (result, *record.Run) {
	t.Helper()
	cmd := as(t, attr, "schedviz", append([]string{"attach", "--json"}, args...)...)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("attach %q: %v: %s", args, err, &stderr)
	}
	var got result
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatalf("attach %q printed %q: %v", args, out, err)
	}
	r, err := record.Load(filepath.Join(cmd.Dir, got.RunDir))
	if err != nil {
		t.Fatal(err)
	}
	return got, r
}

// perfAllowed skips the test if the kernel's events may not be used here.
func perfAllowed(t *testing.T) {
	t.Helper()
	c, err := cores.Attach(cores.ModePerf, os.Getpid(), filepath.Join(t.TempDir(), "cores.data"))
	if err != nil {
		t.Skip(err)
	}
	c.Discard()
}

var nobody = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}

// TestAttachLive: a program under load is recorded with its cores, by its process ID and by its URL, by its own user
// without any privilege, and in a container, where its threads have other IDs. What a goroutine had of cores is part of what the trace calls running, and little of that is
// unknown.
func TestAttachLive(t *testing.T) {
	perfAllowed(t)
	for name, test := range map[string]struct{ program, schedviz *syscall.SysProcAttr }{
		"same user":    {nil, nil},
		"nobody":       {nobody, nobody},
		"in container": {&syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWPID}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			if test.program != nil && os.Getuid() != 0 {
				t.Skip("needs root")
			}
			p := startProgram(t, "pprof", test.program)
			for _, target := range []string{p.pid, p.url, strings.Replace(p.url, "127.0.0.1", "localhost", 1)} {
				got, r := attached(t, test.schedviz, target, "--for", "500ms")
				if r.Attached == nil || strconv.Itoa(r.Attached.PID) != p.pid || !strings.HasSuffix(r.Attached.URL, "/debug/pprof/trace") {
					t.Errorf("attach %s recorded %+v, want process %s", target, r.Attached, p.pid)
				}
				if r.Cores.Captured != traceview.CoresPerf || r.Cores.Why != "" || !got.Stat.Trace.Complete {
					t.Errorf("attach %s: cores %+v, complete %v; want perf, true", target, r.Cores, got.Stat.Trace.Complete)
				}
				checkCores(t, r)
			}
		})
	}
}

// checkCores checks the join of a run's trace with its record of cores.
func checkCores(t *testing.T, r *record.Run) {
	t.Helper()
	f, err := experiment.InputOf(r).Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s, w, err := f.Overview(t.Context(), math.MaxInt32)
	if err != nil {
		t.Fatal(err)
	}
	if s.Cores == nil {
		t.Fatalf("the trace has no cores: %q", s.Stat.Trace.Warnings)
	}
	running, c := time.Duration(s.Stat.Procs.RunningNS), s.Cores.Running
	if sum := c.OnCore + c.Off() + c.Unknown; sum != running || c.OnCore == 0 || c.Unknown > running/20 {
		t.Errorf("of %v running %v were on cores, %v not, and %v are unknown; want a sum, and next to none unknown", running, c.OnCore, c.Off(), c.Unknown)
	}
	checkPs(t, s, w)
	switches, named := int64(0), 0
	for _, m := range s.Cores.Threads {
		switches += m.Switches
		if m.Name != "" { // not of a thread that was started later
			named++
		}
	}
	if named == 0 || switches == 0 || len(w.Cores) == 0 {
		t.Errorf("%d threads with names, %d switches on %d cores' lanes", named, switches, len(w.Cores))
	}
}

// checkPs checks that goroutines on a P were on cores for no longer than they ran on it.
func checkPs(t *testing.T, s *traceview.Summary, w *traceview.Window) {
	t.Helper()
	on := make(map[traceview.ProcID]time.Duration)
	for _, f := range s.Cores.FuncProc {
		on[f.Proc] += f.Time
	}
	for _, p := range s.Procs {
		if ran := p.Running; on[p.ID] > ran {
			t.Errorf("goroutines of P %d were on cores for %v and ran for %v", p.ID, on[p.ID], ran)
		}
	}
	known := make(map[traceview.ThreadID]bool)
	for _, m := range w.Threads {
		known[m.ID] = true
	}
	for _, m := range s.Cores.ThreadCore {
		if !known[m.Thread] {
			t.Errorf("thread %d ran goroutines on core %d and is no M", m.Thread, m.Core)
		}
	}
}

// What can't be recorded is one line.
func TestAttachPIDFails(t *testing.T) {
	sleep := exec.Command("sleep", "60")
	if err := sleep.Start(); err != nil {
		t.Skip(err)
	}
	defer sleep.Wait()
	defer sleep.Process.Kill()
	gone := exec.Command("true")
	if err := gone.Run(); err != nil {
		t.Skip(err)
	}
	for _, test := range []struct{ target, want string }{
		{strconv.Itoa(gone.Process.Pid), `^attaching: finding process \d+: there is no such process$`},
		{strconv.Itoa(sleep.Process.Pid), `^attaching: process \d+ \(sleep\) is not a Go program$`},
		{startProgram(t, "mute", nil).pid, `^attaching: process \d+ \(.*\) listens at no TCP port, so it can't be asked for a trace: it needs net/http/pprof$`},
		{startProgram(t, "plain", nil).pid, `^attaching: no trace can be had from process \d+ \(.*\): http://127.0.0.1:\d+/debug/pprof/trace: the server answered 404 Not Found: 404 page not found$`},
		{startProgram(t, "busy", nil).pid, `^attaching: no trace can be had from process .*: tracing is already enabled$`},
	} {
		status, stdout, stderr := attachTo(t, test.target)
		line, _ := strings.CutPrefix(strings.TrimSuffix(stderr, "\n"), "schedviz: ")
		if ok, err := regexp.MatchString(test.want, line); status != exitFailed || stdout != "" || err != nil || !ok || strings.Contains(line, "\n") {
			t.Errorf("attach: status %d, %q; want %d, one line like %q", status, stderr, exitFailed, test.want)
		}
		if left := files(t); len(left) > 0 {
			t.Errorf("it leaves %q", left)
		}
	}
}

// A program whose network is not ours is another one's to reach; the line says how.
func TestAttachToOtherNetwork(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("needs root")
	}
	p := startProgram(t, "pprof", &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNET | syscall.CLONE_NEWPID})
	status, _, stderr := attachTo(t, p.pid)
	want := "is in a network of its own, a container's: run schedviz there, as root, with: nsenter --net --target " + p.pid + " schedviz attach " + p.pid + "\n"
	if status != exitFailed || !strings.HasSuffix(stderr, want) || strings.Count(stderr, "\n") != 1 {
		t.Errorf("attach: status %d, %q; want %d, one line that ends in %q", status, stderr, exitFailed, want)
	}
}

// A user who may not look into a program is told what that takes. Its trace can be had by URL all the same.
func TestAttachToOthersProgram(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("needs root")
	}
	p := startProgram(t, "pprof", nil)
	cmd := as(t, nobody, "schedviz", "attach", p.pid)
	out, err := cmd.CombinedOutput()
	if want := "belongs to user root: run schedviz as that user or as root, or give it the capabilities CAP_SYS_PTRACE and CAP_DAC_READ_SEARCH\n"; err == nil || !strings.HasSuffix(string(out), want) || strings.Count(string(out), "\n") != 1 {
		t.Errorf("attach, as nobody, to root's program: %v, %q; want one line that ends in %q", err, out, want)
	}
	_, r := attached(t, nobody, p.url, "--for", "100ms")
	if want := "belongs to user root: "; r.Cores.Captured != traceview.CoresNone || !strings.Contains(r.Cores.Why, want) {
		t.Errorf("attach, as nobody, to the URL of root's program: cores %+v, want none since it %s", r.Cores, want)
	}
	cmd = as(t, nobody, "schedviz", "attach", p.url, "--cores=perf")
	if out, err := cmd.CombinedOutput(); err == nil || !strings.Contains(string(out), "capturing cores: the process that listens at ") {
		t.Errorf("attach --cores=perf, as nobody: %v, %q; want it to fail", err, out)
	}
}

// Without kernel events /proc is sampled.
func TestAttachSamplesProc(t *testing.T) {
	p := startProgram(t, "pprof", nil)
	got, r := attached(t, nil, p.url, "--for", "300ms", "--cores=proc")
	if r.Cores.Captured != traceview.CoresProc || got.Stat.Cores.Captured != string(traceview.CoresProc) || got.Stat.Cores.OnCPUNS == 0 {
		t.Errorf("attach --cores=proc: run %+v, stat %+v; want proc, with time on cores", r.Cores, got.Stat.Cores)
	}
}

// Ctrl-C ends a recording, of which nothing is lost.
func TestAttachInterrupted(t *testing.T) {
	p := startProgram(t, "pprof", nil)
	cmd := as(t, nil, "schedviz", "attach", p.pid, "--for", "10m", "--json")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := untilCtrlC(cmd, func() { awaitRun(cmd.Dir) })
	var got result
	if err != nil || json.Unmarshal(out, &got) != nil {
		t.Fatalf("attach, interrupted: %v, %q, %s", err, out, &stderr)
	}
	if !got.Stat.Trace.Complete || !got.Exit.Interrupted || got.Exit.Error != "" {
		t.Errorf("attach, interrupted: trace complete %v, exit %+v; want true, interrupted without an error", got.Stat.Trace.Complete, got.Exit)
	}
}

// untilCtrlC runs a command, which gets a Ctrl-C when wait returns, and returns what it prints.
func untilCtrlC(cmd *exec.Cmd, wait func()) ([]byte, error) {
	var out bytes.Buffer
	cmd.Stdout = &out
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		wait()
		cmd.Process.Signal(os.Interrupt)
	}()
	err := cmd.Wait()
	return out.Bytes(), err
}

// awaitRun waits until something is being recorded in out.
func awaitRun(dir string) {
	await(filepath.Join(dir, "out", "attach-*", "cores.data*"))
	time.Sleep(300 * time.Millisecond)
}

// await waits until a file matches the pattern.
func await(pattern string) {
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if found, _ := filepath.Glob(pattern); len(found) > 0 {
			return
		}
	}
}

// A program that ends while it is recorded leaves what had arrived.
func TestAttachToDyingProgram(t *testing.T) {
	p := startProgram(t, "dying", nil)
	attached(t, nil, p.pid, "--for", "50ms")
	cmd := as(t, nil, "schedviz", "attach", p.url, "--for", "1m")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil || !strings.HasSuffix(string(out), "report.html\n") {
		t.Fatalf("attach to a program that ends: %v, %q, %s", err, out, &stderr)
	}
	if want := "schedviz: warning: the download ended early: unexpected EOF: what had arrived is kept\n"; !strings.Contains(stderr.String(), want) {
		t.Errorf("it says %q, want %q", &stderr, want)
	}
	if index, err := os.ReadFile(filepath.Join(cmd.Dir, "out", "index.html")); err != nil || !strings.Contains(string(index), "the download ended early") {
		t.Errorf("the index page does not say that the download ended early: %v", err)
	}
}

// TestAttachEvery: snapshots are taken until Ctrl-C; the oldest are removed, but nothing else.
func TestAttachEvery(t *testing.T) {
	p := startProgram(t, "pprof", nil)
	cmd := as(t, nil, "schedviz", "attach", p.pid, "--for", "50ms")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("attach: %v: %s", err, out)
	}
	out := filepath.Join(cmd.Dir, "out")
	dir := cmd.Dir
	cmd = as(t, nil, "schedviz", "attach", p.url, "--for", "50ms", "--every", "60ms", "--keep", "2", "--json")
	cmd.Dir = dir
	printed, err := untilCtrlC(cmd, func() { await(filepath.Join(out, "*-5", record.ReportFile)) })
	var got struct {
		Runs []result `json:"runs"`
	}
	if err != nil || json.Unmarshal(printed, &got) != nil || len(got.Runs) != 2 {
		t.Fatalf("attach --every, interrupted: %v, %q; want status 0 and two runs", err, printed)
	}
	left := names(t, out, "attach-*")
	want := []string{left[0], filepath.Base(got.Runs[0].RunDir), filepath.Base(got.Runs[1].RunDir)}
	if !slices.Equal(left, want) || !strings.HasSuffix(left[0], "-1") || want[1] == left[0] {
		t.Errorf("it leaves the runs %q, want the one from before and the latest two, %q", left, want)
	}
	if index, err := os.ReadFile(filepath.Join(out, "index.html")); err != nil || strings.Count(string(index), "/report.html") != 3 {
		t.Errorf("the index page lists other than 3 runs: %v", err)
	}
}

// A snapshot that fails, while the program starts anew for example, is left out.
func TestAttachEveryAfterFailure(t *testing.T) {
	trace := aTrace(t)
	asked := make(chan bool, 100)
	requests := 0
	srv := serving(t, func(w http.ResponseWriter, r *http.Request) {
		if requests++; requests == 2 {
			serverBusy(w, r)
			return
		}
		w.Write(trace)
		asked <- true
	})
	cmd := as(t, nil, "schedviz", "attach", srv, "--for", "50ms", "--every", "60ms", "--cores=off")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := untilCtrlC(cmd, func() {
		for range 3 {
			<-asked
		}
	})
	if err != nil || strings.Count(string(out), "report.html\n") < 2 || !strings.HasSuffix(string(out), "index.html\n") {
		t.Errorf("attach --every: %v, %q; want two pages and the index", err, out)
	}
	if want := "schedviz: warning: this snapshot is left out: attaching to "; strings.Count(stderr.String(), want) != 1 || strings.Count(stderr.String(), "\n") != 1 {
		t.Errorf("attach --every says %q, want one line with %q", &stderr, want)
	}
}

// names lists the files in dir that match a pattern.
func names(t *testing.T, dir, pattern string) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil {
		t.Fatal(err)
	}
	for i := range paths {
		paths[i] = filepath.Base(paths[i])
	}
	return paths
}
