package wire

import (
	"cmp"
	"slices"
)

// tables holds what a generation's events refer to by number. The runtime numbers strings and
// stacks from 1, so the numbers are used as slice indices.
type tables struct {
	data      []byte // of the generation
	maxNumber uint64 // upper bound of the number of any string or stack

	strings []uint32          // by number: the offset of its length in data; 0 is none
	texts   map[uint64]string // by number, those of frames that were looked up
	stacks  []uint32          // by number: the offset of its number of frames in data; 0 is none
	pcs     pcs

	samples []sample // by time, once everything is read
	sampled int      // how many have been returned

	nsPerUnit float64 // 0 if the generation does not give it
	clock     bool    // the generation has a clock snapshot
}

// frame is what the generation says about a program counter where it first occurs.
type frame struct{ fn, file, line uint64 }

// sample is a CPU sample.
type sample struct {
	time  int64 // ns; in the generation's units until everything is read
	stack uint64
}

// Frame is a frame of a stack.
type Frame struct {
	PC         uint64
	Func, File string
	Line       uint64
}

func (t *tables) reset(data []byte) {
	t.data = data
	t.maxNumber, t.sampled = 0, 0
	t.strings, t.stacks, t.samples = t.strings[:0], t.stacks[:0], t.samples[:0]
	t.pcs.reset()
	if t.texts == nil {
		t.texts = make(map[uint64]string)
	}
	clear(t.texts)
	t.nsPerUnit, t.clock = 0, false
}

// addBatches reads the batches of strings and stacks. Each entry takes at least three bytes, and
// the runtime numbers them consecutively, so a higher number is an error, or an attempt to make the
// tables grow.
func (t *tables) addBatches(batches []input) error {
	for _, in := range batches {
		t.maxNumber += uint64(in.len()) / 3
	}
	for _, in := range batches {
		add := t.addStrings
		if Type(in.byte()) == Stacks {
			add = t.addStacks
		}
		if err := add(in); err != nil {
			return err
		}
	}
	return nil
}

// addStrings reads a batch of strings.
func (t *tables) addStrings(in input) error {
	for in.more() {
		if in.byte() != byte(StringEntry) {
			return Unsupported("a batch of strings contains something else")
		}
		id := in.uvarint()
		at := in.off
		n := in.uvarint()
		if in.bad || id == 0 || id > t.maxNumber || n > maxStringSize || n > uint64(in.len()) {
			return Unsupported("a string is malformed")
		}
		grow(&t.strings, id)
		if t.strings[id] != 0 {
			return Unsupported("two strings have the same number")
		}
		t.strings[id] = uint32(at)
		in.off += int(n)
	}
	return nil
}

// addStacks reads a batch of stacks.
func (t *tables) addStacks(in input) error {
	for in.more() {
		if in.byte() != byte(StackEntry) {
			return Unsupported("a batch of stacks contains something else")
		}
		id := in.uvarint()
		at := in.off
		n := in.uvarint()
		if in.bad || id == 0 || id > t.maxNumber || n > maxFrames {
			return Unsupported("a stack is malformed")
		}
		for range n {
			if pc := in.uvarint(); !in.bad {
				t.pcs.add(pc, uint32(in.off))
			}
			in.skip(3)
		}
		if in.bad {
			return Unsupported("a stack is cut off")
		}
		if err := limit(len(t.pcs.all), maxPCs, "program counters"); err != nil {
			return err
		}
		grow(&t.stacks, id)
		if t.stacks[id] != 0 {
			return Unsupported("two stacks have the same number")
		}
		t.stacks[id] = uint32(at)
	}
	return nil
}

// addSamples reads a batch of CPU samples.
func (t *tables) addSamples(in input) error {
	for in.more() {
		if in.byte() != byte(CPUSample) {
			return Unsupported("a batch of CPU samples contains something else")
		}
		s := sample{time: int64(in.uvarint())}
		in.skip(3) // M, P and G
		s.stack = in.uvarint()
		if in.bad {
			return Unsupported("a CPU sample is cut off")
		}
		if err := limit(len(t.samples), maxSamples-1, "CPU samples"); err != nil {
			return err
		}
		t.samples = append(t.samples, s)
	}
	return nil
}

// addSync reads the batch that gives the length of a time unit and, since Go 1.25, a snapshot of
// the clocks.
func (t *tables) addSync(in input) error {
	for in.more() {
		switch Type(in.byte()) {
		case Frequency:
			perSecond := in.uvarint()
			if t.nsPerUnit != 0 || in.bad || perSecond == 0 {
				return Unsupported("a generation's frequency is malformed")
			}
			t.nsPerUnit = 1.0 / (float64(perSecond) / 1e9)
		case ClockSnapshot:
			in.skip(4) // time, monotonic, seconds, nanoseconds
			if t.clock || in.bad {
				return Unsupported("a snapshot of the clocks is malformed")
			}
			t.clock = true
		default:
			return Unsupported("a batch about clocks contains something else")
		}
	}
	return nil
}

// finish checks what can be checked only once all batches are read, and sorts the samples.
func (t *tables) finish(v Version) error {
	if t.nsPerUnit == 0 || (v >= 25) != t.clock {
		return Unsupported("a generation does not give its clock")
	}
	for i := range t.pcs.all {
		f := t.frameAt(t.pcs.all[i].off)
		if !t.hasString(f.fn) || !t.hasString(f.file) {
			return Unsupported("a stack refers to a string that is missing")
		}
	}
	for i := range t.samples {
		s := &t.samples[i]
		if s.time = t.ns(uint64(s.time)); !inRange(s.time) {
			return FarTime
		}
	}
	slices.SortFunc(t.samples, func(a, b sample) int { return cmp.Compare(a.time, b.time) })
	return nil
}

// ns converts the generation's units of time to nanoseconds.
func (t *tables) ns(units uint64) int64 { return int64(float64(units) * t.nsPerUnit) }

// inRange reports whether a clock can show the time. A time that overflowed is negative or very
// late.
func inRange(ns int64) bool { return uint64(ns) <= maxTime }

func (t *tables) hasString(id uint64) bool {
	return id == 0 || id < uint64(len(t.strings)) && t.strings[id] != 0
}

func (t *tables) hasStack(id uint64) bool {
	return id == 0 || id < uint64(len(t.stacks)) && t.stacks[id] != 0
}

// Text returns a string by its number in an event's arguments.
func (t *tables) Text(id uint64) string {
	if id == 0 {
		return ""
	}
	in := input{data: t.data, off: int(t.strings[id])}
	n := int(in.uvarint())
	return string(t.data[in.off : in.off+n])
}

// sharedText returns a string that many frames share.
func (t *tables) sharedText(id uint64) string {
	s, ok := t.texts[id]
	if !ok {
		s = t.Text(id)
		t.texts[id] = s
	}
	return s
}

// AppendFrames appends the numbers of the frames of a stack, from the leaf; id is the stack's
// number in an event's arguments. Frames are numbered from 0.
func (t *tables) AppendFrames(frames []uint32, id uint64) []uint32 {
	if id == 0 {
		return frames
	}
	in := input{data: t.data, off: int(t.stacks[id])}
	n := in.uvarint()
	frames = slices.Grow(frames, int(n))
	for range n {
		// The rest is ignored: what counts is the PC's first frame.
		frames = append(frames, t.pcs.find(in.uvarint()))
		in.skip(3)
	}
	return frames
}

// Frame returns a frame by its number.
func (t *tables) Frame(number uint32) Frame {
	pc := t.pcs.all[number]
	f := t.frameAt(pc.off)
	return Frame{PC: pc.pc, Func: t.sharedText(f.fn), File: t.sharedText(f.file), Line: f.line}
}

// frameAt reads the frame data that follow a program counter.
func (t *tables) frameAt(off uint32) frame {
	in := input{data: t.data, off: int(off)}
	return frame{in.uvarint(), in.uvarint(), in.uvarint()}
}

// grow makes s long enough for index i; new elements are zero.
func grow[E any](s *[]E, i uint64) {
	for uint64(len(*s)) <= i {
		*s = append(*s, *new(E))
	}
}
