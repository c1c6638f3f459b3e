package decode

import (
	"slices"
	"sync"

	"schedviz/traceview"
	"schedviz/traceview/internal/wire"
)

// Op says what an event is.
type Op uint8

const (
	OpOther Op = iota // counts, and moves time; nothing else is taken from it
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
	OpSample // stack
)

// scope of a range.
const (
	ScopeGlobal = iota
	ScopeGoroutine
	ScopeProc
)

// States of a P, in an event's from and to.
const (
	ProcUnknown = iota
	ProcDead
	ProcRunning
	ProcIdle
)

// MaxProcs is beyond any GOMAXPROCS.
const MaxProcs = wire.MaxProcs

// Event is one event of a trace as the state machine takes it, in 32 bytes, for
// a generation may be decoded ahead of the machine. Goroutines, threads, texts
// and stacks are numbers of the generation's [Names]; 0 is none.
type Event struct {
	Time  traceview.Time // as read from its generation alone; see sched.Machine
	G     uint32         // goroutine it is about
	By    uint32         // goroutine in whose context it happened; of a range its goroutine or P+1; of a P a handoff
	M     uint32         // thread it happened on
	Stack uint32         // of the event; of an event with more to say its place in Batch.Extras
	// Text is the reason (OpGo), the name of a range or metric; of a task, region or log
	// it is a label, its name or category. A creation has no reason, but the stack it starts with.
	Text uint32
	P    int16 // P in whose context it happened, or that it is about (OpProc)
	Op   Op
	// States are from<<4|to: a State's (OpGo), a P's (OpProc), or a range's scope.
	States uint8
}

// From returns the state the event ends, as States has it.
func (e *Event) From() uint8 { return e.States >> 4 }

// To returns the state the event begins.
func (e *Event) To() uint8 { return e.States & 15 }

// Extra is what rare events say beyond an event's fields.
type Extra struct {
	ID, Parent uint64 // of a task, or the task of a region or log
	Value      uint64 // of a metric
	Message    string // of a log; it is no text, for each may be another
}

// Batch is a run of events of one generation with the names they use first. Names
// are numbered from 1 through a generation, in the order of its batches.
type Batch struct {
	Events []Event
	Extras []Extra
	Names
	extraBytes int   // bytes of more and names
	Read       int   // bytes of the generation that have been read by its end; 0 if that is not known
	End        bool  // the last batch of its generation
	Err        error // on the last batch: why the generation ends there, nil if all is well
}

// Names are what events refer to by number.
type Names struct {
	Gs      []traceview.GoID // more than once what has ended and come again
	Threads []traceview.ThreadID
	Texts   []string
	Labels  []string // texts that are the program's own
	Frames  []traceview.Frame
	Stacks  [][]uint32 // numbers of frames, the leaf first
}

const (
	// MaxBatchEvents is for how many events a batch has room.
	MaxBatchEvents = 2048
	eventBytes     = 32
	// batchExtraBytes is how many bytes of names a batch has when it is handed on.
	batchExtraBytes = 128 << 10
	batchBytes      = 512 // of a batch without any
)

// eventPool holds the events of batches that were taken by the machine.
var eventPool = sync.Pool{New: func() any { return new([MaxBatchEvents]Event) }}

// extraPool holds what such batches had to say more.
var extraPool = sync.Pool{New: func() any { return new([]Extra) }}

func newEvents() []Event { return eventPool.Get().(*[MaxBatchEvents]Event)[:0] }

// Bytes is about how much memory a batch takes.
func (b *Batch) Bytes() int { return batchBytes + cap(b.Events)*eventBytes + b.extraBytes }

// trim gives memory back that the batch has and does not need.
func (b *Batch) trim() {
	if len(b.Events) < cap(b.Events)/2 {
		events := slices.Clone(b.Events)
		b.recycleEvents()
		b.Events = events
	}
}

// Recycle gives a batch's memory back; its names may be kept.
func (b *Batch) Recycle() {
	b.recycleEvents()
	if b.Extras != nil {
		clear(b.Extras) // of messages
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

// Handoff is how a P left a goroutine, and its thread, behind in a system call.
type Handoff uint8

const (
	NoHandoff      Handoff = iota
	GivenUp                // by the thread itself
	TakenByMonitor         // by a thread without a P
	TakenByOther           // by a thread with a P
)

// Damage is something a sound trace does not hold.
type Damage string

func (d Damage) Error() string { return string(d) }

// maxTime is later than any clock shows; what is later still is damage.
const maxTime traceview.Time = 1 << 62
