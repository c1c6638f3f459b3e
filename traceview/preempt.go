package traceview

// Preempt tells apart what a trace calls "preempted" (five different things) and
// "runtime.Gosched".
type Preempt uint8

// Kinds of preemption.
const (
	// NotPreempted marks every other way to stop running.
	NotPreempted Preempt = iota
	// PreemptAsync was stopped by a signal between any two instructions.
	PreemptAsync
	// PreemptCooperative stopped at the stack check at a function's entry.
	PreemptCooperative
	// PreemptSTW was stopped for a stop-the-world.
	PreemptSTW
	// PreemptSuspend was suspended, to have its stack scanned by the GC.
	PreemptSuspend
	// PreemptGosched called runtime.Gosched.
	PreemptGosched
	// PreemptMutexHandoff yielded its P to the waiter it handed a mutex to: no preemption at all.
	PreemptMutexHandoff
	// PreemptUnknown is a preemption whose stack does not tell the kind (Go 1.24 and earlier).
	PreemptUnknown

	// NumPreempts is how many kinds there are, with NotPreempted.
	NumPreempts = int(PreemptUnknown) + 1
)

// kinds has what each kind is called, and what it is.
var kinds = [NumPreempts]struct {
	name        string // in stat --json, and in what the page is searched for
	short       string // in a table
	label       string // of one such stop
	counted     string // behind a number of preemptions
	plural      string // of several
	involuntary bool
}{
	{},
	{"async", "async", "async preemption", "async", "async preemptions", true},
	{"cooperative", "cooperative", "cooperative preemption", "cooperative", "cooperative preemptions", true},
	{"stw", "for STW", "stopped for a stop-the-world", "for a stop-the-world", "preemptions for a stop-the-world", true},
	{"suspend", "stack scan", "suspended for a stack scan", "for a stack scan", "preemptions for a stack scan", true},
	{"gosched", "Gosched", "yielded (Gosched)", "Gosched", "yields by Gosched", false},
	{"mutex_handoff", "mutex handoff", "mutex handoff", "mutex handoff", "mutex handoffs", false},
	{"unknown", "unknown", "preempted, kind unknown", "of unknown kind", "preemptions of unknown kind", true},
}

// Preempts lists the kinds in the order in which people read them: real preemptions, then
// yields and handoffs.
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

// Short returns what a table calls the kind: "stack scan"; "" for NotPreempted.
func (p Preempt) Short() string { return kinds[p].short }

// Label returns what one stop of the kind is called: "async preemption".
func (p Preempt) Label() string { return kinds[p].label }

// Counted returns how preemptions of the kind are named behind their number: "3 for a stack scan".
func (p Preempt) Counted() string { return kinds[p].counted }

// Plural returns what several such stops are called: "preemptions for a stack scan".
func (p Preempt) Plural() string { return kinds[p].plural }

// Involuntary reports whether p is a real preemption: the goroutine neither yielded
// nor handed a mutex over.
func (p Preempt) Involuntary() bool { return int(p) < NumPreempts && kinds[p].involuntary }
