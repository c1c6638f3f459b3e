package main

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
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

// files lists the current directory.
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

// viewURL runs view, with further arguments, in an empty directory on a server that answers with handler.
func viewURL(t *testing.T, handler http.HandlerFunc, path string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	return viewURLAmong(t, handler, path, nil, args...)
}

// viewURLAmong is viewURL in a directory that contains the existing files.
func viewURLAmong(t *testing.T, handler http.HandlerFunc, path string, existing []string, args ...string) (status int, stdout, stderr string) {
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
	status = run(append([]string{"view", srv.URL + path}, args...), &out, &errs)
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
			status, stdout, stderr := viewURLAmong(t, func(w http.ResponseWriter, _ *http.Request) { w.Write(trace) }, test.path, test.existing)
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

// A failed download is one line on standard error and leaves nothing behind.
func TestViewURLFails(t *testing.T) {
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

// What is no trace is not downloaded to its end; what it is instead is told.
func TestViewURLOfSomethingElse(t *testing.T) {
	page := "<html>" + strings.Repeat("this is no trace at all ", 100)
	ended := make(chan bool, 1)
	status, _, stderr := viewURL(t, func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, page)
		w.(http.Flusher).Flush()
		select { // and more, some day
		case <-r.Context().Done():
			ended <- true
		case <-time.After(20 * time.Second):
			ended <- false
		}
	}, "/index.html")
	want := `schedviz: downloading URL/index.html: not a Go execution trace (it does not begin with "go 1.… trace"); the server sent text/html; charset=utf-8 that begins with "<html>this is no trace at all `
	if status != exitFailed || !strings.HasPrefix(stderr, want) || strings.Count(stderr, "\n") != 1 || len(stderr) > 300 {
		t.Errorf("view of a web page: status %d, %q; want %d and one line that begins with %q", status, stderr, exitFailed, want)
	}
	if !<-ended {
		t.Error("the download goes on")
	}
	if left := files(t); len(left) > 0 {
		t.Errorf("it leaves %q behind", left)
	}
}

// A compressed trace is stored uncompressed, so that other tools can read it, under a name without the suffix.
func TestViewURLCompressed(t *testing.T) {
	trace := aTrace(t)
	for how, path := range map[string]string{"gzip": "/my.trace.gz", "zstd": "/my.trace.zst"} {
		t.Run(how, func(t *testing.T) {
			data := packed(func(err error) {
				if err != nil {
					t.Fatal(err)
				}
			}, how, trace)
			status, _, stderr := viewURL(t, func(w http.ResponseWriter, _ *http.Request) { w.Write(data) }, path)
			if got, want := files(t), []string{"my.html", "my.trace"}; status != 0 || !slices.Equal(got, want) {
				t.Fatalf("view URL%s: status %d, files %q, want 0, %q; %s", path, status, got, want, stderr)
			}
			if got, err := os.ReadFile("my.trace"); !bytes.Equal(got, trace) {
				t.Errorf("my.trace has %d bytes (%v), want the %d of the trace", len(got), err, len(trace))
			}
		})
	}
}

// No more than --max-size is downloaded or unpacked, and nothing of a larger trace is kept.
func TestViewURLTooLarge(t *testing.T) {
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	trace := aTrace(t)
	// What a decompression bomb unpacks to: a trace header followed by zeros.
	bomb := append(trace[:16:16], make([]byte, 3_000_000)...)
	for name, handler := range map[string]http.HandlerFunc{
		"announced": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "3000000")
			w.Write(trace)
		},
		"endless": func(w http.ResponseWriter, r *http.Request) {
			for w.Write(trace[:16]); r.Context().Err() == nil; {
				if _, err := w.Write(bomb); err != nil {
					return
				}
			}
		},
		"gzip": func(w http.ResponseWriter, _ *http.Request) { w.Write(packed(must, "gzip", bomb)) },
		"zstd": func(w http.ResponseWriter, _ *http.Request) { w.Write(packed(must, "zstd", bomb)) },
	} {
		t.Run(name, func(t *testing.T) {
			status, _, stderr := viewURL(t, handler, "/trace", "--max-size", "2MB")
			if want := "it is larger than 2.00 MB, the most that --max-size allows\n"; status != exitFailed || !strings.HasSuffix(stderr, want) || strings.Count(stderr, "\n") != 1 {
				t.Errorf("status %d, %q; want %d and one line that ends in %q", status, stderr, exitFailed, want)
			}
			if left := files(t); len(left) > 0 {
				t.Errorf("it leaves %q behind", left)
			}
		})
	}
}

// A redirect to another host is reported; one to the same host is not.
func TestViewURLRedirected(t *testing.T) {
	trace := aTrace(t)
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.Write(trace) }))
	defer other.Close()
	redirect := func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/elsewhere":
			http.Redirect(w, r, other.URL+"/a.trace?x=1", http.StatusFound)
		case "/here":
			http.Redirect(w, r, "/trace", http.StatusFound)
		case "/round":
			http.Redirect(w, r, "/round", http.StatusFound)
		default:
			w.Write(trace)
		}
	}
	for path, want := range map[string]struct {
		status int
		stderr string
	}{
		"/elsewhere": {0, "schedviz: URL/elsewhere redirects to " + other.URL + "/a.trace?x=1\nschedviz: downloaded to elsewhere.out\n"},
		"/here":      {0, "schedviz: downloaded to here.out\n"},
		"/round":     {exitFailed, "schedviz: downloading URL/round: too many redirects\n"},
	} {
		t.Run(path, func(t *testing.T) {
			if status, _, stderr := viewURL(t, redirect, path); status != want.status || stderr != want.stderr {
				t.Errorf("view URL%s: status %d, %q; want %d, %q", path, status, stderr, want.status, want.stderr)
			}
		})
	}
}

// A server that breaks the protocol does not make the HTTP library talk to the user.
func TestViewURLOfBadServer(t *testing.T) {
	exe, err := exec.LookPath("schedviz") // testscript.Main put it there
	if err != nil {
		t.Fatal(err)
	}
	trace := aTrace(t)
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		conn, out, err := w.(http.Hijacker).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		defer conn.Close()
		fmt.Fprintf(out, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s", len(trace), trace)
		out.Flush()
		time.Sleep(50 * time.Millisecond)
		fmt.Fprint(out, "HTTP/1.1 200 OK\r\n\r\nmore than was asked for")
		out.Flush()
	}))
	defer srv.Close()
	cmd := exec.Command(exe, "view", srv.URL+"/trace")
	cmd.Dir = t.TempDir()
	var stderr strings.Builder
	cmd.Stderr = &stderr
	if err := cmd.Run(); err != nil || stderr.String() != "schedviz: downloaded to trace.out\n" {
		t.Errorf("view of what a bad server sends: %v, %q; want only where the trace is", err, &stderr)
	}
}
