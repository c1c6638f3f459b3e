package cores_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/cores"
)

// capture runs a child, wrapped in command if there is one, and returns its output and the data.
func capture(t *testing.T, mode cores.Mode, attr *syscall.SysProcAttr, command ...string) (string, *cores.Data, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "cores.data")
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	c, err := cores.Begin(mode, path)
	if err != nil {
		t.Skipf("Begin(%s): %v", mode, err)
	}
	var out bytes.Buffer
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	command = append(command, exe)
	if attr != nil {
		command[0] = "/proc/self/exe" // another user may not be able to reach its directory
	}
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Env = append(os.Environ(), child+"=1")
	cmd.Stdout, cmd.Stderr, cmd.SysProcAttr = &out, &out, attr
	if err := cmd.Start(); err != nil {
		c.Discard()
		t.Fatal(err)
	}
	c.Started(cmd.Process.Pid)
	if err := cmd.Wait(); err != nil {
		t.Errorf("child: %v: %s", err, &out)
	}
	if err := c.Stop(); err != nil {
		t.Fatalf("Stop: %v", err)
	}
	d, err := cores.Open(path)
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	t.Cleanup(func() { d.Close() })
	return out.String(), d, path
}

// onCore sums how long each thread was on a core, and fails the test if two are on one core at once.
func onCore(t *testing.T, d *cores.Data) map[int32]time.Duration {
	t.Helper()
	type stay struct {
		cpu   int32
		since int64
	}
	sum := make(map[int32]time.Duration)
	on := make(map[int32]stay)
	holder := make(map[int32]int32)
	r := d.Switches()
	for sw, ok := r.Next(); ok; sw, ok = r.Next() {
		s, was := on[sw.Thread]
		switch {
		case sw.Kind == traceview.SwitchIn && !was:
			if other := holder[sw.CPU]; other != 0 {
				t.Errorf("%+v: thread %d is on that core", sw, other)
			}
			on[sw.Thread], holder[sw.CPU] = stay{sw.CPU, sw.Time}, sw.Thread
		case sw.Kind != traceview.SwitchIn && was:
			sum[sw.Thread] += time.Duration(sw.Time - s.since)
			delete(on, sw.Thread)
			delete(holder, s.cpu)
		}
	}
	if r.Err() != nil {
		t.Errorf("replay: %v", r.Err())
	}
	return sum
}

// The times must agree with the kernel's own accounting within 1%. The kernel excludes the time that the
// hypervisor and interrupts take from a core, and reports only sums of it, so on a busy host our times are
// larger, never smaller. So one round must agree, or all must exceed the kernel's times by no more than that sum
// and a tenth.
func TestPerfAgreesWithSchedstat(t *testing.T) {
	for _, who := range []struct {
		name string
		attr *syscall.SysProcAttr
	}{
		{"same user", nil},
		{"other user", &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}},
	} {
		t.Run(who.name, func(t *testing.T) {
			if who.attr != nil && os.Getuid() != 0 {
				t.Skip("needs root")
			}
			var wrong string
			for range 5 {
				before := lostToOthers(t)
				said, d, _ := capture(t, cores.ModePerf, who.attr)
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

// lostToOthers returns the time that interrupts and the hypervisor have taken from
// the machine's cores, in ticks of 10 ms.
func lostToOthers(t *testing.T) time.Duration {
	t.Helper()
	stat, err := os.ReadFile("/proc/stat")
	if err != nil {
		t.Fatal(err)
	}
	var name string
	var user, nice, system, idle, iowait, irq, softirq, steal int64
	if _, err := fmt.Sscan(string(stat), &name, &user, &nice, &system, &idle, &iowait, &irq, &softirq, &steal); err != nil {
		t.Fatalf("parsing /proc/stat: %v", err)
	}
	return time.Duration(irq+softirq+steal) * 10 * time.Millisecond
}

// compare returns which times are more than 1% below those that spin printed, or exceed them by more than the
// share above plus lost.
func compare(got map[int32]time.Duration, said string, above float64, lost time.Duration) (wrong string) {
	busy := 0
	for line := range strings.Lines(said) {
		id, ns, _ := strings.Cut(strings.TrimSpace(line), " ")
		tid, _ := strconv.Atoi(id)
		n, _ := strconv.Atoi(ns)
		want := time.Duration(n)
		if want < 50*time.Millisecond {
			continue // too short: what the thread did while or after printing matters
		}
		busy++
		diff := got[int32(tid)] - want
		if diff < -want/100 || diff > time.Duration(above*float64(want))+lost {
			wrong += fmt.Sprintf("thread %d was on a core for %v, the kernel says %v\n", tid, got[int32(tid)], want)
		}
	}
	if busy < 4 {
		wrong += fmt.Sprintf("%d busy threads, want 4: %s", busy, said)
	}
	return wrong
}

// perf sched measures threads with the scheduler's tracepoints, which only root may read.
func TestPerfAgreesWithPerfSched(t *testing.T) {
	perf, err := exec.LookPath("perf")
	if err != nil || os.Getuid() != 0 {
		t.Skip("needs perf, and root")
	}
	file := filepath.Join(t.TempDir(), "sched.data")
	said, d, _ := capture(t, cores.ModePerf, nil, perf, "sched", "record", "-o", file, "--")
	out, err := exec.Command(perf, "sched", "timehist", "--summary", "-i", file).Output()
	if err != nil {
		t.Skipf("perf sched: %v: %s", err, said)
	}
	got, compared := onCore(t, d), 0
	for line := range strings.Lines(string(out)) {
		tid, want, ok := parseTimehist(line)
		if !ok || got[tid] < 20*time.Millisecond || strings.HasPrefix(d.Names[tid], "perf") {
			continue // perf itself started before its recording
		}
		compared++
		// On a busy host a thread may be switched while perf begins or ends its recording.
		if diff := (got[tid] - want).Abs(); diff > want/20+time.Millisecond {
			t.Errorf("thread %d was on a core for %v, perf sched says %v", tid, got[tid], want)
		}
	}
	if compared < 3 {
		t.Errorf("%d busy threads were compared, want at least 3:\n%s", compared, out)
	}
}

// parseTimehist parses a line such as "comm[tid/pid]  parent  count  ms …".
func parseTimehist(line string) (tid int32, ran time.Duration, ok bool) {
	name, rest, ok := strings.Cut(line, "]")
	fields := strings.Fields(rest)
	_, id, isThread := strings.Cut(name, "[")
	id, _, _ = strings.Cut(id, "/")
	n, err := strconv.Atoi(id)
	if !ok || !isThread || err != nil || len(fields) < 3 {
		return 0, 0, false
	}
	ms, err := strconv.ParseFloat(fields[2], 64)
	return int32(n), time.Duration(ms * 1e6), err == nil
}

func TestProcApproximates(t *testing.T) {
	said, d, _ := capture(t, cores.ModeProc, nil)
	if d.Source != traceview.CoresProc {
		t.Errorf("source %s, want proc", d.Source)
	}
	var got, want time.Duration
	for _, ran := range onCore(t, d) {
		got += ran
	}
	for line := range strings.Lines(said) {
		_, ns, _ := strings.Cut(strings.TrimSpace(line), " ")
		n, _ := strconv.Atoi(ns)
		want += time.Duration(n)
	}
	if got < want/2 || got > want*2 {
		t.Errorf("all threads together on cores for %v, the kernel says %v", got, want)
	}
}

// The kernel's own tool reads our file.
func TestPerfReadsOurs(t *testing.T) {
	perf, err := exec.LookPath("perf")
	if err != nil {
		t.Skip(err)
	}
	for _, mode := range []cores.Mode{cores.ModePerf, cores.ModeProc} {
		_, d, path := capture(t, mode, nil)
		out, err := exec.Command(perf, "script", "--show-switch-events", "-i", path).CombinedOutput()
		if err != nil {
			t.Fatalf("perf script: %v: %s", err, out)
		}
		in := strings.Count(string(out), "PERF_RECORD_SWITCH IN")
		off := strings.Count(string(out), "PERF_RECORD_SWITCH OUT")
		preempted := strings.Count(string(out), "PERF_RECORD_SWITCH OUT preempt")
		count := map[traceview.SwitchKind]int{}
		r := d.Switches()
		for sw, ok := r.Next(); ok; sw, ok = r.Next() {
			count[sw.Kind]++
		}
		// The child's exec counts as a switch in, an exit as no switch.
		if got := count[traceview.SwitchIn]; got != in && got != in+1 {
			t.Errorf("%s: %d switches in, perf script has %d", mode, got, in)
		}
		if got := count[traceview.SwitchPreempted] + count[traceview.SwitchBlocked]; got != off || count[traceview.SwitchPreempted] != preempted {
			t.Errorf("%s: %d switches out (%d preempted), perf script has %d (%d)", mode, got, count[traceview.SwitchPreempted], off, preempted)
		}
		if in == 0 || off == 0 {
			t.Errorf("%s: perf script shows no switches:\n%.500s", mode, out)
		}
	}
}
