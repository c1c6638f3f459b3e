package sched

import (
	"fmt"
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/internal/decode"
	"schedviz/traceview/words"
)

// keptGaps is how many gaps are listed.
const keptGaps = 1000

// continuity is how the generations a machine has played follow one another.
type continuity struct {
	Generation uint64 // number of the generation in turn
	opening    bool   // of which nothing has been played yet
	Fresh      bool   // it begins with nothing known of any goroutine
	Skipped    bool   // it is left out

	last    uint64         // number of the last generation that was not left out; 0: none yet
	begin   traceview.Time // of that generation
	Resumed traceview.Time // since when there is no gap

	Gaps               []traceview.Gap // the first keptGaps
	gapCount           int
	gapTime            time.Duration
	SkippedGenerations int // generations left out
}

// prepare makes the generation of that number the one in turn.
func (m *Machine) prepare(number uint64) {
	if m.Fresh && m.gapCount > 0 {
		m.endMissing()
	}
	m.Generation, m.opening, m.Fresh, m.Skipped = number, true, false, false
}

// CheckContinuity decides, on the first batch of a generation, whether it continues the one before.
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

// contradicts reports whether a generation's first batch finds any goroutine in another
// state than the generation before it left it in.
func (m *Machine) contradicts(b *decode.Batch) bool {
	return slices.ContainsFunc(b.Events, func(ev decode.Event) bool {
		if ev.Op != decode.OpGo || traceview.State(ev.From()) != traceview.StateUnknown || ev.G == 0 || int(ev.G) > len(b.Gs) {
			return false
		}
		g, ok := m.gIndex[b.Gs[ev.G-1]]
		return !ok || m.Gs.At(g).State != traceview.State(ev.To())
	})
}

// beginGap ends all that goes on: the trace goes on at resumed, with nothing known.
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

// addGap adds the gap up to resumed to the list.
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

// foundAgain takes note of a goroutine from before a gap.
func (m *Machine) foundAgain(g int32) {
	m.Gs.At(g).Lost = false
	for _, s := range m.foundSinks {
		s.GoroutineFound(m, g)
	}
}

// endMissing ends the goroutines that the generation behind a gap did not mention: it reports
// all that are alive.
func (m *Machine) endMissing() {
	for g := range m.Gs.Len {
		if gs := m.Gs.At(g); gs.Lost && gs.State == traceview.StateUnknown {
			gs.State = traceview.StateDead
			delete(m.gIndex, gs.ID)
			m.ended = append(m.ended, endedG{g: g})
		}
	}
}

// Covered returns how much time the trace tells about.
func (m *Machine) Covered() time.Duration { return m.Now.Sub(m.Start) - m.gapTime }

// maxGapWarnings is how many gaps have a warning each.
const maxGapWarnings = 5

// gapWarnings says where the trace has gaps, and what was left out.
func (m *Machine) gapWarnings() []string {
	var out []string
	for _, g := range m.Gaps[:min(len(m.Gaps), maxGapWarnings)] {
		at := words.Duration(g.From.Sub(m.Start))
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
	if m.SkippedGenerations > 0 {
		out = append(out, fmt.Sprintf("%d generations begin before the one before them does, and do not continue it: they are left out", m.SkippedGenerations))
	}
	return out
}
