package sched

import "schedviz/traceview"

// RecycleAfter is how many goroutines must have ended before it is worth checking what refers to
// them.
const RecycleAfter = 1024

// recycle releases the numbers of goroutines that have ended and that nothing refers to any more,
// for reuse. So memory is proportional to the goroutines that exist at the same time rather than to
// all that came and went. Each check visits all goroutines, so it waits until enough have ended for
// the cost per goroutine to be small.
func (m *Machine) recycle() {
	if len(m.ended)-m.held < max(m.RecycleAfter, int(m.Gs.Len)/4) {
		return
	}
	m.marks = append(m.marks[:0], make([]bool, m.Gs.Len)...)
	hold := func(g int32) {
		if g >= 0 {
			m.marks[g] = true
		}
	}
	for _, s := range m.holders {
		if s.Holds(hold) {
			m.ended, m.held = m.ended[:0], 0
			return
		}
	}
	m.holds(hold)
	still := m.ended[:0]
	for _, e := range m.ended {
		switch {
		case m.Gs.At(e.g).State != traceview.StateDead: // a damaged trace mentioned it again, or it is listed twice
		case m.marks[e.g]:
			still = append(still, e)
		default:
			m.release(e)
		}
	}
	m.ended, m.held = still, len(still)
}

// release releases the number of a goroutine that has ended.
func (m *Machine) release(e endedG) {
	for _, s := range m.holders {
		s.Retire(m, e.g)
	}
	*m.Gs.At(e.g) = zeroG(traceview.NoG)
	m.free = append(m.free, e.g)
	if e.named > 0 && m.numbers.gs[e.named-1] == e.g {
		m.numbers.gs[e.named-1] = retiredG
	}
}

// holds calls hold with each number that the machine itself refers to, as a [Holder] does.
func (m *Machine) holds(hold func(g int32)) {
	for g := range m.Gs.Len {
		hold(m.Gs.At(g).Waker)
	}
	for i := range m.Ps {
		hold(m.Ps[i].G)
	}
	for _, r := range m.ranges {
		hold(r.G)
	}
	for g := range m.regions {
		hold(g)
	}
}
