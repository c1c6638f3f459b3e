package cores_test

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"schedviz/traceview"
	"schedviz/traceview/cores"
)

func threadID() int { return unix.Gettid() }

// clock is the time on the clock of the record.
func clock() int64 {
	var ts unix.Timespec
	unix.ClockGettime(unix.CLOCK_MONOTONIC, &ts)
	return ts.Nano()
}

// running is a child that runs before it is captured.
type running struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

// startChild starts a child and waits for its first line.
func startChild(t *testing.T, what string, attr *syscall.SysProcAttr) *running {
	t.Helper()
	cmd := exec.Command("/proc/self/exe")
	cmd.Env = append(os.Environ(), child+"="+what)
	cmd.SysProcAttr = attr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	r := &running{cmd, in, bufio.NewReader(out)}
	if line, err := r.out.ReadString('\n'); line != "ready\n" {
		t.Fatalf("the child printed %q (%v), want ready", line, err)
	}
	return r
}

// attach attaches to the child.
func attach(t *testing.T, mode cores.Mode, r *running) (c *cores.Capture, path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "cores.data")
	c, err := cores.Attach(mode, r.cmd.Process.Pid, path)
	if err != nil {
		t.Skipf("Attach(%s): %v", mode, err)
	}
	return c, path
}

// rest asks the child to go on, and returns what it prints.
func (r *running) rest(t *testing.T) string {
	t.Helper()
	fmt.Fprintln(r.in)
	said, err := io.ReadAll(r.out)
	if err != nil {
		t.Fatal(err)
	}
	return string(said)
}

func opened(t *testing.T, path string) *cores.Data {
	t.Helper()
	d, err := cores.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

// The threads of a process that ran before are covered like those of a child, see TestPerfAgreesWithSchedstat.
func TestAttachAgreesWithSchedstat(t *testing.T) {
	for name, attr := range map[string]*syscall.SysProcAttr{
		"same user":  nil,
		"other user": {Credential: &syscall.Credential{Uid: 65534, Gid: 65534}},
	} {
		t.Run(name, func(t *testing.T) {
			if attr != nil && os.Getuid() != 0 {
				t.Skip("needs root")
			}
			var wrong string
			for range 5 {
				before := lostToOthers(t)
				r := startChild(t, "wait", attr)
				c, path := attach(t, cores.ModePerf, r)
				said := r.rest(t)
				if err := c.Stop(); err != nil {
					t.Fatal(err)
				}
				d := opened(t, path)
				lost := lostToOthers(t) - before
				if d.Source != traceview.CoresPerf || d.Lost != 0 || d.HostCores != runtime.NumCPU() {
					t.Errorf("source %s, lost %d, %d cores; want perf, 0, %d", d.Source, d.Lost, d.HostCores, runtime.NumCPU())
				}
				got := onCore(t, d)
				if wrong = compare(got, said, 0.01, 0); wrong == "" {
					return
				}
				if wrong = compare(got, said, 0.1, lost); wrong != "" {
					t.Fatal(wrong)
				}
			}
			t.Logf("in no round within 1%%, in all within 10%%: a busy host")
		})
	}
}

// No thread is missed of a process that keeps starting them, from threads that are attached to and from others.
func TestAttachMissesNoThread(t *testing.T) {
	r := startChild(t, "threads", nil)
	time.Sleep(20 * time.Millisecond)
	c, path := attach(t, cores.ModePerf, r)
	attached := clock()
	time.Sleep(200 * time.Millisecond)
	said := r.rest(t)
	if err := c.Stop(); err != nil {
		t.Fatal(err)
	}
	d, later := opened(t, path), 0
	for line := range strings.Lines(said) {
		var thread int32
		var end int64
		if _, err := fmt.Sscan(line, &thread, &end); err != nil {
			t.Fatalf("the child printed %q: %v", line, err)
		}
		if end < attached {
			continue
		}
		later++
		if _, ok := d.Processes[thread]; !ok {
			t.Errorf("thread %d, which ended %v later, has no record", thread, time.Duration(end-attached))
		}
	}
	if later < 20 {
		t.Errorf("only %d threads ended after attaching", later)
	}
}

// Sampling /proc works for a running process, too, and threads that were there have their names.
func TestAttachProc(t *testing.T) {
	r := startChild(t, "wait", nil)
	c, path := attach(t, cores.ModeProc, r)
	r.rest(t)
	if err := c.Stop(); err != nil {
		t.Fatal(err)
	}
	var sum time.Duration
	d := opened(t, path)
	for _, ran := range onCore(t, d) {
		sum += ran
	}
	if d.Source != traceview.CoresProc || sum < time.Second/2 {
		t.Errorf("source %s, %v on cores; want proc, and most of the time that four threads had", d.Source, sum)
	}
}

// A capture that is abandoned while it records leaves nothing.
func TestAttachDiscarded(t *testing.T) {
	for _, mode := range []cores.Mode{cores.ModePerf, cores.ModeProc} {
		t.Run(string(mode), func(t *testing.T) {
			r := startChild(t, "threads", nil)
			for range 20 {
				c, path := attach(t, mode, r)
				time.Sleep(time.Millisecond)
				c.Discard()
				if left, _ := filepath.Glob(path + "*"); len(left) > 0 {
					t.Fatalf("it leaves %q", left)
				}
			}
		})
	}
}

// A process that does not exist is one line.
func TestAttachGone(t *testing.T) {
	r := startChild(t, "wait", nil)
	pid := r.cmd.Process.Pid
	r.cmd.Process.Kill()
	r.cmd.Wait()
	path := filepath.Join(t.TempDir(), "cores.data")
	_, err := cores.Attach(cores.ModePerf, pid, path)
	if want := "capturing context switches with perf_event: the process has ended"; err == nil || err.Error() != want {
		t.Errorf("Attach = %v, want %q", err, want)
	}
	if left, _ := filepath.Glob(path + "*"); len(left) > 0 {
		t.Errorf("it leaves %q", left)
	}
}

func init() { work["threads"] = keepStarting }

// keepStarting starts threads, some of which start threads, until it reads a line. It prints the id of each and
// when it ended, on the clock of the record.
func keepStarting() {
	fmt.Println("ready")
	var asked atomic.Bool
	go func() {
		os.Stdin.Read(make([]byte, 1))
		asked.Store(true)
	}()
	var out sync.Mutex
	var threads sync.WaitGroup
	var start func(depth int)
	start = func(depth int) {
		threads.Go(func() {
			runtime.LockOSThread() // and never unlocked: the thread ends with the goroutine
			if depth > 0 {
				start(depth - 1)
			}
			for end := time.Now().Add(2 * time.Millisecond); time.Now().Before(end); {
			}
			time.Sleep(time.Millisecond)
			out.Lock()
			fmt.Println(threadID(), clock())
			out.Unlock()
		})
	}
	for !asked.Load() {
		start(3)
		time.Sleep(3 * time.Millisecond)
	}
	threads.Wait()
	os.Exit(0)
}
