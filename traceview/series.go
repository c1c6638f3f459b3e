package traceview

import (
	"slices"
	"time"
)

const (
	// seriesSteps bounds the number of steps of a series: it has between half as
	// many and as many, whatever the length of the trace.
	seriesSteps = 2048
	// seriesFinest is the first step width, 2^10 ns; it is doubled until the trace fits.
	seriesFinest = 10
)

// grid cuts time into at most seriesSteps equal steps from start on. As the trace
// goes on it grows coarser, and everything measured on it is folded.
type grid struct {
	start Time
	shift uint     // a step is 2^shift ns wide
	folds []func() // one for each quantity on the grid

	step      int  // that of the latest time asked for,
	from, end Time // and its bounds
}

func newGrid(start Time) *grid { return &grid{start: start, shift: seriesFinest} }

func (gr *grid) width() time.Duration { return 1 << gr.shift }

// at returns the step that t, not before the start, is in, making the grid coarser until there is one.
func (gr *grid) at(t Time) int {
	if t < gr.from || t >= gr.end {
		gr.seek(t)
	}
	return gr.step
}

func (gr *grid) seek(t Time) {
	for gr.of(t) >= seriesSteps {
		for _, fold := range gr.folds {
			fold()
		}
		gr.shift++
	}
	gr.step = gr.of(t)
	gr.from, gr.end = gr.begin(gr.step), gr.begin(gr.step+1)
}

// of returns the step of t, wherever it is.
func (gr *grid) of(t Time) int { return int(uint64(t.Sub(gr.start)) >> gr.shift) }

// begin returns when step i begins.
func (gr *grid) begin(i int) Time { return gr.start + Time(i)<<gr.shift }

// load is how much of something went on in each step: the sum of the lengths of
// spans, in nanoseconds. Steps a span covers whole are kept as differences, so
// that a long span costs no more than a short one.
type load struct {
	gr    *grid
	parts [seriesSteps]int64     // of spans that begin or end within the step
	delta [seriesSteps + 1]int64 // change in how many spans cover the whole step
}

func newLoad(gr *grid) *load {
	l := &load{gr: gr}
	gr.folds = append(gr.folds, l.fold)
	return l
}

// add counts a span.
func (l *load) add(start, end Time) {
	if end <= start {
		return
	}
	last := l.gr.at(end) // first, for it may change the steps
	if start >= l.gr.from {
		l.parts[last] = plus(l.parts[last], int64(end-start))
		return
	}
	first := l.gr.of(start)
	l.parts[first] = plus(l.parts[first], int64(l.gr.begin(first+1)-start))
	l.parts[last] = plus(l.parts[last], int64(end-l.gr.begin(last)))
	l.delta[first+1]++
	l.delta[last]--
}

// sums returns the load of the first n steps.
func (l *load) sums(n int) []int64 {
	out := make([]int64, n)
	var covering int64
	for i := range out {
		covering += l.delta[i]
		out[i] = plus(l.parts[i], times(int64(1)<<l.gr.shift, covering))
	}
	return out
}

// fold makes one step of two.
func (l *load) fold() {
	sums := l.sums(seriesSteps)
	l.parts, l.delta = [seriesSteps]int64{}, [seriesSteps + 1]int64{}
	for i, v := range sums {
		l.parts[i/2] = plus(l.parts[i/2], v)
	}
}

// means returns the load of the first n steps as a mean number of spans at once.
func (l *load) means(n int) []float64 {
	out := make([]float64, n)
	for i, v := range l.sums(n) {
		out[i] = float64(v) / float64(l.gr.width())
	}
	return out
}

// peak keeps the largest value in each step of a quantity that changes now and then.
type peak struct {
	gr    *grid
	steps [seriesSteps]int32
	last  int // step of the latest change
	value int32
}

func newPeak(gr *grid) *peak {
	p := &peak{gr: gr}
	gr.folds = append(gr.folds, p.fold)
	return p
}

// set tells that from t on the quantity is v.
func (p *peak) set(t Time, v int32) {
	at := p.gr.at(t)
	for i := p.last + 1; i <= at; i++ {
		p.steps[i] = p.value
	}
	p.last, p.value = at, v
	p.steps[at] = max(p.steps[at], v)
}

// upTo returns the values of the first n steps.
func (p *peak) upTo(n int) []int32 { return slices.Clone(p.steps[:n]) }

func (p *peak) fold() {
	for i := range seriesSteps / 2 {
		p.steps[i] = max(p.steps[2*i], p.steps[2*i+1])
	}
	clear(p.steps[seriesSteps/2:])
	p.last /= 2
}

// latest keeps the last value in each step.
type latest struct {
	gr    *grid
	steps [seriesSteps]uint64
	last  int
}

func newLatest(gr *grid) *latest {
	l := &latest{gr: gr}
	gr.folds = append(gr.folds, l.fold)
	return l
}

func (l *latest) set(t Time, v uint64) {
	at := l.gr.at(t)
	for i := l.last + 1; i < at; i++ {
		l.steps[i] = l.steps[l.last]
	}
	l.last = at
	l.steps[at] = v
}

func (l *latest) fold() {
	for i := range seriesSteps / 2 {
		l.steps[i] = l.steps[min(2*i+1, l.last)]
	}
	clear(l.steps[seriesSteps/2:])
	l.last /= 2
}

// upTo returns the values of the first n steps.
func (l *latest) upTo(n int) []uint64 {
	for i := l.last + 1; i < n; i++ {
		l.steps[i] = l.steps[l.last]
	}
	return slices.Clone(l.steps[:n])
}
