package decode

import (
	"slices"
	"sync"

	"schedviz/traceview"
	"schedviz/traceview/internal/wire"
)

// Op is the kind of an event.
type Op uint8

const (
	OpOther Op = iota // it is counted and advances time, but is not used otherwise
	OpSync            // the beginning of a generation; not counted
	OpGo              // a goroutine's state changes
	OpProc            // a P's state changes
	OpRangeBegin
	OpRangeActive
	OpRangeEnd
	OpMetric
	OpTaskBegin
	OpTaskEnd
	OpRegionBegin
	OpRegionEnd
	OpLog
	OpSample // a CPU sample: a stack
)

// Scopes of a range.
const (
	ScopeGlobal = iota
	ScopeGoroutine
	ScopeProc
)

// States of a P, as an event's from and to.
const (
	ProcUnknown = iota
	ProcDead
	ProcRunning
	ProcIdle
)

// MaxProcs is larger than any GOMAXPROCS.
const MaxProcs = wire.MaxProcs

// Event is an event of a trace in the form in which the state machine takes it. It has 32 bytes,
// since generations are decoded ahead of the machine. Goroutines, threads, texts and stacks are
// numbers of the generation's [Names]; 0 is none.
type Event struct {
	Time  traceview.Time // as read from its generation alone; see package sched's clock
	G     uint32         // the goroutine it is about
	By    uint32         // goroutine in whose context it happened; of a range its goroutine or P+1; of a P a Handoff
	M     uint32         // the thread it happened on
	Stack uint32         // the event's stack; for an event with an Extra, the index into Batch.Extras
	// Text is the reason (OpGo), or the name of a range or metric. For a task, region or log it is a
	// label: the name or category. A creation has no reason; its Text is the number of the new
	// goroutine's first stack.
	Text uint32
	P    int16 // the P in whose context it happened, or that it is about (OpProc)
	Op   Op
	// States is from<<4|to, of a State (OpGo) or a P's state (OpProc), or a range's scope.
	States uint8
}

// From returns the state that the event ends, in the form of States.
func (e *Event) From() uint8 { return e.States >> 4 }

// To returns the state that the event begins.
func (e *Event) To() uint8 { return e.States & 15 }

// Extra is what rare events carry beyond an event's fields.
type Extra struct {
	ID, Parent uint64 // of a task, or the task of a region or log
	Value      uint64 // of a metric
	Message    string // of a log; not a text, since each may be different
}

// Batch is a run of events of one generation, with the names that are first used in it. Names are
// numbered from 1 within a generation, in the order of its batches.
type Batch struct {
	Events []Event
	Extras []Extra
	Names
	extraBytes int   // bytes of the extras and names
	Read       int   // bytes of the generation read by the end of the batch; 0 if not known
	End        bool  // it is the last batch of its generation
	Err        error // of the last batch: why the generation ends there, nil if all is well
}

// Names are what a generation's events refer to by number.
type Names struct {
	Gs      []traceview.GoID // an ID is repeated if it ended and came again
	Threads []traceview.ThreadID
	Texts   []string
	Labels  []string // texts that come from the program
	Frames  []traceview.Frame
	Stacks  [][]uint32 // numbers of frames, from the leaf
}

const (
	// MaxBatchEvents is the capacity of a batch.
	MaxBatchEvents = 2048
	eventBytes     = 32
	// batchExtraBytes is the size of names and extras at which a batch is emitted.
	batchExtraBytes = 128 << 10
	batchBytes      = 512 // of a batch without events
)

// eventPool holds the events of batches that the machine has played.
var eventPool = sync.Pool{New: func() any { return new([MaxBatchEvents]Event) }}

// extraPool holds the extras of such batches.
var extraPool = sync.Pool{New: func() any { return new([]Extra) }}

func newEvents() []Event { return eventPool.Get().(*[MaxBatchEvents]Event)[:0] }

// Bytes returns approximately how much memory a batch takes.
func (b *Batch) Bytes() int { return batchBytes + cap(b.Events)*eventBytes + b.extraBytes }

// trim frees memory that the batch does not use.
func (b *Batch) trim() {
	if len(b.Events) < cap(b.Events)/2 {
		events := slices.Clone(b.Events)
		b.recycleEvents()
		b.Events = events
	}
}

// Recycle returns a batch's memory to the pools, except for its names, which may be retained.
func (b *Batch) Recycle() {
	b.recycleEvents()
	if b.Extras != nil {
		clear(b.Extras) // drops the messages
		rest := b.Extras[:0]
		extraPool.Put(&rest)
		b.Extras = nil
	}
}

func (b *Batch) recycleEvents() {
	if cap(b.Events) == MaxBatchEvents {
		eventPool.Put((*[MaxBatchEvents]Event)(b.Events[:MaxBatchEvents]))
	}
	b.Events = nil
}

// Handoff is how a P came to leave a goroutine, and its thread, behind in a system call.
type Handoff uint8

const (
	NoHandoff      Handoff = iota
	GivenUp                // by the thread itself
	TakenByMonitor         // by a thread without a P
	TakenByOther           // by a thread with a P
)

// Damage is something that a sound trace does not contain.
type Damage string

func (d Damage) Error() string { return string(d) }

// maxTime is later than any clock shows; later times are damage.
const maxTime traceview.Time = 1 << 62
