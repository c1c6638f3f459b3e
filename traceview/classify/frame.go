package classify

import (
	"slices"
	"strings"

	"schedviz/traceview"
)

// library lists the packages in which goroutines of any program wait, and the packages below them.
var library = []string{"runtime", "internal", "sync", "time"}

// Library reports whether a function belongs to the runtime or to a package in which goroutines
// wait on the program's behalf: sync, time, internal/….
func Library(fn string) bool {
	for _, pkg := range library {
		if rest, ok := strings.CutPrefix(fn, pkg); ok && rest != "" && (rest[0] == '.' || rest[0] == '/') {
			return true
		}
	}
	return false
}

// programFrame returns the index of the innermost frame of the program's own, counted from the leaf
// (0), or -1 if there is none.
func programFrame(depth int, fn func(i int) string) int {
	for i := range depth {
		if !Library(fn(i)) {
			return i
		}
	}
	return -1
}

// Stopped is what the leaf of a stack says about why the goroutine stopped.
type Stopped uint8

// What a leaf can say.
const (
	StoppedItself  Stopped = iota // an ordinary function: at its entry, or of its own accord
	StoppedUnknown                // there is no leaf
	StoppedAsync                  // runtime.asyncPreempt: a signal stopped it
	StoppedHandoff                // runtime.goyield below a mutex's unlock
)

// Leaf classifies the function at the leaf of a stack.
func Leaf(fn string) Stopped {
	switch fn {
	case "runtime.asyncPreempt", "runtime.asyncPreempt2":
		return StoppedAsync
	case "runtime.goyield":
		return StoppedHandoff
	}
	return StoppedItself
}

// Interrupted returns the index of the frame that was preempted, -1 if there is none: the line at
// which the goroutine was stopped, not the runtime's frames that stopped it. For a mutex handoff it
// is the line that unlocked.
func Interrupted(kind traceview.Preempt, depth int, fn func(i int) string) int {
	for i := range depth {
		switch f := fn(i); {
		case strings.HasPrefix(f, "runtime.asyncPreempt"), f == "runtime.Gosched":
		case kind == traceview.PreemptMutexHandoff && unlocks(f):
		default:
			return i
		}
	}
	return -1
}

// unlocks reports whether a function is part of package sync's unlock path.
func unlocks(fn string) bool {
	return strings.HasPrefix(fn, "runtime.") || strings.HasPrefix(fn, "sync.") ||
		strings.HasPrefix(fn, "internal/sync.")
}

// ProgramFrame returns the innermost frame of the program's own; ok is false if there is none.
func ProgramFrame(s traceview.Stack) (f traceview.Frame, ok bool) {
	i := programFrame(len(s), s.Func)
	if i < 0 {
		return traceview.Frame{}, false
	}
	return s[i], true
}

// Location returns the innermost frame of the program's own, or else the leaf; the zero Frame for
// an empty stack.
func Location(s traceview.Stack) traceview.Frame {
	f, ok := ProgramFrame(s)
	if !ok && len(s) > 0 {
		return s[0]
	}
	return f
}

// RuntimeOnly reports whether all frames of the stack are the runtime's.
func RuntimeOnly(s traceview.Stack) bool {
	return !slices.ContainsFunc(s, func(f traceview.Frame) bool { return !OfRuntime(f.Func) })
}
