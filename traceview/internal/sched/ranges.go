package sched

import (
	"strings"

	"schedviz/traceview"
	"schedviz/traceview/internal/decode"
)

const (
	keptOpen   = 1 << 18 // open ranges, and open tasks, and open regions
	keptNested = 1 << 10 // open regions of one goroutine
)

func (m *Machine) rangeEvent(ev *decode.Event) {
	name := m.numbers.text(ev.Text)
	r := OpenRange{Name: name, Start: m.Now, G: m.numbers.g(ev.G), P: traceview.NoP}
	key := rangeKey{scope: ev.States, name: name}
	switch ev.States {
	case decode.ScopeGoroutine:
		r.G = m.numbers.g(ev.By)
		key.target = int64(r.G)
	case decode.ScopeProc:
		r.P = traceview.ProcID(ev.By) - 1
		key.target = int64(r.P)
	case decode.ScopeGlobal:
		r.G = -1
	}
	open, isOpen := m.ranges[key]
	switch {
	case ev.Op == decode.OpRangeEnd:
		if !isOpen {
			if m.Crowded.Ranges { // it may have begun at any time
				return
			}
			open = r
			open.Start = m.Resumed
		}
		delete(m.ranges, key)
		m.endRange(open, false)
		if isOpen && m.IsSTW(name) {
			m.STW--
		}
	case isOpen:
		// A later generation repeats that it is active.
	default:
		if ev.Op == decode.OpRangeActive {
			r.Start = m.Resumed
		}
		if len(m.ranges) == keptOpen {
			m.Crowded.Ranges = true
			return
		}
		m.ranges[key] = r
		for _, s := range m.rangeBegins {
			s.RangeBegin(m, r)
		}
		if m.IsSTW(name) {
			m.STW++
		}
	}
}

// IsSTW reports whether the range with that name is a stop-the-world.
func (m *Machine) IsSTW(name int32) bool {
	return strings.HasPrefix(m.Symbols.Texts[name], traceview.RangeSTW)
}

func (m *Machine) endRange(r OpenRange, open bool) {
	for _, s := range m.rangeEnds {
		s.RangeEnd(m, r, m.Now, open)
	}
}

// Crowded says which kinds exceeded the number that is kept.
type Crowded struct{ Threads, Ranges, Tasks, Regions bool }

// taskBegin opens a task. If there is no room, the task counts as open to the end; if it ends
// later, its begin is unknown.
func (m *Machine) taskBegin(ev *decode.Event, t decode.Extra) {
	task := OpenTask{ID: t.ID, Parent: t.Parent, Name: m.numbers.label(ev.Text), Start: m.Now}
	if _, again := m.tasks[t.ID]; !again && len(m.tasks) == keptOpen {
		m.Crowded.Tasks = true
		for _, s := range m.annotations {
			s.TaskEnd(m, task, m.Now, true)
		}
		return
	}
	m.tasks[t.ID] = task
}

// regionBegin opens a region in the same way.
func (m *Machine) regionBegin(ev *decode.Event, task uint64) {
	g := m.numbers.g(ev.G)
	r := OpenRegion{Task: task, Name: m.numbers.label(ev.Text), G: g, Start: m.Now}
	if m.open == keptOpen || len(m.regions[g]) == keptNested {
		m.Crowded.Regions = true
		for _, s := range m.annotations {
			s.RegionEnd(m, r, m.Now, true)
		}
		return
	}
	m.open++
	m.regions[g] = append(m.regions[g], r)
}

func (m *Machine) taskEnd(ev *decode.Event, end decode.Extra) {
	t, ok := m.tasks[end.ID]
	if !ok {
		t = OpenTask{ID: end.ID, Parent: end.Parent, Name: m.numbers.label(ev.Text)}
	}
	delete(m.tasks, end.ID)
	for _, s := range m.annotations {
		s.TaskEnd(m, t, m.Now, false)
	}
}

// regionEnd closes the innermost region with that name. A goroutine's regions nest, so those still
// open inside it end with it.
func (m *Machine) regionEnd(ev *decode.Event, task uint64) {
	g, name := m.numbers.g(ev.G), m.numbers.label(ev.Text)
	open := m.regions[g]
	i := len(open) - 1
	for i >= 0 && (open[i].Name != name || open[i].Task != task) {
		i--
	}
	ended := []OpenRegion{{Task: task, Name: name, G: g}}
	if i >= 0 {
		ended = open[i:]
		m.regions[g] = open[:i]
		m.open -= len(ended)
	}
	if i <= 0 {
		delete(m.regions, g)
	}
	for _, r := range ended {
		for _, s := range m.annotations {
			s.RegionEnd(m, r, m.Now, false)
		}
	}
}
