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

	"schedviz/traceview/cores"
)

var le = binary.LittleEndian

// file makes a perf.data file by hand.
type file struct {
	sampleType, bits uint64
	clock            uint32
	records          []byte
}

// good is how perf record -e dummy:u --switch-events --sample-cpu -k CLOCK_MONOTONIC sets its event.
func good() *file {
	return &file{sampleType: 1<<0 | 1<<1 | 1<<2 | 1<<7 | 1<<8, bits: 1<<18 | 1<<25 | 1<<26, clock: 1}
}

func (f *file) record(kind uint32, misc uint16, body ...any) *file {
	b := new(bytes.Buffer)
	for _, v := range body {
		binary.Write(b, le, v)
	}
	f.records = le.AppendUint32(f.records, kind)
	f.records = le.AppendUint16(f.records, misc)
	f.records = le.AppendUint16(f.records, uint16(8+b.Len()))
	f.records = append(f.records, b.Bytes()...)
	return f
}

const (
	in      = 0
	out     = 1 << 13
	preempt = 1<<13 | 1<<14
)

func (f *file) sw(misc uint16, time uint64, tid, cpu uint32) *file {
	return f.record(14, misc, uint32(7), tid, time, cpu, uint32(0))
}

func (f *file) round() *file { return f.record(68, 0) }

func (f *file) bytes() []byte {
	const header, attr = 104, 112
	b := append([]byte("PERFILE2"), le.AppendUint64(nil, header)...)
	for _, v := range []uint64{attr + 16, header, attr + 16, header + attr + 16, uint64(len(f.records)), 0, 0, 0, 0, 0, 0} {
		b = le.AppendUint64(b, v)
	}
	a := make([]byte, attr+16)
	le.PutUint32(a, 1)
	le.PutUint32(a[4:], attr)
	le.PutUint64(a[8:], 9)
	le.PutUint64(a[24:], f.sampleType)
	le.PutUint64(a[40:], f.bits)
	le.PutUint32(a[92:], f.clock)
	return append(append(b, a...), f.records...)
}

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

// Rings are drained one after the other: the file is in order only by rounds.
func TestReplayIsInOrder(t *testing.T) {
	f := good().
		sw(in, 10, 71, 0).sw(out, 40, 71, 0).
		sw(preempt, 20, 72, 1).sw(in, 30, 73, 1).round().
		sw(in, 45, 72, 0).
		sw(out, 35, 73, 1).round().
		record(4, 0, uint32(7), uint32(1), uint32(72), uint32(1), uint64(50), uint32(7), uint32(72), uint64(50), uint32(0), uint32(0)).
		record(2, 0, uint64(1), uint64(12), uint32(7), uint32(72), uint64(51), uint32(0), uint32(0)).
		record(15, in, uint32(7), uint32(71), uint32(0), uint32(0), uint64(60), uint32(0), uint32(0)). // the idle thread
		record(3, 1<<13, uint32(7), uint32(71), [8]byte{'w', 'o', 'r', 'k'}, uint32(7), uint32(71), uint64(55), uint32(1), uint32(0))
	b := f.bytes()
	d, err := cores.New(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	want := []cores.Switch{
		{Time: 10, Thread: 72, Process: 7, CPU: 1, Kind: cores.In}, // it was there before
		{Time: 10, Thread: 71, Process: 7, CPU: 0, Kind: cores.In},
		{Time: 20, Thread: 72, Process: 7, CPU: 1, Kind: cores.Preempted},
		{Time: 30, Thread: 73, Process: 7, CPU: 1, Kind: cores.In},
		{Time: 35, Thread: 73, Process: 7, CPU: 1, Kind: cores.Blocked},
		{Time: 40, Thread: 71, Process: 7, CPU: 0, Kind: cores.Blocked},
		{Time: 45, Thread: 72, Process: 7, CPU: 0, Kind: cores.In},
		{Time: 50, Thread: 72, Process: 7, CPU: 0, Kind: cores.Exited},
		{Time: 55, Thread: 71, Process: 7, CPU: 1, Kind: cores.In}, // an exec
	}
	if diff := cmp.Diff(want, replay(t, d)); diff != "" {
		t.Errorf("replay (-want +got):\n%s", diff)
	}
	if d.Lost != 12 || d.Start != 10 || d.End != 55 || d.Source != cores.Perf || d.Names[71] != "work" || d.Processes[73] != 7 {
		t.Errorf("data = lost %d, from %d to %d, %s, names %v, processes %v; want 12, 10 to 55, perf, work, 7",
			d.Lost, d.Start, d.End, d.Source, d.Names, d.Processes)
	}
}

func TestRefused(t *testing.T) {
	whole := good().sw(in, 10, 71, 0).sw(out, 40, 71, 0).bytes()
	with := func(change func(f *file)) []byte {
		f := good().sw(in, 10, 71, 0)
		change(f)
		return f.bytes()
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
		{"tiny attrs", patched(16, 8), "make no sense"},
		{"many attrs", patched(32, 0), "make no sense"},
		{"another clock", with(func(f *file) { f.clock = 4 }), "record with -k CLOCK_MONOTONIC"},
		{"no clock", with(func(f *file) { f.bits &^= 1 << 25 }), "record with -k CLOCK_MONOTONIC"},
		{"no CPU", with(func(f *file) { f.sampleType &^= 1 << 7 }), "record with --sample-cpu"},
		{"no switches asked for", with(func(f *file) { f.bits &^= 1 << 26 }), "record with --switch-events"},
		{"no switches", good().round().bytes(), "holds no context switches"},
		{"compressed", good().record(81, 0, uint64(0)).bytes(), "record without -z"},
		{"a record of no size", with(func(f *file) { f.records = append(f.records, make([]byte, 8)...) }), "damaged at byte 264: a record of 0 bytes"},
		{"a record too long", with(func(f *file) { f.records = append(f.records, 14, 0, 0, 0, 0, 0, 0xff, 0xff) }), "a record of 65535 bytes with 8 left"},
		{"a payload too long", with(func(f *file) { f.record(71, 0, uint64(1)<<63) }), "bytes behind it"},
	}
	for _, tt := range tests {
		d, err := cores.New(bytes.NewReader(tt.data), int64(len(tt.data)))
		if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("New(%s) = %v, %v, want an error of one line with %q", tt.name, d, err, tt.want)
		}
	}
}

// What perf itself records, of one program and of the whole system.
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
			slept = slept || sw.Kind == cores.Blocked && d.Names[sw.Thread] == "sleep"
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
	f.Add(good().sw(in, 10, 71, 0).sw(preempt, 40, 71, 0).round().sw(in, 41, 72, 0).bytes())
	f.Add(good().record(71, 0, uint64(8)).record(3, 1<<13, uint32(7), uint32(71)).sw(out, 40, 71, 0).bytes())
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
	if os.Getenv(child) != "" {
		spin()
		return
	}
	os.Exit(m.Run())
}
