package summarize

import (
	"cmp"
	"slices"

	"schedviz/traceview"
	"schedviz/traceview/internal/grow"
	"schedviz/traceview/internal/sched"
)

// annotations adds up the program's own annotations.
type annotations struct {
	tasks, regions byName[annotationTally]
	logs           byName[logTally]
}

type annotationTally struct {
	traceview.Histogram
	open int64
}

type logTally struct{ count int64 }

func newAnnotations() annotations {
	mergeTallies := func(into, from *annotationTally) {
		into.Merge(&from.Histogram)
		into.open += from.open
	}
	return annotations{
		tasks: newByName(mergeTallies), regions: newByName(mergeTallies),
		logs: newByName(func(into, from *logTally) { into.count += from.count }),
	}
}

// add adds a task or region. If it has no end, it counts as open; one that has an end but no begin is not counted.
func (t *annotationTally) add(start, end traceview.Time, open bool) {
	switch {
	case open:
		t.open++
	case start != 0:
		t.Add(end.Sub(start))
	}
}

// byName keeps one T per name or, if there are too many names, one per [sched.Pattern].
type byName[T any] struct {
	all     map[string]*T
	byText  []*T // by text, for those looked up
	grouped bool
	full    bool // there were too many patterns
	merge   func(into, from *T)
}

func newByName[T any](merge func(into, from *T)) byName[T] {
	return byName[T]{all: make(map[string]*T), merge: merge}
}

// forText returns the T of a text.
func (x *byName[T]) forText(sy *sched.Symbols, text int32) *T {
	t := grow.Reach(&x.byText, text)
	if *t == nil {
		found := x.find(sy.Texts[text])
		*grow.Reach(&x.byText, text) = found
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
		name = sched.Pattern(name)
	}
	if x.all[name] == nil && len(x.all) >= keptNames {
		name, x.full = sched.Others, true
	}
	if x.all[name] == nil {
		x.all[name] = new(T)
	}
	return x.all[name]
}

// group merges the names that have the same pattern.
func (x *byName[T]) group() {
	names := x.all
	x.all, x.byText, x.grouped = make(map[string]*T), nil, true
	for name, t := range names {
		name = sched.Pattern(name)
		if x.all[name] == nil {
			x.all[name] = new(T)
		}
		x.merge(x.all[name], t)
	}
}

func annotationStats(tallies map[string]*annotationTally) []traceview.AnnotationStat {
	var out []traceview.AnnotationStat
	for name, t := range tallies {
		out = append(out, traceview.AnnotationStat{Type: name, Open: t.open, DurationStat: t.Stat()})
	}
	slices.SortFunc(out, func(a, b traceview.AnnotationStat) int {
		return cmp.Or(cmp.Compare(b.TotalNS, a.TotalNS), cmp.Compare(a.Type, b.Type))
	})
	return out
}

func logStats(tallies map[string]*logTally) []traceview.LogStat {
	var out []traceview.LogStat
	for category, t := range tallies {
		out = append(out, traceview.LogStat{Category: category, Count: t.count})
	}
	slices.SortFunc(out, func(a, b traceview.LogStat) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Category, b.Category))
	})
	return out
}
