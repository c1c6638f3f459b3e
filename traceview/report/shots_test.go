package report_test

import (
	"context"
	"flag"
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/report"
	"schedviz/traceview/report/internal/browser"
)

var (
	shotsDir   = flag.String("shots", "", "write a page and screenshots of it to this directory")
	shotsTrace = flag.String("shots-trace", "", "the trace that -shots draws; without one, a made-up worker pool")
	shotsJS    = flag.String("shots-js", "", "JavaScript to run before the first screenshot")
)

// TestShots draws pages for people to look at: go test -run Shots -shots DIR.
func TestShots(t *testing.T) {
	if *shotsDir == "" {
		t.Skip("no -shots directory given")
	}
	path := filepath.Join(*shotsDir, "page.html")
	if *shotsTrace != "" {
		writePage(t, path, traced(t, *shotsTrace))
	}
	for _, shot := range []struct {
		name string
		o    browser.Options
		full bool
	}{
		{"1400.png", browser.Options{}, false},
		{"full.png", browser.Options{}, true},
		{"dark.png", browser.Options{Width: 1280, Height: 900, Dark: true}, false},
		{"390.png", browser.Options{Width: 390, Height: 844}, false},
	} {
		p := browser.Open(t, path, shot.o)
		if *shotsJS != "" {
			browser.Eval[bool](p, *shotsJS+";true")
		}
		p.Settle()
		p.Shot(filepath.Join(*shotsDir, shot.name), shot.full)
		t.Logf("%s: %q", shot.name, p.Errors())
	}
}

func traced(t *testing.T, path string) report.Page {
	f, err := traceview.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s, err := f.Summarize(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	w, err := f.Window(context.Background(), 0, math.MaxInt64, 300_000)
	if err != nil {
		t.Fatal(err)
	}
	return report.Page{Title: filepath.Base(path), Facts: []string{"go" + s.Stat.Trace.GoVersion, time.Duration(s.Stat.Trace.DurationNS).String()}, Summary: s, Window: w}
}

func writePage(t *testing.T, path string, p report.Page) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := report.Write(f, p); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
