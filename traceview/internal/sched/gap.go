package sched

import (
	"fmt"
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/internal/decode"
	"schedviz/traceview/words"
)

// keptGaps is the maximum number of gaps listed.
const keptGaps = 1000

// continuity is how the generations that a machine has played follow one another.
type continuity struct {
	Generation uint64 // number of the current generation
	opening    bool   // nothing of it has been played yet
	Fresh      bool   // it began with no goroutine known
	Skipped    bool   // it is skipped

	last    uint64         // number of the last generation that was not skipped; 0 before the first
	begin   traceview.Time // of that generation
	Resumed traceview.Time // the end of the last gap, or the trace's start

	Gaps               []traceview.Gap // at most keptGaps
	gapCount           int
	gapTime            time.Duration
	SkippedGenerations int // how many were skipped
}

// prepare makes the generation with that number the current one.
func (m *Machine) prepare(number uint64) {
	if m.Fresh && m.gapCount > 0 {
		m.endMissing()
	}
	m.Generation, m.opening, m.Fresh, m.Skipped = number, true, false, false
}

// CheckContinuity decides, at the first batch of a generation, whether it continues the previous
// one.
func (m *Machine) CheckContinuity(b *decode.Batch) {
	if !m.opening || len(b.Events) == 0 {
		return
	}
	m.opening = false
	begin := b.Events[0].Time
	switch {
	case !m.Started:
		m.Fresh = true
	case m.Generation == m.last+1 && !m.contradicts(b):
	case begin < m.begin:
		m.Skipped = true
		m.SkippedGenerations++
		return
	default:
		m.beginGap(max(begin, m.clock.last+1))
	}
	m.last, m.begin = m.Generation, begin
}

// contradicts reports whether a generation's first batch reports any goroutine in a state other
// than the one in which the previous generation left it.
func (m *Machine) contradicts(b *decode.Batch) bool {
	return slices.ContainsFunc(b.Events, func(ev decode.Event) bool {
		if ev.Op != decode.OpGo || traceview.State(ev.From()) != traceview.StateUnknown || ev.G == 0 ||
			int(ev.G) > len(b.Gs) {
			return false
		}
		g, ok := m.gIndex[b.Gs[ev.G-1]]
		return !ok || m.Gs.At(g).State != traceview.State(ev.To())
	})
}

// beginGap ends everything that is in progress: the trace continues at resumed, with nothing known.
func (m *Machine) beginGap(resumed traceview.Time) {
	m.endAll()
	clear(m.ranges)
	clear(m.tasks)
	clear(m.regions)
	m.STW, m.open = 0, 0
	for p := range m.Ps {
		if m.Ps[p].Running {
			m.releaseProc(traceview.ProcID(p), ProcChange{})
		}
		m.Ps[p].lost, m.Ps[p].m, m.Ps[p].G = true, -1, -1
	}
	for g := range m.Gs.Len {
		if gs := m.Gs.At(g); gs.alive() {
			gs.State, gs.Since, gs.Lost = traceview.StateUnknown, m.Now, true
			gs.Ran, gs.Begun, gs.onP, gs.lastP = true, false, false, traceview.NoP
		}
	}
	m.addGap(resumed)
	gap := OpenRange{Name: TextGap, Start: m.Now, G: -1, P: traceview.NoP}
	for _, s := range m.rangeEnds {
		s.RangeEnd(m, gap, resumed, false)
	}
	for _, s := range m.gapSinks {
		s.Gap(m)
	}
}

// addGap adds the gap that ends at resumed to the list.
func (m *Machine) addGap(resumed traceview.Time) {
	gap := traceview.Gap{From: m.Now, To: resumed}
	if m.Generation > m.last+1 {
		gap.Missing = int(min(m.Generation-m.last-1, 1<<31-1))
	}
	if len(m.Gaps) < keptGaps {
		m.Gaps = append(slices.Clip(m.Gaps), gap) // a checkpoint may share it
	}
	m.gapCount++
	m.gapTime += gap.Dur()
	m.Fresh, m.Resumed = true, resumed
}

// foundAgain handles a goroutine from before a gap that is mentioned again.
func (m *Machine) foundAgain(g int32) {
	m.Gs.At(g).Lost = false
	for _, s := range m.foundSinks {
		s.GoroutineFound(m, g)
	}
}

// endMissing ends the goroutines that the generation after a gap did not mention, since a
// generation reports every goroutine that is alive.
func (m *Machine) endMissing() {
	for g := range m.Gs.Len {
		if gs := m.Gs.At(g); gs.Lost && gs.State == traceview.StateUnknown {
			gs.State = traceview.StateDead
			delete(m.gIndex, gs.ID)
			m.ended = append(m.ended, endedG{g: g})
		}
	}
}

// Covered returns the trace's length without its gaps.
func (m *Machine) Covered() time.Duration { return m.Now.Sub(m.Start) - m.gapTime }

// maxGapWarnings is the maximum number of gaps with a warning of their own.
const maxGapWarnings = 5

// gapWarnings describes the gaps and skipped generations.
func (m *Machine) gapWarnings() []string {
	var out []string
	for _, g := range m.Gaps[:min(len(m.Gaps), maxGapWarnings)] {
		at := words.Duration(g.From.Sub(m.Start))
		if g.Missing == 0 {
			out = append(out, fmt.Sprintf("a generation does not continue the one before it, "+
				"which ends %s after the trace's start: the recording was paused, or it is another program's, or damaged; "+
				"no state is carried across", at))
			continue
		}
		out = append(out, fmt.Sprintf("generations are missing (%d by their numbers): "+
			"the trace says nothing about the %s that begin %s after its start",
			g.Missing, words.Duration(g.Dur()), at))
	}
	if more := m.gapCount - len(out); more > 0 {
		out = append(out, fmt.Sprintf("%d more generations do not continue the one before them; gaps add up to %s",
			more, words.Duration(m.gapTime)))
	}
	if m.SkippedGenerations > 0 {
		out = append(out, fmt.Sprintf("%d generations begin before their predecessors and do not continue them: "+
			"they were skipped", m.SkippedGenerations))
	}
	return out
}
