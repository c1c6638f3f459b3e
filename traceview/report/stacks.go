package report

import (
	"encoding/binary"

	"schedviz/traceview"
	"schedviz/traceview/report/internal/columns"
)

// stackPacker packs stacks, each frame once. One is for the window's stacks, another for
// those that tables and flame graphs refer to.
type stackPacker struct {
	*packer
	frames  []traceview.Frame
	frameAt map[traceview.Frame]int
	stacks  [][]int64 // frames, leaf first
	stackAt map[string]int
}

func newStackPacker(p *packer) *stackPacker {
	return &stackPacker{packer: p, frameAt: map[traceview.Frame]int{}, stackAt: map[string]int{}}
}

// frame returns the index of a frame on the page.
func (sp *stackPacker) frame(f traceview.Frame) int {
	f.PC = 0 // a line is one location, however many instructions it has
	i, ok := sp.frameAt[f]
	if !ok {
		i = len(sp.frames)
		sp.frameAt[f] = i
		sp.frames = append(sp.frames, f)
	}
	return i
}

// framesOf returns the indices of a stack's frames.
func (sp *stackPacker) framesOf(s traceview.Stack) []int64 {
	frames := make([]int64, len(s))
	for i, f := range s {
		frames[i] = int64(sp.frame(f))
	}
	return frames
}

// stack returns the index of a stack on the page.
func (sp *stackPacker) stack(s traceview.Stack) int {
	frames := sp.framesOf(s)
	key := make([]byte, 0, 4*len(s))
	for _, n := range frames {
		key = binary.LittleEndian.AppendUint32(key, uint32(n))
	}
	i, ok := sp.stackAt[string(key)]
	if !ok {
		i = len(sp.stacks)
		sp.stackAt[string(key)] = i
		sp.stacks = append(sp.stacks, frames)
	}
	return i
}

// pack adds the columns to c, once all stacks have been added.
func (sp *stackPacker) pack(c columns.Stacks) {
	var flat []int64
	for _, s := range sp.stacks {
		flat = append(flat, s...)
	}
	sp.add(c.Len, len(sp.stacks), func(i int) int64 { return int64(len(sp.stacks[i])) })
	sp.add(c.Frames, len(flat), func(i int) int64 { return flat[i] })
	sp.add(c.Func, len(sp.frames), func(i int) int64 { return sp.string(sp.frames[i].Func) })
	sp.add(c.File, len(sp.frames), func(i int) int64 { return sp.string(sp.frames[i].File) })
	sp.add(c.Line, len(sp.frames), func(i int) int64 { return int64(sp.frames[i].Line) })
	sp.add(c.Whose, len(sp.frames), func(i int) int64 { return whoseFrame(sp.frames[i].Func) })
}
