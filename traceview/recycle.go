package traceview

// minRecycled is how many goroutines must have ended before it is worth while to look
// who refers to them.
const minRecycled = 1024

// recycle gives back the numbers of goroutines that have ended and that nobody refers
// to any more, for others to have: so memory grows with the goroutines that are there
// at once, not with those that came and went. As it looks at all that are there, it waits
// until so many have ended that this is little for each.
func (m *machine) recycle() {
	if len(m.ended)-m.held < max(m.recycled, int(m.gs.n)/4) {
		return
	}
	m.marks = append(m.marks[:0], make([]bool, m.gs.n)...)
	hold := func(g int32) {
		if g >= 0 {
			m.marks[g] = true
		}
	}
	for _, s := range m.holders {
		if s.holds(hold) {
			m.ended, m.held = m.ended[:0], 0
			return
		}
	}
	m.holds(hold)
	still := m.ended[:0]
	for _, e := range m.ended {
		switch {
		case m.gs.at(e.g).state != StateDead: // a damaged trace told of it again, or it is here twice
		case m.marks[e.g]:
			still = append(still, e)
		default:
			m.release(e)
		}
	}
	m.ended, m.held = still, len(still)
}

// release gives back the number of a goroutine that has ended.
func (m *machine) release(e endedG) {
	for _, s := range m.holders {
		s.retire(m, e.g)
	}
	*m.gs.at(e.g) = unborn(NoG)
	m.free = append(m.free, e.g)
	if e.named > 0 && m.page.gs[e.named-1] == e.g {
		m.page.gs[e.named-1] = goneG
	}
}

// holds calls hold with each number the machine itself refers to, as a [holder] does.
func (m *machine) holds(hold func(g int32)) {
	for g := range m.gs.n {
		hold(m.gs.at(g).waker)
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
