package tracefile

import (
	"fmt"

	"schedviz/traceview/fault"
	"schedviz/traceview/internal/sched"
	"schedviz/traceview/words"
)

// catch is deferred where a trace is read: a panic becomes the error of reading it, which
// says where in the trace m stood.
func (f *File) catch(m *sched.Machine, err *error) {
	if p := recover(); p != nil {
		*err = fault.Caught(p, f.location(m))
	}
}

// catchAny is catch where there is no machine.
func (f *File) catchAny(doing string, err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("reading trace %s: %w", f.name, fault.Caught(p, doing))
	}
}

// location says where in the trace m stands.
func (f *File) location(m *sched.Machine) string {
	at := 0
	for i, x := range f.extents {
		if x.Number == m.Generation {
			at = i
		}
	}
	return fmt.Sprintf("generation %d of %d, %s after the trace's start", at+1, len(f.extents), words.Duration(m.Now.Sub(m.Start)))
}
