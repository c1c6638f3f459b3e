package tracefile

import (
	"slices"
	"sort"

	"schedviz/traceview"
	"schedviz/traceview/internal/grow"
	"schedviz/traceview/internal/sched"
)

const (
	// checkpointBytes bounds the memory for checkpoints of one file.
	checkpointBytes = 32 << 20
	// checkpointEvery is how many bytes of a trace there are from one checkpoint to the next, at least.
	checkpointEvery = 128 << 10
)

// checkpoint is the machine just before a generation. A window far into the
// trace starts from the last one before it, so that it reads only the generations
// it touches and still knows where the waits begun earlier began, and why.
type checkpoint struct {
	gen int
	sched.Snapshot
}

// saveCheckpoint stores m's state before generation gen, if it is not there already, far enough
// behind the last one, and not larger than is worth while. (Then a window reads a few
// more generations.) Of too many checkpoints every second one goes.
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

// generationsUpTo returns the generation before which everything up to time to has
// happened, as far as is known: all of them, if nothing is.
func (f *File) generationsUpTo(to traceview.Time) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	i := sort.Search(len(f.checkpoints), func(i int) bool { return f.checkpoints[i].Now > to })
	if i == len(f.checkpoints) {
		return len(f.extents)
	}
	return f.checkpoints[i].gen
}

// touched returns the generations, from first up to last, in which everything
// between two moments has happened, as far as is known.
func (f *File) touched(from, to traceview.Time) (first, last int) {
	f.mu.Lock()
	i := sort.Search(len(f.checkpoints), func(i int) bool { return f.checkpoints[i].Now > from })
	if i > 0 {
		first = f.checkpoints[i-1].gen
	}
	f.mu.Unlock()
	return first, f.generationsUpTo(to)
}

// resume puts a new machine to the last checkpoint at or before generation gen, if there is one.
func (f *File) resume(m *sched.Machine, gen int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	i := sort.Search(len(f.checkpoints), func(i int) bool { return f.checkpoints[i].gen > gen })
	if i > 0 {
		c := &f.checkpoints[i-1]
		m.Restore(&c.Snapshot, c.Symbols.Restore())
	}
}
