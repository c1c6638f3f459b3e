package traceview

// sink takes what a machine finds out, in the order of time: whatever it has a method
// for of those below. What it does not take costs nothing.
type sink any

type (
	// goroutineSink is told of goroutines as they appear.
	goroutineSink interface {
		// goroutine announces number g, which appears for the first time, in m.gs[g].state;
		// number by has just created it, -1 if none did.
		goroutine(m *machine, g, by int32)
	}
	// spanSink is told of states as they end.
	spanSink interface {
		span(m *machine, s *span)
	}
	// procSpanSink is told when a goroutine leaves the P it ran on, or was in a system call
	// on: of the span, with the same begin, as far as it held the P.
	procSpanSink interface {
		offProc(m *machine, s *span)
	}
	// procSink is told when a thread takes up P p, or leaves it; m.heldPs has not changed yet.
	procSink interface {
		proc(m *machine, p ProcID, c procChange)
	}
	// rangeBeginSink is told of ranges as they begin.
	rangeBeginSink interface {
		rangeBegin(m *machine, r openRange)
	}
	// rangeEndSink is told of ranges as they end, or are open when the trace or the window ends.
	rangeEndSink interface {
		rangeEnd(m *machine, r openRange, end Time, open bool)
	}
	// annotationSink is told of what the program itself put into the trace: of logs, and
	// likewise of tasks and regions.
	annotationSink interface {
		taskEnd(m *machine, t openTask, end Time, open bool)
		regionEnd(m *machine, r openRegion, end Time, open bool)
		log(m *machine, g int32, task uint64, category, message string)
	}
	// metricSink is told of the runtime's metrics.
	metricSink interface {
		metric(m *machine, name string, value uint64)
	}
	// sampleSink is told of CPU samples.
	sampleSink interface {
		sample(m *machine, stack int32)
	}
	// gapSink is told of gaps: every state, range, task and region has just ended, for
	// nothing is known of the time until m.resumed.
	gapSink interface {
		gap(m *machine)
	}
	// foundSink is told of goroutines from before a gap: g is in m.gs[g].state.
	foundSink interface {
		found(m *machine, g int32)
	}
	// holder is a sink that refers to goroutines by their numbers.
	holder interface {
		// holds calls hold with each number of a goroutine that it may refer to again
		// though the goroutine has ended, or says that these are all.
		holds(hold func(g int32)) (all bool)
		// retire takes leave of number g, whose goroutine has ended: another will have it.
		retire(m *machine, g int32)
	}
)

// outlets are a machine's sinks, by what they take.
type outlets struct {
	goroutines  []goroutineSink
	spans       []spanSink
	procSpans   []procSpanSink
	procs       []procSink
	rangeBegins []rangeBeginSink
	rangeEnds   []rangeEndSink
	annotations []annotationSink
	metrics     []metricSink
	samples     []sampleSink
	gapSinks    []gapSink
	foundSinks  []foundSink
	holders     []holder
}

func outletsOf(sinks []sink) outlets {
	return outlets{
		goroutines: those[goroutineSink](sinks), spans: those[spanSink](sinks), procSpans: those[procSpanSink](sinks),
		procs: those[procSink](sinks), rangeBegins: those[rangeBeginSink](sinks), rangeEnds: those[rangeEndSink](sinks),
		annotations: those[annotationSink](sinks), metrics: those[metricSink](sinks), samples: those[sampleSink](sinks),
		gapSinks: those[gapSink](sinks), foundSinks: those[foundSink](sinks), holders: those[holder](sinks),
	}
}

// those returns the sinks that are of a kind, in their order.
func those[T any](sinks []sink) (out []T) {
	for _, s := range sinks {
		if s, ok := s.(T); ok {
			out = append(out, s)
		}
	}
	return out
}

// What each sink takes; a method that does not fit is found here.
var (
	_ interface {
		goroutineSink
		spanSink
		procSpanSink
		procSink
		rangeBeginSink
		rangeEndSink
		annotationSink
		metricSink
		sampleSink
		gapSink
		foundSink
		holder
		coreUser
	} = (*summarizer)(nil)
	_ interface {
		spanSink
		procSpanSink
		rangeEndSink
		annotationSink
		metricSink
		holder
		coreUser
		staySink
	} = (*windower)(nil)
	_ spanSink = (*joiner)(nil)
)
