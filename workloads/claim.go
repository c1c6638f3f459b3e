package workloads

import (
	"encoding/json"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// Claim is one documented sentence and its check.
type Claim struct {
	ID   string // unique within the workload
	Text string

	region  string               // the type of the regions that the check looks at
	applies func(Recording) bool // nil: all runs
	check   func(Recording) Finding
}

// NewClaim returns a claim for your own workload. Check gets only recordings of complete runs with at least one
// runtime/trace region of the given type. It reads the window with package [schedviz/workloads/query] and returns
// a finding with a verdict and evidence, as from [FindingAt] and [Finding.Judged].
func NewClaim(id, text, region string, check func(Recording) Finding) Claim {
	return Claim{ID: id, Text: text, region: region, check: check}
}

// When restricts the claim to recordings for which applies returns true.
func (c Claim) When(applies func(Recording) bool) Claim {
	c.applies = applies
	return c
}

// Recording is a finished run, the input of a claim's check.
type Recording struct {
	Program Program
	Result  json.RawMessage // what Run returned; null if it failed
	Summary *traceview.Summary
	Window  *traceview.Window // the whole trace, every span exact
	NumCPU  int               // of the host
	Race    bool              // the race detector watched the run
	Races   []Race            // and reported these
}

// Verdict is the result of checking a claim.
type Verdict string

const (
	// Holds means that the trace supports the claim.
	Holds Verdict = "holds"
	// Fails means that the trace contradicts the claim.
	Fails Verdict = "fails"
	// Inconclusive means that this trace can't decide; the evidence says why.
	Inconclusive Verdict = "inconclusive"
	// Differs means that a documented figure is not what this host shows: neither the program nor the claim is wrong.
	Differs Verdict = "differs"
)

// Finding is a verdict with its evidence: a sentence with numbers, and where to look.
type Finding struct {
	Verdict    Verdict
	Evidence   string
	Goroutines []traceview.GoID
	From, To   traceview.Time // both 0: the whole trace
}

// Checked is a claim with its finding.
type Checked struct {
	ID, Text string
	Finding
}

// Applies reports whether the claim is about a run with these parameters: "async preemption shares the P" says
// nothing about loops that yield.
func (c Claim) Applies(r Recording) bool { return c.applies == nil || c.applies(r) }

// Check checks the claim against the recording. A claim about other parameters, an unfinished run and an
// incomplete trace are inconclusive.
func (c Claim) Check(r Recording) Finding {
	switch {
	case r.Program == nil || r.Window == nil || r.Summary == nil:
		return inconclusive("there is no trace to check")
	case !r.finished():
		return inconclusive("the workload did not finish, so the trace shows only a part of it")
	case !r.Summary.Stat.Trace.Complete:
		return inconclusive("the trace is not complete")
	case !c.Applies(r):
		return inconclusive("the claim is about a run with other parameters")
	case len(query.Regions(r.Window, c.region)) == 0:
		return inconclusive("the trace has no region %q, which marks what the claim is about", c.region)
	}
	return c.check(r)
}

// finished reports whether Run returned a result.
func (r Recording) finished() bool {
	return len(r.Result) > 0 && string(r.Result) != "null"
}

// Params returns the recording's program, which is a T.
func Params[T Program](r Recording) T { return r.Program.(T) }

// ResultOf returns what Run returned, or the zero value if that is not a T or missing.
func ResultOf[T any](r Recording) T {
	var result T
	if json.Unmarshal(r.Result, &result) != nil {
		return *new(T)
	}
	return result
}
