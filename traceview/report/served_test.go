package report_test

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/report"
	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/serve"
	"schedviz/traceview/tracefile"
)

// serveTrace serves a recorded trace whose overview is limited to few spans, and returns
// the URL.
func serveTrace(t *testing.T, f *tracefile.File, maxSpans int, warnings ...string) string {
	t.Helper()
	return serveDrawn(t, f, maxSpans, func(s *traceview.Summary, w *traceview.Window) report.Page {
		return report.Page{Title: "whole trace", Facts: []string{"one", "two"}, Warnings: warnings, Summary: s, Window: w}
	})
}

func serveDrawn(t *testing.T, f *tracefile.File, maxSpans int, draw serve.Draw) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := serve.New(f, "a trace", draw)
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
	return s.Address(l.Addr().String())
}

func openTrace(t *testing.T, name string) *tracefile.File {
	t.Helper()
	f, err := tracefile.Open(filepath.Join("..", "testdata", "traces", name+".trace"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// A served page shows an overview at once, and fetches exact windows for the view.
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
	own, _, _ := strings.Cut(address, "?")
	for _, r := range p.Requests() {
		if !strings.HasPrefix(r, own) {
			t.Errorf("the page requested %s, want only its own server", r)
		}
	}
	if errs := p.Errors(); len(errs) > 0 {
		t.Errorf("the page logged errors: %q", errs)
	}
}

// A reloaded page restores its view, and retries if the server is busy, no sooner than the
// server says.
func TestServedPageAgain(t *testing.T) {
	address := serveTrace(t, openTrace(t, "gc"), 200)
	to, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(&url.URL{Scheme: "http", Host: to.Host})
	refused := map[string]time.Time{} // by window
	again := 0
	var mu sync.Mutex
	busy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		at, known := refused[r.URL.RawQuery]
		switch {
		case r.URL.Path != "/window":
		case known:
			again++
			if after := time.Since(at); after < time.Second {
				t.Errorf("a window that was refused for a second was requested again after %v", after)
			}
		default:
			refused[r.URL.RawQuery] = time.Now()
			w.Header().Set("Retry-After", "1")
			http.Error(w, "busy", http.StatusServiceUnavailable)
			return
		}
		proxy.ServeHTTP(w, r)
	}))
	defer busy.Close()
	p := browser.OpenURL(t, busy.URL+"/?"+to.RawQuery, browser.Options{})
	p.Settle()
	s := timeline(p)
	browser.Eval[bool](p, `schedviz.timeline.current.setView(`+num(s.Duration/2)+`, `+num(s.Duration/2+s.Duration/500)+`); true`)
	until(t, p, "fetching a window from a busy server", isExact)
	mu.Lock()
	if again == 0 {
		t.Error("the window came although it was refused at first")
	}
	mu.Unlock()
	until(t, p, "writing the address", `location.hash.includes('from=')`)
	before := timeline(p)
	browser.Eval[bool](p, `document.body.dataset.ready = 'old'; location.reload(); true`)
	until(t, p, "loading again", `document.body?.dataset.ready === 'yes' && `+isExact)
	if after := timeline(p); after.From != before.From || after.To != before.To {
		t.Errorf("after a reload the page shows %v to %v, before %v to %v", after.From, after.To, before.From, before.To)
	}
	if got := browser.Eval[string](p, `location.search`); got != "?"+to.RawQuery {
		t.Errorf("the page's address now has %q, want its token", got)
	}
	for _, e := range p.Errors() {
		if !strings.Contains(e, "503") { // which the browser tells of itself
			t.Errorf("the page logged errors: %q", e)
		}
	}
}

func num(v float64) string { return fmt.Sprintf("%.0f", v) }

// A page without facts and warnings, for an exact trace, with markup as its title.
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
	p := browser.OpenURL(t, s.Address(l.Addr().String()), browser.Options{})
	p.Settle()
	if got := browser.Eval[string](p, `document.querySelector('h1').textContent`); got != hostile[0] {
		t.Errorf("the page's title is %q, want %q", got, hostile[0])
	}
	if !browser.Eval[bool](p, `document.getElementById('reading-trace').hidden && window.pwned === undefined`) {
		t.Error("the page still says that the trace is being read, or executed its title")
	}
	if errs := p.Errors(); len(errs) > 0 {
		t.Errorf("the page logged errors: %q", errs)
	}
}
