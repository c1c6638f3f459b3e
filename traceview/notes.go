package traceview

import (
	"cmp"
	"slices"
)

// notes adds up what the program itself put into the trace.
type notes struct {
	tasks, regions map[int32]*noteTally // by the text that is their type
	logs           map[string]int64     // by category
}

type noteTally struct {
	Histogram
	open int64
}

func newNotes() notes {
	return notes{tasks: make(map[int32]*noteTally), regions: make(map[int32]*noteTally), logs: make(map[string]int64)}
}

// add counts a task or region. Of one whose begin or end is not in the trace only
// that it was there is counted.
func (n *noteTally) add(start, end Time, open bool) {
	switch {
	case open:
		n.open++
	case start != 0:
		n.Add(end.Sub(start))
	}
}

func tallyOf(m map[int32]*noteTally, name int32) *noteTally {
	t := m[name]
	if t == nil {
		t = new(noteTally)
		m[name] = t
	}
	return t
}

func annotations(tallies map[int32]*noteTally, sy *symbols) []AnnotationStat {
	var out []AnnotationStat
	for name, t := range tallies {
		out = append(out, AnnotationStat{Type: sy.texts[name], Open: t.open, DurationStat: t.Stat()})
	}
	slices.SortFunc(out, func(a, b AnnotationStat) int {
		return cmp.Or(cmp.Compare(b.TotalNS, a.TotalNS), cmp.Compare(a.Type, b.Type))
	})
	return out
}

func (n *notes) logStats() []LogStat {
	var out []LogStat
	for category, count := range n.logs {
		out = append(out, LogStat{category, count})
	}
	slices.SortFunc(out, func(a, b LogStat) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Category, b.Category))
	})
	return out
}
