package tracefile_test

import (
	"io"
	"net/http/httptest"
	"net/http/pprof"
	"os"
	"path/filepath"
	"testing"
)

// TestHTTPPprof reads a trace as net/http/pprof serves it, including the request that asks for it.
func TestHTTPPprof(t *testing.T) {
	rec := httptest.NewRecorder()
	pprof.Trace(rec, httptest.NewRequest("GET", "/debug/pprof/trace?seconds=0.1", nil))
	if rec.Code != 200 {
		t.Skipf("net/http/pprof says %d: %s", rec.Code, rec.Body) // as under go test -trace
	}
	path := filepath.Join(t.TempDir(), "pprof.trace")
	body, err := io.ReadAll(rec.Body)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, body, 0o600); err != nil {
		t.Fatal(err)
	}
	f := open(t, path)
	checkInvariants(t, f)
	s := summarize(t, f)
	if b := blocking(s, "select"); b.MaxNS < 90e6 {
		t.Errorf("the handler's wait of 100 ms is not among the waits for select: %+v", s.Stat.Blocking)
	}
	if s.Stat.Trace.DurationNS < 90e6 || !s.Stat.Trace.Complete {
		t.Errorf("trace = %+v, want 100 ms, complete", s.Stat.Trace)
	}
}
