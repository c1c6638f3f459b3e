package traceview

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"

	"schedviz/traceview/words"
)

// Fault is a mistake of schedviz's own: a panic that was caught. It is an error in one
// line, so that whoever has the trace can report it.
type Fault struct {
	Place  string // where in the work, or in the trace: "generation 3 of 5, 1.2s after the trace's start"
	What   string // the panic's value
	Source string // the line that panicked: "sites.go:28"
}

func (e *Fault) Error() string {
	return fmt.Sprintf("schedviz made a mistake at %s (%s: %s); please report this line, with the trace if you can", e.Place, e.Source, e.What)
}

// Caught makes a Fault of what recover returned, which must not be nil. It is to be
// called by the function that is deferred.
func Caught(value any, place string) *Fault {
	what, _, _ := strings.Cut(fmt.Sprint(value), "\n")
	return &Fault{Place: place, What: what, Source: panicked()}
}

// panicked returns the innermost line of ours on the stack of a panic.
func panicked() string {
	var pcs [64]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs[:])])
	seen := false
	for {
		f, more := frames.Next()
		if seen && !strings.HasPrefix(f.Function, "runtime.") {
			return fmt.Sprintf("%s:%d", filepath.Base(f.File), f.Line)
		}
		seen = seen || f.Function == "runtime.gopanic"
		if !more {
			return "an unknown line"
		}
	}
}

// catch is deferred where a trace is read: a panic becomes the error of reading it, which
// says where in the trace m stood.
func (f *File) catch(m *machine, err *error) {
	if p := recover(); p != nil {
		*err = Caught(p, f.place(m))
	}
}

// catchAny is catch where there is no machine.
func (f *File) catchAny(doing string, err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("reading trace %s: %w", f.name, Caught(p, doing))
	}
}

// place says where in the trace m stands.
func (f *File) place(m *machine) string {
	at := 0
	for i, x := range f.extents {
		if x.Number == m.turn {
			at = i
		}
	}
	return fmt.Sprintf("generation %d of %d, %s after the trace's start", at+1, len(f.extents), words.Duration(m.now.Sub(m.start)))
}
