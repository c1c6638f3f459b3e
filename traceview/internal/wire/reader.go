package wire

import (
	"io"
	"math"
)

// Reader reads one generation at a time. It reuses most of its memory for the next one.
type Reader struct {
	tables
	version Version

	cursors  []cursor
	frontier frontier
	batches  int
	left     int // bytes of events not reached by a cursor

	threads  []thread
	byThread map[uint64]int32 // index into threads
	gs       goroutines
	procs    []proc
	tasks    map[uint64]task
	regions  map[uint32][]region // by the goroutine's slot, outermost first
	stops    map[uint32]uint64   // by the goroutine's slot: why it stopped the world, a string

	openRegions int
	gcSeq       uint64
	gcKnown     bool // marking has been mentioned in the generation
	marking     bool

	out       Event
	pending   []Event // events that follow out before any other; the first delivered of them have been returned
	delivered int
	last      int64 // time of the event returned last
	begin     int64
}

// Event is an event in its order. Goroutines are numbered from 1 within a generation, in the order
// in which they are mentioned; 0 is none. If a goroutine has ended and its id comes again, that is
// another goroutine.
//
// A switch between goroutines is three events: a GoSwitch or GoSwitchDestroy that unblocks one, a
// GoBlock or GoDestroy of the other, and a GoStart. On a thread that has a P, a GoDestroySyscall
// follows a ProcSteal.
type Event struct {
	Time   int64 // ns, later than the previous event's
	Type   Type
	Was    uint8  // for GoStatus, ProcStatus and ProcSteal: the previous status, 0 if unknown
	Thread int32  // an index, see [Reader.ThreadID]; -1 for a CPU sample
	P      int32  // the thread's P, -1 if none
	G      uint32 // the goroutine that the thread runs, or that is in a system call on it
	About  uint32 // the goroutine that the event is about, or else G
	// Args are the arguments of the type; the others are meaningless. Some that the event leaves out
	// are filled in: the first of STWEnd is why the world was stopped, the third and fourth of
	// UserTaskEnd are the task's parent and name. A parent of 0 becomes NoTask.
	Args [4]uint64
}

// Stack returns the number of the event's stack, 0 if it has none.
func (e *Event) Stack() uint64 {
	if i := shapes[e.Type].stack; i != 0 {
		return e.Args[i-1]
	}
	return 0
}

// Unsupported is why a Reader cannot read a generation.
type Unsupported string

func (d Unsupported) Error() string { return "reading a generation: " + string(d) }

// FarTime is the [Unsupported] of a generation with times that no clock shows.
// golang.org/x/exp/trace would compute with overflowed times.
const FarTime = Unsupported("a time is out of range")

const (
	maxTime  = 1 << 62    // ns, 146 years: no clock shows more
	noThread = ^uint64(0) // stands for events that the runtime writes outside of any thread
	maxID    = 1<<63 - 1  // of a thread or goroutine
)

// Start prepares r for reading a generation: data holds all of its batches, and its end mark if it
// has one. Until the next Start, data belongs to the reader.
//
// An error of Start or Next is an [Unsupported] if the generation is not known to be sound;
// golang.org/x/exp/trace may still be able to read it, or to say what is wrong. Otherwise it is a
// [TooMuch].
func (r *Reader) Start(data []byte, v Version) error {
	if !v.known() {
		return Unsupported("its version is unknown")
	}
	if len(data) > math.MaxUint32 {
		return Unsupported("it is larger than 4 GB")
	}
	r.version = v
	r.reset(data)
	begin, err := r.takeBatches()
	if err != nil {
		return err
	}
	if err := r.finish(v); err != nil {
		return err
	}
	for i := range r.cursors {
		c := &r.cursors[i]
		n, err := c.advance(&r.tables)
		if err != nil {
			return err
		}
		if n > 0 {
			r.frontier.push(c)
		}
		r.left -= n
	}
	r.last = 0
	at := r.ns(begin)
	if !inRange(at) {
		return FarTime
	}
	r.begin = r.later(at)
	return nil
}

func (r *Reader) reset(data []byte) {
	r.tables.reset(data)
	r.cursors, r.frontier, r.batches, r.left = r.cursors[:0], r.frontier[:0], 0, 0
	r.threads, r.procs, r.pending, r.delivered = r.threads[:0], r.procs[:0], r.pending[:0], 0
	r.gs.reset()
	if r.byThread == nil {
		r.byThread, r.tasks = make(map[uint64]int32), make(map[uint64]task)
		r.regions, r.stops = make(map[uint32][]region), make(map[uint32]uint64)
	}
	clear(r.byThread)
	clear(r.tasks)
	clear(r.regions)
	clear(r.stops)
	r.openRegions, r.gcSeq, r.gcKnown, r.marking = 0, 0, false, false
}

// takeBatches sorts the generation's batches: tables are read, and each thread's events get a
// cursor. begin is the beginning of the generation, in its own units.
func (r *Reader) takeBatches() (begin uint64, err error) {
	var gen uint64
	var named []input // strings and stacks
	for off := 0; off < len(r.data); {
		h, n, err := parseHeader(r.data[off:])
		if err != nil {
			return 0, Unsupported(err.Error())
		}
		off += n
		if h.typ == EndOfGeneration {
			if !r.version.MarksEnd() || off < len(r.data) || gen == 0 {
				return 0, Unsupported("its end mark is not at its end")
			}
			break
		}
		if h.gen == 0 || gen != 0 && h.gen != gen || h.size > len(r.data)-off ||
			h.typ == ExperimentalBatch && h.experiment == 0 {
			return 0, Unsupported("a batch is malformed, or of another generation")
		}
		if begin == 0 || h.time < begin {
			begin = h.time
		}
		gen = h.gen
		body := input{data: r.data[:off+h.size], off: off}
		off += h.size
		switch {
		case h.typ == ExperimentalBatch:
		case isNamed(body):
			named = append(named, body)
		default:
			if err := r.takeBatch(h, body); err != nil {
				return 0, err
			}
		}
	}
	return begin, r.addBatches(named)
}

// isNamed reports whether a batch contains strings or stacks.
func isNamed(body input) bool {
	first := Type(body.byte())
	return first == Strings || first == Stacks
}

func (r *Reader) takeBatch(h header, body input) error {
	if body.more() {
		switch first := Type(body.data[body.off]); {
		case first == CPUSamples:
			body.off++
			return r.addSamples(body)
		case first == SyncBatch && r.version >= 25:
			body.off++
			return r.addSync(body)
		case first == Frequency && r.version < 25:
			return r.addSync(body)
		case first == EndOfGeneration:
			return Unsupported("its end mark is in a batch")
		}
	}
	if h.thread > maxID && h.thread != noThread {
		return Unsupported("a thread's id is out of range")
	}
	i, ok := r.byThread[h.thread]
	if !ok {
		if err := limit(len(r.threads), maxThreads-1, "threads"); err != nil {
			return err
		}
		i = r.addThread(h.thread)
		r.cursors = append(r.cursors, cursor{thread: i})
	}
	r.batches++
	if err := limit(r.batches, maxBatches, "batches of events"); err != nil {
		return err
	}
	c := &r.cursors[i]
	c.batches = append(c.batches, batch{h.time, body.data[body.off:]})
	r.left += body.len()
	return nil
}

func (r *Reader) addThread(id uint64) int32 {
	i := int32(len(r.threads))
	r.threads = append(r.threads, thread{id: id, p: -1})
	r.byThread[id] = i
	return i
}

// Begin returns the beginning of the generation, in nanoseconds.
func (r *Reader) Begin() int64 { return r.begin }

// Left returns the number of bytes of events not read yet.
func (r *Reader) Left() int { return r.left }

// ThreadID returns the operating system's id of an event's thread, -1 if it has none.
func (r *Reader) ThreadID(thread int32) int64 { return int64(r.threads[thread].id) }

// LastGoID returns the id of the goroutine with the highest number so far.
func (r *Reader) LastGoID() uint64 { return r.gs.last }

// Next returns the next event, which is valid until the next call, or io.EOF at the end.
func (r *Reader) Next() (*Event, error) {
	if r.delivered < len(r.pending) {
		r.out = r.pending[r.delivered]
		r.delivered++
		return r.emit()
	}
	r.pending, r.delivered = r.pending[:0], 0
	if r.sampled < len(r.samples) && (len(r.frontier) == 0 || r.samples[r.sampled].time < r.frontier[0].time) {
		s := r.samples[r.sampled]
		r.sampled++
		r.out = Event{Time: s.time, Type: CPUSample, Thread: -1, P: -1, Args: [4]uint64{s.stack}}
		return r.emit()
	}
	if len(r.frontier) == 0 {
		return nil, io.EOF
	}
	i, err := r.pick()
	if err != nil {
		return nil, err
	}
	r.out.Time = r.frontier[i].time
	for j := range r.pending {
		r.pending[j].Time = r.out.Time
	}
	if err := r.advance(i); err != nil {
		return nil, err
	}
	return r.emit()
}

// pick returns the index in the frontier of the cursor with the next event: the earliest one that
// can be.
func (r *Reader) pick() (int, error) {
	for i := range r.frontier {
		if i == 1 { // the first one nearly always passes
			r.frontier.sort()
		}
		switch r.try(r.frontier[i].cursor) {
		case pass:
			return i, nil
		case tooMuch:
			return 0, TooMuch("goroutines, tasks or regions")
		case unsupported:
			return 0, Unsupported("an event does not fit")
		}
	}
	return 0, Unsupported("no event can come next")
}

// advance advances the cursor at index i of the frontier, whose event is the next one.
func (r *Reader) advance(i int) error {
	n, err := r.frontier[i].cursor.advance(&r.tables)
	if err != nil {
		return err
	}
	if n > 0 {
		r.frontier.fix(i)
	} else {
		r.frontier.remove(i)
	}
	r.left -= n
	return nil
}

// emit returns r.out as the next event.
func (r *Reader) emit() (*Event, error) {
	if sh := &shapes[r.out.Type]; sh.refers && !r.resolves(sh) {
		return nil, Unsupported("a stack or string of an event is missing")
	}
	r.out.Time = r.later(r.out.Time)
	return &r.out, nil
}

// resolves reports whether the stacks and strings that r.out refers to exist.
func (r *Reader) resolves(sh *shape) bool {
	args := &r.out.Args
	return (sh.stack == 0 || r.hasStack(args[sh.stack-1])) &&
		(sh.stack2 == 0 || r.hasStack(args[sh.stack2-1])) &&
		(sh.text == 0 || r.hasString(args[sh.text-1])) &&
		(sh.text2 == 0 || r.hasString(args[sh.text2-1]))
}

// later returns t, but at least the nanosecond after the last event.
func (r *Reader) later(t int64) int64 {
	if t <= r.last {
		t = r.last + 1
	}
	r.last = t
	return t
}
