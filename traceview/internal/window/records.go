package window

import (
	"cmp"
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/internal/sched"
)

// records are what a window has besides spans. The number of each kind is bounded, unless the
// window has no limit.
type records struct {
	common  merged[traceview.Range]    // that concern all goroutines and Ps
	own     longestOf[traceview.Range] // of a single goroutine or P
	tasks   longestOf[traceview.Task]
	regions longestOf[traceview.Region]
	logs    thinned[traceview.Log]
	samples merged[traceview.Sample]
	before  map[string]traceview.Sample // the last sample before the window, by name
}

// newRecords returns the records of a window of at most maxSpans spans.
func newRecords(maxSpans int) records {
	most := max(maxSpans/20, 1000)
	return records{
		common: merged[traceview.Range]{
			max: most, last: make(map[string]int),
			key: func(r *traceview.Range) (string, traceview.Time, traceview.Time) { return r.Name, r.Start, r.End },
			join: func(r, next *traceview.Range) {
				r.End, r.N, r.Busy = max(r.End, next.End), r.N+next.N, r.Busy+next.Busy
			},
		},
		own: longestOf[traceview.Range]{
			max: most,
			dur: func(r *traceview.Range) time.Duration { return r.End.Sub(r.Start) },
		},
		tasks: longestOf[traceview.Task]{
			max: most,
			dur: func(t *traceview.Task) time.Duration { return t.End.Sub(t.Start) },
		},
		regions: longestOf[traceview.Region]{
			max: most,
			dur: func(r *traceview.Region) time.Duration { return r.End.Sub(r.Start) },
		},
		logs: thinned[traceview.Log]{max: most, every: 1},
		samples: merged[traceview.Sample]{
			max: most / 2, last: make(map[string]int),
			key:  func(s *traceview.Sample) (string, traceview.Time, traceview.Time) { return s.Name, s.Time, s.Time },
			join: func(s, next *traceview.Sample) { *s = *next },
		},
		before: make(map[string]traceview.Sample),
	}
}

// holds calls hold with each goroutine to which a record refers.
func (x *records) holds(hold func(g int32)) {
	for i := range x.common.all {
		hold(x.common.all[i].G)
	}
	for i := range x.own.all {
		hold(x.own.all[i].G)
	}
	for i := range x.regions.all {
		hold(x.regions.all[i].G)
	}
	for i := range x.logs.all {
		hold(x.logs.all[i].G)
	}
}

// fill adds the records to the window.
func (x *records) fill(out *traceview.Window) {
	out.Ranges = append(slices.Clip(x.common.all), x.own.all...)
	out.Tasks, out.Regions, out.Logs = x.tasks.all, x.regions.all, x.logs.all
	for _, s := range x.before {
		out.Samples = append(out.Samples, traceview.Sample{Time: out.From, Name: s.Name, Value: s.Value})
	}
	out.Samples = append(out.Samples, x.samples.all...)
	out.RangeResolution = x.common.width
	out.Omitted = traceview.Omitted{
		Ranges: x.own.omitted + x.common.omitted, Tasks: x.tasks.omitted, Regions: x.regions.omitted,
		Logs: x.logs.omitted,
	}
}

// reclipRecords removes the records that are no longer in the window, which has become smaller, and
// clips the others.
func (w *Builder) reclipRecords() {
	out := func(start, end *traceview.Time) bool {
		from, to, ok := w.clip(*start, *end)
		*start, *end = from, to
		return !ok
	}
	for _, all := range []*[]traceview.Range{&w.common.all, &w.own.all} {
		*all = slices.DeleteFunc(*all, func(r traceview.Range) bool { return out(&r.Start, &r.End) })
		for i := range *all {
			r := &(*all)[i]
			out(&r.Start, &r.End)
			r.Busy = r.End.Sub(r.Start)
		}
	}
	w.regions.all = slices.DeleteFunc(w.regions.all, func(r traceview.Region) bool { return out(&r.Start, &r.End) })
	for i := range w.regions.all {
		out(&w.regions.all[i].Start, &w.regions.all[i].End)
	}
	w.tasks.all = slices.DeleteFunc(w.tasks.all, func(t traceview.Task) bool { return out(&t.Start, &t.End) })
	for i := range w.tasks.all {
		w.tasks.all[i].End = min(w.tasks.all[i].End, w.to)
	}
	w.logs.all = slices.DeleteFunc(w.logs.all, func(l traceview.Log) bool { return out(&l.Time, &l.Time) })
	w.samples.all = slices.DeleteFunc(w.samples.all, func(s traceview.Sample) bool {
		if s.Time < w.from {
			w.before[s.Name] = s
		}
		return s.Time < w.from || s.Time > w.to
	})
	clear(w.common.last)
	clear(w.samples.last)
}

// RangeEnd implements [sched.RangeEndSink].
func (w *Builder) RangeEnd(m *sched.Machine, r sched.OpenRange, end traceview.Time, open bool) {
	start, end, ok := w.clip(r.Start, end)
	if !ok {
		return
	}
	x := traceview.Range{
		Name: m.Symbols.Texts[r.Name], Start: start, End: end, G: r.G, P: r.P, Open: open, N: 1, Busy: end.Sub(start),
	}
	if x.Common() {
		w.common.add(x)
	} else {
		w.own.add(x)
	}
}

// TaskEnd implements [sched.AnnotationSink].
func (w *Builder) TaskEnd(m *sched.Machine, t sched.OpenTask, end traceview.Time, open bool) {
	if _, end, ok := w.clip(t.Start, end); ok {
		w.tasks.add(traceview.Task{
			ID: t.ID, Parent: t.Parent, Type: m.Symbols.Texts[t.Name], Start: t.Start, End: end, Open: open,
		})
	}
}

// RegionEnd implements [sched.AnnotationSink].
func (w *Builder) RegionEnd(m *sched.Machine, r sched.OpenRegion, end traceview.Time, open bool) {
	if start, end, ok := w.clip(max(r.Start, m.Start), end); ok {
		w.regions.add(traceview.Region{
			Task: r.Task, Type: m.Symbols.Texts[r.Name], G: r.G, Start: start, End: end, Open: open,
		})
	}
}

// Log implements [sched.AnnotationSink].
func (w *Builder) Log(m *sched.Machine, g int32, task uint64, category, message string) {
	if m.Now >= w.from && m.Now <= w.to {
		w.logs.add(traceview.Log{Time: m.Now, G: g, Task: task, Category: category, Message: message})
	}
}

// Metric implements [sched.MetricSink].
func (w *Builder) Metric(m *sched.Machine, name string, value uint64) {
	s := traceview.Sample{Time: m.Now, Name: name, Value: value}
	if m.Now < w.from {
		w.before[name] = s
		return
	}
	if m.Now <= w.to {
		w.samples.add(s)
	}
}

// longestOf keeps the longest items.
type longestOf[T any] struct {
	all     []T
	max     int
	dur     func(*T) time.Duration
	least   time.Duration // shorter ones are dropped
	omitted int64
}

func (x *longestOf[T]) add(v T) {
	if x.dur(&v) < x.least {
		x.omitted++
		return
	}
	x.all = append(x.all, v)
	if len(x.all)/2 > x.max {
		x.prune()
	}
}

// prune drops all but the longest.
func (x *longestOf[T]) prune() {
	slices.SortStableFunc(x.all, func(a, b T) int { return cmp.Compare(x.dur(&b), x.dur(&a)) })
	x.omitted += int64(len(x.all) - x.max)
	clear(x.all[x.max:])
	x.all = x.all[:x.max]
	x.least = x.dur(&x.all[x.max-1])
}

// thinned keeps every item at first, then every second, every fourth, and so on.
type thinned[T any] struct {
	all     []T
	max     int
	every   int64
	n       int64
	omitted int64
}

func (x *thinned[T]) add(v T) {
	x.n++
	if (x.n-1)%x.every != 0 {
		x.omitted++
		return
	}
	x.all = append(x.all, v)
	if len(x.all)/2 <= x.max {
		return
	}
	half := x.all[:0]
	for i := 0; i < len(x.all); i += 2 {
		half = append(half, x.all[i])
	}
	x.omitted += int64(len(x.all) - len(half))
	clear(x.all[len(half):])
	x.all, x.every = half, 2*x.every
}

// merged keeps items that follow one another under a name. If there are too many, those within one
// step are merged.
type merged[T any] struct {
	all     []T
	last    map[string]int // by name: index of the last item
	max     int
	width   time.Duration // length of a step, 0 while nothing is merged
	origin  traceview.Time
	key     func(*T) (name string, start, end traceview.Time)
	join    func(t, next *T)
	omitted int64
}

func (x *merged[T]) add(v T) {
	x.put(v)
	if len(x.all)/2 > x.max {
		x.coarsen()
	}
}

func (x *merged[T]) put(v T) {
	name, start, end := x.key(&v)
	if len(x.all) == 0 && x.width == 0 {
		x.origin = start
	}
	if i, ok := x.last[name]; ok && x.width > 0 {
		if _, first, _ := x.key(&x.all[i]); x.step(first) == x.step(end) {
			x.join(&x.all[i], &v)
			return
		}
	}
	x.last[name] = len(x.all)
	x.all = append(x.all, v)
}

func (x *merged[T]) step(t traceview.Time) int64 { return int64(t.Sub(x.origin) / x.width) }

// coarsen doubles the steps until there are few enough items. If that does not help because there
// are so many names, the later items are dropped.
func (x *merged[T]) coarsen() {
	for len(x.all) > x.max && x.width < time.Hour {
		x.width = max(2*x.width, time.Microsecond)
		all := x.all
		x.all = all[:0]
		clear(x.last)
		for _, v := range all {
			x.put(v)
		}
		clear(all[len(x.all):])
	}
	if n := len(x.all) - x.max; n > 0 {
		x.omitted += int64(n)
		x.all = x.all[:x.max]
		clear(x.last)
	}
}
