package record_test

import (
	"os"
	"strings"
	"testing"

	"schedviz/traceview"
	"schedviz/traceview/cores"
	"schedviz/traceview/record"
)

func TestCores(t *testing.T) {
	for _, mode := range []cores.Mode{cores.ModePerf, cores.ModeProc} {
		o := optionsFor(t.TempDir(), "count")
		o.Cores = mode
		r, err := record.Record(t.Context(), o)
		if err != nil && mode == cores.ModePerf {
			t.Skip(err) // not allowed here
		}
		if err != nil {
			t.Fatal(err)
		}
		d, err := cores.Open(r.Path(record.CoresFile))
		if err != nil {
			t.Fatal(err)
		}
		defer d.Close()
		if r.Cores != (record.Cores{Captured: d.Source}) || string(d.Source) != string(mode) {
			t.Errorf("run has %+v, file %s, want both %s", r.Cores, d.Source, mode)
		}
	}
}

func TestCoresOff(t *testing.T) {
	r, err := record.Record(t.Context(), optionsFor(t.TempDir(), "count"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(r.Path(record.CoresFile)); err == nil || r.Cores.Captured != traceview.CoresNone {
		t.Errorf("captured %+v and a file, want none", r.Cores)
	}
}

// A run that can't capture cores as requested does not start.
func TestCoresRefused(t *testing.T) {
	o := optionsFor(t.TempDir(), "count")
	o.Cores = cores.ModePerf
	r, err := record.Record(t.Context(), o)
	if err == nil {
		t.Skipf("perf_event is allowed: %v", r.Cores)
	}
	if !strings.Contains(err.Error(), "perf_event_paranoid") && !strings.Contains(err.Error(), "no perf_event") {
		t.Errorf("Record = %v, want what forbids it", err)
	}
	if got := names(t, o.Out); len(got) != 0 {
		t.Errorf("out holds %v, want nothing", got)
	}
}
