//go:build unix

package experiment_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// Ctrl-C ends the recording; what was recorded is checked and drawn.
func TestRunInterrupted(t *testing.T) {
	s, _ := setup(t, "--for", "1m")
	trace := filepath.Join(s.Out, "nap-for1m0s-cores-off-1", "trace.out")
	go func() {
		for range 1000 {
			if _, err := os.Stat(trace); err == nil {
				break
			}
			time.Sleep(10 * time.Millisecond)
		}
		syscall.Kill(os.Getpid(), syscall.SIGINT)
	}()
	r, err := s.Run(t.Context())
	if err != nil || !r.Run.Exit.Interrupted || r.Err() == nil {
		t.Fatalf("Run, interrupted = %+v, %v, want a result that says so", r, err)
	}
	contains(t, r.Report(), "The workload failed: interrupted after ")
}
