// Package cores tells when each thread was on which CPU core.
//
// The way of the data: a [Capture] is begun on a locked thread, which then starts
// a child process. Where the system allows it, the kernel itself says, through
// perf_event, when it put which of the child's threads onto which core and took it
// off again; else /proc is sampled, which only approximates that. Either way the
// result is a file in perf.data format, which perf reads too. [Open] reads such a
// file, ours or one that perf record wrote, and [Data.Switches] replays it in the
// order of time, without ever holding it whole.
//
// Times are nanoseconds of CLOCK_MONOTONIC, the clock of Go's execution traces.
package cores

import "schedviz/traceview"

// Switch is one thread getting onto a core or leaving it.
type Switch struct {
	Time    int64 // CLOCK_MONOTONIC, ns
	Thread  int32 // the system's thread id
	Process int32 // and process id
	CPU     int32
	Kind    traceview.SwitchKind
}
