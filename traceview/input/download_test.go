package input_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/http/pprof"
	"net/url"
	"os"
	"testing"
	"time"

	"schedviz/traceview/input"
	"schedviz/traceview/tracefile"
)

// TestSilentServer: a download from which nothing comes any more is given up, and leaves nothing.
func TestSilentServer(t *testing.T) {
	for name, begin := range map[string]string{"from the beginning": "", "after two bytes": "go"} {
		t.Run(name, func(t *testing.T) {
			stuck := make(chan struct{})
			srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if begin != "" {
					w.Write([]byte(begin))
					w.(http.Flusher).Flush()
				}
				select {
				case <-r.Context().Done():
				case <-stuck:
				}
			}))
			defer srv.Close()
			defer close(stuck)
			u, err := url.Parse(srv.URL + "/trace")
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			file, early, err := input.Download(t.Context(), u, dir, 300*time.Millisecond, input.Options{})
			if want := "nothing came for 300ms"; file != "" || early != nil || err == nil || err.Error() != want {
				t.Errorf("Download = %q, %v, %v, want the error %q", file, early, err, want)
			}
			if left, _ := os.ReadDir(dir); len(left) > 0 {
				t.Errorf("it leaves %v behind", left)
			}
		})
	}
}

// TestInterruptedRecording: a program that records itself sends the rest of its trace when the download is
// interrupted.
func TestInterruptedRecording(t *testing.T) {
	for name, start := range map[string]func(http.Handler) *httptest.Server{
		"http": httptest.NewServer, "https": httptest.NewTLSServer,
	} {
		t.Run(name, func(t *testing.T) {
			recording := make(chan bool)
			srv := start(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				close(recording)
				pprof.Trace(w, r)
			}))
			defer srv.Close()
			trustServer(t, srv)
			u, err := url.Parse(srv.URL + "/trace?seconds=60")
			if err != nil {
				t.Fatal(err)
			}
			ctx, interrupt := context.WithCancel(t.Context())
			go func() {
				<-recording
				time.Sleep(100 * time.Millisecond)
				interrupt()
			}()
			file, early, err := input.Download(ctx, u, t.TempDir(), 10*time.Second, input.Options{})
			if !errors.Is(early, context.Canceled) || err != nil {
				t.Fatalf("Download = %q, %v, %v, want an interrupted file", file, early, err)
			}
			f, err := tracefile.Open(file)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			s, err := f.Summarize(t.Context())
			if err != nil || !s.Stat.Trace.Complete || time.Duration(s.Stat.Trace.DurationNS) < 50*time.Millisecond {
				t.Errorf("the trace: %v, %+v; want a complete one of 100 ms", err, s.Stat.Trace)
			}
		})
	}
}

// trustServer makes clients trust a TLS server until the test ends.
func trustServer(t *testing.T, srv *httptest.Server) {
	t.Helper()
	transport := http.DefaultTransport.(*http.Transport)
	before := transport.TLSClientConfig
	t.Cleanup(func() { transport.TLSClientConfig = before })
	if used := srv.Client().Transport.(*http.Transport).TLSClientConfig; used != nil {
		transport.TLSClientConfig = used.Clone()
	}
}
