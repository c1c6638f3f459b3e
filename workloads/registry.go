// Package workloads holds the documented concurrency workloads: the programs, their parameters, and the claims of
// their documentation as checks on the trace.
//
// A workload is a [Program] that runs alone in a child process while its trace is recorded, and a list of
// [Claim]s that are checked afterwards, in the parent, on the [Recording]. A program marks its work with
// runtime/trace regions and starts its goroutines in named methods, so that a check can point at goroutines and
// times. Checks read the trace with package [schedviz/workloads/query]; [KeepsLimit] and [AllEnded] judge what
// many workloads claim.
//
// Package [schedviz/workloads/experiment] records a workload, including those added with [Register], and checks
// its claims.
//
// Each workload has its own file, NAME.go, to be read as an example: it contains only the program. What is said
// about it is in NAME_lesson.go, the checks of its claims in NAME_claims.go. Start with say.go.
//
// Package [schedviz/traceview] says what is stable.
package workloads

import (
	"context"
	"io"
	"slices"
	"time"

	"github.com/spf13/pflag"
)

// Workload is one documented program.
type Workload struct {
	Name    string // as typed: "workerpool"
	Title   string // one line
	Concept Concept
	Lesson  Lesson
	Source  string // of the program, to be read as an example; "" if none
	New     func() Program
	Procs   int // the GOMAXPROCS that shows its point, unless --procs is given; 0 is the runtime\'s default
	Claims  []Claim
	Signals bool               // the program handles Ctrl-C and SIGTERM itself, and ends in order
	Races   func(Program) bool // reports whether the program has a deliberate data race; nil if it never has
	Guide   *Guide             // its guided comparison; nil if none
	Sweep   []string           // flags, without values, that make a sweep over Ps informative
}

// Concept is the subject of a workload. Workloads are listed by concept.
type Concept string

// The concepts, in teaching order.
const (
	Goroutines   Concept = "Goroutines, and waiting for them"
	SharedState  Concept = "Shared state"
	Channels     Concept = "Channels"
	Cancellation Concept = "Cancellation and leaks"
	Patterns     Concept = "Patterns"
	Parallelism  Concept = "Concurrency and parallelism"
	Cost         Concept = "What goroutines cost"
	Scheduler    Concept = "The scheduler at work"
)

// Concepts returns the concepts in teaching order.
func Concepts() []Concept {
	return []Concept{Goroutines, SharedState, Channels, Cancellation, Patterns, Parallelism, Cost, Scheduler}
}

// Program is a workload with its parameters. Flags binds them (with the documented defaults), Validate rejects
// bad values, Run does the work on the calling goroutine until it is done or ctx ends. Run prints to out; its
// result is stored as JSON for the claims to check, and must not be nil if err is nil. A Program is used for one
// run.
type Program interface {
	Flags(*pflag.FlagSet)
	Validate() error
	Run(ctx context.Context, out io.Writer) (result any, err error)
}

// A Lasting program runs for a set time, by its parameters.
type Lasting interface {
	Program
	Lasts() time.Duration // at most
}

// registry lists the workloads in the order of the documentation. Adding one takes a line here and a file with
// the workload.
var registry = []*Workload{
	sayWorkload,
	fanOutWorkload,
	earlyExitWorkload,
	waitGroupWorkload,
	imagesWorkload,
	counterWorkload,
	bankWorkload,
	sharedStateWorkload,
	unbufferedWorkload,
	bufferedWorkload,
	selectWorkload,
	timeoutWorkload,
	closeWorkload,
	leakWorkload,
	cancelWorkload,
	broadcastWorkload,
	quitWorkload,
	workerPoolWorkload,
	semaphoreWorkload,
	pipelineWorkload,
	errGroupWorkload,
	httpServerWorkload,
	parallelSumWorkload,
	fetchWorkload,
	goMaxProcsWorkload,
	millionWorkload,
	threadsWorkload,
	tightLoopWorkload,
	oversubscribedWorkload,
	syscallsWorkload,
	netPollWorkload,
	stealWorkload,
	mutexHandoffWorkload,
	gcWorkload,
	lockedWorkload,
	timersWorkload,
}

// All returns the workloads in the order of the documentation, followed by those added with [Register].
func All() []*Workload { return slices.Clone(registry) }

// Register adds your own workload, so that a program that imports this package can find it like the others. Call
// it before anything runs. The directory example has such a program, which also records and checks its workload.
// Register panics if the name is empty or taken, or if New is nil: these are bugs in the calling program.
func Register(w *Workload) {
	if w.Name == "" || w.New == nil {
		panic("workloads: Register of a workload without a name or without New")
	}
	if Find(w.Name) != nil {
		panic("workloads: Register of " + w.Name + ", which exists already")
	}
	registry = append(registry, w)
}

// Names returns the names of [All].
func Names() []string {
	var names []string
	for _, w := range registry {
		names = append(names, w.Name)
	}
	return names
}

// Find returns the workload of that name, or nil.
func Find(name string) *Workload {
	for _, w := range registry {
		if w.Name == name {
			return w
		}
	}
	return nil
}

// Check checks the claims that apply to a run with these parameters, in order.
func (w *Workload) Check(r Recording) []Checked {
	var checked []Checked
	for _, c := range w.Claims {
		if c.Applies(r) {
			checked = append(checked, Checked{ID: c.ID, Text: c.Text, Finding: c.Check(r)})
		}
	}
	if r.Race {
		checked = append(checked, w.checkRaces(r))
	}
	return checked
}
