package traceview

import (
	"cmp"
	"slices"
	"time"
)

// Summary is everything known about a whole trace: the figures of stat --json, and the tables and
// series behind the page's charts. The order of each list is given with it. What is inferred rather
// than recorded has Inferred in its name.
type Summary struct {
	Stat Stat
	// Own is the part of it that is about the program's goroutines.
	Own OwnStat

	// Goroutines are ascending by ID. An ID that is reused (C callbacks) has one entry per life. If
	// there are very many, the list holds those alive at the end, as far as they fit, and the
	// longest-running ones of the rest; MoreGoroutines counts those left out. Stat and Groups cover
	// all of them.
	Goroutines     []*GoroutineStat
	MoreGoroutines int

	Groups []GroupStat // by start function, longest running total first

	// Preempts lists where goroutines stopped running without waiting for anything, most frequent
	// first.
	Preempts []PreemptSite
	// Blocks, Syscalls and Readied list where goroutines waited, were in system calls, and were made
	// runnable; longest total first.
	Blocks   []BlockSite
	Syscalls []SyscallSite
	Readied  []ReadySite
	// Unfinished lists where goroutines of the program were waiting when the trace ended; longest total first.
	Unfinished []UnfinishedSite
	// Samples lists the stacks of CPU samples, if the program took any; most frequent first.
	Samples []SampleSite

	// Latency and Slices are the distributions of completed runnable spans (as in Stat.SchedLatency)
	// and of completed running spans.
	Latency, Slices Histogram
	WorstWaits      []Wait  // for a P, longest first
	LongestSlices   []Slice // longest first
	Wasted          Wasted

	Procs    []ProcStat   // ascending by ID
	Threads  []ThreadStat // ascending by ID
	Handoffs HandoffStat
	Steals   InferredSteals

	Gaps    []Gap // ascending; only the first 1,000
	GC      GCDetail
	Tasks   []AnnotationStat // by type, longest total first
	Regions []AnnotationStat // by type, longest total first
	Logs    []LogStat        // by category, most frequent first
	Series  Series
	Cores   *CoreDetail // nil without a record of cores
}

// Covered returns the trace's length without its gaps.
func (s *Summary) Covered() time.Duration {
	d := time.Duration(s.Stat.Trace.DurationNS)
	for _, g := range s.Gaps {
		d -= g.Dur()
	}
	return d
}

// OwnStat is the part of [Stat] that is about the program: without the goroutines of the runtime and the recorder.
type OwnStat struct {
	Goroutines   GoroutinesStat
	Preemptions  PreemptionsStat
	Blocking     []BlockingStat
	Syscalls     DurationStat
	SchedLatency LatencyStat
	GBetweenP    int64
	Slices       Histogram    // completed running spans
	Stops        DurationStat // stop-the-worlds other than the tracer's
}

// OwnWaits is the waits of the program's goroutines for one reason, whether or not they had ended.
type OwnWaits struct {
	Reason            string
	Ended, Unfinished int64
	Total, Max        time.Duration
	P50               time.Duration // of those that ended
}

// OwnWaits adds up the waits of the program's goroutines by reason, longest total first. Waits without a reason in the
// trace, because they began before it, are left out.
func (s *Summary) OwnWaits() []OwnWaits {
	var all []OwnWaits
	for _, b := range s.Own.Blocking {
		all = append(all, OwnWaits{
			Reason: b.Reason, Ended: b.Count, Total: time.Duration(b.TotalNS), Max: time.Duration(b.MaxNS), P50: time.Duration(b.P50NS),
		})
	}
	for _, u := range s.Unfinished {
		if u.Reason == "" {
			continue
		}
		i := slices.IndexFunc(all, func(w OwnWaits) bool { return w.Reason == u.Reason })
		if i < 0 {
			i, all = len(all), append(all, OwnWaits{Reason: u.Reason})
		}
		w := &all[i]
		w.Unfinished += u.Count
		w.Total, w.Max = SaturatingAdd(w.Total, u.Total), max(w.Max, u.Max)
	}
	slices.SortStableFunc(all, func(a, b OwnWaits) int { return cmp.Compare(b.Total, a.Total) })
	return all
}

// GoroutineStat is one goroutine's life within the trace.
type GoroutineStat struct {
	ID     GoID
	Func   string // start function, "" if the trace does not give it
	Parent GoID   // NoG if the trace does not give it
	// Created is 0 if the goroutine existed before the trace, Ended is 0 if it was alive at the end.
	// First and Last bound the time in which it was seen alive.
	Created, Ended Time
	First, Last    Time
	State          StateTime     // sums to Last-First-Unknown
	Unknown        time.Duration // the part of that time which falls into gaps of the trace
	Lost           bool          // it was alive at Last, before a gap, and is not mentioned after the gap
	Runs           int64         // number of running spans
	MaxSlice       time.Duration
	MaxLatency     time.Duration
	Preempts       [NumPreempts]int64 // by Preempt
	Migrations     int64              // times it ran on a P other than its previous one
	Children       int                // goroutines it created in the trace
	// EndState and EndReason say what a goroutine alive at the end was doing.
	EndState  State
	EndReason string
	EndStack  Stack
	Cores     CoreTime // splits State.Running; zero without a record of cores
}

// AliveAtEnd reports whether the goroutine existed when the trace ended.
func (g *GoroutineStat) AliveAtEnd() bool { return g.Ended == 0 && !g.Lost }

// PreemptSite is a line of source and one kind of preemption at that line.
type PreemptSite struct {
	Kind  Preempt
	Where Frame // the interrupted line; the zero Frame if the trace does not give it
	Stack Stack // one complete stack that ended there
	Count int64
	// Slice is how long the goroutine had been running, Wait how long it was then runnable (for
	// PreemptSuspend: waiting) until it ran again.
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
	// ReadyTotal is how long the goroutines were then runnable before they ran.
	ReadyTotal time.Duration
	Wakers     []Waker // most frequent first
}

// UnfinishedSite is one stack and one reason to wait, with the goroutines of the program that were waiting there
// when the trace ended.
type UnfinishedSite struct {
	Reason  string // "" if they have waited since before the trace
	Stack   Stack
	Func    string // their start function, "" if the trace does not give it
	Count   int64
	Created int64         // of these, goroutines created in the trace
	Since   Time          // when the first of the waits began; the trace's start if it was earlier
	Last    Time          // when the last of them began
	Total   time.Duration // of the waits within the trace, like Max
	Max     time.Duration
	// Goroutines are ascending by ID: all of them or, of many, some.
	Goroutines []GoID
}

// Waker is what ended waits at a site by making goroutines runnable.
type Waker struct {
	// Func is the start function of the goroutines that did so. It is empty if no goroutine did;
	// then Inferred is what must have: "network poller", "timer", "GC" or "runtime".
	Func, Inferred string
	Count          int64
}

// SyscallSite is one stack that entered system calls, with the calls that ended.
type SyscallSite struct {
	Stack      Stack
	Count      int64
	Total, Max time.Duration
}

// ReadySite is one stack that made goroutines runnable: the stack of the goroutine that woke or
// created them, or their own if they were preempted or yielded. Total and Max are how long they
// were then runnable.
type ReadySite struct {
	Stack      Stack
	Count      int64
	Total, Max time.Duration
	New        bool // it created them: the wait is for their first run
}

// SampleSite is one stack and the number of CPU samples taken there.
type SampleSite struct {
	Stack Stack
	Count int64
}

// GroupStat is about all goroutines with one start function.
type GroupStat struct {
	Func       string // "" for goroutines whose start function the trace does not give
	Count      int
	AliveAtEnd int
	State      StateTime
	// Lifetime and Running are distributions over the goroutines: how long each was seen alive, and
	// ran. Latency is a distribution over all their waits for a P.
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
	Waker    GoID  // NoG if no goroutine made it runnable
	Stack    Stack // the stack that made it runnable
	FirstRun bool
	// Antagonists ran in the meantime, longest first; Others is how many more did.
	Antagonists []Antagonist
	Others      int
	// Partial says that some of what ran is not known: the beginning of the wait was dropped, or
	// goroutines that ran little. Antagonists then ran for at least their Time.
	Partial bool
	// Idle is the part of that time in which some P had no thread although this goroutine was
	// runnable.
	Idle time.Duration
}

// Dur returns the wait's length.
func (w Wait) Dur() time.Duration { return w.To.Sub(w.From) }

// Antagonist is a goroutine that ran while another waited, or waited while another ran.
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
	// Waiters were runnable in the meantime, longest first; Others is how many more were. With
	// several Ps they did not wait for this goroutine alone.
	Waiters []Antagonist
	Others  int
	Partial bool // some of the waiters were dropped because there were too many
}

// Dur returns the slice's length.
func (s Slice) Dur() time.Duration { return s.To.Sub(s.From) }

// Wasted is unused parallelism: some P had no thread while goroutines were runnable and the world
// was not stopped. P is the same, summed over Ps: min(Ps without a thread, runnable goroutines) ×
// time.
type Wasted struct {
	Time, P time.Duration
}

// ProcStat is how one P spent its time: running a goroutine, with a goroutine in a system call,
// held by a thread for the scheduler's own work, or idle without a thread. The four sum to the
// length of the trace without its gaps.
type ProcStat struct {
	ID                                 ProcID
	Running, Syscall, Scheduling, Idle time.Duration
	Slices, Handoffs, Migrations       int64
}

// ThreadStat is one M's time with goroutines.
type ThreadStat struct {
	ID               ThreadID
	First, Last      Time // first and last time a goroutine was seen on it; 0 if none was
	Running, Syscall time.Duration
	Slices           int64
}

// HandoffStat counts Ps that left a goroutine and its thread behind in a system call: given up by
// the thread itself, which expected to block, or taken by a thread without a P (sysmon) or by one
// that has a P (as for a stop-the-world).
type HandoffStat struct {
	GivenUp, TakenByMonitor, TakenByOther int64
}

// InferredSteals counts the goroutines that ran on a P other than the one on which they were made
// runnable. The trace does not record queues: that they were stolen is inferred (they may also have
// passed through the global queue).
type InferredSteals struct {
	Count, OnSameP int64
}

// GCDetail is what garbage collection did and what it cost.
type GCDetail struct {
	Cycles      []Interval // mark phases, ascending by Start
	Stops       []StopStat // stop-the-world by reason, longest total first
	LongestStop Interval   // not the tracer's
	// Workers is the running time of the GC's background workers, Assists the time goroutines spent
	// in mark assists, Stopped the time goroutines were kept from running by a stop-the-world or the
	// scan of their stack.
	Workers, Assists, Stopped time.Duration
	// MMU is the minimum mutator utilization: for each window length, the smallest share of the Ps'
	// time that a window of that length left to the program.
	MMU []MMUPoint // ascending by Window
}

// Interval is an interval of time.
type Interval struct{ Start, End Time }

// StopStat is about the stop-the-worlds with one reason.
type StopStat struct {
	Reason string
	DurationStat
}

// MMUPoint is one point of the minimum mutator utilization curve; Utilization is 0 to 1.
type MMUPoint struct {
	Window      time.Duration
	Utilization float64
}

// AnnotationStat is about the tasks or regions of one type that ended; Open counts those that did
// not end.
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

// Series holds quantities over time in equal steps from Start. All slices have one value per step;
// the last step may extend beyond the trace's end.
type Series struct {
	Start Time
	Step  time.Duration
	// Running, Runnable, Waiting and Syscall are the mean numbers of goroutines in that state.
	Running, Runnable, Waiting, Syscall []float64
	// MaxRunnable is the largest number of goroutines runnable at once.
	MaxRunnable []int32
	// ProcBusy is the share of each step, 0 to 1, in which a goroutine ran on a P; it is indexed by
	// P, then step. Procs has the Ps' ids.
	Procs    []ProcID
	ProcBusy [][]float64
	// HeapBytes is the size of live heap objects, as last reported in or before the step; 0 before
	// the first report.
	HeapBytes []uint64
	// HeapGoal is the heap size at which the next collection should finish, in the same form.
	HeapGoal []uint64
	// GOMAXPROCS lists the changes of GOMAXPROCS.
	GOMAXPROCS []Sample
}
