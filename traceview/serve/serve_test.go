package serve_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime/trace"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/fault"
	"schedviz/traceview/report"
	"schedviz/traceview/serve"
	"schedviz/traceview/tracefile"
)

const sampleTrace = "../testdata/traces/gc.trace"

func draw(s *traceview.Summary, w *traceview.Window) report.Page {
	return report.Page{Title: "trace", Summary: s, Window: w}
}

// running is a running server and how it ended.
type running struct {
	url   string
	query string // with the token, "?token=…"
	stop  context.CancelFunc
	done  chan error
}

// with adds the token to a path.
func (r *running) with(path string) string {
	if strings.Contains(path, "?") {
		return path + "&" + r.query[1:]
	}
	return path + r.query
}

// start serves f at addr, with an overview of few spans.
func start(t *testing.T, f *tracefile.File, addr string) *running {
	t.Helper()
	l, err := net.Listen("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	s := serve.New(f, "trace", draw)
	s.MaxSpans = 300
	ctx, cancel := context.WithCancel(context.Background())
	url, query, _ := strings.Cut(s.Address(l.Addr().String()), "/?")
	r := &running{url, "?" + query, cancel, make(chan error, 1)}
	go func() { r.done <- s.Serve(ctx, l, addr, func(*traceview.Summary) {}) }()
	t.Cleanup(cancel)
	return r
}

func openTrace(t *testing.T) *tracefile.File {
	t.Helper()
	f, err := tracefile.Open(filepath.FromSlash(sampleTrace))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// ask sends a request with the token, and header lines "Name: value"; Host is one of them.
func (r *running) ask(t *testing.T, method, path string, header ...string) (status int, head http.Header, body string) {
	t.Helper()
	return r.send(t, method, r.with(path), header...)
}

// send sends a request like ask, but without the token.
func (r *running) send(t *testing.T, method, path string, header ...string) (status int, head http.Header, body string) {
	t.Helper()
	req, err := http.NewRequest(method, r.url+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range header {
		name, value, _ := strings.Cut(h, ": ")
		if name == "Host" {
			req.Host = value
		}
		req.Header.Set(name, value)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatalf("%s %s: %v", method, path, err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatalf("%s %s: %v", method, path, err)
	}
	return resp.StatusCode, resp.Header, string(text)
}

// awaitWhole waits until the whole trace has been read.
func (r *running) awaitWhole(t *testing.T) {
	t.Helper()
	var p struct {
		Read, Size int64
		Whole      bool
		Error      string
	}
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		_, _, text := r.ask(t, "GET", "/progress")
		if err := json.Unmarshal([]byte(text), &p); err != nil {
			t.Fatalf("progress = %q: %v", text, err)
		}
		if p.Error != "" {
			t.Fatalf("progress reports an error: %s", p.Error)
		}
		if p.Whole {
			if p.Read != p.Size {
				t.Errorf("when all is read, progress is %d of %d bytes", p.Read, p.Size)
			}
			return
		}
	}
	t.Fatal("the trace was not read within a minute")
}

// Only requests of the server's own pages, and those that open them, are answered, and only reads.
func TestGuard(t *testing.T) {
	r := start(t, openTrace(t), "127.0.0.1:0")
	r.awaitWhole(t)
	own := strings.TrimPrefix(r.url, "http://")
	_, port, _ := net.SplitHostPort(own)
	for _, test := range []struct {
		method, path string
		header       []string
		want         int
	}{
		{"GET", "/", nil, 200},
		{"HEAD", "/", nil, 200},
		{"GET", "/", []string{"Host: localhost:" + port}, 200},
		{"GET", "/", []string{"Host: localhost"}, 200},
		{"GET", "/", []string{"Host: LOCALHOST:99"}, 200}, // through a tunnel
		{"GET", "/", []string{"Host: [::1]:" + port}, 200},
		{"GET", "/", []string{"Host: evil.example"}, 403},
		{"GET", "/data?part=whole", []string{"Host: evil.example:" + port}, 403},
		{"GET", "/", []string{"Host: localhost.evil.example"}, 403},
		{"GET", "/", []string{"Host: 10.1.2.3:" + port}, 403},
		{"GET", "/data?part=whole", []string{"Origin: " + r.url}, 200},
		{"GET", "/data?part=whole", []string{"Origin: http://evil.example"}, 403},
		{"GET", "/data?part=whole", []string{"Origin: null"}, 403},
		{"GET", "/data?part=whole", []string{"Origin: http://localhost:1"}, 403}, // another server of this machine
		{"GET", "/data?part=whole", []string{"Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"}, 403},
		{"GET", "/data?part=whole", []string{"Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: navigate"}, 403},
		{"GET", "/", []string{"Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"}, 200}, // a link leads here
		{"GET", "/data?part=whole", []string{"Sec-Fetch-Site: same-origin"}, 200},
		{"POST", "/", nil, 405},
		{"PUT", "/data?part=whole", nil, 405},
		{"DELETE", "/window?from=0&to=1", nil, 405},
		{"OPTIONS", "/", nil, 405},
		{"GET", "/nothing", nil, 404},
		{"GET", "/../../etc/passwd", nil, 404},
		{"GET", "/data?part=other", nil, 404},
		{"GET", "/window", nil, 400},
		{"GET", "/window?from=-1&to=5", nil, 400},
		{"GET", "/window?from=5&to=5", nil, 400},
		{"GET", "/window?from=9223372036854775806&to=9223372036854775807", nil, 200},
		{"GET", "/window?from=1&to=99999999999999999999", nil, 400},
		{"GET", "/window?from=x&to=5", nil, 400},
	} {
		status, head, body := r.ask(t, test.method, test.path, test.header...)
		if status != test.want {
			t.Errorf("%s %s %q = %d (%.80s), want %d", test.method, test.path, test.header, status, body, test.want)
		}
		if got := head.Get("X-Content-Type-Options"); got != "nosniff" {
			t.Errorf("%s %s: X-Content-Type-Options is %q", test.method, test.path, got)
		}
		if got := head.Get("Content-Security-Policy"); !strings.Contains(got, "default-src 'none'") || !strings.Contains(got, "frame-ancestors 'none'") {
			t.Errorf("%s %s: the policy is %q", test.method, test.path, got)
		}
		if got := head.Get("Access-Control-Allow-Origin"); got != "" {
			t.Errorf("%s %s lets %q read the answer", test.method, test.path, got)
		}
		if status == 405 && head.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s %s: Allow is %q, want GET, HEAD", test.method, test.path, head.Get("Allow"))
		}
	}
	if _, head, _ := r.ask(t, "GET", "/"); !strings.Contains(head.Get("Content-Security-Policy"), "connect-src 'self'") {
		t.Errorf("the page's policy is %q, want it to connect to its own server only", head.Get("Content-Security-Policy"))
	}
}

// Nothing is answered without the token, and no response contains it.
func TestToken(t *testing.T) {
	r, other := start(t, openTrace(t), "127.0.0.1:0"), start(t, openTrace(t), "127.0.0.1:0")
	r.awaitWhole(t)
	token := strings.TrimPrefix(r.query, "?token=")
	if len(token) < 20 || r.query == other.query {
		t.Errorf("the tokens of two servers are %q and %q, want two long and different ones", r.query, other.query)
	}
	for _, path := range []string{"/", "/progress", "/data?part=whole", "/window?from=0&to=1000", "/nothing"} {
		join := "?"
		if strings.Contains(path, "?") {
			join = "&"
		}
		for _, bad := range []string{"", join + "token=", join + "token=" + token[1:], join + "token=" + token + "A", join + other.query[1:], join + "Token=" + token, "#token=" + token} {
			status, head, body := r.send(t, "GET", path+bad)
			if status != 403 || strings.Count(strings.TrimSpace(body), "\n") != 0 || !strings.Contains(body, "the address that it printed") {
				t.Errorf("GET %s%s = %d %q, want 403 and a line that says why", path, bad, status, body)
			}
			if head.Get("Referrer-Policy") != "no-referrer" || head.Get("Cache-Control") != "no-store" {
				t.Errorf("GET %s%s: the answer's head is %v, want no referrer and no caching", path, bad, head)
			}
		}
		if status, _, _ := r.send(t, "GET", path, "Cookie: token="+token, "Authorization: token "+token); status != 403 {
			t.Errorf("GET %s with the token as a cookie = %d, want 403", path, status)
		}
		status, head, body := r.ask(t, "GET", path)
		if status == 403 || strings.Contains(body, token) || strings.Contains(fmt.Sprint(head), token) {
			t.Errorf("GET %s with the token = %d, or repeats the token", path, status)
		}
	}
}

// However many windows are requested at once, each request is answered or asked to retry.
func TestManyWindows(t *testing.T) {
	data, err := os.ReadFile(filepath.FromSlash(sampleTrace))
	if err != nil {
		t.Fatal(err)
	}
	slow := &slowReader{Reader: bytes.NewReader(data)}
	f, err := tracefile.New(slow, slow.Size(), "slow.trace")
	if err != nil {
		t.Fatal(err)
	}
	r := start(t, f, "127.0.0.1:0")
	r.awaitWhole(t)
	slow.slow.Store(true)
	var answered, told atomic.Int64
	var asking sync.WaitGroup
	for i := range 200 {
		asking.Go(func() {
			status, head, body := r.ask(t, "GET", fmt.Sprintf("/window?from=%d&to=%d", 1000*i, 1000*i+1000))
			switch {
			case status == 200:
				answered.Add(1)
			case status == 503 && head.Get("Retry-After") == "1" && strings.Contains(body, "busy"):
				told.Add(1)
			default:
				t.Errorf("one of many windows is answered %d %.80q", status, body)
			}
		})
	}
	asking.Wait()
	if answered.Load() == 0 || told.Load() == 0 {
		t.Errorf("of 200 windows at once %d were answered and %d asked to retry, want some of each", answered.Load(), told.Load())
	}
	slow.slow.Store(false)
	if status, _, _ := r.ask(t, "GET", "/window?from=0&to=1000"); status != 200 {
		t.Errorf("after that a window is answered %d, want 200", status)
	}
}

// On other interfaces any IP address is accepted, as it can't be rebound, but not any name.
func TestGuardOfAllInterfaces(t *testing.T) {
	r := start(t, openTrace(t), ":0")
	_, port, _ := net.SplitHostPort(strings.TrimPrefix(r.url, "http://"))
	r.url = "http://127.0.0.1:" + port
	for host, want := range map[string]int{"10.1.2.3:80": 200, "[2001:db8::1]:80": 200, "localhost": 200, "evil.example": 403} {
		if got, _, _ := r.ask(t, "GET", "/", "Host: "+host); got != want {
			t.Errorf("GET / of Host %s = %d, want %d", host, got, want)
		}
	}
}

// Whatever windows are requested, and however many at once, they match File.Window.
func TestWindows(t *testing.T) {
	ctx := context.Background()
	f := openTrace(t)
	_, overview, err := f.Overview(ctx, 300)
	if err != nil {
		t.Fatal(err)
	}
	packs := report.NewWindows(overview)
	r := start(t, openTrace(t), "127.0.0.1:0")
	r.awaitWhole(t)
	length := int64(overview.To - overview.From)
	var asking sync.WaitGroup
	for i := range int64(24) {
		from := length * i / 30
		to := from + 1 + length*(i%5)/7
		w, err := f.Window(ctx, overview.From+traceview.Time(from), overview.From+traceview.Time(to), report.MaxWindowSpans)
		if err != nil {
			t.Fatal(err)
		}
		if w.Resolution != 0 {
			t.Fatalf("a window of %d ns is not exact", to-from)
		}
		var want bytes.Buffer
		if err := packs.Write(&want, w); err != nil {
			t.Fatal(err)
		}
		asking.Go(func() {
			status, _, got := r.ask(t, "GET", fmt.Sprintf("/window?from=%d&to=%d", from, to))
			if status != 200 || got != want.String() {
				t.Errorf("the window from %d to %d is of status %d and %d bytes, want the %d of File.Window", from, to, status, len(got), want.Len())
			}
		})
	}
	asking.Wait()
}

// slowReader is a trace on a slow disk that counts its reads.
type slowReader struct {
	*bytes.Reader
	reads atomic.Int64
	slow  atomic.Bool
}

func (r *slowReader) ReadAt(p []byte, off int64) (int, error) {
	r.reads.Add(1)
	if r.slow.Load() {
		time.Sleep(50 * time.Millisecond)
	}
	return r.Reader.ReadAt(p, off)
}

// recorded returns a trace of a program that does much in little time.
func recorded(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := trace.Start(&out); err != nil {
		t.Skipf("recording a trace: %v", err)
	}
	balls := make(chan int)
	var players sync.WaitGroup
	for range 4 {
		players.Go(func() {
			for range balls {
			}
		})
	}
	for i := range 150_000 {
		balls <- i
	}
	close(balls)
	players.Wait()
	trace.Stop()
	return out.Bytes()
}

// readsOf returns how many reads a window of the whole trace takes when nothing is cached.
func readsOf(t *testing.T, r *slowReader) int64 {
	t.Helper()
	f, err := tracefile.New(r, r.Size(), "slow.trace")
	if err != nil {
		t.Fatal(err)
	}
	before := r.reads.Load()
	if _, err := f.Window(t.Context(), 0, math.MaxInt64, 0); err != nil {
		t.Fatal(err)
	}
	return r.reads.Load() - before
}

// A request that is cancelled because the view has moved stops its reading.
func TestCancelledWindow(t *testing.T) {
	r := &slowReader{Reader: bytes.NewReader(recorded(t))}
	f, err := tracefile.New(r, r.Size(), "slow.trace")
	if err != nil {
		t.Fatal(err)
	}
	srv := start(t, f, "127.0.0.1:0")
	srv.awaitWhole(t)
	whole := "/window?from=0&to=" + fmt.Sprint(math.MaxInt32)
	all := readsOf(t, r)
	if all < 8 {
		t.Fatalf("the whole trace takes %d reads, too few to see that they stop", all)
	}
	r.slow.Store(true)
	before := r.reads.Load()
	for range 4 { // more than are read at a time
		ctx, cancel := context.WithTimeout(context.Background(), 120*time.Millisecond)
		req, err := http.NewRequestWithContext(ctx, "GET", srv.url+srv.with(whole), nil)
		if err != nil {
			t.Fatal(err)
		}
		if resp, err := http.DefaultClient.Do(req); err == nil {
			resp.Body.Close()
			t.Errorf("a window of a slow disk came within 120 ms: %v", resp.Status)
		}
		cancel()
	}
	r.slow.Store(false)
	if status, _, _ := srv.ask(t, "GET", "/window?from=0&to=1000"); status != 200 {
		t.Errorf("after cancelled windows GET /window = %d, want 200", status)
	}
	if read := r.reads.Load() - before; read >= 4*all {
		t.Errorf("4 cancelled windows were read on to their end: %d reads, one takes %d", read, all)
	}
}

// Stopping ends the server at once, whatever it is doing, without an error.
func TestStop(t *testing.T) {
	r := &slowReader{Reader: bytes.NewReader(recorded(t))}
	f, err := tracefile.New(r, r.Size(), "slow.trace")
	if err != nil {
		t.Fatal(err)
	}
	r.slow.Store(true)
	srv := start(t, f, "127.0.0.1:0")
	if status, _, _ := srv.ask(t, "GET", "/progress"); status != 200 {
		t.Errorf("GET /progress while reading = %d", status)
	}
	if status, _, _ := srv.ask(t, "GET", "/window?from=0&to=1000"); status != 503 {
		t.Errorf("GET /window while the trace is read = %d, want 503", status)
	}
	srv.stop()
	select {
	case err := <-srv.done:
		if err != nil {
			t.Errorf("Serve ended with %v, want nil", err)
		}
	case <-time.After(30 * time.Second):
		t.Error("Serve did not end within 30 s of being stopped")
	}
}

// A trace in which nothing is readable ends the server with an error.
func TestUnreadable(t *testing.T) {
	data := []byte("go 1.26 trace\x00\x00\x00\x01\x01\x01\x01\x05abcde")
	f, err := tracefile.New(bytes.NewReader(data), int64(len(data)), "broken.trace")
	if err != nil {
		t.Skipf("it does not even open: %v", err)
	}
	srv := start(t, f, "127.0.0.1:0")
	select {
	case err := <-srv.done:
		if err == nil || !strings.Contains(err.Error(), "broken.trace") {
			t.Errorf("Serve ended with %v, want an error that names the trace", err)
		}
	case <-time.After(30 * time.Second):
		t.Error("Serve goes on with a trace that cannot be read")
	}
}

// A panic while the page is made ends the server with a line that asks for a report.
func TestFault(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := serve.New(openTrace(t), "trace", func(*traceview.Summary, *traceview.Window) report.Page { panic("rotten") })
	err = s.Serve(t.Context(), l, "127.0.0.1:0", func(*traceview.Summary) {})
	if fault := new(fault.Error); !errors.As(err, &fault) || !strings.Contains(err.Error(), "serve_test.go") || !strings.Contains(err.Error(), "please report") {
		t.Errorf("Serve = %v, want a Fault", err)
	}
}
