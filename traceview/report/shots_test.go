package report_test

import (
	"context"
	"flag"
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"

	"schedviz/traceview/report"
	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/report/internal/sample"
	"schedviz/traceview/tracefile"
)

var (
	shotsDir   = flag.String("shots", "", "write a page and screenshots of it to this directory")
	shotsTrace = flag.String("shots-trace", "", "the trace that -shots draws; without one, a made-up worker pool")
)

// TestShots draws pages for people to look at: go test -run Shots -shots DIR.
func TestShots(t *testing.T) {
	if *shotsDir == "" {
		t.Skip("no -shots directory given")
	}
	if err := os.MkdirAll(*shotsDir, 0o777); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(*shotsDir, "page.html")
	writePage(t, path, shown(t))
	for _, s := range scenes {
		p := browser.Open(t, path, s.o)
		p.Settle()
		if s.whole {
			browser.Eval[bool](p, `schedviz.lazy.all(); true`)
			p.Settle()
		}
		if s.js != "" {
			browser.Eval[bool](p, s.js+";true")
			p.Settle()
		}
		p.Shot(filepath.Join(*shotsDir, s.name+".png"), s.whole)
		if errs := p.Errors(); len(errs) > 0 {
			t.Errorf("%s: the page logged errors: %q", s.name, errs)
		}
	}
}

// scenes are what -shots draws.
var scenes = []struct {
	name  string
	o     browser.Options
	whole bool
	js    string
}{
	{name: "light"},
	{name: "whole", whole: true},
	{name: "dark", o: browser.Options{Width: 1280, Height: 900, Dark: true}},
	{name: "dark-whole", o: browser.Options{Width: 1280, Height: 900, Dark: true}, whole: true},
	{name: "narrow", o: browser.Options{Width: 390, Height: 844}},
	{name: "narrow-whole", o: browser.Options{Width: 390, Height: 844}, whole: true},
	{name: "lanes", js: `document.querySelector('[data-lanes=m]').click(); document.querySelector('[data-lanes=g]').click()`},
	{name: "goroutines", js: `document.querySelector('[data-lanes=g]').click(); document.querySelector('[data-lanes=p]').click()`},
	{name: "zoomed", js: `
		const tl = schedviz.timeline.current, d = tl.model.duration;
		tl.setView(d * 0.3, d * 0.35);
		const lane = tl.model.lanes.p[1] ?? tl.model.lanes.p[0];
		if (lane) { tl.selectLane(lane); tl.step(1); }
		setTimeout(() => {
			const box = document.querySelector('.tl-canvas').getBoundingClientRect();
			document.querySelector('.tl-canvas').dispatchEvent(new PointerEvent('pointermove', {clientX: box.left + box.width * 0.4, clientY: box.top + 80, bubbles: true}));
		}, 50)`},
	{name: "range", js: `const tl = schedviz.timeline.current, d = tl.model.duration; tl.selectRange(d * 0.2, d * 0.6)`},
	{name: "arrows", js: `
		const tl = schedviz.timeline.current, { model } = tl, { spans } = model, d = model.duration;
		document.querySelector('[data-lanes=g]').click();
		document.querySelector('[data-arrows=chain]').click();
		const row = [...schedviz.wakes.inView(model, d * 0.4, d)].map((r) => schedviz.wakes.wakeOf(model, r)).find((w) => w.byRow >= 0 && w.run >= 0);
		if (row) { tl.goToRow(row.run); tl.setView(row.t - d * 0.01, row.t + d * 0.01); }`},
	{name: "arrows-all", o: browser.Options{Width: 1280, Height: 900, Dark: true}, js: `
		const tl = schedviz.timeline.current, { model } = tl, d = model.duration;
		document.querySelector('[data-arrows=all]').click();
		const rows = schedviz.wakes.inView(model, d * 0.4, d);
		if (rows.length) tl.setView(model.spans.start[rows[0]] - 1000, model.spans.start[rows[Math.min(60, rows.length - 1)]] + 1000)`},
	{name: "search", js: `const tl = schedviz.timeline.current; tl.search(tl.model.strings[tl.model.gs.func[tl.model.lanes.p[0].rows.length ? tl.model.spans.g[tl.model.lanes.p[0].rows[1]] : 0]]); document.querySelector('[data-lanes=g]').click()`},
	{name: "help", js: `document.querySelector('.help-open').click()`},
}

// shown is the page that people are to look at.
func shown(t *testing.T) report.Page {
	if *shotsTrace == "" {
		return pool(sample.Pool)
	}
	return traced(t, *shotsTrace)
}

func traced(t *testing.T, path string) report.Page {
	f, err := tracefile.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s, err := f.Summarize(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	w, err := f.Window(context.Background(), 0, math.MaxInt64, report.MaxSpans)
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
