// Package classify decides what the things in a trace are, by their names: which function a
// goroutine was started for, what belongs to the runtime, which frame is the program's, what ended
// a wait, and which kind of preemption one was. Each of these is decided here and nowhere else; the
// page gets the answers in its data.
//
// It imports only the nouns, so that everything else can import it.
//
// The package serves the command: it may change without notice.
package classify

import (
	"strings"

	"schedviz/traceview"
)

// trampolines are start functions that only call the function the program asked for. They are
// matched by suffix, because a vendored package has a longer path.
var trampolines = []string{
	"sync.(*WaitGroup).Go.func1",
	"golang.org/x/sync/errgroup.(*Group).Go.func1",
	"golang.org/x/sync/errgroup.(*Group).TryGo.func1",
	"golang.org/x/sync/errgroup.(*Group).add.func1", // v0.13 to v0.15
	"github.com/sourcegraph/conc.(*WaitGroup).Go.func1",
	"github.com/sourcegraph/conc/panics.(*Catcher).Try", // called by the one above
}

// Trampoline reports whether a start function says nothing about its goroutine because it only
// calls the function that the program asked for, as the one of sync.WaitGroup.Go does.
func Trampoline(fn string) bool {
	for _, t := range trampolines {
		if path, ok := strings.CutSuffix(fn, t); ok && (path == "" || path[len(path)-1] == '/') {
			return true
		}
	}
	return false
}

// maxWholeDepth is the greatest depth at which a recorded stack is taken to be whole: a deeper one may
// be cut off, since a trace records at most 128 frames of a stack.
const maxWholeDepth = 100

// Certainty is how well a goroutine's start function is known.
type Certainty uint8

// Degrees of certainty.
const (
	Unknown Certainty = iota // not at all, or only the trampoline
	Guessed                  // until a better stack is seen
	Certain
)

// StartFunc returns the function that a goroutine was started for, given one of its stacks, from
// the leaf (0) to the root (depth-1): the root, or what the trampolines at the root call.
//
// A stack that shows only the trampoline yields the trampoline's name. One that may be cut off, or
// that holds only a signal's frames, yields the name of its last frame. Neither says anything about
// the start, so the name is Unknown. It is Guessed for a signal's stack with a single frame above
// the trampoline: if that function has not set up its frame pointer yet, its caller is missing.
func StartFunc(depth int, fn func(i int) string) (name string, sure Certainty) {
	if depth == 0 {
		return "", Unknown
	}
	root := depth - 1
	if !Trampoline(fn(root)) {
		if depth > maxWholeDepth || Leaf(fn(root)) == StoppedAsync {
			return fn(root), Unknown
		}
		return fn(root), Certain
	}
	for root > 0 && Trampoline(fn(root)) && isTarget(fn(root), fn(root-1)) {
		root--
	}
	switch {
	case Trampoline(fn(root)):
		return fn(root), Unknown
	case root > 0 && Leaf(fn(root-1)) == StoppedAsync:
		return fn(root), Guessed
	}
	return fn(root), Certain
}

// isTarget reports whether fn, called by a trampoline, is the program's function: not one of the
// trampoline's own package, such as a deferred call, and not the runtime's.
func isTarget(trampoline, fn string) bool {
	return fn != "" && !OfRuntime(fn) && packageOf(fn) != packageOf(trampoline)
}

// packageOf returns the import path of a function's package, given its full name.
func packageOf(fn string) string {
	end := len(fn)
	if i := strings.IndexByte(fn, '['); i >= 0 {
		end = i // type arguments may contain slashes and dots too
	}
	slash := strings.LastIndexByte(fn[:end], '/') + 1
	if i := strings.IndexByte(fn[slash:end], '.'); i >= 0 {
		end = slash + i
	}
	return fn[:end]
}

// OfRuntime reports whether a function belongs to the runtime.
func OfRuntime(fn string) bool {
	return strings.HasPrefix(fn, "runtime.") || strings.HasPrefix(fn, "runtime/")
}

// mainGoroutine is the start function that a trace gives for the main goroutine if that began
// before the trace. It counts as the program's.
const mainGoroutine = "runtime.main"

// recorder is the package whose goroutines record a run of schedviz.
const recorder = "schedviz/traceview/record."

// SystemGoroutine reports whether a goroutine started with fn belongs to the runtime or the
// recorder rather than to the program.
func SystemGoroutine(fn string) bool {
	return OfRuntime(fn) && fn != mainGoroutine || strings.HasPrefix(fn, recorder)
}

// SystemStack reports whether a stack is that of such a goroutine.
func SystemStack(s traceview.Stack) bool {
	fn, _ := StartFunc(len(s), s.Func)
	return SystemGoroutine(fn)
}

// TracerStop reports whether the tracer stopped the world, given the runtime's reason for the stop.
func TracerStop(reason string) bool { return reason == "start trace" || reason == "stop trace" }

// MainGoroutine reports whether fn is a start function of the main goroutine, which every program
// has.
func MainGoroutine(fn string) bool { return fn == mainGoroutine || fn == "main.main" }

// GCWorker is the start function of the garbage collector's background workers.
const GCWorker = "runtime.gcBgMarkWorker"
