package report_test

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"schedviz/traceview"
	"schedviz/traceview/report"
	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/serve"
	"schedviz/traceview/tracefile"
)

// copyTrace writes a recorded trace into a file, keeping the same file.
func copyTrace(t *testing.T, name, path string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", "traces", name+".trace"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// serveFile serves the trace in a file, whatever its content later, and returns the URL.
func serveFile(t *testing.T, path string) string {
	t.Helper()
	open := func(context.Context) (serve.Trace, error) {
		f, err := tracefile.Open(path)
		draw := func(s *traceview.Summary, w *traceview.Window) report.Page {
			return report.Page{Title: "a trace", Summary: s, Window: w}
		}
		return serve.Trace{File: f, Draw: draw, Close: func() { f.Close() }}, err
	}
	first, err := open(nil)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := serve.New(first.File, "a trace", first.Draw)
	s.MaxSpans, s.Reopen = 200, open
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx, l, l.Addr().String(), func(*traceview.Summary) {}) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Errorf("Serve ended with %v, want nil", err)
		}
		first.Close()
	})
	return s.Address(l.Addr().String())
}

const (
	noticeShown = `document.getElementById('changed').checkVisibility()`
	noticeText  = `document.getElementById('changed').innerText`
	newTrace    = `document.querySelector('#changed button').click(); true`
)

// When its trace is rewritten, a served page says so visibly, never shows new data as if it
// belonged to the old trace, and shows the new trace on request.
func TestPageOfRewrittenTrace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "t.trace")
	copyTrace(t, "gc", path)
	p := browser.OpenURL(t, serveFile(t, path), browser.Options{})
	p.Settle()
	if browser.Eval[bool](p, noticeShown) {
		t.Errorf("the page says %q about a file that has not changed", browser.Eval[string](p, noticeText))
	}
	old := timeline(p).Duration
	browser.Eval[bool](p, `scrollTo(0, 1000); true`)

	if err := os.Truncate(path, 0); err != nil { // as go test -trace does while the tests run
		t.Fatal(err)
	}
	until(t, p, "noticing that the trace is rewritten", noticeShown)
	if got := browser.Eval[string](p, noticeText); !strings.Contains(got, "has been rewritten") || !strings.Contains(got, "Show the new trace") {
		t.Errorf("the notice is %q, want what happened and a way to the new trace", got)
	}
	if !browser.Eval[bool](p, `(({ top, bottom }) => top >= 0 && bottom <= innerHeight && document.getElementById('changed').contains(document.elementFromPoint(innerWidth / 2, (top + bottom) / 2)))(document.getElementById('changed').getBoundingClientRect())`) {
		t.Error("the notice is invisible when the page is scrolled")
	}
	// Go where no window is loaded yet.
	browser.Eval[bool](p, `schedviz.timeline.current.windows.loaded.clear(); schedviz.timeline.current.setView(1000, `+num(old/500)+`); true`)
	until(t, p, "saying why there is no exact window", `document.querySelector('.tl-exactness').textContent.includes('has been rewritten')`)

	browser.Eval[bool](p, newTrace)
	until(t, p, "saying that there is no new trace yet", noticeText+`.includes('cannot be read')`)
	if got := browser.Eval[string](p, noticeText); !strings.Contains(got, "the file is empty") {
		t.Errorf("the notice is %q, want why the new trace cannot be read", got)
	}

	copyTrace(t, "channels", path)
	f, err := tracefile.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s, err := f.Summarize(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	browser.Eval[bool](p, newTrace)
	until(t, p, "showing the new trace", `globalThis.schedviz?.state?.()?.duration === `+num(float64(s.Stat.Trace.DurationNS)))
	if browser.Eval[bool](p, noticeShown) {
		t.Errorf("the page of the new trace still says %q", browser.Eval[string](p, noticeText))
	}
}

// If another page of the same server loads the new trace, this one does not change by itself.
func TestPageOfTraceReadAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "t.trace")
	copyTrace(t, "gc", path)
	address := serveFile(t, path)
	p := browser.OpenURL(t, address, browser.Options{})
	p.Settle()
	old := timeline(p).Duration
	copyTrace(t, "channels", path)
	if !browser.Eval[bool](p, `fetch('reread' + location.search + '&edition=1').then((r) => r.ok)`) {
		t.Fatal("the server does not read the new trace")
	}
	until(t, p, "noticing that the trace was read again", noticeShown+` && `+noticeText+`.includes('has been read again')`)
	if got := timeline(p).Duration; got != old {
		t.Errorf("the page shows %v ns, want the %v of the old trace", got, old)
	}
	browser.Eval[bool](p, newTrace)
	until(t, p, "showing the new trace", `(globalThis.schedviz?.state?.()?.duration ?? `+num(old)+`) !== `+num(old))
}
