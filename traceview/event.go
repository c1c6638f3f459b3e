package traceview

import "encoding/binary"

// op says what an event is.
type op uint8

const (
	opOther      op = iota // counts, and moves time; nothing else is taken from it
	opSync                 // the beginning of a generation; not counted
	opGo                   // a goroutine's state changes: from, to, g, by, text (reason), stack, start
	opProc                 // a P's state changes: from, to, target (the P)
	opRangeBegin           // text (name), scope, target
	opRangeActive
	opRangeEnd
	opMetric      // text (name), value
	opTaskBegin   // id, parent, text (type)
	opTaskEnd     // id
	opRegionBegin // id (task), text (type)
	opRegionEnd
	opLog // id (task), text (category), text2 (message)
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

// event is one event of a trace as the state machine takes it. The goroutine,
// thread, text and stack fields are indices into the names of its page.
type event struct {
	op       op
	from, to uint8 // State of a G (opGo), proc state (opProc)
	scope    uint8
	time     Time   // as read from its generation alone; see machine.clock
	m        uint32 // thread the event happened on, +1; 0 is none
	p        ProcID // P in whose context it happened
	g        uint32 // goroutine it is about, +1; 0 is none
	by       uint32 // opGo: goroutine in whose context it happened, +1
	target   int64  // opProc: the P; ranges: g index +1, or the P
	text     uint32
	text2    uint32
	stack    uint32 // opGo: of the event
	start    uint32 // opGo, creation: the new goroutine's start stack
	id       uint64
	parent   uint64
	value    uint64
}

// page is a run of events of one generation, encoded, together with the names
// it uses first. Names are numbered through a generation in the order of pages.
// A generation of 3.5 million events takes about 30 MB this way, so that one can
// be decoded ahead of the state machine without keeping x/exp/trace's events.
type page struct {
	data []byte
	names
	err error // why the generation ends here, nil while all is well
	end bool  // the last page of its generation
}

// names are what events refer to by index. Index 0 of texts and stacks is empty;
// goroutines and threads are referred to by index+1.
type names struct {
	gs      []GoID
	threads []ThreadID
	texts   []string
	stacks  []Stack
}

// encoder appends events to a page's data. Times are stored as differences.
type encoder struct {
	data []byte
	last Time
}

func (e *encoder) put(ev *event) {
	b := append(e.data, byte(ev.op))
	b = binary.AppendUvarint(b, uint64(ev.time-e.last))
	e.last = ev.time
	switch ev.op {
	case opOther, opSync:
	case opGo:
		b = append(b, ev.from<<4|ev.to)
		b = appendWords(b, ev.m, uint32(ev.p+1), ev.g, ev.by, ev.text, ev.stack)
		if State(ev.from) == StateDead {
			b = appendWords(b, ev.start)
		}
	case opProc:
		b = append(b, ev.from<<4|ev.to)
		b = appendWords(b, ev.m, uint32(ev.p+1))
		b = binary.AppendUvarint(b, uint64(ev.target))
	case opRangeBegin, opRangeActive, opRangeEnd:
		b = append(b, ev.scope)
		b = appendWords(b, uint32(ev.p+1), ev.g, ev.text)
		b = binary.AppendUvarint(b, uint64(ev.target))
	case opMetric:
		b = appendWords(b, ev.text)
		b = binary.AppendUvarint(b, ev.value)
	case opTaskBegin, opTaskEnd:
		b = binary.AppendUvarint(b, ev.id)
		b = binary.AppendUvarint(b, ev.parent)
		b = appendWords(b, ev.text)
	case opRegionBegin, opRegionEnd, opLog:
		b = binary.AppendUvarint(b, ev.id)
		b = appendWords(b, ev.g, ev.text, ev.text2)
	}
	e.data = b
}

func appendWords(b []byte, words ...uint32) []byte {
	for _, w := range words {
		if w < 0x80 {
			b = append(b, byte(w))
		} else {
			b = binary.AppendUvarint(b, uint64(w))
		}
	}
	return b
}

// decoder reads events back. Its data come from an encoder, so they are well formed.
type decoder struct {
	data []byte
	last Time
}

func (d *decoder) more() bool { return len(d.data) > 0 }

func (d *decoder) get(ev *event) {
	ev.op = op(d.byte())
	ev.time = d.last + Time(d.uvarint())
	d.last = ev.time
	switch ev.op {
	case opOther, opSync:
	case opGo:
		d.fromTo(ev)
		ev.m, ev.p = d.word(), ProcID(d.word())-1
		ev.g, ev.by = d.word(), d.word()
		ev.text, ev.stack = d.word(), d.word()
		if State(ev.from) == StateDead {
			ev.start = d.word()
		}
	case opProc:
		d.fromTo(ev)
		ev.m, ev.p = d.word(), ProcID(d.word())-1
		ev.target = int64(d.uvarint())
	case opRangeBegin, opRangeActive, opRangeEnd:
		ev.scope = d.byte()
		ev.p, ev.g, ev.text = ProcID(d.word())-1, d.word(), d.word()
		ev.target = int64(d.uvarint())
	case opMetric:
		ev.text, ev.value = d.word(), d.uvarint()
	case opTaskBegin, opTaskEnd:
		ev.id, ev.parent, ev.text = d.uvarint(), d.uvarint(), d.word()
	case opRegionBegin, opRegionEnd, opLog:
		ev.id, ev.g, ev.text, ev.text2 = d.uvarint(), d.word(), d.word(), d.word()
	}
}

func (d *decoder) fromTo(ev *event) {
	b := d.byte()
	ev.from, ev.to = b>>4, b&15
}

func (d *decoder) byte() byte {
	b := d.data[0]
	d.data = d.data[1:]
	return b
}

func (d *decoder) word() uint32 { return uint32(d.uvarint()) }

func (d *decoder) uvarint() uint64 {
	if b := d.data[0]; b < 0x80 {
		d.data = d.data[1:]
		return uint64(b)
	}
	v, n := binary.Uvarint(d.data)
	d.data = d.data[n:]
	return v
}
