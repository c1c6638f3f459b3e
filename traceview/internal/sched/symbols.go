package sched

import (
	"encoding/binary"
	"hash/maphash"
	"slices"

	"schedviz/traceview"
	"schedviz/traceview/classify"
)

// Symbols numbers the strings and stacks of a trace, each distinct one once. Number 0 is the empty
// one. Numbers never change, so a checkpoint needs no copy.
//
// The space for each kind is limited. Once it is used up, a label gets the number of its pattern, a
// stack the number of one with the same root and leaf kind, and anything else that of [Others].
type Symbols struct {
	Texts  []string
	byText map[string]int32

	frames  []traceview.Frame
	byFrame map[traceview.Frame]int32

	Stacks  []traceview.Stack
	starts  []int32              // by stack: the text of the start function that it shows
	sure    []classify.Certainty // by stack: of that start function
	leaves  []classify.Stopped   // by stack
	hashes  []uint64             // by stack
	next    []int32              // by stack: the previous one with the same hash, or -1
	byStack map[uint64]int32     // by hash: the last stack
	seed    maphash.Seed
	scratch []byte

	budgets
}

// budgets are the remaining space for symbols.
type budgets struct {
	texts, labels, patterns, frames, stacks, substitutes budget
}

// budget is how many symbols of a kind may be added, and how many bytes they may have.
type budget struct {
	n, bytes int
	full     bool
}

// take takes the space for one more symbol, if there is enough.
func (r *budget) take(bytes int) bool {
	if r.n < 1 || r.bytes < bytes {
		r.full = true
		return false
	}
	r.n--
	r.bytes -= bytes
	return true
}

// TextsFull, LabelsFull and StacksFull report whether some symbols were merged because there was no
// space.
func (s *Symbols) TextsFull() bool  { return s.budgets.texts.full }
func (s *Symbols) LabelsFull() bool { return s.patterns.full }
func (s *Symbols) StacksFull() bool { return s.budgets.frames.full || s.budgets.stacks.full }

// symbolBudgets is the space of a new Symbols.
var symbolBudgets = budgets{
	texts:       budget{n: 1 << 15, bytes: 8 << 20},
	labels:      budget{n: 1 << 15, bytes: 8 << 20},
	patterns:    budget{n: 1 << 13, bytes: 2 << 20},
	frames:      budget{n: 1 << 18, bytes: 16 << 20},
	stacks:      budget{n: 1 << 17, bytes: frameBytes << 20},
	substitutes: budget{n: 1 << 13, bytes: frameBytes << 15},
}

const frameBytes = 48

// Others is the name for everything for which there is no space.
const Others = "(others)"

// Numbers of texts that are needed all the time.
const (
	TextNone = iota
	TextPreempted
	TextGosched
	TextGap
	TextOthers
)

// Numbers of stacks that are needed all the time.
const (
	StackNone = iota
	StackOthers
)

// frameNone stands for a frame for which there was no space.
const frameNone = -1

func newSymbols(room budgets) Symbols {
	s := Symbols{
		byText: make(map[string]int32), byFrame: make(map[traceview.Frame]int32), byStack: make(map[uint64]int32),
		seed: maphash.MakeSeed(), budgets: room,
	}
	for _, t := range []string{
		TextNone: "", TextPreempted: classify.ReasonPreempted, TextGosched: classify.ReasonGosched,
		TextGap: traceview.RangeGap, TextOthers: Others,
	} {
		s.addText(t)
	}
	for _, st := range []traceview.Stack{StackNone: nil, StackOthers: {{Func: Others}}} {
		s.addStack(maphash.Comparable(s.seed, len(s.Stacks)), st)
	}
	return s
}

// text returns the number of a string from the runtime.
func (s *Symbols) text(t string) int32 {
	if i, ok := s.byText[t]; ok {
		return i
	}
	if !s.budgets.texts.take(len(t)) {
		return TextOthers
	}
	return s.addText(t)
}

// label returns the number of a string from the program, which may have any number of them.
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

// frame returns the number of f; they begin at 0.
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

// stack returns the number of a stack; known has the numbers of its frames here. Stacks of
// different generations are equal if their frames are.
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

// hasStack looks up a stack among those with its hash.
func (s *Symbols) hasStack(hash uint64, st []uint32, known []int32) (i int32, ok bool) {
	for i := s.newest(hash); i >= 0; i = s.next[i] {
		same := func(f traceview.Frame, n uint32) bool { return known[n-1] != frameNone && f == s.frames[known[n-1]] }
		if slices.EqualFunc(s.Stacks[i], st, same) {
			return i, true
		}
	}
	return 0, false
}

// substitute returns the number of a substitute for a stack for which there is no space: it has the
// same root, and the same leaf if that shows how the goroutine stopped.
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

// Final returns symbols that several machines can share, since they add no new ones.
func (s *Symbols) Final() Symbols {
	f := *s
	f.scratch = nil
	return f
}

// save returns the symbols without their indexes. The slices only ever grow, so they can be shared.
func (s *Symbols) save() Symbols {
	return Symbols{
		Texts: slices.Clip(s.Texts), frames: slices.Clip(s.frames), Stacks: slices.Clip(s.Stacks),
		starts: slices.Clip(s.starts), sure: slices.Clip(s.sure), leaves: slices.Clip(s.leaves),
		hashes: slices.Clip(s.hashes), next: slices.Clip(s.next), seed: s.seed, budgets: s.budgets,
	}
}

// Restore returns symbols with the same numbers that can grow independently.
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
