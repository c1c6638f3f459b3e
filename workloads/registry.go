// Package workloads holds the documented concurrency workloads: what each runs,
// its parameters, and the claims its documentation makes, as checks on the trace.
//
// A workload is a [Program] that runs alone in a child process while its trace is
// recorded, and a list of [Claim]s that are checked afterwards, in the parent, on
// the [Recording]. What a program does is marked in the trace with runtime/trace
// regions, and its goroutines start in named methods, so that a check can point at
// the goroutines and the moment it speaks of. Checks read the trace by package
// [schedviz/workloads/query]; [KeepsLimit] and [AllEnded] judge what many claim.
//
// Package [schedviz/workloads/experiment] records a workload, those registered by
// [Register] too, and checks its claims.
//
// Each workload has a file of its own, to be read as an example. Start with say.go.
//
// Package [schedviz/traceview] says what is stable.
package workloads

import (
	"context"
	"io"
	"slices"

	"github.com/spf13/pflag"
)

// Workload is one documented program.
type Workload struct {
	Name        string // as typed: "workerpool"
	Title       string // one line
	Concept     Concept
	Description string // what it does and what to look for on the page
	Source      string // of the program, to be read as an example; "" is none
	New         func() Program
	Claims      []Claim
	Guide       *Guide   // what compare shows of it; nil is nothing
	Sweep       []string // its flags, without values, with which a sweep over Ps tells something
}

// Concept is what a workload is about. Workloads are listed by it.
type Concept string

// The concepts, in the order in which they are taught.
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

// Concepts returns the concepts in their order.
func Concepts() []Concept {
	return []Concept{Goroutines, SharedState, Channels, Cancellation, Patterns, Parallelism, Cost, Scheduler}
}

// Program is a workload with its parameters. Flags binds them (their defaults are
// the documented ones), Validate refuses bad values, Run does the work on the
// calling goroutine until it is done or ctx ends. What Run prints for people goes
// to out; what it returns is kept as JSON for the claims to check, and is never nil
// when err is nil. A Program is used for one run.
type Program interface {
	Flags(*pflag.FlagSet)
	Validate() error
	Run(ctx context.Context, out io.Writer) (result any, err error)
}

// registry is the workloads in the order in which they are documented. To add one
// is a line here, and a file with the workload.
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
	leakWorkload,
	cancelWorkload,
	broadcastWorkload,
	quitWorkload,
	workerPoolWorkload,
	semaphoreWorkload,
	pipelineWorkload,
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

// All returns the workloads in the order in which they are documented, and then
// those that were registered.
func All() []*Workload { return slices.Clone(registry) }

// Register adds a workload of your own, before anything is run: a program that
// imports this package can then find it as it finds the others. The directory
// example has such a program, which also records its workload and checks it. Register panics if the
// name is empty or taken, or if the workload makes no program: those are mistakes
// in the program that registers.
func Register(w *Workload) {
	if w.Name == "" || w.New == nil {
		panic("workloads: Register of a workload without a name or without New")
	}
	if Find(w.Name) != nil {
		panic("workloads: Register of " + w.Name + ", which there is already")
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

// Check checks, in their order, the claims that are about a run with these parameters.
func (w *Workload) Check(r Recording) []Checked {
	var checked []Checked
	for _, c := range w.Claims {
		if c.Applies(r) {
			checked = append(checked, Checked{ID: c.ID, Text: c.Text, Finding: c.Check(r)})
		}
	}
	return checked
}
