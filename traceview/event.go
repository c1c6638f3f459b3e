package traceview

import (
	"slices"
	"sync"

	"schedviz/traceview/wire"
)

// op says what an event is.
type op uint8

const (
	opOther op = iota // counts, and moves time; nothing else is taken from it
	opSync            // the beginning of a generation; not counted
	opGo              // a goroutine's state changes
	opProc            // a P's state changes
	opRangeBegin
	opRangeActive
	opRangeEnd
	opMetric
	opTaskBegin
	opTaskEnd
	opRegionBegin
	opRegionEnd
	opLog
	opSample // stack
)

// scope of a range.
const (
	scopeGlobal = iota
	scopeGoroutine
	scopeProc
)

// States of a P, in an event's from and to.
const (
	procUnknown = iota
	procDead
	procRunning
	procIdle
)

// maxProcs is beyond any GOMAXPROCS.
const maxProcs = wire.MaxProcs

// event is one event of a trace as the state machine takes it, in 32 bytes, for
// a generation may be decoded ahead of the machine. Goroutines, threads, texts
// and stacks are numbers of the generation's [names]; 0 is none.
type event struct {
	time  Time   // as read from its generation alone; see machine.clock
	g     uint32 // goroutine it is about
	by    uint32 // goroutine in whose context it happened; of a range its goroutine or P+1; of a P a handoff
	m     uint32 // thread it happened on
	stack uint32 // of the event; of an event with more to say its place in page.more
	// text is the reason (opGo), the name of a range or metric; of a task, region or log
	// it is a label, its name or category. A creation has no reason, but the stack it starts with.
	text uint32
	p    int16 // P in whose context it happened, or that it is about (opProc)
	op   op
	// states are from<<4|to: a State's (opGo), a P's (opProc), or a range's scope.
	states uint8
}

func (e *event) from() uint8 { return e.states >> 4 }
func (e *event) to() uint8   { return e.states & 15 }

// more is what rare events say beyond an event's fields.
type more struct {
	id, parent uint64 // of a task, or the task of a region or log
	value      uint64 // of a metric
	message    string // of a log; it is no text, for each may be another
}

// page is a run of events of one generation with the names they use first. Names
// are numbered from 1 through a generation, in the order of its pages.
type page struct {
	events []event
	more   []more
	names
	extra int   // bytes of more and names
	read  int   // bytes of the generation that have been read by its end; 0 if that is not known
	end   bool  // the last page of its generation
	err   error // on the last page: why the generation ends there, nil if all is well
}

// names are what events refer to by number.
type names struct {
	gs      []GoID // more than once what has ended and come again
	threads []ThreadID
	texts   []string
	labels  []string // texts that are the program's own
	frames  []Frame
	stacks  [][]uint32 // numbers of frames, the leaf first
}

const (
	// maxPageEvents is for how many events a page has room.
	maxPageEvents = 2048
	eventBytes    = 32
	// pageExtra is how many bytes of names a page has when it is handed on.
	pageExtra = 128 << 10
	pageBytes = 512 // of a page without any
)

// pagePool holds the events of pages that were taken by the machine.
var pagePool = sync.Pool{New: func() any { return new([maxPageEvents]event) }}

// morePool holds what such pages had to say more.
var morePool = sync.Pool{New: func() any { return new([]more) }}

func newEvents() []event { return pagePool.Get().(*[maxPageEvents]event)[:0] }

// bytes is about how much memory a page takes.
func (p *page) bytes() int { return pageBytes + cap(p.events)*eventBytes + p.extra }

// trim gives memory back that the page has and does not need.
func (p *page) trim() {
	if len(p.events) < cap(p.events)/2 {
		events := slices.Clone(p.events)
		p.recycleEvents()
		p.events = events
	}
}

// recycle gives a page's memory back; its names may be kept.
func (p *page) recycle() {
	p.recycleEvents()
	if p.more != nil {
		clear(p.more) // of messages
		rest := p.more[:0]
		morePool.Put(&rest)
		p.more = nil
	}
}

func (p *page) recycleEvents() {
	if cap(p.events) == maxPageEvents {
		pagePool.Put((*[maxPageEvents]event)(p.events[:maxPageEvents]))
	}
	p.events = nil
}
