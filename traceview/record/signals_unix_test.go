//go:build unix

package record_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"schedviz/traceview/record"
)

// A signal that is passed on reaches a child that handles it, which then ends as one that was not interrupted.
func TestSignalPassedOn(t *testing.T) {
	for _, s := range []os.Signal{syscall.SIGINT, syscall.SIGTERM} {
		r := signalled(t, "graceful", s)
		if !r.Exit.OK() || r.Exit.Interrupted || string(r.Result) != `"tidied up"` {
			t.Errorf("%v: exit = %+v, result %s; want a whole run", s, r.Exit, r.Result)
		}
		wantWholeTrace(t, r)
	}
}

// A child that does not handle it, or not yet, dies of it: that is an interrupted run.
func TestSignalNotHandled(t *testing.T) {
	r := signalled(t, "wait", syscall.SIGINT)
	if !r.Exit.Interrupted || r.Exit.Signal != "interrupt" || r.Exit.OK() {
		t.Errorf("exit = %+v, want that it was interrupted", r.Exit)
	}
}

// signalled records a child that gets a signal when it waits.
func signalled(t *testing.T, child string, s os.Signal) *record.Run {
	signals := make(chan os.Signal, 1)
	return mustRecord(t, child, func(o *record.Options) {
		o.Signals = signals
		output := filepath.Join(o.Out, child+"-n5-1", record.OutputFile)
		go func() {
			waitFor(t.Context(), output, "waiting")
			signals <- s
		}()
	})
}
