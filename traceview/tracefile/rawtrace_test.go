package tracefile_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
)

// generation is a trace of one generation, written batch by batch. Its time unit is a nanosecond.
type generation struct {
	bytes.Buffer
	version int
}

// nowhere stands for no thread.
const nowhere = 1<<64 - 1

func newGeneration(version int) *generation {
	r := &generation{version: version}
	fmt.Fprintf(r, "go 1.%d trace\x00\x00\x00", version)
	clocks := [][]byte{raw("Frequency", 1e9)}
	if version >= 25 {
		clocks = [][]byte{raw("Sync"), raw("Frequency", 1e9), raw("ClockSnapshot", 0, 0, 0, 0)}
	}
	r.batch(nowhere, 1, clocks...)
	return r
}

// raw returns an event, or something similar, in the wire format.
func raw(name string, args ...uint64) []byte {
	code := slices.Index(rawEvents, name)
	if code < 0 {
		panic("there is no event " + name)
	}
	b := []byte{byte(code)}
	for _, a := range args {
		b = binary.AppendUvarint(b, a)
	}
	return b
}

// batch adds a batch of a thread's events.
func (r *generation) batch(thread, time uint64, events ...[]byte) {
	body := slices.Concat(events...)
	r.Write(raw("EventBatch", 1, thread, time, uint64(len(body))))
	r.Write(body)
}

// tables adds strings 1 to 4, of which the last two are equal, and stacks 1 and 2.
func (r *generation) tables() {
	text := func(id uint64, s string) []byte {
		return append(raw("String", id, uint64(len(s))), s...)
	}
	r.batch(nowhere, 1, raw("Strings"), text(1, "a"), text(2, "b"), text(3, "c"), text(4, "c"))
	r.batch(nowhere, 1, raw("Stacks"), raw("Stack", 1, 1, 77, 1, 2, 3), raw("Stack", 2, 2, 77, 2, 2, 3, 78, 1, 1, 1))
}

// whole returns the trace.
func (r *generation) whole() []byte {
	if r.version >= 26 {
		r.Write(raw("EndOfGeneration"))
	}
	return r.Bytes()
}
