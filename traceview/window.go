package traceview

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"time"
)

// Moment is an interval to be read exactly, with as much time around it as fits.
type Moment struct {
	From, To Time
	Around   Time // time before and after it
	Least    Time // the smallest useful Around
}

// Bounds returns the bounds of a moment's window.
func (m *Moment) Bounds() (from, to Time) { return m.From - m.Around, m.To + m.Around }

// Window is what happened in an interval, as spans in lanes.
//
// Bulk data refer to each other by index: a [Lane] into Spans, Span.G into Goroutines, Span.M into
// Threads, Span.Stack into Stacks, Span.Reason into Reasons. Index -1 means none for G and M; index
// 0 of Stacks and Reasons is the empty one.
type Window struct {
	From, To Time
	// Resolution is 0 if every span is exact. Otherwise the window had more spans than asked for,
	// and neighbours in a lane that fell into the same step of length Resolution (counted from From)
	// were merged into one span with N > 1. Longer spans stay exact.
	//
	// Each kind of lane has its own resolution, so that a large number of goroutines does not make
	// the Ps coarse. Resolution is the largest of them; cores have that of the threads.
	Resolution                                            time.Duration
	GoroutineResolution, ProcResolution, ThreadResolution time.Duration

	// Groups cover the goroutines that have no lane because there are too many, largest group first;
	// nil if every goroutine has a lane. GroupStep is the length of their steps, the first of which
	// begins at From.
	Groups    []LaneGroup
	GroupStep time.Duration
	// RangeResolution is 0 if all common ranges are exact. Otherwise ranges of one name that fell
	// into the same step of that length were merged, with N > 1.
	RangeResolution time.Duration
	Omitted         Omitted

	// Spans holds every span once. While a goroutine runs, its span is on the lanes of the
	// goroutine, its P and its M. Lanes that were merged differently have merged spans of their own.
	// The spans of one goroutine's lane are adjacent.
	Spans []Span

	Goroutines []Goroutine // ascending by ID
	Procs      []Proc      // ascending by ID
	Threads    []Thread    // ascending by ID
	Reasons    []string
	Stacks     []Stack

	Marks   []Mark   // ascending by Time; noteworthy ends of running spans
	Ranges  []Range  // GC phases, stop-the-world, assists, sweeps; ascending by Start
	Tasks   []Task   // ascending by Start
	Regions []Region // ascending by Start
	Logs    []Log    // ascending by Time
	Samples []Sample // heap, heap goal, GOMAXPROCS; ascending by Time

	// Cores, ascending by ID, show which thread was on which core; nil if that is not known. Others
	// are the threads in them that are not in Threads.
	Cores  []Core
	Others []OtherThread
}

// Goroutine is a lane of the window: one goroutine and its states.
type Goroutine struct {
	ID     GoID
	Func   string // start function, "" if the trace does not give it
	Parent GoID   // NoG if the trace does not give it
	// Created is 0 if the goroutine existed before the trace, Ended is 0 if it was alive at the end.
	Created, Ended Time
	// Lane holds its states: contiguous, and clipped to the window. It is nil if the goroutine has
	// no lane because it is in one of the Groups or is only referred to.
	Lane Lane
}

// Lane is a row of spans in time order, as indices into [Window.Spans].
type Lane []int32

// On yields the spans of a lane, in time order.
func (w *Window) On(l Lane) iter.Seq[*Span] {
	return func(yield func(*Span) bool) {
		for _, i := range l {
			if !yield(&w.Spans[i]) {
				return
			}
		}
	}
}

// Find returns the index within a lane of the first span that begins at or after t, or len(l) if
// there is none.
func (w *Window) Find(l Lane, t Time) int {
	i, _ := slices.BinarySearchFunc(l, t, func(i int32, t Time) int { return cmp.Compare(w.Spans[i].Start, t) })
	return i
}

// LaneGroup is the goroutines with one start function, if some of them have no lane.
type LaneGroup struct {
	Func       string // "" for goroutines whose start function the trace does not give
	Others     bool   // it covers the functions that have no group of their own
	Goroutines int    // in the window
	Lanes      int    // how many of them have a lane: those that ran most
	// The mean number of the Goroutines in each state, by step.
	Running, Runnable, Waiting, Syscall []float64
}

// Omitted is how much was dropped from a window that could not hold everything: the shortest ranges
// of single goroutines or Ps, the shortest tasks and regions, some logs, and the threads that ran
// least.
type Omitted struct {
	Ranges, Tasks, Regions, Logs int64
	Threads                      int
}

// Proc is a P with the running and syscall spans of goroutines on it. In a gap of its lane the P
// has no goroutine: it is idle or in the scheduler.
type Proc struct {
	ID   ProcID
	Lane Lane
}

// Thread is an M with the running and syscall spans of goroutines on it.
type Thread struct {
	ID   ThreadID
	Lane Lane
}

// Span is an interval in which a goroutine was in one state, on one P and M.
type Span struct {
	Start, End Time
	G          int32  // index into Window.Goroutines
	M          int32  // index into Window.Threads; -1 unless running or in a syscall, or if it has no lane
	P          ProcID // NoP unless running, or in a syscall that began on that P
	// Stack is where the goroutine was: for a running span, where it stopped; for waiting and
	// syscall, where it waits or made the call. For a runnable span it is the stack of the goroutine
	// that made it runnable (its own, if it was preempted).
	Stack int32
	// Waker is the goroutine that made this one runnable, an index into Window.Goroutines. Only
	// runnable spans have one; -1 is none or unknown (network poller, timer, start of trace).
	Waker int32
	// N is 1, or how many spans were merged into this one. Then Busy is the sum of their lengths,
	// and everything that is not a time is that of the longest.
	N int32
	// Reason is why: for a waiting span, what it waits for; for a running span, why it stopped
	// ("preempted", or "" if it exited or entered a syscall).
	Reason  uint16
	State   State
	Preempt Preempt // how a running span ended
	// OnCore is the share of a running span, 0 to 1, in which its thread was on a core; -1 if that
	// is not known. It is meaningless if Window.Cores is nil.
	OnCore float32
	Busy   time.Duration
}

// Dur returns the span's length.
func (s Span) Dur() time.Duration { return s.End.Sub(s.Start) }

// Mark is a preemption, yield or mutex handoff at the end of a running span, or N merged ones of
// one kind on one P.
type Mark struct {
	Time  Time
	G     int32 // index into Window.Goroutines
	M     int32 // index into Window.Threads
	P     ProcID
	Stack int32 // where it was interrupted
	N     int32
	Kind  Preempt
}

// Range is a named interval of the runtime's: "GC concurrent mark phase", "stop-the-world
// (reason)", "GC mark assist", "GC incremental sweep"; or a [Gap], "missing from the trace".
type Range struct {
	Name       string
	Start, End Time
	G          int32  // the goroutine whose range it is, an index into Window.Goroutines, or -1
	P          ProcID // or NoP
	Open       bool   // the trace ended before the range did
	// N is 1, or how many ranges were merged into this one; Busy is the sum of their lengths.
	N    int32
	Busy time.Duration
}

// Common reports whether the range concerns all goroutines and Ps rather than a single one.
func (r Range) Common() bool {
	return strings.HasPrefix(r.Name, RangeSTW) || r.G < 0 && r.P == NoP
}

// Task is a runtime/trace task.
type Task struct {
	ID, Parent uint64
	Type       string
	Start, End Time // Start is 0 if it began before the trace
	Open       bool // still open at the trace's end
}

// Region is a runtime/trace region of one goroutine.
type Region struct {
	Task       uint64 // 0 is the background task
	Type       string
	G          int32 // index into Window.Goroutines
	Start, End Time
	Open       bool // still open at the trace's end
}

// Log is a runtime/trace log message.
type Log struct {
	Time     Time
	G        int32 // index into Window.Goroutines, or -1
	Task     uint64
	Category string
	Message  string
}

// Sample is a value of one of the runtime's metrics, in effect from Time on.
type Sample struct {
	Time  Time
	Name  string // as in runtime/metrics: "/memory/classes/heap/objects:bytes", …
	Value uint64
}
