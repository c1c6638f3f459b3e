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
		m.ranges[key] = r
		for _, s := range m.sinks {
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
	for _, s := range m.sinks {
		s.rangeEnd(m, r, m.now, open)
	}
}

func (m *machine) taskEnd(ev *event, end more) {
	t, ok := m.tasks[end.id]
	if !ok {
		t = openTask{id: end.id, parent: end.parent, name: m.page.text(ev.text)}
	}
	delete(m.tasks, end.id)
	for _, s := range m.sinks {
		s.taskEnd(m, t, m.now, false)
	}
}

// regionEnd closes the innermost region of that name. Regions of a goroutine
// nest, so whatever is left open inside it ends with it.
func (m *machine) regionEnd(ev *event, task uint64) {
	g, name := m.page.g(ev.g), m.page.text(ev.text)
	open := m.regions[g]
	i := len(open) - 1
	for i >= 0 && (open[i].name != name || open[i].task != task) {
		i--
	}
	ended := []openRegion{{task: task, name: name, g: g}}
	if i >= 0 {
		ended = open[i:]
		m.regions[g] = open[:i]
	}
	if i <= 0 {
		delete(m.regions, g)
	}
	for _, r := range ended {
		for _, s := range m.sinks {
			s.regionEnd(m, r, m.now, false)
		}
	}
}
