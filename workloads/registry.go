// Package workloads holds the documented concurrency workloads: what each runs,
// its parameters, and the claims its documentation makes, as checks on the trace.
package workloads

import (
	"context"
	"encoding/json"
	"io"

	"github.com/spf13/pflag"

	"schedviz/traceview"
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
// to out; what it returns is kept as JSON for the claims to check.
type Program interface {
	Flags(*pflag.FlagSet)
	Validate() error
	Run(ctx context.Context, out io.Writer) (result any, err error)
}

// Claim is one documented sentence and its check.
type Claim struct {
	ID    string
	Text  string
	Check func(Recording) Finding
}

// Recording is a finished run, as a claim's check sees it.
type Recording struct {
	Program Program
	Result  json.RawMessage // what Run returned; null if it failed
	Summary *traceview.Summary
	Window  *traceview.Window // the whole trace, every span exact
	NumCPU  int               // of the host
}

// Verdict is what the trace says to a claim.
type Verdict string

const (
	Holds        Verdict = "holds"
	Fails        Verdict = "fails"
	Inconclusive Verdict = "inconclusive"
)

// Finding is a verdict with its evidence: a sentence with numbers, and where to look.
type Finding struct {
	Verdict    Verdict
	Evidence   string
	Goroutines []traceview.GoID
	From, To   traceview.Time // both 0: the whole trace
}

// All returns the workloads in the order in which they are documented.
func All() []*Workload { return nil }

// Find returns the workload of that name, or nil.
func Find(name string) *Workload { return nil }
