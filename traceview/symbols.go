package traceview

import (
	"encoding/binary"
	"hash/maphash"
	"net/url"
	"slices"
	"strings"
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
type symbols struct {
	texts  []string
	byText map[string]int32

	stacks  []Stack
	roots   []int32 // by stack: the text of its root function
	shapes  []shape // by stack
	byStack map[uint64][]int32
	seed    maphash.Seed
	scratch []byte
}

// Numbers of texts that are asked for at every turn.
const (
	textNone = iota
	textPreempted
	textGosched
)

func newSymbols() symbols {
	s := symbols{
		byText: make(map[string]int32),
		stacks: []Stack{nil}, roots: []int32{textNone}, shapes: []shape{shapeNone},
		byStack: make(map[uint64][]int32), seed: maphash.MakeSeed(),
	}
	for _, t := range []string{textNone: "", textPreempted: reasonPreempted, textGosched: reasonGosched} {
		s.text(t)
	}
	return s
}

func (s *symbols) text(t string) int32 {
	i, ok := s.byText[t]
	if !ok {
		i = int32(len(s.texts))
		s.byText[t] = i
		s.texts = append(s.texts, t)
	}
	return i
}

// stack numbers st. Stacks of different generations are the same if their frames are.
func (s *symbols) stack(st Stack) int32 {
	if len(st) == 0 {
		return 0
	}
	b := s.scratch[:0]
	for _, f := range st {
		b = binary.LittleEndian.AppendUint64(b, f.PC)
		b = append(b, f.Func...)
		b = binary.AppendVarint(b, int64(f.Line))
	}
	s.scratch = b
	h := maphash.Bytes(s.seed, b)
	for _, i := range s.byStack[h] {
		if slices.Equal(s.stacks[i], st) {
			return i
		}
	}
	i := int32(len(s.stacks))
	s.byStack[h] = append(s.byStack[h], i)
	s.stacks = append(s.stacks, st)
	s.roots = append(s.roots, s.text(st.Root()))
	s.shapes = append(s.shapes, shapeOf(st))
	return i
}

// save returns the symbols without their indexes. The slices only ever grow, so
// they can be shared.
func (s *symbols) save() symbols {
	return symbols{
		texts: slices.Clip(s.texts), stacks: slices.Clip(s.stacks),
		roots: slices.Clip(s.roots), shapes: slices.Clip(s.shapes),
	}
}

// restore returns symbols with the same numbers that can grow on their own.
func (s *symbols) restore() symbols {
	r := newSymbols()
	for _, t := range s.texts {
		r.text(t)
	}
	for _, st := range s.stacks {
		r.stack(st)
	}
	return r
}
