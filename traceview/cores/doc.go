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

// Source says where switches come from.
type Source string

const (
	// None is no capture at all.
	None Source = "none"
	// Perf is the kernel's own record of every context switch.
	Perf Source = "perf"
	// Proc is an approximation: what samples of /proc showed.
	Proc Source = "proc"
)

// Kind says what happened to a thread.
type Kind uint8

const (
	// In is a thread that got onto a core.
	In Kind = iota + 1
	// Preempted is a thread taken off although it could have gone on.
	Preempted
	// Blocked is a thread that gave its core up, to wait for something.
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

// Switch is one thread getting onto a core or leaving it.
type Switch struct {
	Time    int64 // CLOCK_MONOTONIC, ns
	Thread  int32 // the system's thread id
	Process int32 // and process id
	CPU     int32
	Kind    Kind
}
