package cores_test

import (
	"bytes"
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"schedviz/traceview"
	"schedviz/traceview/cores"
	"schedviz/traceview/internal/perffile"
)

var le = binary.LittleEndian

// process is the process ID of the hand-made switches.
const process = 7

func replay(t *testing.T, d *cores.Data) []cores.Switch {
	t.Helper()
	var all []cores.Switch
	r := d.Switches()
	for sw, ok := r.Next(); ok; sw, ok = r.Next() {
		all = append(all, sw)
	}
	if r.Err() != nil {
		t.Errorf("replay: %v", r.Err())
	}
	return all
}

// Rings are drained one after the other, so the file is ordered only by rounds.
func TestReplayIsInOrder(t *testing.T) {
	f := perffile.New().
		Switch(perffile.In, 10, process, 71, 0).Switch(perffile.Out, 40, process, 71, 0).
		Switch(perffile.Preempt, 20, process, 72, 1).Switch(perffile.In, 30, process, 73, 1).Round().
		Switch(perffile.In, 45, process, 72, 0).
		Switch(perffile.Out, 35, process, 73, 1).Round().
		Record(4, 0, uint32(7), uint32(1), uint32(72), uint32(1), uint64(50), uint32(7), uint32(72), uint64(50), uint32(0), uint32(0)).
		Record(2, 0, uint64(1), uint64(12), uint32(7), uint32(72), uint64(51), uint32(0), uint32(0)).
		Record(15, perffile.In, uint32(7), uint32(71), uint32(0), uint32(0), uint64(60), uint32(0), uint32(0)). // the idle thread
		Record(3, 1<<13, uint32(7), uint32(71), [8]byte{'w', 'o', 'r', 'k'}, uint32(7), uint32(71), uint64(55), uint32(1), uint32(0))
	b := f.Bytes()
	d, err := cores.New(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	want := []cores.Switch{
		{Time: 10, Thread: 72, Process: 7, CPU: 1, Kind: traceview.SwitchIn}, // it was there before
		{Time: 10, Thread: 71, Process: 7, CPU: 0, Kind: traceview.SwitchIn},
		{Time: 20, Thread: 72, Process: 7, CPU: 1, Kind: traceview.SwitchPreempted},
		{Time: 30, Thread: 73, Process: 7, CPU: 1, Kind: traceview.SwitchIn},
		{Time: 35, Thread: 73, Process: 7, CPU: 1, Kind: traceview.SwitchBlocked},
		{Time: 40, Thread: 71, Process: 7, CPU: 0, Kind: traceview.SwitchBlocked},
		{Time: 45, Thread: 72, Process: 7, CPU: 0, Kind: traceview.SwitchIn},
		{Time: 50, Thread: 72, Process: 7, CPU: 0, Kind: traceview.SwitchExited},
		{Time: 55, Thread: 71, Process: 7, CPU: 1, Kind: traceview.SwitchIn}, // an exec
	}
	if diff := cmp.Diff(want, replay(t, d)); diff != "" {
		t.Errorf("replay (-want +got):\n%s", diff)
	}
	if d.Lost != 12 || d.Start != 10 || d.End != 55 || d.Source != traceview.CoresPerf || d.Names[71] != "work" || d.Processes[73] != 7 {
		t.Errorf("data = lost %d, from %d to %d, %s, names %v, processes %v; want 12, 10 to 55, perf, work, 7",
			d.Lost, d.Start, d.End, d.Source, d.Names, d.Processes)
	}
}

func TestRefused(t *testing.T) {
	whole := perffile.New().Switch(perffile.In, 10, process, 71, 0).Switch(perffile.Out, 40, process, 71, 0).Bytes()
	with := func(change func(f *perffile.File)) []byte {
		f := perffile.New().Switch(perffile.In, 10, process, 71, 0)
		change(f)
		return f.Bytes()
	}
	patched := func(at int, v uint64) []byte {
		b := bytes.Clone(whole)
		le.PutUint64(b[at:], v)
		return b
	}
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "not a perf.data file"},
		{"a trace", []byte("go 1.26 trace\x00\x00\x00"), "not a perf.data file"},
		{"big endian", []byte("2ELIFREP" + strings.Repeat("\x00", 200)), "big-endian"},
		{"a pipe's", append([]byte("PERFILE2"), le.AppendUint64(nil, 16)...), "record with -o FILE"},
		{"half a header", whole[:50], "header is cut off"},
		{"truncated", whole[:len(whole)-20], "truncated: 276 bytes where its header promises 296"},
		{"not finished", patched(48, 0), "not finished"},
		{"data beyond all", patched(40, 1<<63), "truncated"},
		{"tiny attrs", patched(16, 8), "are invalid"},
		{"many attrs", patched(32, 0), "are invalid"},
		{"another clock", with(func(f *perffile.File) { f.Clock = 4 }), "record with -k CLOCK_MONOTONIC"},
		{"no clock", with(func(f *perffile.File) { f.Bits &^= 1 << 25 }), "record with -k CLOCK_MONOTONIC"},
		{"no CPU", with(func(f *perffile.File) { f.SampleType &^= 1 << 7 }), "record with --sample-cpu"},
		{"no switches asked for", with(func(f *perffile.File) { f.Bits &^= 1 << 26 }), "record with --switch-events"},
		{"no switches", perffile.New().Round().Bytes(), "holds no context switches"},
		{"compressed", perffile.New().Record(81, 0, uint64(0)).Bytes(), "record without -z"},
		{"a record of no size", with(func(f *perffile.File) { f.Records = append(f.Records, make([]byte, 8)...) }), "damaged at byte 264: a record of 0 bytes"},
		{"a record too long", with(func(f *perffile.File) { f.Records = append(f.Records, 14, 0, 0, 0, 0, 0, 0xff, 0xff) }), "a record of 65535 bytes with 8 left"},
		{"a payload too long", with(func(f *perffile.File) { f.Record(71, 0, uint64(1)<<63) }), "a record followed by"},
	}
	for _, tt := range tests {
		d, err := cores.New(bytes.NewReader(tt.data), int64(len(tt.data)))
		if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("New(%s) = %v, %v, want an error of one line with %q", tt.name, d, err, tt.want)
		}
	}
}

// Recordings by perf itself, of one program and of the whole system.
func TestReadsPerfs(t *testing.T) {
	perf, err := exec.LookPath("perf")
	if err != nil {
		t.Skip(err)
	}
	for _, args := range [][]string{nil, {"-a"}} {
		path := filepath.Join(t.TempDir(), "perf.data")
		args = append([]string{"record", "-o", path, "-e", "dummy:u", "--switch-events", "--sample-cpu", "-k", "CLOCK_MONOTONIC"}, args...)
		if said, err := exec.Command(perf, append(args, "--", "sleep", "0.1")...).CombinedOutput(); err != nil {
			t.Skipf("perf %v: %v: %s", args, err, said)
		}
		d, err := cores.Open(path)
		if err != nil {
			t.Fatalf("Open after perf %v: %v", args, err)
		}
		defer d.Close()
		all := replay(t, d)
		slept := false
		for i, sw := range all {
			if i > 0 && sw.Time < all[i-1].Time {
				t.Errorf("perf %v: switch %d is %d ns before the one before it", args, i, all[i-1].Time-sw.Time)
			}
			slept = slept || sw.Kind == traceview.SwitchBlocked && d.Names[sw.Thread] == "sleep"
		}
		if !slept || d.HostCores == 0 {
			t.Errorf("perf %v: %d switches, %d cores, want to see sleep block on some of some", args, len(all), d.HostCores)
		}
	}
}

func TestOpenNothing(t *testing.T) {
	dir := t.TempDir()
	for _, path := range []string{dir, filepath.Join(dir, "missing")} {
		if d, err := cores.Open(path); err == nil {
			t.Errorf("Open(%s) = %v, want an error", path, d)
		}
	}
}

func FuzzNew(f *testing.F) {
	f.Add(perffile.New().Switch(perffile.In, 10, process, 71, 0).Switch(perffile.Preempt, 40, process, 71, 0).Round().Switch(perffile.In, 41, process, 72, 0).Bytes())
	f.Add(perffile.New().Record(71, 0, uint64(8)).Record(3, 1<<13, uint32(7), uint32(71)).Switch(perffile.Out, 40, process, 71, 0).Bytes())
	f.Fuzz(func(t *testing.T, b []byte) {
		d, err := cores.New(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			return
		}
		r, last, n := d.Switches(), int64(0), int64(0)
		for sw, ok := r.Next(); ok; sw, ok = r.Next() {
			if sw.Time < last || sw.Thread <= 0 || sw.CPU < 0 || sw.CPU >= cores.MaxCPUs {
				t.Errorf("%+v after %d", sw, last)
			}
			last, n = sw.Time, n+1
		}
		if r.Err() != nil || n < d.Records {
			t.Errorf("%d switches replayed of %d: %v", n, d.Records, r.Err())
		}
	})
}

func TestMain(m *testing.M) {
	if do := work[os.Getenv(child)]; do != nil {
		do()
		return
	}
	os.Exit(m.Run())
}
