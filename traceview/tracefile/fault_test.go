package tracefile_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math"
	"os"
	"strings"
	"testing"

	"schedviz/traceview/fault"
	"schedviz/traceview/tracefile"
)

// rotten is a file that panics when read from an offset on.
type rotten struct {
	io.ReaderAt
	from int64
}

func (r rotten) ReadAt(p []byte, off int64) (int, error) {
	if off >= r.from && len(p) != 4096 { // not a read of the index
		panic("rotten\nand more")
	}
	return r.ReaderAt.ReadAt(p, off)
}

// TestFaults: a panic, wherever it occurs, becomes a one-line error that names the trace, the
// position in it and the line of source, and asks for a report.
func TestFaults(t *testing.T) {
	data, err := os.ReadFile(tracePath("generations"))
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	for name, spoil := range map[string]func(f *tracefile.File){
		"while it is added up": func(f *tracefile.File) {
			f.OnProgress(func(int64, int64) { panic("rotten\nand more") })
		},
		"while it is decoded": func(*tracefile.File) {},
	} {
		var r io.ReaderAt = bytes.NewReader(data)
		if strings.Contains(name, "decoded") {
			r = rotten{bytes.NewReader(data), 5000}
		}
		for what, read := range map[string]func(f *tracefile.File) error{
			"Summarize": func(f *tracefile.File) error { _, err := f.Summarize(ctx); return err },
			"Overview":  func(f *tracefile.File) error { _, _, err := f.Overview(ctx, 0); return err },
			"Window":    func(f *tracefile.File) error { _, err := f.Window(ctx, 0, math.MaxInt64, 0); return err },
		} {
			if what == "Window" && strings.Contains(name, "added") {
				continue // windows do not report progress
			}
			f, err := tracefile.New(r, int64(len(data)), "bad.trace")
			if err != nil {
				t.Fatal(err)
			}
			spoil(f)
			err = read(f)
			if fault := new(fault.Error); !errors.As(err, &fault) {
				t.Errorf("%s, %s: error %v, want a Fault", what, name, err)
				continue
			}
			for _, want := range []string{"bad.trace", "generation", "fault_test.go:", "rotten", "please report"} {
				if !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
					t.Errorf("%s, %s: %q lacks %q, or is more than a line", what, name, err, want)
				}
			}
		}
	}
}
