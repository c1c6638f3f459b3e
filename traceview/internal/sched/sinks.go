package sched

import "schedviz/traceview"

// Sink takes what a machine finds out, in the order of time: whatever it has a method
// for of those below. What it does not take costs nothing.
type Sink any

type (
	// GoroutineSink is told of goroutines as they appear.
	GoroutineSink interface {
		// GoroutineFirstSeen announces number g, which appears for the first time, in m.Gs.At(g).State;
		// number by has just created it, -1 if none did.
		GoroutineFirstSeen(m *Machine, g, by int32)
	}
	// SpanSink is told of states as they end.
	SpanSink interface {
		SpanEnd(m *Machine, s *Span)
	}
	// ProcSpanSink is told when a goroutine leaves the P it ran on, or was in a system call
	// on: of the span, with the same begin, as far as it held the P.
	ProcSpanSink interface {
		ProcSpanEnd(m *Machine, s *Span)
	}
	// ProcSink is told when a thread takes up P p, or leaves it; m.HeldPs has not changed yet.
	ProcSink interface {
		ProcChange(m *Machine, p traceview.ProcID, c ProcChange)
	}
	// RangeBeginSink is told of ranges as they begin.
	RangeBeginSink interface {
		RangeBegin(m *Machine, r OpenRange)
	}
	// RangeEndSink is told of ranges as they end, or are open when the trace or the window ends.
	RangeEndSink interface {
		RangeEnd(m *Machine, r OpenRange, end traceview.Time, open bool)
	}
	// AnnotationSink is told of what the program itself put into the trace: of logs, and
	// likewise of tasks and regions.
	AnnotationSink interface {
		TaskEnd(m *Machine, t OpenTask, end traceview.Time, open bool)
		RegionEnd(m *Machine, r OpenRegion, end traceview.Time, open bool)
		Log(m *Machine, g int32, task uint64, category, message string)
	}
	// MetricSink is told of the runtime's metrics.
	MetricSink interface {
		Metric(m *Machine, name string, value uint64)
	}
	// SampleSink is told of CPU samples.
	SampleSink interface {
		Sample(m *Machine, stack int32)
	}
	// GapSink is told of gaps: every state, range, task and region has just ended, for
	// nothing is known of the time until m.Resumed.
	GapSink interface {
		Gap(m *Machine)
	}
	// FoundSink is told of goroutines from before a gap: g is in m.Gs.At(g).State.
	FoundSink interface {
		GoroutineFound(m *Machine, g int32)
	}
	// Holder is a sink that refers to goroutines by their numbers.
	Holder interface {
		// Holds calls hold with each number of a goroutine that it may refer to again
		// though the goroutine has ended, or says that these are all.
		Holds(hold func(g int32)) (all bool)
		// Retire takes leave of number g, whose goroutine has ended: another will have it.
		Retire(m *Machine, g int32)
	}
)

// sinkLists are a machine's sinks, by what they take.
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
		goroutines: SinksOf[GoroutineSink](sinks), spans: SinksOf[SpanSink](sinks), procSpans: SinksOf[ProcSpanSink](sinks),
		procs: SinksOf[ProcSink](sinks), rangeBegins: SinksOf[RangeBeginSink](sinks), rangeEnds: SinksOf[RangeEndSink](sinks),
		annotations: SinksOf[AnnotationSink](sinks), metrics: SinksOf[MetricSink](sinks), samples: SinksOf[SampleSink](sinks),
		gapSinks: SinksOf[GapSink](sinks), foundSinks: SinksOf[FoundSink](sinks), holders: SinksOf[Holder](sinks),
	}
}

// SinksOf returns the sinks that are of a kind, in their order.
func SinksOf[T any](sinks []Sink) (out []T) {
	for _, s := range sinks {
		if s, ok := s.(T); ok {
			out = append(out, s)
		}
	}
	return out
}
