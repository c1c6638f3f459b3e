package input_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"testing"
	"time"

	"schedviz/traceview/input"
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
