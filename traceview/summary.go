package traceview

import "time"

// Summary is what a whole trace adds up to: the figures of stat --json, and the
// tables and series behind the page's charts.
type Summary struct {
	Stat Stat

	Goroutines []GoroutineStat // ascending by ID
	// Preempts are the places where goroutines stopped running without waiting
	// for anything, most frequent first.
	Preempts []PreemptSite
	// Blocks are the places where goroutines waited, longest total first.
	Blocks []BlockSite
	// Latency and Slices are the distributions of the runnable spans that ended
	// (as Stat.SchedLatency) and of the running spans that ended.
	Latency, Slices Histogram
	Series          Series
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
	State          StateTime // sums to Last-First
	Runs           int64     // running spans
	MaxSlice       time.Duration
	MaxLatency     time.Duration
	Preempts       [numPreempts]int64 // by Preempt
	Migrations     int64              // times it ran on another P than before
	// EndState and EndReason tell what a goroutine alive at the end was doing.
	EndState  State
	EndReason string
	EndStack  Stack
}

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
}
