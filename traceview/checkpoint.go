package traceview

import (
	"maps"
	"slices"
	"sort"
	"unsafe"
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
	machineState
}

// machineState is what a machine knows, without what it needs no more: the
// goroutines that are dead and that nobody refers to.
type machineState struct {
	start, now Time
	events     int64
	illegal    int64
	misordered int64
	continuity
	clock       clock
	gs          []gState // wakers, and g in the rest, are numbers in here
	ps          []pState
	threads     []ThreadID
	ranges      map[rangeKey]openRange
	tasks       map[uint64]openTask
	regions     map[int32][]openRegion
	stw, heldPs int
	open        int
	crowded     crowded
	gomaxprocs  int64
	symbols     symbols // without its indexes
}

// keep stores m's state before generation gen, if it is not there already, far enough
// behind the last one, and not larger than is worth while. (Then a window reads a few
// more generations.) Of too many checkpoints every second one goes.
func (f *File) keep(gen int, m *machine) {
	f.mu.Lock()
	defer f.mu.Unlock()
	at := f.extents[gen].Off
	if gen == 0 || len(f.checkpoints) > 0 && f.checkpoints[len(f.checkpoints)-1].gen >= gen ||
		at < f.checkpointNext || m.leastSize() > checkpointBytes/4 {
		return
	}
	s := m.save(nil)
	f.checkpointSize += s.size()
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
	f.checkpoints = slices.Clone(everySecond(f.checkpoints))
	f.checkpointSize = 0
	for i := range f.checkpoints {
		f.checkpointSize += f.checkpoints[i].size()
	}
}

// bound returns the generation before which everything up to time to has
// happened, as far as is known: all of them, if nothing is.
func (f *File) bound(to Time) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	i := sort.Search(len(f.checkpoints), func(i int) bool { return f.checkpoints[i].now > to })
	if i == len(f.checkpoints) {
		return len(f.extents)
	}
	return f.checkpoints[i].gen
}

// touched returns the generations, from first up to last, in which everything
// between two moments has happened, as far as is known.
func (f *File) touched(from, to Time) (first, last int) {
	f.mu.Lock()
	i := sort.Search(len(f.checkpoints), func(i int) bool { return f.checkpoints[i].now > from })
	if i > 0 {
		first = f.checkpoints[i-1].gen
	}
	f.mu.Unlock()
	return first, f.bound(to)
}

// resume puts a new machine to the last checkpoint at or before generation gen, if there is one.
func (f *File) resume(m *machine, gen int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	i := sort.Search(len(f.checkpoints), func(i int) bool { return f.checkpoints[i].gen > gen })
	if i > 0 {
		c := &f.checkpoints[i-1]
		m.restore(&c.machineState, c.symbols.restore())
	}
}

// save returns what m knows. Of its goroutines it keeps those that are alive, that
// one of these refers to, or that are in names, where it puts their new numbers.
func (m *machine) save(names []int32) machineState {
	s := machineState{
		start: m.start, now: m.now, events: m.events, illegal: m.illegal, misordered: m.misordered, continuity: m.continuity, clock: m.clock,
		ps: slices.Clone(m.ps), threads: slices.Clip(m.threads),
		ranges: maps.Clone(m.ranges), tasks: maps.Clone(m.tasks), regions: maps.Clone(m.regions),
		open: m.open, crowded: m.crowded, stw: m.stw, heldPs: m.heldPs, gomaxprocs: m.gomaxprocs, symbols: m.symbols.save(),
	}
	number := make([]int32, m.gs.n) // in s.gs, and one; 0 if it is not there
	s.gs = make([]gState, 0, len(m.gIndex))
	keep := func(g int32) int32 {
		if g < 0 {
			return -1
		}
		if number[g] == 0 {
			s.gs = append(s.gs, *m.gs.at(g))
			number[g] = int32(len(s.gs))
		}
		return number[g] - 1
	}
	for g := range m.gs.n {
		if gs := m.gs.at(g); gs.alive() || gs.lost {
			keep(g)
		}
	}
	for i, g := range names {
		names[i] = keep(g)
	}
	for i := 0; i < len(s.gs); i++ { // it grows by wakers that are dead
		s.gs[i].waker = keep(s.gs[i].waker)
	}
	for i := range s.ps {
		s.ps[i].g = keep(s.ps[i].g)
	}
	clear(s.ranges)
	for key, r := range m.ranges {
		r.g = keep(r.g)
		if key.scope == scopeGoroutine {
			key.target = int64(r.g)
		}
		s.ranges[key] = r
	}
	clear(s.regions)
	for g, open := range m.regions {
		g = keep(g)
		open = slices.Clone(open)
		for i := range open {
			open[i].g = g
		}
		s.regions[g] = open
	}
	return s
}

// goroutineBytes is what a goroutine takes in a checkpoint.
const goroutineBytes = int(unsafe.Sizeof(gState{}))

// leastSize is about how much memory m's state takes: there is more than this.
func (m *machine) leastSize() int { return len(m.gIndex) * goroutineBytes }

func (s *machineState) size() int {
	const fixed = 2 << 10 // of maps and the rest
	return fixed + len(s.gs)*goroutineBytes + len(s.ps)*int(unsafe.Sizeof(pState{})) +
		(len(s.ranges)+len(s.tasks)+len(s.regions))*64 + s.open*int(unsafe.Sizeof(openRegion{}))
}

// midState is what a machine knows within a generation.
type midState struct {
	machineState
	numbers translation
}

// saveWithin returns what m knows between two pages of a generation.
func (m *machine) saveWithin() midState {
	numbers := m.page.clone()
	return midState{m.save(numbers.gs), numbers}
}

func (s *midState) size() int { return s.machineState.size() + 4*len(s.numbers.gs) }

// restoreWithin makes a new machine know what was saved between two pages; sy as in restore.
func (m *machine) restoreWithin(s *midState, sy symbols) {
	m.restore(&s.machineState, sy)
	m.page = s.numbers.clone()
}

func (x *translation) clone() translation {
	return translation{
		gs: slices.Clone(x.gs), threads: slices.Clone(x.threads), texts: slices.Clone(x.texts),
		labels: slices.Clone(x.labels), frames: slices.Clone(x.frames), stacks: slices.Clone(x.stacks),
	}
}

// restore makes a new machine know what was saved; sy are s's symbols, or these and more.
func (m *machine) restore(s *machineState, sy symbols) {
	m.started, m.continuity = true, s.continuity
	m.start, m.now, m.events, m.clock = s.start, s.now, s.events, s.clock
	m.illegal, m.misordered = s.illegal, s.misordered
	m.gs, m.ps, m.threads = chunkedOf(s.gs), slices.Clone(s.ps), slices.Clone(s.threads)
	m.ranges, m.tasks, m.regions = maps.Clone(s.ranges), maps.Clone(s.tasks), maps.Clone(s.regions)
	for g := range m.regions {
		m.regions[g] = slices.Clone(m.regions[g])
	}
	m.open, m.crowded = s.open, s.crowded
	m.stw, m.heldPs, m.gomaxprocs = s.stw, s.heldPs, s.gomaxprocs
	m.symbols = sy
	for i, id := range m.threads {
		m.mIndex[id] = int32(i)
	}
	for g := range m.gs.n {
		switch gs := m.gs.at(g); {
		case gs.state == StateDead:
		case gs.alive():
			m.gIndex[gs.id] = g
			m.announce(g, -1)
		case gs.lost:
			m.gIndex[gs.id] = g
		}
	}
}
