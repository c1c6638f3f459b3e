package wire

import (
	"errors"
	"io"
	"testing"
)

// fill adds batches of a thread with n events in total, and returns w.
func (w *raw) fill(thread, time uint64, n int, event func(i int) []byte) *raw {
	var body []byte
	for i := range n {
		e := event(i)
		if len(body)+len(e) > maxBatchSize {
			w.batch(thread, time, body)
			body = body[:0]
		}
		body = append(body, e...)
	}
	return w.batch(thread, time, body)
}

// fillTable adds batches of a table with n entries in total, and returns w.
func (w *raw) fillTable(table Type, n int, item func(i int) []byte) *raw {
	body := []byte{byte(table)}
	for i := range n {
		e := item(i)
		if len(body)+len(e) > maxBatchSize {
			w.batch(nowhere, 1, body)
			body = body[:1]
		}
		body = append(body, e...)
	}
	return w.batch(nowhere, 1, body)
}

// skipUnderRace skips a test of one goroutine that would take the race detector very long.
func skipUnderRace(t *testing.T) {
	if raceEnabled {
		t.Skip("nothing here could race")
	}
}

// A generation may have up to a limit of anything that costs memory; one more is too much.
func TestLimits(t *testing.T) {
	skipUnderRace(t)
	var r Reader
	for _, test := range []struct {
		most int
		what TooMuch
		make func(n int) *raw
	}{
		{maxThreads, "threads", func(n int) *raw {
			w := generation(26)
			for i := range n {
				w.batch(uint64(i), 100)
			}
			return w
		}},
		{maxBatches, "batches of events", func(n int) *raw {
			w := generation(26)
			for range n {
				w.batch(7, 100)
			}
			return w
		}},
		{maxSamples, "CPU samples", func(n int) *raw {
			return generation(26).fillTable(CPUSamples, n, func(int) []byte { return entry(CPUSample, 1, 7, 0, 5, 0) })
		}},
		{maxPCs, "program counters", func(n int) *raw {
			return generation(26).fillTable(Stacks, n, func(i int) []byte {
				return entry(StackEntry, uint64(i+1), 1, uint64(i+1), 0, 0, 1)
			})
		}},
	} {
		for n, want := range map[int]error{test.most: nil, test.most + 1: test.what} {
			if err := r.Start(test.make(n).whole(), 26); !errors.Is(err, want) {
				t.Errorf("%d %s: %v, want %v", n, test.what, err, want)
			}
		}
	}
}

// The same of what is counted event by event.
func TestLimitsOfEvents(t *testing.T) {
	skipUnderRace(t)
	var r Reader
	for _, test := range []struct {
		what  string
		most  int
		event func(i int) []byte
	}{
		{"goroutines", maxGoroutines - 1, func(i int) []byte { return entry(GoCreate, 1, uint64(i+6), 0, 0) }},
		{"tasks", maxTasks, func(i int) []byte { return entry(UserTaskBegin, 1, uint64(i+1), 0, 1, 0) }},
		{"regions", maxRegions, func(int) []byte { return entry(UserRegionBegin, 1, 0, 1, 0) }},
	} {
		w := generation(26).tables().batch(7, 100, onP()...).fill(7, 200, test.most+1, test.event)
		n, err := count(&r, w)
		if want := TooMuch("goroutines, tasks or regions"); n != len(begun)+test.most || !errors.Is(err, want) {
			t.Errorf("%s: %d events and %v, want %d and %v", test.what, n, err, len(begun)+test.most, want)
		}
	}
}

// count reads a generation and returns how many events came before its end or an error.
func count(r *Reader, w *raw) (n int, err error) {
	if err := r.Start(w.whole(), w.version); err != nil {
		return 0, err
	}
	for {
		switch _, err := r.Next(); {
		case errors.Is(err, io.EOF):
			return n, nil
		case err != nil:
			return n, err
		}
		n++
	}
}

// Bounded refuses tables for which x/exp/trace would need very much memory.
func TestBounded(t *testing.T) {
	skipUnderRace(t)
	var r Reader
	for n, want := range map[int]error{maxEntries - 1: nil, maxEntries: TooMuch("strings and stacks")} {
		w := generation(26).fillTable(Strings, n, func(i int) []byte { return text(uint64(i+1), "") })
		if err := r.Start(w.whole(), 26); err != nil {
			t.Fatal(err)
		}
		if err := r.Bounded(); !errors.Is(err, want) {
			t.Errorf("%d strings: %v, want %v", n, err, want)
		}
	}
}
