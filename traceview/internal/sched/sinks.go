package sched

import "schedviz/traceview"

// Sink receives what a machine finds out, in time order, through those of the following interfaces
// that it implements. What it does not implement costs nothing.
type Sink any

type (
	// GoroutineSink receives goroutines when they appear.
	GoroutineSink interface {
		// GoroutineFirstSeen reports goroutine g, which appears for the first time, in state
		// m.Gs.At(g).State. by is the goroutine that has just created it, or -1.
		GoroutineFirstSeen(m *Machine, g, by int32)
	}
	// SpanSink receives states when they end.
	SpanSink interface {
		SpanEnd(m *Machine, s *Span)
	}
	// ProcSpanSink receives the part of a running or syscall span in which the goroutine held a P,
	// when the goroutine leaves the P. It has the same begin as the span.
	ProcSpanSink interface {
		ProcSpanEnd(m *Machine, s *Span)
	}
	// ProcSink receives changes of the thread that holds a P. During the call, m.HeldPs still has
	// its old value.
	ProcSink interface {
		ProcChange(m *Machine, p traceview.ProcID, c ProcChange)
	}
	// RangeBeginSink receives ranges when they begin.
	RangeBeginSink interface {
		RangeBegin(m *Machine, r OpenRange)
	}
	// RangeEndSink receives ranges when they end, or if they are open when the trace or the window
	// ends.
	RangeEndSink interface {
		RangeEnd(m *Machine, r OpenRange, end traceview.Time, open bool)
	}
	// AnnotationSink receives the program's own annotations: logs, and tasks and regions when they
	// end, or if they are open when the trace or the window ends.
	AnnotationSink interface {
		TaskEnd(m *Machine, t OpenTask, end traceview.Time, open bool)
		RegionEnd(m *Machine, r OpenRegion, end traceview.Time, open bool)
		Log(m *Machine, g int32, task uint64, category, message string)
	}
	// MetricSink receives the runtime's metrics.
	MetricSink interface {
		Metric(m *Machine, name string, value uint64)
	}
	// SampleSink receives CPU samples.
	SampleSink interface {
		Sample(m *Machine, stack int32)
	}
	// GapSink is called at gaps. Every state, range, task and region has just ended, since nothing
	// is known about the time until m.Resumed.
	GapSink interface {
		Gap(m *Machine)
	}
	// FoundSink receives goroutines from before a gap when they are mentioned again, in state
	// m.Gs.At(g).State.
	FoundSink interface {
		GoroutineFound(m *Machine, g int32)
	}
	// Holder is a sink that refers to goroutines by number.
	Holder interface {
		// Holds calls hold with the number of each goroutine that the sink may refer to again even if
		// the goroutine has ended, or returns true if it may refer to all of them.
		Holds(hold func(g int32)) (all bool)
		// Retire says that the goroutine with number g has ended and that the number will be reused.
		Retire(m *Machine, g int32)
	}
)

// sinkLists are a machine's sinks, by interface.
type sinkLists struct {
	goroutines  []GoroutineSink
	spans       []SpanSink
	procSpans   []ProcSpanSink
	procs       []ProcSink
	rangeBegins []RangeBeginSink
	rangeEnds   []RangeEndSink
	annotations []AnnotationSink
	metrics     []MetricSink
	samples     []SampleSink
	gapSinks    []GapSink
	foundSinks  []FoundSink
	holders     []Holder
}

func newSinkLists(sinks []Sink) sinkLists {
	return sinkLists{
		goroutines:  SinksOf[GoroutineSink](sinks),
		spans:       SinksOf[SpanSink](sinks),
		procSpans:   SinksOf[ProcSpanSink](sinks),
		procs:       SinksOf[ProcSink](sinks),
		rangeBegins: SinksOf[RangeBeginSink](sinks),
		rangeEnds:   SinksOf[RangeEndSink](sinks),
		annotations: SinksOf[AnnotationSink](sinks),
		metrics:     SinksOf[MetricSink](sinks),
		samples:     SinksOf[SampleSink](sinks),
		gapSinks:    SinksOf[GapSink](sinks),
		foundSinks:  SinksOf[FoundSink](sinks),
		holders:     SinksOf[Holder](sinks),
	}
}

// SinksOf returns the sinks that implement T, in their order.
func SinksOf[T any](sinks []Sink) (out []T) {
	for _, s := range sinks {
		if s, ok := s.(T); ok {
			out = append(out, s)
		}
	}
	return out
}
