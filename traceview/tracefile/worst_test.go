package tracefile_test

import (
	"bytes"
	"context"
	"testing"
	"time"

	"schedviz/traceview/tracefile"
)

// TestAntagonistsOfLongWaits: for a wait during which very many spans ran, the antagonists are
// known for most of the time, and no goroutine is said to have run longer than it did.
func TestAntagonistsOfLongWaits(t *testing.T) {
	const (
		batches, rounds = 40, 1000
		slice           = 10 // ns, of two goroutines in turn
	)
	r := newGeneration(26)
	r.tables()
	at := uint64(100)
	r.batch(1, at, raw("ProcStatus", 0, 0, pRunning),
		raw("GoStatus", 0, 1, nowhere, gRunnable), raw("GoStatus", 0, 2, nowhere, gRunnable),
		raw("GoStatus", 0, 3, nowhere, gRunnable))
	seq := uint64(0)
	for range batches {
		var events [][]byte
		for range rounds {
			seq++
			for g := uint64(1); g <= 2; g++ {
				events = append(events, raw("GoStart", 1, g, seq), raw("GoStop", slice-1, 1, 0))
			}
		}
		r.batch(1, at, events...)
		at += 2 * rounds * slice
	}
	r.batch(1, at, raw("GoStart", 1, 3, 1))
	data := r.whole()
	f, err := tracefile.New(bytes.NewReader(data), int64(len(data)), "trace")
	if err != nil {
		t.Fatal(err)
	}
	s, err := f.Summarize(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	worst := s.WorstWaits[0]
	if worst.G != 3 || worst.Dur() < batches*rounds*2*slice || len(worst.Antagonists) != 2 {
		t.Fatalf("the worst wait is %+v, want that of G 3, for G 1 and G 2", worst)
	}
	const ran = batches * rounds * (slice - 1) * time.Nanosecond
	for _, a := range worst.Antagonists {
		if a.Time < ran*3/4 || a.Time > ran {
			t.Errorf("G %d is said to have run %v of the %v in which G 3 waited; it ran %v", a.G, a.Time, worst.Dur(),
				ran)
		}
	}
}
