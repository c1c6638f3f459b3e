package report_test

import (
	"context"
	"fmt"
	"net"
	"path/filepath"
	"strings"
	"testing"

	"schedviz/traceview"
	"schedviz/traceview/report"
	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/serve"
)

// serveTrace serves a recorded trace whose overview is held to few spans, and returns
// the address.
func serveTrace(t *testing.T, f *traceview.File, maxSpans int, warnings ...string) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := serve.New(f, "a trace", func(s *traceview.Summary, w *traceview.Window) report.Page {
		return report.Page{Title: "whole trace", Facts: []string{"one", "two"}, Warnings: warnings, Summary: s, Window: w}
	})
	s.MaxSpans = maxSpans
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx, l, l.Addr().String(), func(*traceview.Summary) {}) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Errorf("Serve ended with %v, want nil", err)
		}
	})
	return "http://" + l.Addr().String() + "/"
}

func openTrace(t *testing.T, name string) *traceview.File {
	t.Helper()
	f, err := traceview.Open(filepath.Join("..", "testdata", "traces", name+".trace"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// A served page shows an overview at once, and fetches what the trace has where the view goes.
func TestServedPage(t *testing.T) {
	f := openTrace(t, "gc")
	address := serveTrace(t, f, 200, "warning "+hostile[0])
	p := browser.OpenURL(t, address, browser.Options{})
	p.Settle()
	if got := browser.Eval[float64](p, `schedviz.timeline.current.model.overview.resolution`); got == 0 {
		t.Fatal("the overview is exact, want it merged for this test")
	}
	if got := browser.Eval[string](p, `document.querySelector('.page-head').innerText`); !strings.Contains(got, "whole trace") || !strings.Contains(got, "one · two") || !strings.Contains(got, hostile[0]) {
		t.Errorf("the page's head is %q, want title, facts and warning", got)
	}
	s := timeline(p)
	for _, at := range []float64{0.2, 0.5, 0.9} {
		width := s.Duration / 500
		browser.Eval[bool](p, `schedviz.timeline.current.setView(`+num(at*s.Duration)+`, `+num(at*s.Duration+width)+`); true`)
		until(t, p, "fetching a window", isExact)
		v := timeline(p)
		start := traceview.Time(browser.Eval[float64](p, `schedviz.timeline.current.model.page.stat.trace.start_ns`))
		sameSpans(t, "around "+num(v.From), spansDrawn(p), spansIn(t, f, start+traceview.Time(v.From), start+traceview.Time(v.To)))
	}
	for _, r := range p.Requests() {
		if !strings.HasPrefix(r, address) {
			t.Errorf("the page asked for %s, want its own server only", r)
		}
	}
	if errs := p.Errors(); len(errs) > 0 {
		t.Errorf("the page complained: %q", errs)
	}
}

func num(v float64) string { return fmt.Sprintf("%.0f", v) }

// A page without facts and warnings, of a trace that is exact, and with a title that is markup.
func TestServedBarePage(t *testing.T) {
	f := openTrace(t, "channels")
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := serve.New(f, hostile[0], func(s *traceview.Summary, w *traceview.Window) report.Page {
		return report.Page{Title: hostile[0], Summary: s, Window: w}
	})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go s.Serve(ctx, l, l.Addr().String(), func(*traceview.Summary) {})
	p := browser.OpenURL(t, "http://"+l.Addr().String()+"/", browser.Options{})
	p.Settle()
	if got := browser.Eval[string](p, `document.querySelector('h1').textContent`); got != hostile[0] {
		t.Errorf("the page's title is %q, want %q", got, hostile[0])
	}
	if !browser.Eval[bool](p, `document.getElementById('reading-trace').hidden && window.pwned === undefined`) {
		t.Error("the page still says that the trace is read, or ran its title")
	}
	if errs := p.Errors(); len(errs) > 0 {
		t.Errorf("the page complained: %q", errs)
	}
}
