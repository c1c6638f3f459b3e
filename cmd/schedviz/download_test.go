package main

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// aTrace is a recorded trace.
func aTrace(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "traceview", "testdata", "traces", "generations.trace"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// files lists what is in the current directory.
func files(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	names := []string{}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// viewURL runs view on a server that answers as handler does, in an empty directory
// with the given files in it.
func viewURL(t *testing.T, handler http.HandlerFunc, path string, existing ...string) (status int, stdout, stderr string) {
	t.Helper()
	srv := httptest.NewServer(handler)
	t.Cleanup(srv.Close)
	t.Chdir(t.TempDir())
	for _, name := range existing {
		if err := os.WriteFile(name, []byte("mine"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out, errs bytes.Buffer
	status = run([]string{"view", srv.URL + path}, &out, &errs)
	return status, out.String(), strings.ReplaceAll(errs.String(), srv.URL, "URL")
}

func TestViewURL(t *testing.T) {
	trace := aTrace(t)
	for _, test := range []struct {
		path     string
		existing []string
		want     []string // files
	}{
		{"/debug/pprof/trace?seconds=5", nil, []string{"trace.html", "trace.out"}},
		{"/debug/pprof/trace", []string{"trace.html", "trace.out"}, []string{"trace-2.html", "trace-2.out", "trace.html", "trace.out"}},
		{"/x/my.trace", nil, []string{"my.html", "my.trace"}},
		{"/", nil, []string{"trace.html", "trace.out"}},
		{"/x/..%2f..%2fetc%2f.evil", nil, nil},
	} {
		t.Run(test.path, func(t *testing.T) {
			status, stdout, stderr := viewURL(t, func(w http.ResponseWriter, _ *http.Request) { w.Write(trace) }, test.path, test.existing...)
			got := files(t)
			if status != 0 || test.want != nil && !slices.Equal(got, test.want) {
				t.Fatalf("view URL%s: status %d, files %q, want 0, %q; %s", test.path, status, got, test.want, stderr)
			}
			page := strings.TrimSpace(stdout)
			if strings.ContainsAny(page, `/\`) || !slices.Contains(got, page) {
				t.Errorf("view URL%s prints %q, want the page in the current directory, of %q", test.path, stdout, got)
			}
			if !strings.HasPrefix(stderr, "schedviz: downloaded to ") {
				t.Errorf("view URL%s says %q, want where the trace is", test.path, stderr)
			}
			for _, name := range test.existing {
				if data, _ := os.ReadFile(name); string(data) != "mine" {
					t.Errorf("view URL%s overwrote %s", test.path, name)
				}
			}
			saved := strings.TrimSpace(strings.TrimPrefix(stderr, "schedviz: downloaded to "))
			if data, err := os.ReadFile(saved); !bytes.Equal(data, trace) {
				t.Errorf("%s has %d bytes (%v), want the %d that the server sent", saved, len(data), err, len(trace))
			}
		})
	}
}

// What does not come is one line, and leaves nothing behind.
func TestViewURLFails(t *testing.T) {
	patience = 300 * time.Millisecond
	defer func() { patience = 30 * time.Second }()
	stuck := make(chan struct{})
	defer close(stuck)
	for name, test := range map[string]struct {
		handler http.HandlerFunc
		want    string
	}{
		"not found": {http.NotFound, "schedviz: downloading URL/trace: the server answered 404 Not Found: 404 page not found\n"},
		"busy":      {func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "Could not enable\x1b tracing", 500) }, "the server answered 500 Internal Server Error: Could not enable\uFFFD tracing\n"},
		"cut off": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "99")
			w.Write([]byte("go 1.2"))
		}, "unexpected EOF\n"},
		"silent": {func(w http.ResponseWriter, r *http.Request) { wait(r, stuck) }, "nothing came for 300ms\n"},
		"then stuck": {func(w http.ResponseWriter, r *http.Request) {
			w.Write([]byte("go"))
			w.(http.Flusher).Flush()
			wait(r, stuck)
		}, "nothing came for 300ms\n"},
	} {
		t.Run(name, func(t *testing.T) {
			status, stdout, stderr := viewURL(t, test.handler, "/trace")
			if status != exitFailed || stdout != "" || !strings.HasSuffix(stderr, test.want) || strings.Count(stderr, "\n") != 1 {
				t.Errorf("view URL/trace: status %d, stdout %q, stderr %q; want %d, none, one line that ends in %q", status, stdout, stderr, exitFailed, test.want)
			}
			if left := files(t); len(left) > 0 {
				t.Errorf("it leaves %q behind", left)
			}
		})
	}
}

func wait(r *http.Request, until chan struct{}) {
	select {
	case <-r.Context().Done():
	case <-until:
	}
}

// A page that is no trace is kept, as what came may be wanted, and complained of.
func TestViewURLOfSomethingElse(t *testing.T) {
	status, _, stderr := viewURL(t, func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<html>this is no trace at all</html>") }, "/index.html")
	if status != exitFailed || !strings.Contains(stderr, "opening trace index.out: not a Go execution trace") {
		t.Errorf("view of a web page: status %d, %q", status, stderr)
	}
}
