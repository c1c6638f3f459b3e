package report

import (
	"cmp"
	"slices"
	"time"

	"schedviz/traceview"
)

const (
	// maxGLanes is how many goroutines get a lane of their own.
	maxGLanes = 20_000
	// maxGSpans bounds the spans on those lanes, and so the size of the file: with
	// the P and M lanes, which mostly refer to the same spans, it stays under 8 MB.
	maxGSpans = 350_000
	// maxRecords bounds tasks, regions and logs, each.
	maxRecords = 20_000
	// maxRanges bounds the ranges that are not of everybody: sweeps, assists.
	maxRanges = 20_000
)

// bounds are when a page's trace begins and ends. The times in its blobs, those of
// its exact windows too, are relative to From.
type bounds struct{ from, to traceview.Time }

func boundsOf(w *traceview.Window) bounds { return bounds{w.From, w.To} }

// rel is t since the trace's start; moments outside of the trace are -1.
func (b bounds) rel(t traceview.Time) int64 {
	if t < b.from || t > b.to || t == 0 {
		return -1
	}
	return int64(t - b.from)
}

// windowPacker turns a Window into columns. A span that is on a G, a P and an M lane
// is stored once.
type windowPacker struct {
	*packer
	bounds
	w      *traceview.Window
	lanes  []int32                  // goroutines with a lane, ascending
	spans  []traceview.Span         // unique
	spanAt map[traceview.Span]int32 // where in spans
	gAt    []int32                  // index into the packed goroutines, -1: left out
	gs     []int32                  // the packed goroutines, ascending
}

func packWindow(p *packer, w *traceview.Window) *windowPacker {
	wp := packLanes(p, boundsOf(w), w, busiest(w.Goroutines, maxGLanes, maxGSpans))
	wp.packRanges()
	wp.packAnnotations()
	wp.packSamples()
	return wp
}

// packLanes packs the lanes of a window, and what their spans refer to; goroutines
// are the indices of those with a lane of their own.
func packLanes(p *packer, b bounds, w *traceview.Window, goroutines []int32) *windowPacker {
	wp := &windowPacker{packer: p, bounds: b, w: w, lanes: goroutines, spanAt: map[traceview.Span]int32{}}
	gRows := wp.rows(len(wp.lanes), func(i int) []traceview.Span { return w.Goroutines[wp.lanes[i]].Spans })
	pRows := wp.rows(len(w.Procs), func(i int) []traceview.Span { return w.Procs[i].Spans })
	mRows := wp.rows(len(w.Threads), func(i int) []traceview.Span { return w.Threads[i].Spans })
	wp.chooseGoroutines()

	wp.packGoroutines()
	wp.packSpans()
	wp.addDelta("lane.g.key", "i32", len(wp.lanes), func(i int) int64 { return wp.g(wp.lanes[i]) })
	wp.packRows("lane.g", gRows)
	wp.addDelta("lane.p.key", "i32", len(w.Procs), func(i int) int64 { return int64(w.Procs[i].ID) })
	wp.packRows("lane.p", pRows)
	wp.addDelta("lane.m.key", "f64", len(w.Threads), func(i int) int64 { return int64(w.Threads[i].ID) })
	wp.packRows("lane.m", mRows)
	wp.packCores()
	wp.packStacks()
	wp.packMarks()
	return wp
}

// busiest returns the indices of the goroutines that get a lane, ascending: all
// of them, or those that ran most.
func busiest(gs []traceview.Goroutine, maxLanes, maxSpans int) []int32 {
	order := make([]int32, len(gs))
	ran := make([]traceview.Time, len(gs))
	spans := 0
	for i := range gs {
		order[i] = int32(i)
		ran[i] = runningTime(gs[i].Spans)
		spans += len(gs[i].Spans)
	}
	if len(gs) <= maxLanes && spans <= maxSpans {
		return order
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(ran[b], ran[a]) })
	n, spans := 0, 0
	for n < len(order) && n < maxLanes {
		if spans += len(gs[order[n]].Spans); spans > maxSpans && n > 0 {
			break
		}
		n++
	}
	order = order[:n]
	slices.Sort(order)
	return order
}

func runningTime(spans []traceview.Span) (t traceview.Time) {
	for _, s := range spans {
		if s.State == traceview.StateRunning {
			t += traceview.Time(busy(s))
		}
	}
	return t
}

// rows gives each lane's spans as indices into wp.spans.
func (wp *windowPacker) rows(lanes int, spans func(i int) []traceview.Span) [][]int32 {
	rows := make([][]int32, lanes)
	for i := range rows {
		for _, s := range spans(i) {
			at, ok := wp.spanAt[s]
			if !ok {
				at = int32(len(wp.spans))
				wp.spanAt[s] = at
				wp.spans = append(wp.spans, s)
			}
			rows[i] = append(rows[i], at)
		}
	}
	return rows
}

// chooseGoroutines selects the goroutines that anything carried refers to.
func (wp *windowPacker) chooseGoroutines() {
	wp.gAt = make([]int32, len(wp.w.Goroutines))
	use := func(g int32) {
		if g >= 0 && int(g) < len(wp.gAt) {
			wp.gAt[g] = 1
		}
	}
	for _, g := range wp.lanes {
		use(g)
	}
	for _, s := range wp.spans {
		use(s.G)
		if s.State == traceview.StateRunnable {
			use(s.Waker)
		}
	}
	for _, m := range wp.w.Marks {
		use(m.G)
	}
	for i, used := range wp.gAt {
		wp.gAt[i] = -1
		if used != 0 {
			wp.gAt[i] = int32(len(wp.gs))
			wp.gs = append(wp.gs, int32(i))
		}
	}
}

// g maps an index into Window.Goroutines to one into the packed goroutines.
func (wp *windowPacker) g(i int32) int64 {
	if i < 0 || int(i) >= len(wp.gAt) {
		return -1
	}
	return int64(wp.gAt[i])
}

func (wp *windowPacker) packGoroutines() {
	of := func(i int) *traceview.Goroutine { return &wp.w.Goroutines[wp.gs[i]] }
	n := len(wp.gs)
	wp.addDelta("g.id", "f64", n, func(i int) int64 { return int64(of(i).ID) })
	wp.add("g.func", "i32", n, func(i int) int64 { return wp.string(of(i).Func) })
	wp.add("g.parent", "f64", n, func(i int) int64 { return int64(of(i).Parent) })
	wp.addDelta("g.created", "f64", n, func(i int) int64 { return wp.rel(of(i).Created) })
	wp.addDelta("g.ended", "f64", n, func(i int) int64 { return wp.rel(of(i).Ended) })
}

func (wp *windowPacker) packSpans() {
	n, s := len(wp.spans), wp.spans
	wp.addDelta("span.start", "f64", n, func(i int) int64 { return int64(s[i].Start - wp.from) })
	wp.add("span.dur", "f64", n, func(i int) int64 { return int64(s[i].Dur()) })
	wp.addDelta("span.g", "i32", n, func(i int) int64 { return wp.g(s[i].G) })
	wp.add("span.m", "i32", n, func(i int) int64 { return int64(s[i].M) })
	wp.add("span.p", "i32", n, func(i int) int64 { return int64(s[i].P) })
	wp.add("span.stack", "i32", n, func(i int) int64 { return int64(s[i].Stack) })
	wp.add("span.waker", "i32", n, func(i int) int64 { return wp.waker(s[i]) })
	wp.add("span.n", "i32", n, func(i int) int64 { return int64(s[i].N) })
	wp.add("span.reason", "i32", n, func(i int) int64 { return wp.reason(s[i].Reason) })
	wp.add("span.state", "u8", n, func(i int) int64 { return int64(s[i].State) })
	wp.add("span.preempt", "u8", n, func(i int) int64 { return int64(s[i].Preempt) })
	// Of an exact span this is 0, which packs to nothing.
	wp.add("span.idle", "f64", n, func(i int) int64 { return int64(s[i].Dur() - busy(s[i])) })
}

// waker is only told of runnable spans; elsewhere the field means nothing.
func (wp *windowPacker) waker(s traceview.Span) int64 {
	if s.State != traceview.StateRunnable {
		return -1
	}
	return wp.g(s.Waker)
}

func (wp *windowPacker) reason(i uint16) int64 {
	if int(i) >= len(wp.w.Reasons) {
		return 0
	}
	return wp.string(wp.w.Reasons[i])
}

// busy is the time that spans take of s, all of it unless s was merged.
func busy(s traceview.Span) time.Duration {
	if s.N > 1 {
		return min(s.Busy, s.Dur())
	}
	return s.Dur()
}

func (wp *windowPacker) packRows(name string, rows [][]int32) {
	var all []int32
	for _, r := range rows {
		all = append(all, r...)
	}
	wp.add(name+".count", "i32", len(rows), func(i int) int64 { return int64(len(rows[i])) })
	wp.addDelta(name+".rows", "i32", len(all), func(i int) int64 { return int64(all[i]) })
}

// packStacks packs the window's stacks. Spans refer to them by their place, so none is left out.
func (wp *windowPacker) packStacks() {
	sp := newStackPacker(wp.packer)
	for _, s := range wp.w.Stacks {
		sp.stacks = append(sp.stacks, sp.framesOf(s))
	}
	sp.pack("")
}

func (wp *windowPacker) packMarks() {
	n, m := len(wp.w.Marks), wp.w.Marks
	wp.addDelta("mark.time", "f64", n, func(i int) int64 { return int64(m[i].Time - wp.from) })
	wp.add("mark.g", "i32", n, func(i int) int64 { return wp.g(m[i].G) })
	wp.add("mark.m", "i32", n, func(i int) int64 { return int64(m[i].M) })
	wp.add("mark.p", "i32", n, func(i int) int64 { return int64(m[i].P) })
	wp.add("mark.stack", "i32", n, func(i int) int64 { return int64(m[i].Stack) })
	wp.add("mark.n", "i32", n, func(i int) int64 { return int64(m[i].N) })
	wp.add("mark.kind", "u8", n, func(i int) int64 { return int64(m[i].Kind) })
}

func (wp *windowPacker) packRanges() {
	r := wp.longestRanges()
	n := len(r)
	wp.add("range.name", "i32", n, func(i int) int64 { return wp.string(r[i].Name) })
	wp.addDelta("range.start", "f64", n, func(i int) int64 { return int64(max(r[i].Start, wp.w.From) - wp.from) })
	wp.add("range.dur", "f64", n, func(i int) int64 { return max(0, int64(min(r[i].End, wp.w.To)-max(r[i].Start, wp.w.From))) })
	wp.add("range.g", "i32", n, func(i int) int64 { return wp.g(r[i].G) })
	wp.add("range.p", "i32", n, func(i int) int64 { return int64(r[i].P) })
}

// longestRanges are the ranges of everybody, and of the others all, or the longest.
func (wp *windowPacker) longestRanges() []traceview.Range {
	all := wp.w.Ranges
	own := func(r traceview.Range) bool { return r.G >= 0 || r.P != traceview.NoP }
	var lengths []traceview.Time
	for _, r := range all {
		if own(r) {
			lengths = append(lengths, r.End-r.Start)
		}
	}
	if len(lengths) <= maxRanges {
		return all
	}
	slices.Sort(lengths)
	least := lengths[len(lengths)-maxRanges]
	return slices.DeleteFunc(slices.Clone(all), func(r traceview.Range) bool { return own(r) && r.End-r.Start < least })
}

// packAnnotations packs what the program itself told the trace: tasks, regions, logs.
func (wp *windowPacker) packAnnotations() {
	w := wp.w
	n := min(len(w.Tasks), maxRecords)
	wp.add("task.id", "f64", n, func(i int) int64 { return int64(w.Tasks[i].ID) })
	wp.add("task.parent", "f64", n, func(i int) int64 { return int64(w.Tasks[i].Parent) })
	wp.add("task.type", "i32", n, func(i int) int64 { return wp.string(w.Tasks[i].Type) })
	wp.add("task.start", "f64", n, func(i int) int64 { return wp.rel(w.Tasks[i].Start) })
	wp.add("task.end", "f64", n, func(i int) int64 { return wp.rel(w.Tasks[i].End) })
	wp.add("task.open", "u8", n, func(i int) int64 { return bit(w.Tasks[i].Open) })

	n = min(len(w.Regions), maxRecords)
	wp.add("region.task", "f64", n, func(i int) int64 { return int64(w.Regions[i].Task) })
	wp.add("region.type", "i32", n, func(i int) int64 { return wp.string(w.Regions[i].Type) })
	wp.add("region.g", "f64", n, func(i int) int64 { return wp.goid(w.Regions[i].G) })
	wp.add("region.start", "f64", n, func(i int) int64 { return wp.rel(w.Regions[i].Start) })
	wp.add("region.end", "f64", n, func(i int) int64 { return wp.rel(w.Regions[i].End) })
	wp.add("region.open", "u8", n, func(i int) int64 { return bit(w.Regions[i].Open) })

	n = min(len(w.Logs), maxRecords)
	wp.add("log.time", "f64", n, func(i int) int64 { return wp.rel(w.Logs[i].Time) })
	wp.add("log.g", "f64", n, func(i int) int64 { return wp.goid(w.Logs[i].G) })
	wp.add("log.task", "f64", n, func(i int) int64 { return int64(w.Logs[i].Task) })
	wp.add("log.category", "i32", n, func(i int) int64 { return wp.string(w.Logs[i].Category) })
	wp.add("log.message", "i32", n, func(i int) int64 { return wp.string(w.Logs[i].Message) })
}

// packSamples packs the course of the heap's size.
func (wp *windowPacker) packSamples() {
	w := wp.w
	wp.addDelta("sample.time", "f64", len(w.Samples), func(i int) int64 { return int64(w.Samples[i].Time - w.From) })
	wp.add("sample.name", "i32", len(w.Samples), func(i int) int64 { return wp.string(w.Samples[i].Name) })
	wp.add("sample.value", "f64", len(w.Samples), func(i int) int64 { return int64(min(w.Samples[i].Value, 1<<53)) })
}

// goid returns the goroutine's own id, -1 for none.
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
