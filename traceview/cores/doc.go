// Package cores records and reads when each thread was on which CPU core.
//
// The data flow: a [Capture] begins on a locked thread, which then starts a child process. Where the system
// allows it, the kernel reports through perf_event when each of the child's threads got onto a core or left it;
// elsewhere sampling /proc approximates that. Either way the result is a file in perf.data format, which perf can
// read too. [Open] reads such a file, written by schedviz or perf record, and [Data.Switches] replays it in time
// order, without ever holding all of it.
//
// Times are nanoseconds of CLOCK_MONOTONIC, the clock of Go's execution traces.
package cores

// Source is where switches come from.
type Source string

const (
	// None means that cores were not captured.
	None Source = "none"
	// Perf is the kernel's own record of every context switch.
	Perf Source = "perf"
	// Proc is an approximation from samples of /proc.
	Proc Source = "proc"
)

// Kind is what happened to a thread.
type Kind uint8

const (
	// In is a thread that got onto a core.
	In Kind = iota + 1
	// Preempted is a thread taken off its core although it could have kept running.
	Preempted
	// Blocked is a thread that gave up its core to wait for something.
	Blocked
	// Exited is a thread that ended.
	Exited
)

var kindNames = [...]string{In: "in", Preempted: "preempted", Blocked: "blocked", Exited: "exited"}

// String returns the kind in one lower-case word.
func (k Kind) String() string {
	if int(k) < len(kindNames) && k > 0 {
		return kindNames[k]
	}
	return "invalid kind"
}

// Switch is a thread getting onto a core or leaving it.
type Switch struct {
	Time    int64 // CLOCK_MONOTONIC, ns
	Thread  int32 // the system's thread id
	Process int32 // and process id
	CPU     int32
	Kind    Kind
}
