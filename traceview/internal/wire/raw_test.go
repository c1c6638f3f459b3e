package wire

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"testing"
)

// nowhere is the thread id of events and tables that belong to no thread.
const nowhere = noThread

// raw builds the bytes of generation 1, batch by batch.
type raw struct {
	bytes.Buffer
	version Version
	ends    []int // of the batches
}

// bare begins a generation without a clock.
func bare(v Version) *raw { return &raw{version: v} }

// generation begins a generation in which a unit of time is a nanosecond.
func generation(v Version) *raw {
	w := bare(v)
	if v < 25 {
		return w.batch(nowhere, 1, entry(Frequency, 1e9))
	}
	return w.batch(nowhere, 1, entry(SyncBatch), entry(Frequency, 1e9), entry(ClockSnapshot, 0, 0, 0, 0))
}

// entry returns an event, or an entry of a table: its type and its numbers.
func entry(typ Type, numbers ...uint64) []byte {
	b := []byte{byte(typ)}
	for _, n := range numbers {
		b = binary.AppendUvarint(b, n)
	}
	return b
}

// text returns an entry of the string table.
func text(id uint64, s string) []byte {
	return append(entry(StringEntry, id, uint64(len(s))), s...)
}

// batch adds a batch, and returns w.
func (w *raw) batch(thread, time uint64, entries ...[]byte) *raw {
	body := slices.Concat(entries...)
	w.Write(entry(EventBatch, 1, thread, time, uint64(len(body))))
	w.Write(body)
	w.ends = append(w.ends, w.Len())
	return w
}

// tables adds the strings "a", "b" and "c", numbered 1 to 3, and the stacks 1 and 2, and returns w.
func (w *raw) tables() *raw {
	w.batch(nowhere, 1, entry(Strings), text(1, "a"), text(2, "b"), text(3, "c"))
	return w.batch(nowhere, 1, entry(Stacks),
		entry(StackEntry, 1, 1, 77, 1, 3, 10),
		entry(StackEntry, 2, 2, 78, 2, 3, 20, 77, 1, 3, 10))
}

// whole returns the bytes of the generation, with an end mark if the version has one.
func (w *raw) whole() []byte {
	if w.version.MarksEnd() {
		w.WriteByte(byte(EndOfGeneration))
	}
	return w.Bytes()
}

// readAll reads a generation up to its end or the first error.
func readAll(r *Reader, data []byte, v Version) (events []Event, err error) {
	if err := r.Start(data, v); err != nil {
		return nil, err
	}
	for {
		ev, err := r.Next()
		if errors.Is(err, io.EOF) {
			return events, nil
		}
		if err != nil {
			return events, err
		}
		events = append(events, meant(*ev))
	}
}

// meant clears the fields of an event that mean nothing in one of its type.
func meant(ev Event) Event {
	n := int(shapes[ev.Type].args)
	if ev.Type != GoStatus && ev.Type != GoStatusStack && ev.Type != ProcStatus && ev.Type != ProcSteal {
		ev.Was = 0
	}
	switch ev.Type {
	case CPUSample, STWEnd:
		n = 1
	case UserTaskEnd:
		n = 4
	}
	clear(ev.Args[n:])
	return ev
}

// args returns the arguments of an event.
func args(a ...uint64) (out [4]uint64) {
	copy(out[:], a)
	return out
}

// mustRead reads a sound generation.
func mustRead(t *testing.T, r *Reader, w *raw) []Event {
	t.Helper()
	events, err := readAll(r, w.whole(), w.version)
	if err != nil {
		t.Fatalf("after %d events: %v", len(events), err)
	}
	return events
}

// same compares events.
func same(t *testing.T, got, want []Event) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Errorf("event %d is missing, want %+v", i, want[i])
		case i >= len(want):
			t.Errorf("event %d is %+v, want none", i, got[i])
		case got[i] != want[i]:
			t.Errorf("event %d is\n%+v, want\n%+v", i, got[i], want[i])
		}
	}
}
