package tracefile_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"schedviz/traceview/tracefile"
)

func traceBytes(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", "traces", name+".trace"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func writeFile(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// changes are ways in which the file of the trace "gc" changes.
var changes = []struct {
	name   string
	change func(t *testing.T, path string, old, other []byte)
	want   tracefile.Change
	warns  string // part of a summary's warning
}{
	{"nothing", func(*testing.T, string, []byte, []byte) {}, tracefile.Unchanged, ""},
	{"read", func(t *testing.T, path string, _, _ []byte) { os.ReadFile(path) }, tracefile.Unchanged, ""},
	{"other mode", func(t *testing.T, path string, _, _ []byte) { os.Chmod(path, 0o600) }, tracefile.Unchanged, ""},
	{"removed", func(t *testing.T, path string, _, _ []byte) { os.Remove(path) }, tracefile.Unchanged, ""},
	{
		"rewritten", func(t *testing.T, path string, _, other []byte) { writeFile(t, path, other) },
		tracefile.Rewritten, "changed while it was read",
	},
	{"rewritten, same size and time", func(t *testing.T, path string, old, other []byte) {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, path, append(other[:len(other):len(other)], old...)[:len(old)])
		if err := os.Chtimes(path, time.Time{}, info.ModTime()); err != nil {
			t.Fatal(err)
		}
	}, tracefile.Rewritten, "changed while it was read"},
	{"rewritten within", func(t *testing.T, path string, old, _ []byte) {
		within := append([]byte{}, old...)
		within[len(old)/2]++
		writeFile(t, path, within)
		os.Chtimes(path, time.Time{}, time.Now().Add(time.Second))
	}, tracefile.Rewritten, "changed while it was read"},
	{"rewritten, larger", func(t *testing.T, path string, old, other []byte) {
		writeFile(t, path, append(other[:len(other):len(other)], old...))
	}, tracefile.Rewritten, "changed while it was read"},
	{
		"cut off", func(t *testing.T, path string, old, _ []byte) { os.Truncate(path, int64(len(old)-1)) },
		tracefile.Rewritten, "changed while it was read",
	},
	{"grown", func(t *testing.T, path string, old, other []byte) {
		writeFile(t, path, append(old[:len(old):len(old)], other...))
	}, tracefile.Grown, "grew while it was read"},
	{"renamed over", func(t *testing.T, path string, _, other []byte) {
		writeFile(t, path+".new", other)
		if err := os.Rename(path+".new", path); err != nil {
			t.Skipf("renaming over an open file: %v", err)
		}
	}, tracefile.Replaced, ""},
}

// Whatever happens to its file, a trace notices it, and the summary says what may be wrong.
func TestChange(t *testing.T) {
	old, other := traceBytes(t, "gc"), traceBytes(t, "channels")
	for _, test := range changes {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "t.trace")
			writeFile(t, path, old)
			f, err := tracefile.Open(path)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			s, err := f.Summarize(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			if !s.Stat.Trace.Complete || len(s.Stat.Trace.Warnings) > 0 {
				t.Fatalf("before it changes the trace is complete: %v, with warnings %q", s.Stat.Trace.Complete,
					s.Stat.Trace.Warnings)
			}
			test.change(t, path, old, other)
			if got := f.Change(); got != test.want {
				t.Errorf("Change() = %d, want %d", got, test.want)
			}
			f.CheckChange(&s.Stat)
			f.CheckChange(&s.Stat) // it warns only once
			got := strings.Join(s.Stat.Trace.Warnings, "; ")
			if (test.warns == "") != (got == "") || strings.Count(got, "while it was read") > 1 ||
				!strings.Contains(got, test.warns) {
				t.Errorf("the warnings are %q, want %q once", got, test.warns)
			}
			if s.Stat.Trace.Complete != (test.warns == "") {
				t.Errorf("complete is %v with warnings %q", s.Stat.Trace.Complete, got)
			}
		})
	}
}

// If a file changes while it is read, the results say so.
func TestChangeWhileRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "t.trace")
	writeFile(t, path, traceBytes(t, "generations"))
	f, err := tracefile.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	f.OnProgress(func(int64, int64) { writeFile(t, path, traceBytes(t, "gc")) })
	s, err := f.Summarize(context.Background())
	if err != nil {
		if !strings.Contains(err.Error(), "changed while it was read") {
			t.Errorf("Summarize fails with %v, want it to say that the file changed", err)
		}
		return
	}
	if got := strings.Join(s.Stat.Trace.Warnings, "; "); s.Stat.Trace.Complete ||
		!strings.Contains(got, "changed while it was read") {
		t.Errorf("complete is %v, the warnings are %q; want a warning that the file changed", s.Stat.Trace.Complete,
			got)
	}
}
