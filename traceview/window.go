package traceview

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"time"
)

// Moment is a stretch of time to be read exactly, with as much time around it as there
// is room for.
type Moment struct {
	From, To Time
	Around   Time // how much before and after it
	Least    Time // how much there must be: less is of no use
}

// Bounds returns the time that a moment's window takes.
func (m *Moment) Bounds() (from, to Time) { return m.From - m.Around, m.To + m.Around }

// Window is what happened between two moments, as spans in lanes.
//
// Bulk data refer to one another by index: a [Lane] into Spans, Span.G into
// Goroutines, Span.M into Threads, Span.Stack into Stacks, Span.Reason into Reasons;
// index -1 is none for G and M, and index 0 of Stacks and Reasons is the empty one.
type Window struct {
	From, To Time
	// Resolution is 0 when every span is exact. Otherwise the window held more
	// spans than asked for, and neighbours in a lane that fell into the same
	// Resolution (window time is cut into them from From on) were merged into one
	// span with N > 1. Spans longer than that stay exact.
	//
	// Each kind of lanes has a resolution of its own, so that very many goroutines do
	// not make the Ps coarse: Resolution is the largest, that of cores is the threads'.
	Resolution                                            time.Duration
	GoroutineResolution, ProcResolution, ThreadResolution time.Duration

	// Groups are about the goroutines that have no lane because there are so many,
	// most goroutines first; nil if each has one. GroupStep is the length of their
	// steps, the first of which begins at From.
	Groups    []LaneGroup
	GroupStep time.Duration
	// RangeResolution is 0 when all ranges of everybody are exact. Otherwise those of
	// one name that fell into the same RangeResolution are one, with N > 1.
	RangeResolution time.Duration
	Omitted         Omitted

	// Spans holds every span once: while a goroutine runs, its span is on the lanes of the
	// goroutine, of its P and of its M. Lanes that merge differently have merged spans of
	// their own. Those of one goroutine's lane stand together.
	Spans []Span

	Goroutines []Goroutine // ascending by ID
	Procs      []Proc      // ascending by ID
	Threads    []Thread    // ascending by ID
	Reasons    []string
	Stacks     []Stack

	Marks   []Mark   // ascending by Time; ends of running spans worth a mark
	Ranges  []Range  // GC phases, stop-the-world, assists, sweeps; ascending by Start
	Tasks   []Task   // ascending by Start
	Regions []Region // ascending by Start
	Logs    []Log    // ascending by Time
	Samples []Sample // heap, heap goal, GOMAXPROCS; ascending by Time

	// Cores, ascending by ID, tell which thread was on which core; nil if that is
	// not known. Others are the threads in them that are not in Threads.
	Cores  []Core
	Others []OtherThread
}

// Goroutine is a lane of the window: one goroutine and its states.
type Goroutine struct {
	ID     GoID
	Func   string // start function, "" when the trace does not tell
	Parent GoID   // NoG when the trace does not tell
	// Created and Ended are 0 when it existed before the trace began, and when it
	// was alive at its end.
	Created, Ended Time
	// Lane is its states: contiguous, and cut to the window. It is nil if the goroutine
	// has no lane: it is in one of the Groups, or only mentioned.
	Lane Lane
}

// Lane is a row of spans in the order of time, as indices into [Window.Spans].
type Lane []int32

// On yields the spans of a lane, in the order of time.
func (w *Window) On(l Lane) iter.Seq[*Span] {
	return func(yield func(*Span) bool) {
		for _, i := range l {
			if !yield(&w.Spans[i]) {
				return
			}
		}
	}
}

// Find returns the index in a lane of the first span that begins at t or later, or
// len(l) if there is none.
func (w *Window) Find(l Lane, t Time) int {
	i, _ := slices.BinarySearchFunc(l, t, func(i int32, t Time) int { return cmp.Compare(w.Spans[i].Start, t) })
	return i
}

// LaneGroup is the goroutines with one start function, some of which have no lane.
type LaneGroup struct {
	Func       string // "" for those whose start the trace does not tell
	Others     bool   // of several functions, which have no group of their own
	Goroutines int    // in the window
	Lanes      int    // of these have a lane: those that ran most
	// How many of the Goroutines were in a state, by step: the mean.
	Running, Runnable, Waiting, Syscall []float64
}

// Omitted is how much a window that holds less than everything does not hold: the
// shortest ranges (of those of one goroutine or P), tasks and regions, some logs, and
// threads that ran least.
type Omitted struct {
	Ranges, Tasks, Regions, Logs int64
	Threads                      int
}

// Proc is a P with the running and syscall spans of goroutines on it. A gap in its lane
// is a P without a goroutine: idle, or in the scheduler.
type Proc struct {
	ID   ProcID
	Lane Lane
}

// Thread is an M with the running and syscall spans of goroutines on it.
type Thread struct {
	ID   ThreadID
	Lane Lane
}

// Span is a stretch of time in which a goroutine was in one state, on one P and M.
type Span struct {
	Start, End Time
	G          int32  // index into Window.Goroutines
	M          int32  // index into Window.Threads; -1 unless running or in a syscall, or if it has no lane
	P          ProcID // NoP unless running, or in a syscall that began on that P
	// Stack is where the goroutine stood: when it stopped for a running span,
	// where it waits or called for waiting and syscall. For a runnable span it is
	// the stack of whoever made it runnable (of itself, if it was preempted).
	Stack int32
	// Waker made the goroutine runnable: an index into Window.Goroutines, only of
	// a runnable span; -1 is none or unknown (network poller, timer, start of trace).
	Waker int32
	// N is 1, or how many spans were merged into this one; then everything that
	// is not a time is that of the longest of them, and Busy their lengths' sum.
	N int32
	// Reason is why: of a waiting span, what it waits for; of a running span, why
	// it stopped ("preempted", "" when it exited or entered a syscall).
	Reason  uint16
	State   State
	Preempt Preempt // how a running span ended
	// OnCore is the share of a running span, 0 to 1, in which its thread was on a
	// core; -1 where that is not known. It means nothing if Window.Cores is nil.
	OnCore float32
	Busy   time.Duration
}

// Dur returns the span's length.
func (s Span) Dur() time.Duration { return s.End.Sub(s.Start) }

// Mark is a preemption, yield or mutex handoff at the end of a running span, or
// N of one kind on one P that were merged.
type Mark struct {
	Time  Time
	G     int32 // index into Window.Goroutines
	M     int32 // index into Window.Threads
	P     ProcID
	Stack int32 // where it was interrupted
	N     int32
	Kind  Preempt
}

// Range is a named stretch of time of the runtime's: "GC concurrent mark phase",
// "stop-the-world (reason)", "GC mark assist", "GC incremental sweep"; or a [Gap],
// "missing from the trace".
type Range struct {
	Name       string
	Start, End Time
	G          int32  // whose range it is, index into Window.Goroutines, or -1
	P          ProcID // or NoP
	Open       bool   // the trace ended before the range did
	// N is 1, or how many ranges were merged into this one; Busy is their lengths' sum.
	N    int32
	Busy time.Duration
}

// Common reports whether the range is everybody's, not a goroutine's or a P's own.
func (r Range) Common() bool {
	return strings.HasPrefix(r.Name, RangeSTW) || r.G < 0 && r.P == NoP
}

// Task is a runtime/trace task.
type Task struct {
	ID, Parent uint64
	Type       string
	Start, End Time // Start is 0 when it began before the trace
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

// Sample is the value of one of the runtime's metrics from Time on.
type Sample struct {
	Time  Time
	Name  string // as in runtime/metrics: "/memory/classes/heap/objects:bytes", …
	Value uint64
}
