package report_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"schedviz/traceview/compare"
	"schedviz/traceview/fault"
	"schedviz/traceview/report"
	"schedviz/traceview/tracefile"
)

// FuzzPage draws whatever can be read from arbitrary input: as a page, twice with the same
// result; as a served page with a window; and compared with itself.
func FuzzPage(f *testing.F) {
	paths, err := filepath.Glob(filepath.Join("..", "testdata", "traces", "*.trace"))
	if err != nil || len(paths) == 0 {
		f.Fatalf("no traces to start from: %v", err)
	}
	for i, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, uint8(i))
	}
	f.Fuzz(func(t *testing.T, data []byte, spans uint8) {
		if len(data) > 1<<16 {
			t.Skip("larger than any on file")
		}
		f, err := tracefile.New(bytes.NewReader(data), int64(len(data)), "trace")
		if err != nil {
			return
		}
		s, w, err := f.Overview(context.Background(), 4*int(spans)) // of which few may be exact
		if errors.As(err, new(*fault.Error)) {
			t.Fatal(err)
		}
		if err != nil {
			return
		}
		drawAll(t, f, report.Page{Title: "trace", Summary: s, Window: w})
	})
}

func drawAll(t *testing.T, f *tracefile.File, p report.Page) {
	t.Helper()
	var err error
	if p.Exact, err = report.NewWindows(p.Window).Embed(context.Background(), p.Summary, f.Windows); err != nil {
		t.Fatalf("Embed: %v", err)
	}
	if !bytes.Equal(written(t, p), written(t, p)) {
		t.Error("Write twice: two pages")
	}
	served, err := report.Serve(p, true)
	if err != nil {
		t.Fatalf("Serve: %v", err)
	}
	mid := p.Window.From + (p.Window.To-p.Window.From)/2
	part, err := f.Window(context.Background(), mid, p.Window.To, 100)
	if err != nil {
		t.Fatalf("Window(%d, %d): %v", mid, p.Window.To, err)
	}
	if err := served.Write(io.Discard, part); err != nil {
		t.Errorf("Windows.Write: %v", err)
	}
	run := compare.Measure(p.Summary)
	c := report.Comparison{Title: "itself", Result: compare.Sides([]compare.Side{{Label: "a", Runs: []compare.Run{run}}, {Label: "b", Runs: []compare.Run{run}}})}
	for _, name := range []string{"A", "B"} {
		c.Sides = append(c.Sides, report.ComparedSide{Name: name, Label: name, Runs: 1, Page: p})
	}
	if err := report.WriteComparison(io.Discard, c); err != nil {
		t.Errorf("WriteComparison: %v", err)
	}
}

func written(t *testing.T, p report.Page) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := report.Write(&b, p); err != nil {
		t.Fatalf("Write: %v", err)
	}
	if b.Len() > report.MaxPageBytes {
		t.Errorf("Write: %d bytes", b.Len())
	}
	return b.Bytes()
}
