package traceview

// minRecycled is how many goroutines must have ended before it is worth while to look
// who refers to them.
const minRecycled = 1024

// recycle gives back the numbers of goroutines that have ended and that nobody refers
// to any more, for others to have: so memory grows with the goroutines that are there
// at once, not with those that came and went. It is done between generations, for a
// generation's names are translated to numbers once.
func (m *machine) recycle() {
	if len(m.ended)-m.held < m.recycled {
		return
	}
	held := make([]bool, len(m.gs))
	hold := func(g int32) {
		if g >= 0 {
			held[g] = true
		}
	}
	for _, s := range m.holders {
		if s.holds(hold) {
			m.ended = m.ended[:0]
			return
		}
	}
	m.holds(hold)
	still := m.ended[:0]
	for _, g := range m.ended {
		switch {
		case m.gs[g].state != StateDead: // a damaged trace told of it again, or it is here twice
		case held[g]:
			still = append(still, g)
		default:
			for _, s := range m.holders {
				s.retire(m, g)
			}
			m.gs[g] = unborn(NoG)
			m.free = append(m.free, g)
		}
	}
	m.ended, m.held = still, len(still)
}

// holds calls hold with each number the machine itself refers to, as a [holder] does.
func (m *machine) holds(hold func(g int32)) {
	for i := range m.gs {
		hold(m.gs[i].waker)
	}
	for i := range m.ps {
		hold(m.ps[i].g)
	}
	for _, r := range m.ranges {
		hold(r.g)
	}
	for g := range m.regions {
		hold(g)
	}
}
