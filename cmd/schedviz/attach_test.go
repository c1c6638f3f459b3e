package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"schedviz/traceview/record"
)

// serving returns the URL of a server with the handler.
func serving(t *testing.T, handler http.HandlerFunc) string {
	t.Helper()
	srv := httptest.NewServer(handler)
	t.Cleanup(srv.Close)
	return srv.URL
}

// attachTo runs attach, in this process and in an empty directory.
func attachTo(t *testing.T, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	t.Chdir(t.TempDir())
	var out, errs bytes.Buffer
	status = run(append([]string{"attach"}, args...), &out, &errs)
	return status, out.String(), errs.String()
}

// The trace at a URL goes into a run directory, with what was attached to; a password does not.
func TestAttachURL(t *testing.T) {
	trace := aTrace(t)
	var asked []string
	srv := serving(t, func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.RequestURI())
		w.Write(trace)
	})
	t.Chdir(t.TempDir())
	for _, test := range []struct{ path, want string }{
		{"", "/debug/pprof/trace?seconds=2"},
		{"/", "/debug/pprof/trace?seconds=2"},
		{"/debug/pprof", "/debug/pprof/trace?seconds=2"},
		{"/my/pprof/", "/my/pprof/trace?seconds=2"},
		{"/record?key=a%26b&seconds=99", "/record?key=a%26b&seconds=2"},
	} {
		asked = nil
		var out, errs bytes.Buffer
		address := strings.Replace(srv, "http://", "http://me:secret@", 1) + test.path
		status := run([]string{"attach", address, "--for", "2s", "--cores=off", "--json"}, &out, &errs)
		if status != 0 || !slices.Equal(asked, []string{test.want}) {
			t.Errorf("attach %s: status %d, asks for %q (%s); want 0, %q", address, status, asked, &errs, test.want)
			continue
		}
		var got result
		if err := json.Unmarshal(out.Bytes(), &got); err != nil {
			t.Fatalf("attach --json printed %q: %v", &out, err)
		}
		r, err := record.Load(got.RunDir)
		if err != nil {
			t.Fatal(err)
		}
		if !r.Complete || r.GOMAXPROCS == 0 || got.Stat == nil || got.Attached == nil || got.Attached.URL == "" {
			t.Errorf("attach %s left %+v", address, r)
		}
		for _, name := range []string{record.RunFile, record.ReportFile, record.StatFile} {
			if data, err := os.ReadFile(r.Path(name)); err != nil || bytes.Contains(data, []byte("secret")) {
				t.Errorf("%s: %v, or it has the password", name, err)
			}
		}
	}
	if index, err := os.ReadFile(filepath.Join("out", "index.html")); err != nil || strings.Count(string(index), "/report.html") != 5 {
		t.Errorf("the index page lists other than 5 runs: %v", err)
	}
}

// A URL that says for how long is asked for that long, unless --for says otherwise.
func TestAttachURLSaysHowLong(t *testing.T) {
	trace := aTrace(t)
	asked := ""
	srv := serving(t, func(w http.ResponseWriter, r *http.Request) { asked = r.FormValue("seconds"); w.Write(trace) })
	if status, _, stderr := attachTo(t, srv+"/trace?seconds=1.5", "--cores=off"); status != 0 || asked != "1.5" {
		t.Errorf("attach …?seconds=1.5: status %d, asks for %q seconds (%s), want 1.5", status, asked, stderr)
	}
}

// A recording that grows too large ends early; what had arrived is kept.
func TestAttachMaxSize(t *testing.T) {
	trace := aTrace(t)
	srv := serving(t, func(w http.ResponseWriter, _ *http.Request) {
		for rest := trace; len(rest) > 0; { // in pieces, as a program sends it: without the size of it all
			n, _ := w.Write(rest[:min(len(rest), 4096)])
			rest = rest[n:]
		}
	})
	limit := len(trace) * 3 / 4
	status, stdout, stderr := attachTo(t, srv, "--cores=off", "--max-size", strconv.Itoa(limit))
	want := "schedviz: warning: the download ended early: it is larger than "
	if status != 0 || !strings.HasSuffix(stdout, "report.html\n") || !strings.HasPrefix(stderr, want) {
		t.Fatalf("attach --max-size %d: status %d, %q, %q; want 0, a page and %q", limit, status, stdout, stderr, want)
	}
	kept, err := filepath.Glob(filepath.Join("out", "*", "trace.out"))
	if err != nil || len(kept) != 1 {
		t.Fatalf("it leaves the traces %q, want one", kept)
	}
	if data, err := os.ReadFile(kept[0]); err != nil || !bytes.Equal(data, trace[:limit]) {
		t.Errorf("%d bytes are kept (%v), want the first %d", len(data), err, limit)
	}
}

func TestAttachUsage(t *testing.T) {
	for _, test := range []struct {
		args []string
		want string
	}{
		{nil, "attach needs a process ID, or a URL"},
		{[]string{"1", "2"}, `attach takes only a process ID, or a URL, not also "2"`},
		{[]string{"localhost:6060"}, `attach needs a process ID, or a URL such as http://localhost:6060, not "localhost:6060"`},
		{[]string{"0"}, "attach needs a process ID"},
		{[]string{"99999999999"}, "attach needs a process ID"},
		{[]string{"1", "--for", "0s"}, "--for must be above 0, not 0s"},
		{[]string{"1", "--for", "long"}, "--for"},
		{[]string{"1", "--every", "1s", "--for", "2s"}, "--every must be at least as long as a snapshot takes, 2s, not 1s"},
		{[]string{"1", "--keep", "3"}, "--keep is only for snapshots: use it with --every"},
		{[]string{"1", "--every", "9s", "--keep", "0"}, "--keep must be at least 1, not 0"},
		{[]string{"1", "--cores", "prf"}, `the nearest is "perf"`},
		{[]string{"1", "--evry", "1s"}, `unknown flag "--evry": the nearest is "--every"`},
		{[]string{"1", "--out", ""}, "--out must name a directory"},
	} {
		status, stdout, stderr := attachTo(t, test.args...)
		if status != exitUsage || stdout != "" || !strings.Contains(stderr, test.want) || strings.Count(stderr, "\n") != 1 {
			t.Errorf("attach %q: status %d, %q; want %d and one line with %q", test.args, status, stderr, exitUsage, test.want)
		}
	}
}

// What can't be recorded is one line, and leaves no run directory.
func TestAttachURLFails(t *testing.T) {
	elsewhere := serving(t, http.NotFound)
	for name, test := range map[string]struct {
		handler http.HandlerFunc
		want    string
	}{
		"no pprof":   {http.NotFound, "downloading URL/debug/pprof/trace?seconds=5: the server answered 404 Not Found: 404 page not found\n"},
		"busy":       {serverBusy, "Could not enable tracing: tracing is already enabled\n"},
		"redirected": {http.RedirectHandler(elsewhere+"/login", http.StatusFound).ServeHTTP, "the server answered 404 Not Found: 404 page not found\n"},
		"in a loop":  {http.RedirectHandler("/debug/pprof/trace", http.StatusFound).ServeHTTP, "too many redirects\n"},
		"no trace":   {func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("hello")) }, "that begins with \"hello\"\n"},
		"nothing":    {func(http.ResponseWriter, *http.Request) {}, "the server sent nothing\n"},
		"secret": {func(w http.ResponseWriter, _ *http.Request) {
			http.Error(w, "who are\x1b[31m you?", http.StatusUnauthorized)
		}, "the server answered 401 Unauthorized: who are\uFFFD[31m you?\n"},
	} {
		t.Run(name, func(t *testing.T) {
			srv := serving(t, test.handler)
			status, stdout, stderr := attachTo(t, srv, "--cores=off")
			lines := strings.SplitAfter(strings.TrimSuffix(strings.ReplaceAll(stderr, srv, "URL"), "\n"), "\n")
			last := lines[len(lines)-1] + "\n"
			if status != exitFailed || stdout != "" || !strings.HasPrefix(last, "schedviz: attaching to ") || !strings.HasSuffix(last, test.want) {
				t.Errorf("attach: status %d, stdout %q, stderr %q; want %d, none, a line that ends in %q", status, stdout, stderr, exitFailed, test.want)
			}
			if runs, _ := filepath.Glob("out/attach-*"); len(runs) > 0 {
				t.Errorf("it leaves %q", runs)
			}
		})
	}
}

func serverBusy(w http.ResponseWriter, _ *http.Request) {
	http.Error(w, "Could not enable tracing: tracing is already enabled", http.StatusInternalServerError)
}
