package record_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"schedviz/traceview/record"
)

// tinyDisk mounts a file system of size bytes, or skips the test.
func tinyDisk(t *testing.T, size int) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%d", size)); err != nil {
		t.Skipf("mounting a tiny disk: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

// The trace of "yields" outgrows the disk; the part that fitted stays, and the run's exit says so.
func TestDiskFills(t *testing.T) {
	disk := tinyDisk(t, 256<<10)
	r, err := record.Record(t.Context(), optionsFor(disk, "yields"))
	if r == nil {
		t.Fatalf("Record: %v", err)
	}
	if !strings.Contains(r.Exit.Error, "no space left on device") {
		t.Errorf("exit = %+v (%v), want no space left on device", r.Exit, err)
	}
	if info, err := os.Stat(r.Path(record.TraceFile)); err != nil || info.Size() < 64<<10 {
		t.Errorf("trace.out: %v, %v, want what fitted", info, err)
	}
	if got, err := record.Load(r.Dir); err != nil || got.Workload != "yields" {
		t.Errorf("Load = %+v, %v, want the run, complete or not", got, err)
	}
}

func TestDiskIsFull(t *testing.T) {
	disk := tinyDisk(t, 64<<10)
	filler := filepath.Join(disk, "filler")
	os.WriteFile(filler, make([]byte, 1<<20), 0o666)
	r, err := record.Record(t.Context(), optionsFor(disk, "count"))
	if r != nil || err == nil || !strings.Contains(err.Error(), "no space left on device") {
		t.Errorf("Record = %v, %v, want no space left on device", r, err)
	}
	if got := names(t, disk); len(got) != 1 {
		t.Errorf("the disk holds %v, want the filler alone", got)
	}
}

func TestSignalledChild(t *testing.T) {
	tests := []struct {
		signal syscall.Signal
		want   record.Exit
	}{
		{syscall.SIGKILL, record.Exit{Status: -1, Signal: "killed", Error: "killed by signal: killed", SignalNumber: 9}},
		{syscall.SIGTERM, record.Exit{Status: -1, Signal: "terminated", Error: "killed by signal: terminated", SignalNumber: 15}},
		{syscall.SIGQUIT, record.Exit{Status: 2, Error: "exit status 2: SIGQUIT: quit"}},
	}
	for _, tt := range tests {
		o := optionsFor(t.TempDir(), "stubborn")
		go func() {
			said := waitFor(t.Context(), filepath.Join(o.Out, "stubborn-n5-1", record.OutputFile), "waiting")
			syscall.Kill(pidOf(said), tt.signal)
		}()
		r, err := record.Record(t.Context(), o)
		if err != nil {
			t.Fatal(err)
		}
		if r.Exit != tt.want {
			t.Errorf("exit after %v = %+v, want %+v", tt.signal, r.Exit, tt.want)
		}
	}
}

func pidOf(said string) int {
	var pid int
	fmt.Sscanf(said, "waiting %d", &pid)
	return pid
}

// A child must not outlive its parent, even a child that can't be asked to end.
func TestParentDies(t *testing.T) {
	for _, child := range []string{"wait", "stubborn", "spin"} {
		t.Run(child, func(t *testing.T) {
			t.Parallel()
			exe, err := os.Executable()
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			parent := exec.Command(exe, "parent", child)
			parent.Dir = dir
			if err := parent.Start(); err != nil {
				t.Fatal(err)
			}
			said := waitFor(t.Context(), filepath.Join(dir, child+"-n5-1", record.OutputFile), "waiting")
			parent.Process.Kill()
			parent.Wait()
			pid := pidOf(said)
			for deadline := time.Now().Add(20 * time.Second); alive(pid); time.Sleep(20 * time.Millisecond) {
				if time.Now().After(deadline) {
					syscall.Kill(pid, syscall.SIGKILL)
					t.Fatalf("child %d is alive long after its parent", pid)
				}
			}
			r, err := record.Load(filepath.Join(dir, child+"-n5-1"))
			if err != nil || r.Complete {
				t.Errorf("Load = %+v, %v, want a run marked incomplete", r, err)
			}
		})
	}
}

// alive reports whether the process runs: it exists and is no zombie.
func alive(pid int) bool {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return false
	}
	_, after, _ := strings.Cut(string(data), ") ")
	return !strings.HasPrefix(after, "Z")
}
