package cores_test

import (
	"bytes"
	"fmt"
	"log"

	"schedviz/traceview/cores"
	"schedviz/traceview/internal/perffile"
)

// recording is a perf.data file of two threads on one core, made by hand.
func recording() []byte {
	return perffile.New().
		Switch(perffile.In, 1000, 7, 71, 0).
		Switch(perffile.Preempt, 5000, 7, 71, 0).
		Switch(perffile.In, 5100, 7, 72, 0).
		Switch(perffile.Out, 9000, 7, 72, 0).
		Round().Bytes()
}

// What schedviz or perf record wrote is replayed in the order of time.
func ExampleData_Switches() {
	file := recording()
	d, err := cores.New(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		log.Fatal(err)
	}
	defer d.Close()
	replay := d.Switches()
	for s, ok := replay.Next(); ok; s, ok = replay.Next() {
		fmt.Printf("%d ns: thread %d, core %d: %v\n", s.Time, s.Thread, s.CPU, s.Kind)
	}
	if err := replay.Err(); err != nil {
		log.Fatal(err)
	}
	// Output:
	// 1000 ns: thread 71, core 0: in
	// 5000 ns: thread 71, core 0: preempted
	// 5100 ns: thread 72, core 0: in
	// 9000 ns: thread 72, core 0: blocked
}
