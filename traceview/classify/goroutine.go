// Package classify decides what the things in a trace are, by their names: which function
// a goroutine was started for, what is the runtime's own, which frame is the program's,
// what ended a wait, and which kinds of preemption there are. Each is decided here and
// nowhere else; the page gets the answers in its data.
//
// It imports only the nouns, so that everything else can import it.
//
// The package serves the command: it may change without notice.
package classify

import "strings"

// trampolines are start functions that only call the function the program asked for, by
// the end of their names: a vendored package has a longer path.
var trampolines = []string{
	"sync.(*WaitGroup).Go.func1",
	"golang.org/x/sync/errgroup.(*Group).Go.func1",
	"golang.org/x/sync/errgroup.(*Group).TryGo.func1",
	"golang.org/x/sync/errgroup.(*Group).add.func1", // v0.13 to v0.15
	"github.com/sourcegraph/conc.(*WaitGroup).Go.func1",
	"github.com/sourcegraph/conc/panics.(*Catcher).Try", // called by the one above
}

// Trampoline reports whether a start function says nothing about its goroutine: it only
// calls the function that the program asked for, as that of sync.WaitGroup.Go does.
func Trampoline(fn string) bool {
	for _, t := range trampolines {
		if path, ok := strings.CutSuffix(fn, t); ok && (path == "" || path[len(path)-1] == '/') {
			return true
		}
	}
	return false
}

// maxWholeDepth is a depth that no recorded stack reaches unless it was cut off: a trace has
// room for 128 frames of a stack.
const maxWholeDepth = 100

// Certainty is how well a goroutine's start function is known.
type Certainty uint8

// How well it is known.
const (
	Unknown Certainty = iota // not at all, or only the trampoline
	Guessed                  // until there is a better stack
	Certain
)

// StartFunc returns the function that a goroutine was started for, by a stack of it, from
// the leaf (0) to the root (depth-1): the root, or what the trampolines at the root call.
//
// A stack that does not reach beyond the trampoline gives the trampoline's name, and one
// that may be cut off, or has only what a signal put there, its last frame's: these say
// nothing about the start, so the name is Unknown. It is Guessed of a signal's stack with a single frame above the trampoline: if
// that function has no frame pointer yet, its caller is missing.
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

// isTarget reports whether fn, which a trampoline calls, is the program's: not a function of
// the trampoline's own package, as those it defers, nor the runtime.
func isTarget(trampoline, fn string) bool {
	return fn != "" && !OfRuntime(fn) && packageOf(fn) != packageOf(trampoline)
}

// packageOf returns the import path of a function's package, by its full name.
func packageOf(fn string) string {
	end := len(fn)
	if i := strings.IndexByte(fn, '['); i >= 0 {
		end = i // type arguments may have slashes and dots too
	}
	slash := strings.LastIndexByte(fn[:end], '/') + 1
	if i := strings.IndexByte(fn[slash:end], '.'); i >= 0 {
		end = slash + i
	}
	return fn[:end]
}

// OfRuntime reports whether a function is the runtime's own.
func OfRuntime(fn string) bool {
	return strings.HasPrefix(fn, "runtime.") || strings.HasPrefix(fn, "runtime/")
}

// mainGoroutine is what a trace calls the main goroutine's start function if it began
// before the trace, though it is the program's.
const mainGoroutine = "runtime.main"

// recorder is the package whose goroutines record a run of schedviz itself.
const recorder = "schedviz/traceview/record."

// SystemGoroutine reports whether a goroutine that started with fn belongs to the runtime
// or to the recorder, not to the program.
func SystemGoroutine(fn string) bool {
	return OfRuntime(fn) && fn != mainGoroutine || strings.HasPrefix(fn, recorder)
}

// MainGoroutine reports whether fn starts the main goroutine, which every program has.
func MainGoroutine(fn string) bool { return fn == mainGoroutine || fn == "main.main" }

// GCWorker is the start function of the garbage collector's background workers.
const GCWorker = "runtime.gcBgMarkWorker"
