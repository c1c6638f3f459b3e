package wire

import (
	"errors"
	"io"
	"slices"
	"testing"
)

// Nothing of a generation is left in the next one, even if the reader gave up on it.
func TestReaderReuse(t *testing.T) {
	full := func() *raw {
		return generation(26).tables().
			batch(nowhere, 1, entry(CPUSamples), entry(CPUSample, 105, 7, 0, 5, 2)).
			batch(7, 100, onP(
				entry(STWBegin, 9, 2, 1),
				entry(UserTaskBegin, 0, 41, 0, 1, 0),
				entry(UserRegionBegin, 0, 41, 1, 0),
				entry(GCBegin, 0, 3, 0))...)
	}
	given := generation(26).batch(7, 100, onP(entry(GoStart, 0, 99, 1))...).whole()
	textless := generation(26).batch(7, 100, onP(entry(GoBlock, 0, 1, 0))...).whole()
	stackless := generation(26).batch(7, 100, onP(entry(GoBlock, 0, 0, 2))...).whole()

	want := mustRead(t, new(Reader), full())
	var r Reader
	same(t, mustRead(t, &r, full()), want)
	if _, err := readAll(&r, given, 26); err == nil {
		t.Fatal("a goroutine that does not exist starts: no error")
	}
	same(t, mustRead(t, &r, full()), want)
	if _, err := readAll(&r, textless, 26); err == nil {
		t.Error("a string of the generation before is still there")
	}
	same(t, mustRead(t, &r, full()), want)
	if _, err := readAll(&r, stackless, 26); err == nil {
		t.Error("a stack of the generation before is still there")
	}
}

// A reader knows how many bytes are left and which goroutine was mentioned last.
func TestReaderProgress(t *testing.T) {
	create, status := entry(GoCreate, 0, 6, 0, 0), entry(GoStatus, 0, 9, nowhere, GWaiting)
	w := generation(26).batch(7, 100, onP(create)...).batch(8, 300, status)
	var r Reader
	if err := r.Start(w.whole(), 26); err != nil {
		t.Fatal(err)
	}
	if r.Begin() != 1 {
		t.Errorf("the generation begins at %d ns, want 1, as its earliest batch", r.Begin())
	}
	type now struct {
		thread    int64
		goroutine uint64
		left      int
	}
	var got []now
	for {
		ev, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, now{r.ThreadID(ev.Thread), r.LastGoID(), r.Left()})
	}
	// The event at which a cursor is positioned counts as read.
	want := []now{{7, 0, len(create)}, {7, 5, 0}, {7, 6, 0}, {8, 9, 0}}
	if !slices.Equal(got, want) {
		t.Errorf("thread, latest goroutine and bytes left are %v, want %v", got, want)
	}
}

// Goroutines are numbered in the order in which they are first mentioned, and found by id however
// many there are.
func TestManyGoroutines(t *testing.T) {
	const many = 5 * minHeads
	var events [][]byte
	for id := uint64(10); id < 10+many; id++ {
		events = append(events, entry(GoStatus, 0, id, nowhere, GWaiting))
		if id%3 == 0 {
			events = append(events, entry(GoUnblock, 0, id, 1, 0))
		}
	}
	w := generation(26).batch(7, 100, onP()...)
	for chunk := range slices.Chunk(events, 4000) {
		w.batch(7, 200, chunk...)
	}
	var r Reader
	numbers := map[uint64]uint32{}
	for _, ev := range mustRead(t, &r, w) {
		id := ev.Args[0]
		switch ev.Type {
		case GoStatus:
			numbers[id] = ev.About
		case GoUnblock:
			if ev.About != numbers[id] {
				t.Fatalf("goroutine %d is unblocked as number %d, want %d", id, ev.About, numbers[id])
			}
		}
	}
	if len(numbers) != many+1 {
		t.Errorf("%d goroutines, want %d", len(numbers), many+1)
	}
	for id := uint64(10); id < 10+many; id++ {
		if want := uint32(id - 10 + 2); numbers[id] != want {
			t.Fatalf("goroutine %d has number %d, want %d, in order of mention", id, numbers[id], want)
		}
	}
}

// Memory grows with the goroutines alive at once, not with those that come and go.
func TestGoroutineSlotsAreReused(t *testing.T) {
	var x goroutines
	x.reset()
	for id := uint64(1); id <= 100*chunkSize; id++ {
		x.add(id, GRunning)
		if x.find(id) == 0 {
			t.Fatalf("goroutine %d is not there", id)
		}
		if id > 10 {
			x.remove(x.find(id - 10))
		}
		if id > 10 && x.find(id-10) != 0 {
			t.Fatalf("goroutine %d is still there", id-10)
		}
	}
	if x.count != 10 || len(x.chunks) != 1 || x.named != 100*chunkSize {
		t.Errorf("%d goroutines of %d in %d chunks, want 10 of %d in 1", x.count, x.named, len(x.chunks), 100*chunkSize)
	}
}
