// Package fault turns a panic, which is a bug in schedviz itself, into a one-line error.
//
// The package serves the command: it may change without notice.
package fault

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
)

// Error is a bug in schedviz itself: a recovered panic. Its message is one line, so that users can
// report it.
type Error struct {
	Where  string // where in the work, or in the trace: "generation 3 of 5, 1.2s after the trace's start"
	What   string // the panic's value
	Source string // the line that panicked: "sites.go:28"
}

// Error returns the line to report.
func (e *Error) Error() string {
	return fmt.Sprintf("internal error at %s (%s: %s); please report this line, with the trace if you can",
		e.Where, e.Source, e.What)
}

// Caught makes an Error of the value that recover returned, which must not be nil. Call it directly
// from the deferred function.
func Caught(value any, where string) *Error {
	what, _, _ := strings.Cut(fmt.Sprint(value), "\n")
	return &Error{Where: where, What: what, Source: panicked()}
}

// panicked returns the innermost line of this module on a panic's stack.
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
