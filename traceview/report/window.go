package report

import (
	"cmp"
	"math"
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/classify"
	"schedviz/traceview/internal/window"
	"schedviz/traceview/report/internal/columns"
)

const (
	// maxGLanes is how many goroutines get a lane of their own.
	maxGLanes = 20_000
	// maxGSpans bounds the spans on those lanes, and so the size of the file: together
	// with the P and M lanes, which mostly share those spans, it stays under 8 MB.
	maxGSpans = 350_000
	// maxRecords bounds tasks, regions, logs and ranges each.
	maxRecords = 20_000
)

// limits bound what a page carries.
type limits struct {
	lanes, spans int // of goroutines
	records      int // tasks, regions, logs, global ranges, and other ranges, each
	text         int // bytes of a name
}

var fullPage = limits{lanes: maxGLanes, spans: maxGSpans, records: maxRecords, text: 16 << 10}

// less returns the limits for a page that is too large with these.
func (l limits) less() limits { return limits{l.lanes / 2, l.spans / 2, l.records / 2, l.text / 4} }

// bounds are the start and end of a page's trace. Times in its blobs, including those of
// its exact windows, are relative to From.
type bounds struct{ from, to traceview.Time }

func boundsOf(w *traceview.Window) bounds { return bounds{w.From, w.To} }

// rel is t relative to the trace's start, -1 outside the trace.
func (b bounds) rel(t traceview.Time) int64 {
	if t < b.from || t > b.to || t == 0 {
		return -1
	}
	return int64(t - b.from)
}

// windowPacker turns a Window into columns.
type windowPacker struct {
	*packer
	bounds
	w       *traceview.Window
	lanes   []int32         // goroutines with a lane, ascending
	spans   selection       // in the order of the lanes: Gs, Ps, Ms
	gs      selection       // ascending
	stacks  selection       // ascending, after the empty one
	most    int             // ranges, tasks, regions and logs, each
	reasons map[string]bool // of the spans
}

func packWindow(p *packer, w *traceview.Window, l limits) *windowPacker {
	lanes := lanesOf(w, l.lanes, l.spans)
	if len(lanes) < len(w.Goroutines) && w.Resolution == 0 {
		w = window.Grouped(w, lanes)
	}
	wp := packLanes(p, boundsOf(w), w, lanes)
	wp.most = l.records
	wp.packGroups()
	wp.packRanges()
	wp.packAnnotations()
	wp.packSamples()
	return wp
}

// packLanes packs the lanes of a window, and what their spans refer to; goroutines are the
// indices of those that get a lane.
func packLanes(p *packer, b bounds, w *traceview.Window, goroutines []int32) *windowPacker {
	wp := &windowPacker{packer: p, bounds: b, w: w, lanes: goroutines, most: maxRecords, reasons: map[string]bool{}}
	gLanes, pLanes, mLanes := wp.chooseSpans()
	wp.chooseGoroutines()
	wp.chooseStacks()

	wp.packGoroutines()
	wp.together(wp.packSpans)
	wp.addDelta(columns.LaneG.Key, len(wp.lanes), func(i int) int64 { return wp.g(wp.lanes[i]) })
	wp.packRows(columns.LaneG, gLanes)
	wp.addDelta(columns.LaneP.Key, len(w.Procs), func(i int) int64 { return int64(w.Procs[i].ID) })
	wp.packRows(columns.LaneP, pLanes)
	wp.addDelta(columns.LaneM.Key, len(w.Threads), func(i int) int64 { return int64(w.Threads[i].ID) })
	wp.packRows(columns.LaneM, mLanes)
	wp.packCores()
	wp.packStacks()
	wp.packMarks()
	return wp
}

// lanesOf returns the indices of the goroutines that get a lane, within the limits on lanes
// and spans.
func lanesOf(w *traceview.Window, maxLanes, maxSpans int) []int32 {
	lanes := busiest(w, maxLanes, maxSpans)
	if len(w.Groups) == 0 {
		return lanes
	}
	// The others are counted by their groups.
	return slices.DeleteFunc(lanes, func(i int32) bool { return len(w.Goroutines[i].Lane) == 0 })
}

// busiest returns the indices of the goroutines that get a lane, ascending: all of them,
// or those that ran most.
func busiest(w *traceview.Window, maxLanes, maxSpans int) []int32 {
	gs := w.Goroutines
	order := make([]int32, len(gs))
	ran := make([]traceview.Time, len(gs))
	spans := 0
	for i := range gs {
		order[i] = int32(i)
		ran[i] = runningTime(w, gs[i].Lane)
		spans += len(gs[i].Lane)
	}
	if len(gs) <= maxLanes && spans <= maxSpans {
		return order
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(ran[b], ran[a]) })
	n, spans := 0, 0
	for n < len(order) && n < maxLanes {
		if spans += len(gs[order[n]].Lane); spans > maxSpans && n > 0 {
			break
		}
		n++
	}
	order = order[:n]
	slices.Sort(order)
	return order
}

func runningTime(w *traceview.Window, l traceview.Lane) (t traceview.Time) {
	for s := range w.On(l) {
		if s.State == traceview.StateRunning {
			t += traceview.Time(busy(s))
		}
	}
	return t
}

// chooseSpans selects the spans of the lanes, which it returns.
func (wp *windowPacker) chooseSpans() (gs, ps, ms []traceview.Lane) {
	w := wp.w
	for _, g := range wp.lanes {
		gs = append(gs, w.Goroutines[g].Lane)
	}
	for _, p := range w.Procs {
		ps = append(ps, p.Lane)
	}
	for _, m := range w.Threads {
		ms = append(ms, m.Lane)
	}
	wp.spans = newSelection(len(w.Spans))
	wp.spans.all = make([]int32, 0, len(w.Spans))
	for _, lanes := range [][]traceview.Lane{gs, ps, ms} {
		for _, l := range lanes {
			for _, i := range l {
				wp.spans.add(i)
			}
		}
	}
	return gs, ps, ms
}

// span returns span i of those on the page.
func (wp *windowPacker) span(i int) *traceview.Span { return &wp.w.Spans[wp.spans.all[i]] }

// chooseGoroutines selects the goroutines that anything on the page refers to.
func (wp *windowPacker) chooseGoroutines() {
	wp.gs = newSelection(len(wp.w.Goroutines))
	for _, g := range wp.lanes {
		wp.gs.add(g)
	}
	for i := range wp.spans.all {
		s := wp.span(i)
		wp.gs.add(s.G)
		if s.State == traceview.StateRunnable {
			wp.gs.add(s.Waker)
		}
	}
	for i := range wp.w.Marks {
		wp.gs.add(wp.w.Marks[i].G)
	}
	wp.gs.sort()
}

// chooseStacks selects the stacks that anything on the page refers to.
func (wp *windowPacker) chooseStacks() {
	wp.stacks = newSelection(len(wp.w.Stacks))
	wp.stacks.add(0)
	for i := range wp.spans.all {
		wp.stacks.add(wp.span(i).Stack)
	}
	for i := range wp.w.Marks {
		wp.stacks.add(wp.w.Marks[i].Stack)
	}
	wp.stacks.sort()
}

// stack maps an index into Window.Stacks to one into the packed stacks.
func (wp *windowPacker) stack(i int32) int64 { return max(0, wp.stacks.of(i)) }

// g maps an index into Window.Goroutines to one into the packed goroutines.
func (wp *windowPacker) g(i int32) int64 { return wp.gs.of(i) }

// selection is the part of one of a window's tables that goes on the page.
type selection struct {
	all []int32 // indices into the table, in the page's order
	at  []int32 // by index into the table: index on the page, -1 if left out
}

func newSelection(n int) selection {
	x := selection{at: make([]int32, n)}
	for i := range x.at {
		x.at[i] = -1
	}
	return x
}

// add selects entry i, if the table has it.
func (x *selection) add(i int32) {
	if i >= 0 && int(i) < len(x.at) && x.at[i] < 0 {
		x.at[i] = int32(len(x.all))
		x.all = append(x.all, i)
	}
}

// sort puts the selection into the table's order.
func (x *selection) sort() {
	slices.Sort(x.all)
	for at, i := range x.all {
		x.at[i] = int32(at)
	}
}

// of returns the index on the page of entry i, -1 if it is left out.
func (x *selection) of(i int32) int64 {
	if i < 0 || int(i) >= len(x.at) {
		return -1
	}
	return int64(x.at[i])
}

func (wp *windowPacker) packGoroutines() {
	of := func(i int) *traceview.Goroutine { return &wp.w.Goroutines[wp.gs.all[i]] }
	n := len(wp.gs.all)
	wp.addDelta(columns.GID, n, func(i int) int64 { return int64(of(i).ID) })
	wp.add(columns.GFunc, n, func(i int) int64 { return wp.string(of(i).Func) })
	wp.add(columns.GSystem, n, func(i int) int64 { return bit(classify.SystemGoroutine(of(i).Func)) })
	wp.add(columns.GParent, n, func(i int) int64 { return int64(of(i).Parent) })
	wp.addDelta(columns.GCreated, n, func(i int) int64 { return wp.rel(of(i).Created) })
}

func (wp *windowPacker) packSpans() {
	n, s := len(wp.spans.all), wp.span
	wp.addDelta(columns.SpanStart, n, func(i int) int64 { return int64(s(i).Start - wp.from) })
	wp.add(columns.SpanDur, n, func(i int) int64 { return int64(s(i).Dur()) })
	wp.addDelta(columns.SpanG, n, func(i int) int64 { return wp.g(s(i).G) })
	wp.add(columns.SpanM, n, func(i int) int64 { return int64(s(i).M) })
	wp.add(columns.SpanP, n, func(i int) int64 { return int64(s(i).P) })
	wp.add(columns.SpanStack, n, func(i int) int64 { return wp.stack(s(i).Stack) })
	wp.add(columns.SpanWaker, n, func(i int) int64 { return wp.waker(s(i)) })
	wp.add(columns.SpanN, n, func(i int) int64 { return int64(s(i).N) })
	wp.add(columns.SpanReason, n, func(i int) int64 { return wp.reason(s(i).Reason) })
	wp.add(columns.SpanState, n, func(i int) int64 { return int64(s(i).State) })
	wp.add(columns.SpanPreempt, n, func(i int) int64 { return int64(s(i).Preempt) })
	// For an exact span this is 0, which takes no space.
	wp.add(columns.SpanIdle, n, func(i int) int64 { return int64(s(i).Dur() - busy(s(i))) })
}

// waker is only packed for runnable spans; in others the field has no meaning.
func (wp *windowPacker) waker(s *traceview.Span) int64 {
	if s.State != traceview.StateRunnable {
		return -1
	}
	return wp.g(s.Waker)
}

func (wp *windowPacker) reason(i uint16) int64 {
	if int(i) >= len(wp.w.Reasons) {
		return 0
	}
	n := wp.string(wp.w.Reasons[i])
	wp.reasons[wp.strings[n]] = true
	return n
}

// busy is how much of s is taken up by spans: all of it unless s was merged.
func busy(s *traceview.Span) time.Duration {
	if s.N > 1 {
		return min(s.Busy, s.Dur())
	}
	return s.Dur()
}

// packRows packs lanes as indices into the packed spans.
func (wp *windowPacker) packRows(c columns.Lane, lanes []traceview.Lane) {
	all := slices.Concat(lanes...)
	wp.add(c.Count, len(lanes), func(i int) int64 { return int64(len(lanes[i])) })
	wp.addDelta(c.Rows, len(all), func(i int) int64 { return wp.spans.of(all[i]) })
}

// packStacks packs the stacks that are referred to, in the order of their indices.
func (wp *windowPacker) packStacks() {
	sp := newStackPacker(wp.packer)
	for _, i := range wp.stacks.all {
		sp.stacks = append(sp.stacks, sp.framesOf(wp.w.Stacks[i]))
	}
	sp.pack(columns.WindowStacks)
}

func (wp *windowPacker) packMarks() {
	n, m := len(wp.w.Marks), wp.w.Marks
	wp.addDelta(columns.MarkTime, n, func(i int) int64 { return int64(m[i].Time - wp.from) })
	wp.add(columns.MarkG, n, func(i int) int64 { return wp.g(m[i].G) })
	wp.add(columns.MarkM, n, func(i int) int64 { return int64(m[i].M) })
	wp.add(columns.MarkP, n, func(i int) int64 { return int64(m[i].P) })
	wp.add(columns.MarkStack, n, func(i int) int64 { return wp.stack(m[i].Stack) })
	wp.add(columns.MarkN, n, func(i int) int64 { return int64(m[i].N) })
	wp.add(columns.MarkKind, n, func(i int) int64 { return int64(m[i].Kind) })
}

func (wp *windowPacker) packRanges() {
	r := wp.longestRanges()
	n := len(r)
	wp.add(columns.RangeName, n, func(i int) int64 { return wp.string(r[i].Name) })
	wp.addDelta(columns.RangeStart, n, func(i int) int64 { return int64(max(r[i].Start, wp.w.From) - wp.from) })
	wp.add(columns.RangeDur, n, func(i int) int64 { return max(0, int64(min(r[i].End, wp.w.To)-max(r[i].Start, wp.w.From))) })
	wp.add(columns.RangeG, n, func(i int) int64 { return wp.g(r[i].G) })
	wp.add(columns.RangeP, n, func(i int) int64 { return int64(r[i].P) })
	wp.add(columns.RangeN, n, func(i int) int64 { return int64(max(1, r[i].N)) })
	wp.add(columns.RangeBusy, n, func(i int) int64 {
		if r[i].N > 1 {
			return int64(r[i].Busy)
		}
		return 0
	})
}

// longestRanges returns the global ranges, and the ranges of goroutines on the page; if
// there are too many of either, the longest.
func (wp *windowPacker) longestRanges() []traceview.Range {
	var common, own []traceview.Range
	for _, r := range wp.w.Ranges {
		if r.Common() {
			common = append(common, r)
		} else if wp.g(r.G) >= 0 {
			own = append(own, r)
		}
	}
	dur := func(r traceview.Range) traceview.Time { return r.End - r.Start }
	all := append(longestOf(common, wp.most, dur), longestOf(own, wp.most, dur)...)
	slices.SortStableFunc(all, func(a, b traceview.Range) int { return cmp.Compare(a.Start, b.Start) })
	return all
}

// longestOf returns all, or the n longest, in their original order.
func longestOf[T any](all []T, n int, dur func(T) traceview.Time) []T {
	if len(all) <= n {
		return all
	}
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(dur(all[b]), dur(all[a])) })
	order = order[:n]
	slices.Sort(order)
	out := make([]T, n)
	for i, k := range order {
		out[i] = all[k]
	}
	return out
}

// packAnnotations packs the program's own annotations: tasks, regions and logs.
func (wp *windowPacker) packAnnotations() {
	w := wp.w
	tasks := longestOf(w.Tasks, wp.most, func(t traceview.Task) traceview.Time { return t.End - t.Start })
	n := len(tasks)
	wp.add(columns.TaskID, n, func(i int) int64 { return int64(tasks[i].ID) })
	wp.add(columns.TaskParent, n, func(i int) int64 { return int64(tasks[i].Parent) })
	wp.add(columns.TaskType, n, func(i int) int64 { return wp.string(tasks[i].Type) })
	wp.add(columns.TaskStart, n, func(i int) int64 { return wp.rel(tasks[i].Start) })
	wp.add(columns.TaskEnd, n, func(i int) int64 { return wp.rel(tasks[i].End) })
	wp.add(columns.TaskOpen, n, func(i int) int64 { return bit(tasks[i].Open) })

	regions := longestOf(w.Regions, wp.most, func(r traceview.Region) traceview.Time { return r.End - r.Start })
	n = len(regions)
	wp.add(columns.RegionTask, n, func(i int) int64 { return int64(regions[i].Task) })
	wp.add(columns.RegionType, n, func(i int) int64 { return wp.string(regions[i].Type) })
	wp.add(columns.RegionG, n, func(i int) int64 { return wp.goid(regions[i].G) })
	wp.add(columns.RegionStart, n, func(i int) int64 { return wp.rel(regions[i].Start) })
	wp.add(columns.RegionEnd, n, func(i int) int64 { return wp.rel(regions[i].End) })
	wp.add(columns.RegionOpen, n, func(i int) int64 { return bit(regions[i].Open) })

	logs := everyNth(w.Logs, wp.most)
	n = len(logs)
	wp.add(columns.LogTime, n, func(i int) int64 { return wp.rel(logs[i].Time) })
	wp.add(columns.LogG, n, func(i int) int64 { return wp.goid(logs[i].G) })
	wp.add(columns.LogTask, n, func(i int) int64 { return int64(logs[i].Task) })
	wp.add(columns.LogCategory, n, func(i int) int64 { return wp.string(logs[i].Category) })
	wp.add(columns.LogMessage, n, func(i int) int64 { return wp.string(logs[i].Message) })
}

// everyNth returns all, or every second, third, … one.
func everyNth[T any](all []T, n int) []T {
	if len(all) <= n {
		return all
	}
	every := (len(all) + n - 1) / n
	out := make([]T, 0, n)
	for i := 0; i < len(all); i += every {
		out = append(out, all[i])
	}
	return out
}

// packGroups packs, for groups of goroutines that do not all have a lane, how many were
// running and runnable, in hundredths, by group and time step.
func (wp *windowPacker) packGroups() {
	gs := wp.w.Groups
	n := len(gs)
	lanes := map[string]int{}
	for _, g := range wp.lanes {
		lanes[wp.w.Goroutines[g].Func]++
	}
	wp.add(columns.GroupFunc, n, func(i int) int64 { return wp.string(gs[i].Func) })
	wp.add(columns.GroupOthers, n, func(i int) int64 { return bit(gs[i].Others) })
	wp.add(columns.GroupGoroutines, n, func(i int) int64 { return int64(gs[i].Goroutines) })
	wp.add(columns.GroupLanes, n, func(i int) int64 {
		if gs[i].Others {
			return int64(gs[i].Lanes)
		}
		return int64(min(gs[i].Lanes, lanes[gs[i].Func]))
	})
	var running, runnable []float64
	for i := range gs {
		running, runnable = append(running, gs[i].Running...), append(runnable, gs[i].Runnable...)
	}
	hundredths := func(values []float64) func(i int) int64 {
		return func(i int) int64 { return int64(math.Round(100 * values[i])) }
	}
	wp.add(columns.GroupRunning, len(running), hundredths(running))
	wp.add(columns.GroupRunnable, len(runnable), hundredths(runnable))
}

// packSamples packs the heap's size over time.
func (wp *windowPacker) packSamples() {
	w := wp.w
	wp.addDelta(columns.SampleTime, len(w.Samples), func(i int) int64 { return int64(w.Samples[i].Time - w.From) })
	wp.add(columns.SampleName, len(w.Samples), func(i int) int64 { return wp.string(w.Samples[i].Name) })
	wp.add(columns.SampleValue, len(w.Samples), func(i int) int64 { return int64(min(w.Samples[i].Value, 1<<53)) })
}

// goid returns the goroutine's ID, -1 for none.
func (wp *windowPacker) goid(i int32) int64 {
	if i < 0 || int(i) >= len(wp.w.Goroutines) {
		return -1
	}
	return int64(wp.w.Goroutines[i].ID)
}

func bit(b bool) int64 {
	if b {
		return 1
	}
	return 0
}
