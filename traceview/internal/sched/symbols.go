package sched

import (
	"encoding/binary"
	"hash/maphash"
	"slices"

	"schedviz/traceview"
	"schedviz/traceview/classify"
)

// Symbols number the strings and stacks of a trace, each distinct one once.
// Number 0 is the empty one. What was numbered keeps its number for good, so a
// checkpoint needs no copy.
//
// There is room for so many of each. What comes later is numbered as what it has in
// common with others: a label as the pattern it follows, a stack by its root and by
// how it ends, anything else as [Others].
type Symbols struct {
	Texts  []string
	byText map[string]int32

	frames  []traceview.Frame
	byFrame map[traceview.Frame]int32

	Stacks  []traceview.Stack
	starts  []int32              // by stack: the text of the function it says its goroutine was started for
	sure    []classify.Certainty // by stack: of that
	leaves  []classify.Stopped   // by stack
	hashes  []uint64             // by stack
	next    []int32              // by stack: the one with the same hash before it, -1
	byStack map[uint64]int32     // by hash: the last
	seed    maphash.Seed
	scratch []byte

	budgets
}

// budgets is what is left of the room for symbols.
type budgets struct {
	texts, labels, patterns, frames, stacks, substitutes budget
}

// budget is how many there may be of something, and how many bytes they may have.
type budget struct {
	n, bytes int
	full     bool
}

// take takes the room for one more, if there is enough.
func (r *budget) take(bytes int) bool {
	if r.n < 1 || r.bytes < bytes {
		r.full = true
		return false
	}
	r.n--
	r.bytes -= bytes
	return true
}

// TextsFull, LabelsFull and StacksFull report whether some were numbered as what they have
// in common with others, as there was no room.
func (s *Symbols) TextsFull() bool  { return s.budgets.texts.full }
func (s *Symbols) LabelsFull() bool { return s.patterns.full }
func (s *Symbols) StacksFull() bool { return s.budgets.frames.full || s.budgets.stacks.full }

// symbolBudgets is the room there is.
var symbolBudgets = budgets{
	texts:       budget{n: 1 << 15, bytes: 8 << 20},
	labels:      budget{n: 1 << 15, bytes: 8 << 20},
	patterns:    budget{n: 1 << 13, bytes: 2 << 20},
	frames:      budget{n: 1 << 18, bytes: 16 << 20},
	stacks:      budget{n: 1 << 17, bytes: frameBytes << 20},
	substitutes: budget{n: 1 << 13, bytes: frameBytes << 15},
}

const frameBytes = 48

// Others stands for all that there is no room for.
const Others = "(others)"

// Numbers of texts that are asked for at every turn.
const (
	TextNone = iota
	TextPreempted
	TextGosched
	TextGap
	TextOthers
)

// Numbers of stacks, likewise.
const (
	StackNone = iota
	StackOthers
)

// frameNone is a frame for which there was no room.
const frameNone = -1

func newSymbols(room budgets) Symbols {
	s := Symbols{
		byText: make(map[string]int32), byFrame: make(map[traceview.Frame]int32), byStack: make(map[uint64]int32),
		seed: maphash.MakeSeed(), budgets: room,
	}
	for _, t := range []string{
		TextNone: "", TextPreempted: classify.ReasonPreempted, TextGosched: classify.ReasonGosched, TextGap: traceview.RangeGap, TextOthers: Others,
	} {
		s.addText(t)
	}
	for _, st := range []traceview.Stack{StackNone: nil, StackOthers: {{Func: Others}}} {
		s.addStack(maphash.Comparable(s.seed, len(s.Stacks)), st)
	}
	return s
}

// text numbers what the runtime named.
func (s *Symbols) text(t string) int32 {
	if i, ok := s.byText[t]; ok {
		return i
	}
	if !s.budgets.texts.take(len(t)) {
		return TextOthers
	}
	return s.addText(t)
}

// label numbers what the program named, of which there may be any number.
func (s *Symbols) label(t string) int32 {
	if i, ok := s.byText[t]; ok {
		return i
	}
	if s.labels.take(len(t)) {
		return s.addText(t)
	}
	t = Pattern(t)
	if i, ok := s.byText[t]; ok {
		return i
	}
	if !s.patterns.take(len(t)) {
		return TextOthers
	}
	return s.addText(t)
}

func (s *Symbols) addText(t string) int32 {
	i := int32(len(s.Texts))
	s.byText[t] = i
	s.Texts = append(s.Texts, t)
	return i
}

// frame numbers f, from 0 on.
func (s *Symbols) frame(f *traceview.Frame) int32 {
	i, ok := s.byFrame[*f]
	switch {
	case ok:
	case !s.budgets.frames.take(len(f.Func) + len(f.File)):
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
func (s *Symbols) stack(st []uint32, known []int32) int32 {
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
	if !whole || !s.budgets.stacks.take(frameBytes*len(st)) {
		return s.substitute(st, known)
	}
	frames := make(traceview.Stack, len(st))
	for i, n := range st {
		frames[i] = s.frames[known[n-1]]
	}
	return s.addStack(h, frames)
}

// hasStack looks for a stack among those with its hash.
func (s *Symbols) hasStack(hash uint64, st []uint32, known []int32) (i int32, ok bool) {
	for i := s.newest(hash); i >= 0; i = s.next[i] {
		same := func(f traceview.Frame, n uint32) bool { return known[n-1] != frameNone && f == s.frames[known[n-1]] }
		if slices.EqualFunc(s.Stacks[i], st, same) {
			return i, true
		}
	}
	return 0, false
}

// substitute numbers what stands for a stack for which there is no room: one with the same
// root, of which the same is known about how it ends.
func (s *Symbols) substitute(st []uint32, known []int32) int32 {
	leaf, root := traceview.Frame{Func: Others}, traceview.Frame{Func: Others}
	if f := known[st[0]-1]; f != frameNone && leafOf(s.frames[f:f+1]) != classify.StoppedItself {
		leaf = traceview.Frame{PC: s.frames[f].PC, Func: s.frames[f].Func}
	}
	if f := known[st[len(st)-1]-1]; f != frameNone {
		root = traceview.Frame{Func: s.frames[f].Func}
	}
	hash := maphash.Comparable(s.seed, [2]traceview.Frame{leaf, root})
	stand := traceview.Stack{leaf, {Func: Others}, root}
	for i := s.newest(hash); i >= 0; i = s.next[i] {
		if slices.Equal(s.Stacks[i], stand) {
			return i
		}
	}
	if !s.substitutes.take(frameBytes * len(stand)) {
		return StackOthers
	}
	return s.addStack(hash, stand)
}

func (s *Symbols) addStack(hash uint64, st traceview.Stack) int32 {
	i := int32(len(s.Stacks))
	s.next = append(s.next, s.newest(hash))
	s.byStack[hash] = i
	s.hashes = append(s.hashes, hash)
	s.Stacks = append(s.Stacks, st)
	fn, sure := classify.StartFunc(len(st), st.Func)
	if fn == Others {
		fn, sure = st.Root(), classify.Unknown
	}
	s.starts = append(s.starts, s.text(fn))
	s.sure = append(s.sure, sure)
	s.leaves = append(s.leaves, leafOf(st))
	return i
}

// newest returns the last stack with that hash, -1 if there is none.
func (s *Symbols) newest(hash uint64) int32 {
	if i, ok := s.byStack[hash]; ok {
		return i
	}
	return -1
}

// Final returns the symbols for machines that share them, as they meet no new ones.
func (s *Symbols) Final() Symbols {
	f := *s
	f.scratch = nil
	return f
}

// save returns the symbols without their indexes. The slices only ever grow, so
// they can be shared.
func (s *Symbols) save() Symbols {
	return Symbols{
		Texts: slices.Clip(s.Texts), frames: slices.Clip(s.frames), Stacks: slices.Clip(s.Stacks),
		starts: slices.Clip(s.starts), sure: slices.Clip(s.sure), leaves: slices.Clip(s.leaves), hashes: slices.Clip(s.hashes), next: slices.Clip(s.next), seed: s.seed, budgets: s.budgets,
	}
}

// Restore returns symbols with the same numbers that can grow on their own.
func (s *Symbols) Restore() Symbols {
	r := s.save()
	r.byText, r.byFrame, r.byStack = make(map[string]int32), make(map[traceview.Frame]int32), make(map[uint64]int32)
	for i, t := range s.Texts {
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
