package traceview

import (
	"encoding/binary"
	"hash/maphash"
	"net/url"
	"slices"
	"strings"

	"schedviz/traceview/classify"
)

// symbolName is a function's name as it is written in Go. The linker has escapes for
// dots and other characters in the last element of an import path: it calls a function
// of gopkg.in/yaml.v3 "gopkg.in/yaml%2ev3.Unmarshal".
func symbolName(linked string) string {
	if !strings.Contains(linked, "%") {
		return linked
	}
	name, err := url.PathUnescape(linked)
	if err != nil {
		return linked
	}
	return name
}

// symbols number the strings and stacks of a trace, each distinct one once.
// Number 0 is the empty one. What was numbered keeps its number for good, so a
// checkpoint needs no copy.
//
// There is room for so many of each. What comes later is numbered as what it has in
// common with others: a label as the pattern it follows, a stack by its root and by
// how it ends, anything else as [others].
type symbols struct {
	texts  []string
	byText map[string]int32

	frames  []Frame
	byFrame map[Frame]int32

	stacks  []Stack
	starts  []int32              // by stack: the text of the function it says its goroutine was started for
	sure    []classify.Certainty // by stack: of that
	leaves  []classify.Stopped   // by stack
	hashes  []uint64             // by stack
	next    []int32              // by stack: the one with the same hash before it, -1
	byStack map[uint64]int32     // by hash: the last
	seed    maphash.Seed
	scratch []byte

	rooms
}

// rooms is what is left of the room for symbols.
type rooms struct {
	texts, labels, patterns, frames, stacks, standIns room
}

// room is how many there may be of something, and how many bytes they may have.
type room struct {
	n, bytes int
	full     bool
}

// take takes the room for one more, if there is enough.
func (r *room) take(bytes int) bool {
	if r.n < 1 || r.bytes < bytes {
		r.full = true
		return false
	}
	r.n--
	r.bytes -= bytes
	return true
}

// These report whether something was numbered as what it has in common with others.
func (s *symbols) textsFull() bool  { return s.rooms.texts.full }
func (s *symbols) labelsFull() bool { return s.patterns.full }
func (s *symbols) stacksFull() bool { return s.rooms.frames.full || s.rooms.stacks.full }

// keptSymbols is the room there is.
var keptSymbols = rooms{
	texts:    room{n: 1 << 15, bytes: 8 << 20},
	labels:   room{n: 1 << 15, bytes: 8 << 20},
	patterns: room{n: 1 << 13, bytes: 2 << 20},
	frames:   room{n: 1 << 18, bytes: 16 << 20},
	stacks:   room{n: 1 << 17, bytes: frameBytes << 20},
	standIns: room{n: 1 << 13, bytes: frameBytes << 15},
}

const frameBytes = 48

// others stands for all that there is no room for.
const others = "(others)"

// Numbers of texts that are asked for at every turn.
const (
	textNone = iota
	textPreempted
	textGosched
	textGap
	textOthers
)

// Numbers of stacks, likewise.
const (
	stackNone = iota
	stackOthers
)

// frameNone is a frame for which there was no room.
const frameNone = -1

func newSymbols(room rooms) symbols {
	s := symbols{
		byText: make(map[string]int32), byFrame: make(map[Frame]int32), byStack: make(map[uint64]int32),
		seed: maphash.MakeSeed(), rooms: room,
	}
	for _, t := range []string{
		textNone: "", textPreempted: classify.ReasonPreempted, textGosched: classify.ReasonGosched, textGap: rangeGap, textOthers: others,
	} {
		s.addText(t)
	}
	for _, st := range []Stack{stackNone: nil, stackOthers: {{Func: others}}} {
		s.addStack(maphash.Comparable(s.seed, len(s.stacks)), st)
	}
	return s
}

// text numbers what the runtime named.
func (s *symbols) text(t string) int32 {
	if i, ok := s.byText[t]; ok {
		return i
	}
	if !s.rooms.texts.take(len(t)) {
		return textOthers
	}
	return s.addText(t)
}

// label numbers what the program named, of which there may be any number.
func (s *symbols) label(t string) int32 {
	if i, ok := s.byText[t]; ok {
		return i
	}
	if s.labels.take(len(t)) {
		return s.addText(t)
	}
	t = pattern(t)
	if i, ok := s.byText[t]; ok {
		return i
	}
	if !s.patterns.take(len(t)) {
		return textOthers
	}
	return s.addText(t)
}

func (s *symbols) addText(t string) int32 {
	i := int32(len(s.texts))
	s.byText[t] = i
	s.texts = append(s.texts, t)
	return i
}

// frame numbers f, from 0 on.
func (s *symbols) frame(f *Frame) int32 {
	i, ok := s.byFrame[*f]
	switch {
	case ok:
	case !s.rooms.frames.take(len(f.Func) + len(f.File)):
		return frameNone
	default:
		i = int32(len(s.frames))
		s.byFrame[*f] = i
		s.frames = append(s.frames, *f)
	}
	return i
}

// stack numbers a stack of frames whose numbers here are in known. Stacks of different
// generations are the same if their frames are.
func (s *symbols) stack(st []uint32, known []int32) int32 {
	if len(st) == 0 {
		return 0
	}
	b := s.scratch[:0]
	whole := true
	for _, n := range st {
		f := known[n-1]
		whole = whole && f != frameNone
		b = binary.LittleEndian.AppendUint32(b, uint32(f))
	}
	s.scratch = b
	h := maphash.Bytes(s.seed, b)
	if i, ok := s.hasStack(h, st, known); ok {
		return i
	}
	if !whole || !s.rooms.stacks.take(frameBytes*len(st)) {
		return s.standIn(st, known)
	}
	frames := make(Stack, len(st))
	for i, n := range st {
		frames[i] = s.frames[known[n-1]]
	}
	return s.addStack(h, frames)
}

// hasStack looks for a stack among those with its hash.
func (s *symbols) hasStack(hash uint64, st []uint32, known []int32) (i int32, ok bool) {
	for i := s.newest(hash); i >= 0; i = s.next[i] {
		same := func(f Frame, n uint32) bool { return known[n-1] != frameNone && f == s.frames[known[n-1]] }
		if slices.EqualFunc(s.stacks[i], st, same) {
			return i, true
		}
	}
	return 0, false
}

// standIn numbers what stands for a stack for which there is no room: one with the same
// root, of which the same is known about how it ends.
func (s *symbols) standIn(st []uint32, known []int32) int32 {
	leaf, root := Frame{Func: others}, Frame{Func: others}
	if f := known[st[0]-1]; f != frameNone && leafOf(s.frames[f:f+1]) != classify.StoppedItself {
		leaf = Frame{PC: s.frames[f].PC, Func: s.frames[f].Func}
	}
	if f := known[st[len(st)-1]-1]; f != frameNone {
		root = Frame{Func: s.frames[f].Func}
	}
	hash := maphash.Comparable(s.seed, [2]Frame{leaf, root})
	stand := Stack{leaf, {Func: others}, root}
	for i := s.newest(hash); i >= 0; i = s.next[i] {
		if slices.Equal(s.stacks[i], stand) {
			return i
		}
	}
	if !s.standIns.take(frameBytes * len(stand)) {
		return stackOthers
	}
	return s.addStack(hash, stand)
}

func (s *symbols) addStack(hash uint64, st Stack) int32 {
	i := int32(len(s.stacks))
	s.next = append(s.next, s.newest(hash))
	s.byStack[hash] = i
	s.hashes = append(s.hashes, hash)
	s.stacks = append(s.stacks, st)
	fn, sure := classify.StartFunc(len(st), st.Func)
	if fn == others {
		fn, sure = st.Root(), classify.Unknown
	}
	s.starts = append(s.starts, s.text(fn))
	s.sure = append(s.sure, sure)
	s.leaves = append(s.leaves, leafOf(st))
	return i
}

// newest returns the last stack with that hash, -1 if there is none.
func (s *symbols) newest(hash uint64) int32 {
	if i, ok := s.byStack[hash]; ok {
		return i
	}
	return -1
}

// final returns the symbols for machines that share them, as they meet no new ones.
func (s *symbols) final() symbols {
	f := *s
	f.scratch = nil
	return f
}

// save returns the symbols without their indexes. The slices only ever grow, so
// they can be shared.
func (s *symbols) save() symbols {
	return symbols{
		texts: slices.Clip(s.texts), frames: slices.Clip(s.frames), stacks: slices.Clip(s.stacks),
		starts: slices.Clip(s.starts), sure: slices.Clip(s.sure), leaves: slices.Clip(s.leaves), hashes: slices.Clip(s.hashes), next: slices.Clip(s.next), seed: s.seed, rooms: s.rooms,
	}
}

// restore returns symbols with the same numbers that can grow on their own.
func (s *symbols) restore() symbols {
	r := s.save()
	r.byText, r.byFrame, r.byStack = make(map[string]int32), make(map[Frame]int32), make(map[uint64]int32)
	for i, t := range s.texts {
		r.byText[t] = int32(i)
	}
	for i, f := range s.frames {
		r.byFrame[f] = int32(i)
	}
	for i, h := range s.hashes {
		r.byStack[h] = int32(i)
	}
	return r
}
