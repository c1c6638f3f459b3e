package traceview

// Preempt is a kind of preemption: it distinguishes the five things that a trace calls "preempted",
// and "runtime.Gosched".
type Preempt uint8

// Kinds of preemption.
const (
	// NotPreempted stands for every other way to stop running.
	NotPreempted Preempt = iota
	// PreemptAsync: stopped by a signal, between any two instructions.
	PreemptAsync
	// PreemptCooperative: stopped at the stack check at a function's entry.
	PreemptCooperative
	// PreemptSTW: stopped for a stop-the-world.
	PreemptSTW
	// PreemptSuspend: suspended so that the GC could scan its stack.
	PreemptSuspend
	// PreemptGosched: called runtime.Gosched.
	PreemptGosched
	// PreemptMutexHandoff: yielded its P to the waiter it handed a mutex to. This is not a
	// preemption at all.
	PreemptMutexHandoff
	// PreemptUnknown: preempted, but the stack does not show the kind (Go 1.24 and earlier).
	PreemptUnknown

	// NumPreempts is the number of kinds, NotPreempted included.
	NumPreempts = int(PreemptUnknown) + 1
)

// kinds holds the names of each kind, and whether it is involuntary.
var kinds = [NumPreempts]struct {
	name        string // in stat --json, and in searches on the page
	short       string // in tables
	label       string // of a single stop
	counted     string // after a number of preemptions
	plural      string // of several stops
	involuntary bool
}{
	{},
	{"async", "async", "async preemption", "async", "async preemptions", true},
	{"cooperative", "cooperative", "cooperative preemption", "cooperative", "cooperative preemptions", true},
	{
		"stw", "for STW", "stopped for a stop-the-world", "for a stop-the-world",
		"preemptions for a stop-the-world", true,
	},
	{"suspend", "stack scan", "suspended for a stack scan", "for a stack scan", "preemptions for a stack scan", true},
	{"gosched", "Gosched", "yielded (Gosched)", "Gosched", "yields by Gosched", false},
	{"mutex_handoff", "mutex handoff", "mutex handoff", "mutex handoff", "mutex handoffs", false},
	{"unknown", "unknown", "preempted, kind unknown", "of unknown kind", "preemptions of unknown kind", true},
}

// Preempts lists the kinds in reading order: real preemptions first, then yields and handoffs.
func Preempts() []Preempt { return append(InvoluntaryPreempts(), VoluntaryPreempts()...) }

// InvoluntaryPreempts lists the kinds of real preemptions.
func InvoluntaryPreempts() []Preempt {
	return []Preempt{PreemptAsync, PreemptCooperative, PreemptSTW, PreemptSuspend, PreemptUnknown}
}

// VoluntaryPreempts lists the kinds that are the program's own doing.
func VoluntaryPreempts() []Preempt { return []Preempt{PreemptGosched, PreemptMutexHandoff} }

// String returns the kind's name as in stat --json, "" for NotPreempted.
func (p Preempt) String() string {
	if int(p) < NumPreempts {
		return kinds[p].name
	}
	return "invalid preemption"
}

// Short returns the kind's name in tables, such as "stack scan"; "" for NotPreempted.
func (p Preempt) Short() string { return kinds[p].short }

// Label returns the name of a single stop of the kind, such as "async preemption".
func (p Preempt) Label() string { return kinds[p].label }

// Counted returns the kind's name as it follows a number of preemptions, as in "3 for a stack
// scan".
func (p Preempt) Counted() string { return kinds[p].counted }

// Plural returns the name of several stops of the kind, such as "preemptions for a stack scan".
func (p Preempt) Plural() string { return kinds[p].plural }

// Involuntary reports whether p is a real preemption: the goroutine neither yielded
// nor handed a mutex over.
func (p Preempt) Involuntary() bool { return int(p) < NumPreempts && kinds[p].involuntary }
