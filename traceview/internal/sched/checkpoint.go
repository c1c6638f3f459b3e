package sched

import (
	"maps"
	"slices"
	"unsafe"

	"schedviz/traceview"
	"schedviz/traceview/internal/decode"
	"schedviz/traceview/internal/grow"
)

// Snapshot is a machine's state, without what it no longer needs: dead goroutines that nothing
// refers to.
type Snapshot struct {
	start, Now traceview.Time
	events     int64
	illegal    int64
	misordered int64
	continuity
	clock       clock
	gs          []GState // Waker, and G in the other fields, are indices into it
	ps          []PState
	threads     []traceview.ThreadID
	ranges      map[rangeKey]OpenRange
	tasks       map[uint64]OpenTask
	regions     map[int32][]OpenRegion
	stw, heldPs int
	open        int
	crowded     Crowded
	gomaxprocs  int64
	Symbols     Symbols // without its indexes
}

// Save returns m's state. It keeps the goroutines that are alive, that one of these refers to, or
// that are in names; those in names are replaced by their new numbers.
func (m *Machine) Save(names []int32) Snapshot {
	s := Snapshot{
		start: m.Start, Now: m.Now, events: m.Events, illegal: m.illegal, misordered: m.Misordered,
		continuity: m.continuity, clock: m.clock,
		ps: slices.Clone(m.Ps), threads: slices.Clip(m.Threads),
		ranges: maps.Clone(m.ranges), tasks: maps.Clone(m.tasks), regions: maps.Clone(m.regions),
		open: m.open, crowded: m.Crowded, stw: m.STW, heldPs: m.HeldPs, gomaxprocs: m.GOMAXPROCS,
		Symbols: m.Symbols.save(),
	}
	number := make([]int32, m.Gs.Len) // index into s.gs plus one; 0 if it is not there
	s.gs = make([]GState, 0, len(m.gIndex))
	keep := func(g int32) int32 {
		if g < 0 { // none, or retired
			return g
		}
		if number[g] == 0 {
			s.gs = append(s.gs, *m.Gs.At(g))
			number[g] = int32(len(s.gs))
		}
		return number[g] - 1
	}
	for g := range m.Gs.Len {
		if gs := m.Gs.At(g); gs.alive() || gs.Lost {
			keep(g)
		}
	}
	for i, g := range names {
		names[i] = keep(g)
	}
	for i := 0; i < len(s.gs); i++ { // it grows by wakers that are dead
		s.gs[i].Waker = keep(s.gs[i].Waker)
	}
	for i := range s.ps {
		s.ps[i].G = keep(s.ps[i].G)
	}
	clear(s.ranges)
	for key, r := range m.ranges {
		r.G = keep(r.G)
		if key.scope == decode.ScopeGoroutine {
			key.target = int64(r.G)
		}
		s.ranges[key] = r
	}
	clear(s.regions)
	for g, open := range m.regions {
		g = keep(g)
		open = slices.Clone(open)
		for i := range open {
			open[i].G = g
		}
		s.regions[g] = open
	}
	return s
}

// goroutineBytes is the size of a goroutine in a checkpoint.
const goroutineBytes = int(unsafe.Sizeof(GState{}))

// LeastSize returns a lower bound of the memory that m's state takes.
func (m *Machine) LeastSize() int { return len(m.gIndex) * goroutineBytes }

// Size returns approximately how much memory the state takes.
func (s *Snapshot) Size() int {
	const fixed = 2 << 10 // of maps and the rest
	return fixed + len(s.gs)*goroutineBytes + len(s.ps)*int(unsafe.Sizeof(PState{})) +
		(len(s.ranges)+len(s.tasks)+len(s.regions))*64 + s.open*int(unsafe.Sizeof(OpenRegion{}))
}

// MidSnapshot is a machine's state within a generation.
type MidSnapshot struct {
	Snapshot
	numbers numbering
}

// SaveWithin returns m's state between two batches of a generation.
func (m *Machine) SaveWithin() MidSnapshot {
	numbers := m.numbers.clone()
	return MidSnapshot{m.Save(numbers.gs), numbers}
}

// Size returns approximately how much memory the state takes.
func (s *MidSnapshot) Size() int { return s.Snapshot.Size() + 12*len(s.numbers.gs) }

// RestoreWithin restores a state saved between two batches into a new machine; for sy see Restore.
func (m *Machine) RestoreWithin(s *MidSnapshot, sy Symbols) {
	m.Restore(&s.Snapshot, sy)
	m.numbers = s.numbers.clone()
}

func (x *numbering) clone() numbering {
	return numbering{
		gs: slices.Clone(x.gs), ids: slices.Clone(x.ids), threads: slices.Clone(x.threads),
		texts: slices.Clone(x.texts), labels: slices.Clone(x.labels),
		frames: slices.Clone(x.frames), stacks: slices.Clone(x.stacks),
	}
}

// Restore restores a saved state into a new machine; sy are s's symbols, or a superset of them with
// the same numbers.
func (m *Machine) Restore(s *Snapshot, sy Symbols) {
	m.Started, m.continuity = true, s.continuity
	m.Start, m.Now, m.Events, m.clock = s.start, s.Now, s.events, s.clock
	m.illegal, m.Misordered = s.illegal, s.misordered
	m.Gs, m.Ps, m.Threads = grow.ChunkedOf(s.gs), slices.Clone(s.ps), slices.Clone(s.threads)
	m.ranges, m.tasks, m.regions = maps.Clone(s.ranges), maps.Clone(s.tasks), maps.Clone(s.regions)
	for g := range m.regions {
		m.regions[g] = slices.Clone(m.regions[g])
	}
	m.open, m.Crowded = s.open, s.crowded
	m.STW, m.HeldPs, m.GOMAXPROCS = s.stw, s.heldPs, s.gomaxprocs
	m.Symbols = sy
	for i, id := range m.Threads {
		m.mIndex[id] = int32(i)
	}
	for g := range m.Gs.Len {
		switch gs := m.Gs.At(g); {
		case gs.State == traceview.StateDead:
		case gs.alive():
			m.gIndex[gs.ID] = g
			m.announce(g, -1)
		case gs.Lost:
			m.gIndex[gs.ID] = g
		}
	}
}
