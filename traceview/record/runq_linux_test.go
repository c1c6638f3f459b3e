package record_test

import (
	"os"
	"strings"
	"testing"

	"schedviz/traceview/record"
	"schedviz/traceview/tracefile"
)

func TestQueues(t *testing.T) {
	o := optionsFor(t.TempDir(), "crowd")
	o.Queues = true
	r, err := record.Record(t.Context(), o)
	if err != nil || !r.Exit.OK() {
		t.Fatalf("Record: %v, %+v", err, r)
	}
	said, _ := os.ReadFile(r.Path(record.OutputFile))
	for _, want := range []string{"a word on standard error", "a word in the log"} {
		if !strings.Contains(string(said), want) {
			t.Errorf("output is %q, want %q in it", said, want)
		}
	}
	if strings.Contains(string(said), "SCHED") {
		t.Errorf("output is %q, want no samples in it", said)
	}
	f, err := tracefile.Open(r.Path(record.TraceFile))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s, err := f.Summarize(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	samples, err := r.Queues()
	if err != nil {
		t.Fatal(err)
	}
	within, queued := 0, 0
	for i, q := range samples {
		if i > 0 && q.Time <= samples[i-1].Time {
			t.Errorf("sample %d at %d, after one at %d", i, q.Time, samples[i-1].Time)
		}
		if len(q.Local) != 2 || q.GOMAXPROCS != 2 || q.Threads < 2 || q.IdlePs > 2 {
			t.Errorf("sample %+v, want 2 Ps with queues, and threads", q)
		}
		if t := int64(q.Time); t < s.Stat.Trace.StartNS || t > s.Stat.Trace.EndNS {
			continue
		}
		within++
		if q.Global+q.Local[0]+q.Local[1] > 0 {
			queued++
		}
	}
	// 8 goroutines want 2 Ps for 200 ms; a busy host may let few samples through.
	if within < 3 || queued == 0 {
		t.Errorf("%d samples are within the trace, %d of them with a queue, of %d; want some", within, queued, len(samples))
	}
}

// The runtime's crash message still says why the child died.
func TestQueuesOfAPanic(t *testing.T) {
	o := optionsFor(t.TempDir(), "panic")
	o.Queues = true
	r, err := record.Record(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(r.Exit.Error, "boom in another goroutine") {
		t.Errorf("exit = %+v, want the panic", r.Exit)
	}
}

func TestNoQueues(t *testing.T) {
	r, err := record.Record(t.Context(), optionsFor(t.TempDir(), "count"))
	if err != nil {
		t.Fatal(err)
	}
	if q, err := r.Queues(); q != nil || err != nil {
		t.Errorf("Queues = %v, %v, want none", q, err)
	}
	os.WriteFile(r.Path(record.QueuesFile), []byte("[{"), 0o666)
	if q, err := r.Queues(); err == nil {
		t.Errorf("Queues of a damaged file = %v, want an error", q)
	}
}
