package traceview

import (
	"fmt"
	"slices"
	"time"

	"schedviz/traceview/words"
)

// A generation continues the one before it: it has the next number, and reports every
// goroutine in the state in which that one left it. If it does not, generations are
// missing, or it is another program's. golang.org/x/exp/trace refuses such a trace when
// it reads it from end to end; here no state bridges the gap, and the trace does not
// count as complete.

// Gap is a stretch of time about which the trace says nothing, between two generations.
type Gap struct {
	From, To Time
	Missing  int // generations, by their numbers; 0 if the numbers follow one another
}

// Dur returns the gap's length.
func (g Gap) Dur() time.Duration { return g.To.Sub(g.From) }

// keptGaps is how many gaps are listed.
const keptGaps = 1000

// continuity is how the generations a machine has played follow one another.
type continuity struct {
	turn    uint64 // number of the generation in turn
	opening bool   // of which nothing has been played yet
	fresh   bool   // it begins with nothing known of any goroutine
	skipped bool   // it is left out

	last    uint64 // number of the last generation that was not left out; 0: none yet
	begin   Time   // of that generation
	resumed Time   // since when there is no gap

	gaps     []Gap // the first keptGaps
	gapCount int
	gapTime  time.Duration
	skips    int // generations left out
}

// prepare makes the generation of that number the one in turn.
func (m *machine) prepare(number uint64) {
	if m.fresh && m.gapCount > 0 {
		m.bury()
	}
	m.turn, m.opening, m.fresh, m.skipped = number, true, false, false
}

// join decides, on the first page of a generation, whether it continues the one before.
func (m *machine) join(p *page) {
	if !m.opening || len(p.events) == 0 {
		return
	}
	m.opening = false
	begin := p.events[0].time
	switch {
	case !m.started:
		m.fresh = true
	case m.turn == m.last+1 && !m.contradicts(p):
	case begin < m.begin:
		m.skipped = true
		m.skips++
		return
	default:
		m.breakOff(max(begin, m.clock.last+1))
	}
	m.last, m.begin = m.turn, begin
}

// contradicts reports whether a generation's first page finds any goroutine in another
// state than the generation before it left it in.
func (m *machine) contradicts(p *page) bool {
	return slices.ContainsFunc(p.events, func(ev event) bool {
		if ev.op != opGo || State(ev.from()) != StateUnknown || ev.g == 0 || int(ev.g) > len(p.gs) {
			return false
		}
		g, ok := m.gIndex[p.gs[ev.g-1]]
		return !ok || m.gs.at(g).state != State(ev.to())
	})
}

// breakOff ends all that goes on: the trace goes on at resumed, with nothing known.
func (m *machine) breakOff(resumed Time) {
	m.endAll()
	clear(m.ranges)
	clear(m.tasks)
	clear(m.regions)
	m.stw, m.open = 0, 0
	for p := range m.ps {
		if m.ps[p].running {
			m.releaseProc(ProcID(p), procChange{})
		}
		m.ps[p].lost, m.ps[p].m, m.ps[p].g = true, -1, -1
	}
	for g := range m.gs.n {
		if gs := m.gs.at(g); gs.alive() {
			gs.state, gs.since, gs.lost = StateUnknown, m.now, true
			gs.ran, gs.begun, gs.onP, gs.lastP = true, false, false, NoP
		}
	}
	m.note(resumed)
	gap := openRange{name: textGap, start: m.now, g: -1, p: NoP}
	for _, s := range m.rangeEnds {
		s.rangeEnd(m, gap, resumed, false)
	}
	for _, s := range m.gapSinks {
		s.gap(m)
	}
}

// note adds the gap up to resumed to the list.
func (m *machine) note(resumed Time) {
	gap := Gap{From: m.now, To: resumed}
	if m.turn > m.last+1 {
		gap.Missing = int(min(m.turn-m.last-1, 1<<31-1))
	}
	if len(m.gaps) < keptGaps {
		m.gaps = append(slices.Clip(m.gaps), gap) // a checkpoint may share it
	}
	m.gapCount++
	m.gapTime += gap.Dur()
	m.fresh, m.resumed = true, resumed
}

// find takes note of a goroutine from before a gap.
func (m *machine) find(g int32) {
	m.gs.at(g).lost = false
	for _, s := range m.foundSinks {
		s.found(m, g)
	}
}

// bury ends the goroutines that the generation behind a gap did not mention: it reports
// all that are alive.
func (m *machine) bury() {
	for g := range m.gs.n {
		if gs := m.gs.at(g); gs.lost && gs.state == StateUnknown {
			gs.state = StateDead
			delete(m.gIndex, gs.id)
			m.ended = append(m.ended, endedG{g: g})
		}
	}
}

// covered returns how much time the trace tells about.
func (m *machine) covered() time.Duration { return m.now.Sub(m.start) - m.gapTime }

// maxBreaks is how many gaps have a warning each.
const maxBreaks = 5

// breaks says where the trace has gaps, and what was left out.
func (m *machine) breaks() []string {
	var out []string
	for _, g := range m.gaps[:min(len(m.gaps), maxBreaks)] {
		at := words.Duration(g.From.Sub(m.start))
		if g.Missing == 0 {
			out = append(out, fmt.Sprintf("a generation does not continue the one before it, which ends %s after the trace's start: it may be another program's, or damaged; no state is drawn across", at))
			continue
		}
		out = append(out, fmt.Sprintf("generations are missing (%d by their numbers): the trace says nothing about the %s that begin %s after its start",
			g.Missing, words.Duration(g.Dur()), at))
	}
	if more := m.gapCount - len(out); more > 0 {
		out = append(out, fmt.Sprintf("%d more generations do not continue the one before them; gaps add up to %s", more, words.Duration(m.gapTime)))
	}
	if m.skips > 0 {
		out = append(out, fmt.Sprintf("%d generations begin before the one before them does, and do not continue it: they are left out", m.skips))
	}
	return out
}
