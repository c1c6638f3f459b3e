package traceview

import (
	"cmp"
	"slices"
)

// notes adds up what the program itself put into the trace.
type notes struct {
	tasks, regions byName[noteTally]
	logs           byName[logTally]
}

type noteTally struct {
	Histogram
	open int64
}

type logTally struct{ count int64 }

func newNotes() notes {
	mergeNotes := func(into, from *noteTally) {
		into.Merge(&from.Histogram)
		into.open += from.open
	}
	return notes{
		tasks: newByName(mergeNotes), regions: newByName(mergeNotes),
		logs: newByName(func(into, from *logTally) { into.count += from.count }),
	}
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

// byName keeps one T a name; once there are too many names, one a [pattern].
type byName[T any] struct {
	all     map[string]*T
	of      []*T // by text, those that were asked for
	grouped bool
	full    bool // there were too many patterns
	merge   func(into, from *T)
}

func newByName[T any](merge func(into, from *T)) byName[T] {
	return byName[T]{all: make(map[string]*T), merge: merge}
}

// ofText returns that of the name with a number.
func (x *byName[T]) ofText(sy *symbols, text int32) *T {
	t := reach(&x.of, text)
	if *t == nil {
		found := x.find(sy.texts[text])
		*reach(&x.of, text) = found
		return found
	}
	return *t
}

func (x *byName[T]) find(name string) *T {
	if t, ok := x.all[name]; ok {
		return t
	}
	if !x.grouped && len(x.all) == keptNames {
		x.group()
	}
	if x.grouped {
		name = pattern(name)
	}
	if x.all[name] == nil && len(x.all) >= keptNames {
		name, x.full = others, true
	}
	if x.all[name] == nil {
		x.all[name] = new(T)
	}
	return x.all[name]
}

// group makes one of those that follow the same pattern.
func (x *byName[T]) group() {
	names := x.all
	x.all, x.of, x.grouped = make(map[string]*T), nil, true
	for name, t := range names {
		name = pattern(name)
		if x.all[name] == nil {
			x.all[name] = new(T)
		}
		x.merge(x.all[name], t)
	}
}

func annotations(tallies map[string]*noteTally) []AnnotationStat {
	var out []AnnotationStat
	for name, t := range tallies {
		out = append(out, AnnotationStat{Type: name, Open: t.open, DurationStat: t.Stat()})
	}
	slices.SortFunc(out, func(a, b AnnotationStat) int {
		return cmp.Or(cmp.Compare(b.TotalNS, a.TotalNS), cmp.Compare(a.Type, b.Type))
	})
	return out
}

func logStats(tallies map[string]*logTally) []LogStat {
	var out []LogStat
	for category, t := range tallies {
		out = append(out, LogStat{category, t.count})
	}
	slices.SortFunc(out, func(a, b LogStat) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Category, b.Category))
	})
	return out
}
