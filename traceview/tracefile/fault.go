package tracefile

import (
	"fmt"

	"schedviz/traceview/fault"
	"schedviz/traceview/internal/sched"
	"schedviz/traceview/words"
)

// catch is deferred while a trace is read: it turns a panic into an error that says where in the
// trace m was.
func (f *File) catch(m *sched.Machine, err *error) {
	if p := recover(); p != nil {
		*err = fault.Caught(p, f.location(m))
	}
}

// catchAny is catch for code without a machine.
func (f *File) catchAny(doing string, err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("reading trace %s: %w", f.name, fault.Caught(p, doing))
	}
}

// location describes where in the trace m is.
func (f *File) location(m *sched.Machine) string {
	at := 0
	for i, x := range f.extents {
		if x.Number == m.Generation {
			at = i
		}
	}
	return fmt.Sprintf("generation %d of %d, %s after the trace's start", at+1, len(f.extents),
		words.Duration(m.Now.Sub(m.Start)))
}
