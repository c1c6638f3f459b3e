package traceview

import "strings"

// Names of the runtime's ranges. A stop-the-world's name goes on with its reason.
const (
	rangeGC     = "GC concurrent mark phase"
	rangeAssist = "GC mark assist"
	rangeSweep  = "GC incremental sweep"
	rangeSTW    = "stop-the-world"
)

// rangeGap is the name of the ranges that stand for gaps of the trace.
const rangeGap = "missing from the trace"

func (m *machine) rangeEvent(ev *event) {
	name := m.page.text(ev.text)
	r := openRange{name: name, start: m.now, g: m.page.g(ev.g), p: NoP}
	key := rangeKey{scope: ev.states, name: name}
	switch ev.states {
	case scopeGoroutine:
		r.g = m.page.g(ev.by)
		key.target = int64(r.g)
	case scopeProc:
		r.p = ProcID(ev.by) - 1
		key.target = int64(r.p)
	case scopeGlobal:
		r.g = -1
	}
	open, isOpen := m.ranges[key]
	switch {
	case ev.op == opRangeEnd:
		if !isOpen {
			if m.crowded.ranges { // it may have begun at any time
				return
			}
			open = r
			open.start = m.resumed
		}
		delete(m.ranges, key)
		m.endRange(open, false)
		if isOpen && m.isSTW(name) {
			m.stw--
		}
	case isOpen:
		// A later generation repeats that it is active.
	default:
		if ev.op == opRangeActive {
			r.start = m.resumed
		}
		if len(m.ranges) == keptOpen {
			m.crowded.ranges = true
			return
		}
		m.ranges[key] = r
		for _, s := range m.rangeBegins {
			s.rangeBegin(m, r)
		}
		if m.isSTW(name) {
			m.stw++
		}
	}
}

func (m *machine) isSTW(name int32) bool {
	return strings.HasPrefix(m.symbols.texts[name], rangeSTW)
}

func (m *machine) endRange(r openRange, open bool) {
	for _, s := range m.rangeEnds {
		s.rangeEnd(m, r, m.now, open)
	}
}

// crowded says of what more was open, or there, at once than is kept.
type crowded struct{ threads, ranges, tasks, regions bool }

// taskBegin opens a task. One for which there is no room counts as open to the end;
// if it ends, its begin is unknown.
func (m *machine) taskBegin(ev *event, t more) {
	task := openTask{id: t.id, parent: t.parent, name: m.page.label(ev.text), start: m.now}
	if _, again := m.tasks[t.id]; !again && len(m.tasks) == keptOpen {
		m.crowded.tasks = true
		for _, s := range m.annotations {
			s.taskEnd(m, task, m.now, true)
		}
		return
	}
	m.tasks[t.id] = task
}

// regionBegin opens a region, in the same way.
func (m *machine) regionBegin(ev *event, task uint64) {
	g := m.page.g(ev.g)
	r := openRegion{task: task, name: m.page.label(ev.text), g: g, start: m.now}
	if m.open == keptOpen || len(m.regions[g]) == keptNested {
		m.crowded.regions = true
		for _, s := range m.annotations {
			s.regionEnd(m, r, m.now, true)
		}
		return
	}
	m.open++
	m.regions[g] = append(m.regions[g], r)
}

func (m *machine) taskEnd(ev *event, end more) {
	t, ok := m.tasks[end.id]
	if !ok {
		t = openTask{id: end.id, parent: end.parent, name: m.page.label(ev.text)}
	}
	delete(m.tasks, end.id)
	for _, s := range m.annotations {
		s.taskEnd(m, t, m.now, false)
	}
}

// regionEnd closes the innermost region of that name. Regions of a goroutine
// nest, so whatever is left open inside it ends with it.
func (m *machine) regionEnd(ev *event, task uint64) {
	g, name := m.page.g(ev.g), m.page.label(ev.text)
	open := m.regions[g]
	i := len(open) - 1
	for i >= 0 && (open[i].name != name || open[i].task != task) {
		i--
	}
	ended := []openRegion{{task: task, name: name, g: g}}
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
			s.regionEnd(m, r, m.now, false)
		}
	}
}
