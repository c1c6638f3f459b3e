package report

import "schedviz/traceview"

// stackPacker packs the stacks that tables and flame graphs refer to, each frame once.
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

// frame returns the number of a frame on the page.
func (sp *stackPacker) frame(f traceview.Frame) int {
	f.PC = 0 // a line is one place, however many instructions it has
	i, ok := sp.frameAt[f]
	if !ok {
		i = len(sp.frames)
		sp.frameAt[f] = i
		sp.frames = append(sp.frames, f)
	}
	return i
}

// stack returns the number of a stack on the page.
func (sp *stackPacker) stack(s traceview.Stack) int {
	frames := make([]int64, len(s))
	key := make([]byte, 0, 4*len(s))
	for i, f := range s {
		n := sp.frame(f)
		frames[i] = int64(n)
		key = append(key, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
	}
	i, ok := sp.stackAt[string(key)]
	if !ok {
		i = len(sp.stacks)
		sp.stackAt[string(key)] = i
		sp.stacks = append(sp.stacks, frames)
	}
	return i
}

// pack adds the columns, once everything has been numbered.
func (sp *stackPacker) pack() {
	var flat []int64
	for _, s := range sp.stacks {
		flat = append(flat, s...)
	}
	sp.add("site.stack.len", "i32", len(sp.stacks), func(i int) int64 { return int64(len(sp.stacks[i])) })
	sp.add("site.stack.frames", "i32", len(flat), func(i int) int64 { return flat[i] })
	sp.add("site.frame.func", "i32", len(sp.frames), func(i int) int64 { return sp.string(sp.frames[i].Func) })
	sp.add("site.frame.file", "i32", len(sp.frames), func(i int) int64 { return sp.string(sp.frames[i].File) })
	sp.add("site.frame.line", "i32", len(sp.frames), func(i int) int64 { return int64(sp.frames[i].Line) })
}
