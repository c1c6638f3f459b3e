package traceview

import "time"

// Summary is what a whole trace adds up to: the figures of stat --json, and the
// tables and series behind the page's charts. Every list is sorted as it says;
// what is inferred rather than recorded has Inferred in its name.
type Summary struct {
	Stat Stat

	// Goroutines are ascending by ID; one a life, should an ID come again (C callbacks).
	// Of very many they are those alive at the end, as far as they fit, and of the
	// others the ones that ran longest; MoreGoroutines counts those left out. Stat and
	// Groups are about all of them.
	Goroutines     []*GoroutineStat
	MoreGoroutines int

	Groups []GroupStat // by start function, longest running total first

	// Preempts are the places where goroutines stopped running without waiting
	// for anything, most frequent first.
	Preempts []PreemptSite
	// Blocks, Syscalls and Readied are the places where goroutines waited, were in
	// system calls, and were made runnable; longest total first.
	Blocks   []BlockSite
	Syscalls []SyscallSite
	Readied  []ReadySite
	// Samples are the stacks of CPU samples, where the program took any; most frequent first.
	Samples []SampleSite

	// Latency and Slices are the distributions of the runnable spans that ended
	// (as Stat.SchedLatency) and of the running spans that ended.
	Latency, Slices Histogram
	WorstWaits      []Wait  // for a P, longest first
	LongestSlices   []Slice // longest first
	Wasted          Wasted

	Procs    []ProcStat   // ascending by ID
	Threads  []ThreadStat // ascending by ID
	Handoffs HandoffStat
	Steals   InferredSteals

	Gaps    []Gap // of which the trace says nothing, ascending; only the first 1,000
	GC      GCDetail
	Tasks   []AnnotationStat // by type, longest total first
	Regions []AnnotationStat // by type, longest total first
	Logs    []LogStat        // by category, most frequent first
	Series  Series
	Cores   *CoreDetail // nil if nothing is known of cores
}

// Covered returns the trace's length without its gaps.
func (s *Summary) Covered() time.Duration {
	d := time.Duration(s.Stat.Trace.DurationNS)
	for _, g := range s.Gaps {
		d -= g.Dur()
	}
	return d
}

// GoroutineStat is one goroutine's life in the trace.
type GoroutineStat struct {
	ID     GoID
	Func   string // start function, "" when the trace does not tell
	Parent GoID   // NoG when the trace does not tell
	// Created and Ended are 0 when it existed before the trace, and when it was
	// alive at its end. First and Last bound the time it was seen alive.
	Created, Ended Time
	First, Last    Time
	State          StateTime     // sums to Last-First-Unknown
	Unknown        time.Duration // of that time, how much falls into gaps of the trace
	Lost           bool          // it was there before a gap, at Last, and not behind it
	Runs           int64         // running spans
	MaxSlice       time.Duration
	MaxLatency     time.Duration
	Preempts       [NumPreempts]int64 // by Preempt
	Migrations     int64              // times it ran on another P than before
	Children       int                // goroutines it created in the trace
	// EndState and EndReason tell what a goroutine alive at the end was doing.
	EndState  State
	EndReason string
	EndStack  Stack
	Cores     CoreTime // divides State.Running; zero if nothing is known of cores
}

// AliveAtEnd reports whether it was there when the trace ended.
func (g *GoroutineStat) AliveAtEnd() bool { return g.Ended == 0 && !g.Lost }

// PreemptSite is one line of source and one kind of preemption there.
type PreemptSite struct {
	Kind  Preempt
	Where Frame // the interrupted line; the zero Frame when the trace does not tell
	Stack Stack // one whole stack that ended there
	Count int64
	// Slice is how long the goroutine had run, Wait how long it then was runnable
	// (or, for PreemptSuspend, waiting) until it ran again.
	SliceTotal, SliceMax time.Duration
	WaitTotal, WaitMax   time.Duration
}

// BlockSite is one stack and one reason to wait, with the waits that ended there.
type BlockSite struct {
	Reason string
	Stack  Stack
	Count  int64
	Total  time.Duration
	Max    time.Duration
	// ReadyTotal is how long the goroutines then were runnable until they ran.
	ReadyTotal time.Duration
	Wakers     []Waker // most frequent first
}

// Waker is who ended waits at a site by making goroutines runnable.
type Waker struct {
	// Func is the start function of the goroutines that did. It is empty where no
	// goroutine did; then Inferred says what must have: "network poller", "timer",
	// "GC" or "runtime".
	Func, Inferred string
	Count          int64
}

// SyscallSite is one stack that entered system calls, with those that ended.
type SyscallSite struct {
	Stack      Stack
	Count      int64
	Total, Max time.Duration
}

// ReadySite is one stack that made goroutines runnable: of whoever woke or created
// them or, where they were preempted or yielded, their own. Total and Max are how
// long they then were runnable.
type ReadySite struct {
	Stack      Stack
	Count      int64
	Total, Max time.Duration
	New        bool // it created them: this is their wait for the first run
}

// SampleSite is one stack and how many CPU samples were taken there.
type SampleSite struct {
	Stack Stack
	Count int64
}

// GroupStat is about all goroutines with one start function.
type GroupStat struct {
	Func       string // "" for those whose start the trace does not tell
	Count      int
	AliveAtEnd int
	State      StateTime
	// Lifetime and Running are distributions over the goroutines: how long each was
	// seen alive, and ran. Latency is one over all their waits for a P.
	Lifetime, Running, Latency DurationStat
	Waits                      []BlockingStat // by reason, longest total first
	Preempts                   [NumPreempts]int64
	MaxSlice                   time.Duration
	Children                   int
}

// Wait is one scheduling latency: a goroutine was runnable and did not run.
type Wait struct {
	G        GoID
	Func     string
	From, To Time
	Waker    GoID  // NoG if no other goroutine made it runnable
	Stack    Stack // of what made it runnable
	FirstRun bool
	// Antagonists ran meanwhile, longest first; Others is how many more did.
	Antagonists []Antagonist
	Others      int
	// Partial says that so much ran meanwhile that its beginning was not kept, or not
	// who ran little: Antagonists then ran for at least their Time.
	Partial bool
	// Idle is how much of that time some P had no thread, though this one was runnable.
	Idle time.Duration
}

// Dur returns the wait's length.
func (w Wait) Dur() time.Duration { return w.To.Sub(w.From) }

// Antagonist is a goroutine that ran while another waited, or the other way round.
type Antagonist struct {
	G    GoID
	Func string
	Time time.Duration
}

// Slice is one running span: a goroutine kept a P.
type Slice struct {
	G        GoID
	Func     string
	P        ProcID
	From, To Time
	Stack    Stack   // where it stopped
	Preempt  Preempt // how it stopped
	Reason   string
	Ended    bool // false: it was still running when the trace ended
	// Waiters were runnable meanwhile, longest first; Others is how many more were.
	// With several Ps they did not wait for this goroutine alone.
	Waiters []Antagonist
	Others  int
	Partial bool // so many waited meanwhile that not all were kept
}

// Dur returns the slice's length.
func (s Slice) Dur() time.Duration { return s.To.Sub(s.From) }

// Wasted is parallelism that was there and not used: some P had no thread to run
// it while goroutines were runnable, and the world was not stopped. P is the same
// summed over Ps: min(Ps without thread, runnable goroutines) × time.
type Wasted struct {
	Time, P time.Duration
}

// ProcStat is one P's time: goroutines ran on it, or were in a system call on it; a
// thread had it for the scheduler's own work; no thread had it. They sum to the
// length of the trace without its gaps.
type ProcStat struct {
	ID                                 ProcID
	Running, Syscall, Scheduling, Idle time.Duration
	Slices, Handoffs, Migrations       int64
}

// ThreadStat is one M's time with goroutines.
type ThreadStat struct {
	ID               ThreadID
	First, Last      Time // first and last moment a goroutine was seen on it; 0 if none was
	Running, Syscall time.Duration
	Slices           int64
}

// HandoffStat counts Ps that left a goroutine, and its thread, behind in a system
// call: given up by that thread itself, which expected to block, or taken from it
// by one without a P (the runtime's monitor) or with one (as for a stop-the-world).
type HandoffStat struct {
	GivenUp, TakenByMonitor, TakenByOther int64
}

// InferredSteals counts the goroutines that ran on another P than the one on which
// they were made runnable. The trace does not record queues: that a P stole them
// is inferred (they may also have passed through the global queue).
type InferredSteals struct {
	Count, OnSameP int64
}

// GCDetail is what garbage collection did, and cost.
type GCDetail struct {
	Cycles      []Interval // mark phases, ascending by Start
	Stops       []StopStat // stop-the-world by reason, longest total first
	LongestStop Interval
	// Workers is the running time of the GC's background workers, Assists the
	// running time goroutines spent helping, Stopped the time goroutines were kept
	// from running by a stop-the-world or the scan of their stack.
	Workers, Assists, Stopped time.Duration
	// MMU is the minimum mutator utilization: for a window length, the smallest
	// share of the Ps' time that any window of that length left to the program.
	MMU []MMUPoint // ascending by Window
}

// Interval is a stretch of time.
type Interval struct{ Start, End Time }

// StopStat is about stop-the-worlds for one reason.
type StopStat struct {
	Reason string
	DurationStat
}

// MMUPoint is one point of the minimum mutator utilization curve; Utilization is 0 to 1.
type MMUPoint struct {
	Window      time.Duration
	Utilization float64
}

// AnnotationStat is about the tasks or regions of one type that ended; Open counts
// those that did not.
type AnnotationStat struct {
	Type string
	Open int64
	DurationStat
}

// LogStat counts the log messages of one category.
type LogStat struct {
	Category string
	Count    int64
}

// Series are quantities over time in equal steps from Start. All slices have
// one value a step; the last step may reach beyond the trace's end.
type Series struct {
	Start Time
	Step  time.Duration
	// Running, Runnable, Waiting and Syscall are the mean numbers of goroutines in that state.
	Running, Runnable, Waiting, Syscall []float64
	// MaxRunnable is the largest number of goroutines runnable at once.
	MaxRunnable []int32
	// ProcBusy is each P's share of the step, 0 to 1, in which a goroutine ran on
	// it; by P, then step. Procs names the Ps.
	Procs    []ProcID
	ProcBusy [][]float64
	// HeapBytes is the size of live heap objects last told in or before the step; 0 before the first.
	HeapBytes []uint64
	// HeapGoal is the size at which the next collection is meant to end, likewise.
	HeapGoal []uint64
	// GOMAXPROCS lists its changes.
	GOMAXPROCS []Sample
}
