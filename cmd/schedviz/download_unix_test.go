//go:build unix

package main

import (
	"net/http"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Ctrl-C ends a download; what had arrived is drawn.
func TestViewURLInterrupted(t *testing.T) {
	trace := aTrace(t)
	status, stdout, stderr := viewURL(t, func(w http.ResponseWriter, r *http.Request) {
		w.Write(trace[:len(trace)-100])
		w.(http.Flusher).Flush()
		time.Sleep(300 * time.Millisecond)
		syscall.Kill(syscall.Getpid(), syscall.SIGINT)
		<-r.Context().Done()
	}, "/trace?seconds=60")
	if status != 0 || strings.TrimSpace(stdout) != "trace.html" {
		t.Errorf("view URL, interrupted: status %d, prints %q (%s); want 0, trace.html", status, stdout, stderr)
	}
	for _, want := range []string{"schedviz: warning: the download ended early (interrupted): what had arrived is kept\n", "schedviz: downloaded to trace.out\n", "cut off or damaged"} {
		if !strings.Contains(stderr, want) {
			t.Errorf("view URL, interrupted, says %q, want %q in it", stderr, want)
		}
	}
	if got := files(t); !slices.Equal(got, []string{"trace.html", "trace.out"}) {
		t.Errorf("it leaves %q", got)
	}
}
