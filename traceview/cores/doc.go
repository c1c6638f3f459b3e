// Package cores records and reads when each thread was on which CPU core.
//
// The data flow: a [Capture] begins on a locked thread, which then starts a child process ([Begin]), or it attaches
// to a running process ([Attach]). Where the system allows it, the kernel reports through perf_event when each of
// the process's threads got onto a core or left it; elsewhere sampling /proc approximates that. Either way the result is a file in perf.data format, which perf can
// read too. [Open] reads such a file, written by schedviz or perf record, and [Data.Switches] replays it in time
// order, without ever holding all of it.
//
// Times are nanoseconds of CLOCK_MONOTONIC, the clock of Go's execution traces.
//
// Package [schedviz/traceview] says what is stable.
package cores

import "schedviz/traceview"

// Switch is a thread getting onto a core or leaving it.
type Switch struct {
	Time    int64 // CLOCK_MONOTONIC, ns
	Thread  int32 // the system's thread id
	Process int32 // and process id
	CPU     int32
	Kind    traceview.SwitchKind
}
