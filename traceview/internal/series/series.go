package series

import (
	"slices"
	"time"

	"schedviz/traceview"
)

const (
	// Steps is the maximum number of steps of a series; a long trace has at least half as many.
	Steps = 2048
	// finest is the initial step width, as a power of two of nanoseconds; it is doubled until the
	// trace fits.
	finest = 10
)

// Grid divides time, from Start on, into at most Steps equal steps. As the trace goes on, the grid
// gets coarser, and everything measured on it is folded.
type Grid struct {
	Start traceview.Time
	shift uint     // a step is 2^shift ns wide
	folds []func() // one for each quantity on the grid

	step      int            // the step of the latest time asked for,
	from, end traceview.Time // and its bounds
}

// NewGrid returns a grid that begins at start, with the finest steps.
func NewGrid(start traceview.Time) *Grid { return &Grid{Start: start, shift: finest} }

// Width returns the length of a step.
func (gr *Grid) Width() time.Duration { return 1 << gr.shift }

// At returns the step that contains t, which is not before Start. It makes the grid coarser until
// there is one.
func (gr *Grid) At(t traceview.Time) int {
	if t < gr.from || t >= gr.end {
		gr.seek(t)
	}
	return gr.step
}

func (gr *Grid) seek(t traceview.Time) {
	for gr.Index(t) >= Steps {
		for _, fold := range gr.folds {
			fold()
		}
		gr.shift++
	}
	gr.step = gr.Index(t)
	gr.from, gr.end = gr.begin(gr.step), gr.begin(gr.step+1)
}

// Index returns the step of t without making the grid coarser; it may be out of range.
func (gr *Grid) Index(t traceview.Time) int { return int(uint64(t.Sub(gr.Start)) >> gr.shift) }

// begin returns when step i begins.
func (gr *Grid) begin(i int) traceview.Time { return gr.Start + traceview.Time(i)<<gr.shift }

// Load is a quantity of activity: for each step, the total time of spans within it, in nanoseconds.
// Steps that a span covers completely are kept as differences, so that a long span costs no more
// than a short one.
type Load struct {
	gr    *Grid
	parts [Steps]int64     // of spans that begin or end within the step
	delta [Steps + 1]int64 // change of the number of spans that cover the whole step
}

// NewLoad returns a load on gr.
func NewLoad(gr *Grid) *Load {
	l := &Load{gr: gr}
	gr.folds = append(gr.folds, l.fold)
	return l
}

// Add adds a span.
func (l *Load) Add(start, end traceview.Time) {
	if end <= start {
		return
	}
	last := l.gr.At(end) // first, because it may change the steps
	if start >= l.gr.from {
		l.parts[last] = traceview.SaturatingAdd(l.parts[last], int64(end-start))
		return
	}
	first := l.gr.Index(start)
	l.parts[first] = traceview.SaturatingAdd(l.parts[first], int64(l.gr.begin(first+1)-start))
	l.parts[last] = traceview.SaturatingAdd(l.parts[last], int64(end-l.gr.begin(last)))
	l.delta[first+1]++
	l.delta[last]--
}

// sums returns the load of the first n steps.
func (l *Load) sums(n int) []int64 {
	out := make([]int64, n)
	var covering int64
	for i := range out {
		covering += l.delta[i]
		out[i] = traceview.SaturatingAdd(l.parts[i], traceview.SaturatingMul(int64(1)<<l.gr.shift, covering))
	}
	return out
}

// fold merges each two steps into one.
func (l *Load) fold() {
	sums := l.sums(Steps)
	l.parts, l.delta = [Steps]int64{}, [Steps + 1]int64{}
	for i, v := range sums {
		l.parts[i/2] = traceview.SaturatingAdd(l.parts[i/2], v)
	}
}

// Means returns the load of the first n steps as the mean number of concurrent spans.
func (l *Load) Means(n int) []float64 {
	out := make([]float64, n)
	for i, v := range l.sums(n) {
		out[i] = float64(v) / float64(l.gr.Width())
	}
	return out
}

// Peak records the maximum in each step of a quantity that changes occasionally.
type Peak struct {
	gr    *Grid
	steps [Steps]int32
	last  int // the step of the latest change
	value int32
}

// NewPeak returns a peak on gr; its quantity is 0 at first.
func NewPeak(gr *Grid) *Peak {
	p := &Peak{gr: gr}
	gr.folds = append(gr.folds, p.fold)
	return p
}

// Set sets the quantity to v from t on.
func (p *Peak) Set(t traceview.Time, v int32) {
	at := p.gr.At(t)
	for i := p.last + 1; i <= at; i++ {
		p.steps[i] = p.value
	}
	p.last, p.value = at, v
	p.steps[at] = max(p.steps[at], v)
}

// UpTo returns the values of the first n steps.
func (p *Peak) UpTo(n int) []int32 { return slices.Clone(p.steps[:n]) }

func (p *Peak) fold() {
	for i := range Steps / 2 {
		p.steps[i] = max(p.steps[2*i], p.steps[2*i+1])
	}
	clear(p.steps[Steps/2:])
	p.last /= 2
}

// Latest records the last value in each step.
type Latest struct {
	gr    *Grid
	steps [Steps]uint64
	last  int
}

// NewLatest returns a Latest on gr; its value is 0 at first.
func NewLatest(gr *Grid) *Latest {
	l := &Latest{gr: gr}
	gr.folds = append(gr.folds, l.fold)
	return l
}

// Set sets the value to v from t on.
func (l *Latest) Set(t traceview.Time, v uint64) {
	at := l.gr.At(t)
	for i := l.last + 1; i < at; i++ {
		l.steps[i] = l.steps[l.last]
	}
	l.last = at
	l.steps[at] = v
}

func (l *Latest) fold() {
	for i := range Steps / 2 {
		l.steps[i] = l.steps[min(2*i+1, l.last)]
	}
	clear(l.steps[Steps/2:])
	l.last /= 2
}

// UpTo returns the values of the first n steps.
func (l *Latest) UpTo(n int) []uint64 {
	for i := l.last + 1; i < n; i++ {
		l.steps[i] = l.steps[l.last]
	}
	return slices.Clone(l.steps[:n])
}
