package serve_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/serve"
	"schedviz/traceview/tracefile"
)

// rewritable is a server of a trace file that the test rewrites.
type rewritable struct {
	*running
	path   string
	closed atomic.Int64 // editions after the first
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", "traces", name+".trace"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// write writes a trace to a file in place.
func write(t *testing.T, path, trace string) {
	t.Helper()
	if err := os.WriteFile(path, read(t, trace), 0o666); err != nil {
		t.Fatal(err)
	}
}

// rename replaces the file at a path by a new file with a trace.
func rename(t *testing.T, path, trace string) {
	t.Helper()
	write(t, path+".new", trace)
	if err := os.Rename(path+".new", path); err != nil {
		t.Skipf("renaming over an open file: %v", err)
	}
}

func startRewritable(t *testing.T) *rewritable {
	t.Helper()
	r := &rewritable{path: filepath.Join(t.TempDir(), "t.trace")}
	write(t, r.path, "gc")
	f, err := tracefile.Open(r.path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	s := serve.New(f, "trace", draw)
	s.MaxSpans = 300
	s.Reopen = func(context.Context) (serve.Trace, error) {
		f, err := tracefile.Open(r.path)
		if err != nil {
			return serve.Trace{}, err
		}
		return serve.Trace{File: f, Draw: draw, Close: func() { f.Close(); r.closed.Add(1) }}, nil
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	url, query, _ := strings.Cut(s.Address(l.Addr().String()), "/?")
	r.running = &running{url, "?" + query, cancel, make(chan error, 1)}
	go func() { r.done <- s.Serve(ctx, l, "127.0.0.1:0", func(*traceview.Summary) {}) }()
	t.Cleanup(cancel)
	r.awaitWhole(t)
	return r
}

// said is what the server reports about its trace.
type said struct {
	Edition        int
	Whole          bool
	Size           int64
	Changed, Error string
}

func (r *rewritable) said(t *testing.T) (p said) {
	t.Helper()
	_, _, text := r.ask(t, "GET", "/progress")
	if err := json.Unmarshal([]byte(text), &p); err != nil {
		t.Fatal(err)
	}
	return p
}

// until waits for the server to report something.
func (r *rewritable) until(t *testing.T, what string, ok func(said) bool) said {
	t.Helper()
	var p said
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if p = r.said(t); ok(p) {
			return p
		}
	}
	t.Fatalf("the server did not say %s within 30 s, but %+v", what, p)
	return p
}

func (r *rewritable) expect(t *testing.T, path string, status int, text string) {
	t.Helper()
	if got, _, body := r.ask(t, "GET", path); got != status || !strings.Contains(body, text) {
		t.Errorf("GET %s = %d %.100q, want %d and %q", path, got, body, status, text)
	}
}

// The server reports that a trace was rewritten, reads no window from it, and can read the new one.
func TestRewritten(t *testing.T) {
	r := startRewritable(t)
	const window = "/window?from=0&to=1000000&edition="
	r.expect(t, window+"1", 200, "")
	if p := r.said(t); p.Changed != "" || p.Edition != 1 {
		t.Errorf("before anything changes the server says %+v", p)
	}
	r.expect(t, "/reread?edition=1", 200, "") // nothing has changed
	if p := r.said(t); p.Edition != 1 {
		t.Errorf("the server reads a file again that has not changed: edition %d", p.Edition)
	}
	write(t, r.path, "channels")
	if p := r.said(t); !strings.Contains(p.Changed, "has been rewritten") || p.Edition != 1 {
		t.Errorf("after the file is rewritten the server says %+v", p)
	}
	r.expect(t, window+"1", 409, "has been rewritten")
	r.expect(t, "/window?from=0&to=1000000", 409, "has been rewritten")
	r.expect(t, "/data?part=whole&edition=1", 200, "") // made before
	r.expect(t, "/reread?edition=1", 200, "")
	r.expect(t, "/reread?edition=1", 200, "") // requested twice
	p := r.until(t, "that the new trace is there", func(p said) bool { return p.Whole && p.Edition > 1 })
	if want := int64(len(read(t, "channels"))); p.Edition != 2 || p.Changed != "" || p.Size != want {
		t.Errorf("of the new trace the server says %+v, want edition 2 of %d bytes", p, want)
	}
	r.expect(t, window+"2", 200, "")
	r.expect(t, window+"1", 409, "reload the page")
	r.expect(t, "/data?part=whole&edition=1", 409, "reload the page")
	r.expect(t, "/reread?edition=x", 400, "is not a number")

	write(t, r.path, "gc")
	r.expect(t, "/reread?edition=2", 200, "")
	r.until(t, "that the third trace is there", func(p said) bool { return p.Whole && p.Edition == 3 })
	r.stop()
	if err := <-r.done; err != nil {
		t.Errorf("Serve ended with %v", err)
	}
	if got := r.closed.Load(); got != 2 {
		t.Errorf("%d of the 2 traces that were opened anew were closed", got)
	}
}

// The old file stays readable when another replaces it, and so do its windows.
func TestReplaced(t *testing.T) {
	r := startRewritable(t)
	_, _, before := r.ask(t, "GET", "/window?from=0&to=1000000")
	rename(t, r.path, "channels")
	if p := r.said(t); !strings.Contains(p.Changed, "Another file") {
		t.Errorf("the server says %+v, want that another file has replaced the trace's", p)
	}
	if status, _, after := r.ask(t, "GET", "/window?from=0&to=1000000"); status != 200 || after != before {
		t.Errorf("the window of the old file is of status %d and %d bytes, before it was %d", status, len(after), len(before))
	}
	r.expect(t, "/reread?edition=1", 200, "")
	r.until(t, "that the new trace is there", func(p said) bool { return p.Whole && p.Edition == 2 && p.Changed == "" })
}

// A new file that is not (yet) a trace changes nothing, and can be requested again.
func TestRereadFails(t *testing.T) {
	r := startRewritable(t)
	if err := os.Truncate(r.path, 0); err != nil {
		t.Fatal(err)
	}
	r.expect(t, "/reread?edition=1", 500, "the file is empty")
	r.expect(t, "/data?part=whole&edition=1", 200, "")
	if p := r.said(t); p.Edition != 1 || !p.Whole || p.Error != "" {
		t.Errorf("after that the server says %+v", p)
	}
	write(t, r.path, "channels")
	r.expect(t, "/reread?edition=1", 200, "")
	r.until(t, "that the new trace is there", func(p said) bool { return p.Whole && p.Edition == 2 })
}

// A request for a window while the file is rewritten gets the window of one trace, or an error.
func TestWindowsOfARewrittenFile(t *testing.T) {
	r := startRewritable(t)
	windows := map[string]bool{}
	ask := func(n int) (int, string) {
		status, _, body := r.ask(t, "GET", fmt.Sprintf("/window?from=%d&to=%d&edition=1", n*1000, n*1000+500_000))
		return status, body
	}
	for n := range 20 {
		_, body := ask(n)
		windows[body] = true
	}
	done := make(chan error)
	go func() {
		defer close(done)
		time.Sleep(20 * time.Millisecond)
		f, err := os.OpenFile(r.path, os.O_WRONLY|os.O_TRUNC, 0)
		if err == nil {
			_, err = f.Write(make([]byte, 1<<20))
			err = errors.Join(err, f.Close())
		}
		done <- err
	}()
	refused := 0
	for n := range 200 {
		switch status, body := ask(n % 20); status {
		case 200:
			if !windows[body] {
				t.Fatalf("got a window that is not of the trace: %d bytes", len(body))
			}
		case 409:
			refused++
		default:
			t.Fatalf("a window = %d %.80q", status, body)
		}
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if status, _ := ask(0); status != 409 {
		t.Errorf("of the rewritten file a window = %d, want 409 (%d of 200 were)", status, refused)
	}
}
