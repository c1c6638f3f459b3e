package tracefile

import (
	"slices"
	"sort"

	"schedviz/traceview"
	"schedviz/traceview/internal/grow"
	"schedviz/traceview/internal/sched"
)

const (
	// checkpointBytes bounds the memory for the checkpoints of one file.
	checkpointBytes = 32 << 20
	// checkpointEvery is the minimum distance between two checkpoints, in bytes of the trace.
	checkpointEvery = 128 << 10
)

// checkpoint is the machine's state just before a generation. A window far into the trace starts
// from the last checkpoint before it: it reads only the generations it touches, and still knows
// when and why waits began that started earlier.
type checkpoint struct {
	gen int
	sched.Snapshot
}

// saveCheckpoint saves m's state before generation gen, unless it is saved already, too close to
// the previous checkpoint, or too large to be worth keeping. (A window then reads a few more
// generations.) If there are too many checkpoints, every second one is dropped.
func (f *File) saveCheckpoint(gen int, m *sched.Machine) {
	f.mu.Lock()
	defer f.mu.Unlock()
	at := f.extents[gen].Off
	if gen == 0 || len(f.checkpoints) > 0 && f.checkpoints[len(f.checkpoints)-1].gen >= gen ||
		at < f.checkpointNext || m.LeastSize() > checkpointBytes/4 {
		return
	}
	s := m.Save(nil)
	f.checkpointSize += s.Size()
	f.checkpoints = append(f.checkpoints, checkpoint{gen, s})
	f.checkpointGap = max(f.checkpointGap, checkpointEvery)
	for f.checkpointSize > checkpointBytes && len(f.checkpoints) > 1 {
		f.thinOut()
	}
	f.checkpointNext = at + f.checkpointGap
}

// thinOut drops every second checkpoint.
func (f *File) thinOut() {
	f.checkpointGap *= 2
	f.checkpoints = slices.Clone(grow.Halve(f.checkpoints))
	f.checkpointSize = 0
	for i := range f.checkpoints {
		f.checkpointSize += f.checkpoints[i].Size()
	}
}

// generationsUpTo returns the first generation that begins after time to, as far as is known, or
// the number of generations.
func (f *File) generationsUpTo(to traceview.Time) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	i := sort.Search(len(f.checkpoints), func(i int) bool { return f.checkpoints[i].Now > to })
	if i == len(f.checkpoints) {
		return len(f.extents)
	}
	return f.checkpoints[i].gen
}

// touched returns the range [first, last) of generations that contains the interval, as far as is
// known.
func (f *File) touched(from, to traceview.Time) (first, last int) {
	f.mu.Lock()
	i := sort.Search(len(f.checkpoints), func(i int) bool { return f.checkpoints[i].Now > from })
	if i > 0 {
		first = f.checkpoints[i-1].gen
	}
	f.mu.Unlock()
	return first, f.generationsUpTo(to)
}

// resume restores the last checkpoint at or before generation gen into a new machine, if there is
// one.
func (f *File) resume(m *sched.Machine, gen int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	i := sort.Search(len(f.checkpoints), func(i int) bool { return f.checkpoints[i].gen > gen })
	if i > 0 {
		c := &f.checkpoints[i-1]
		m.Restore(&c.Snapshot, c.Symbols.Restore())
	}
}
