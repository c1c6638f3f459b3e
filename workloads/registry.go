// Package workloads holds the documented concurrency workloads: what each runs,
// its parameters, and the claims its documentation makes, as checks on the trace.
//
// A workload is a [Program] that runs alone in a child process while its trace is
// recorded, and a list of [Claim]s that are checked afterwards, in the parent, on
// the [Recording]. What a program does is marked in the trace with runtime/trace
// regions, and its goroutines start in named methods, so that a check can point at
// the goroutines and the moment it speaks of.
//
// Each workload has a file of its own, to be read as an example. Start with say.go.
package workloads

import (
	"context"
	"io"

	"github.com/spf13/pflag"
)

// Workload is one documented program.
type Workload struct {
	Name        string // as typed: "workerpool"
	Title       string // one line
	Description string // what it does and what to look for on the page
	New         func() Program
	Claims      []Claim
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

// All returns the workloads in the order in which they are documented.
func All() []*Workload {
	return []*Workload{
		sayWorkload,
		waitGroupWorkload,
		counterWorkload,
		workerPoolWorkload,
		tightLoopWorkload,
	}
}

// Find returns the workload of that name, or nil.
func Find(name string) *Workload {
	for _, w := range All() {
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
