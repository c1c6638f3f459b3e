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
	applies func(Recording) bool // nil: to every run
	check   func(Recording) Finding
}

// NewClaim returns a claim for a workload of your own. Check gets recordings of
// complete runs only, with at least one runtime/trace region of the type region. It
// reads the window by package [schedviz/workloads/query], and returns a finding with a
// verdict and evidence, as from [FindingAt] and [Finding.Judged].
func NewClaim(id, text, region string, check func(Recording) Finding) Claim {
	return Claim{ID: id, Text: text, region: region, check: check}
}

// When returns the claim as one about those recordings only for which applies is true.
func (c Claim) When(applies func(Recording) bool) Claim {
	c.applies = applies
	return c
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
	// Holds means that the trace bears the claim out.
	Holds Verdict = "holds"
	// Fails means that the trace contradicts the claim.
	Fails Verdict = "fails"
	// Inconclusive means that this trace can't tell, and the evidence says why.
	Inconclusive Verdict = "inconclusive"
)

// Finding is a verdict with its evidence: a sentence with numbers, and where to look.
type Finding struct {
	Verdict    Verdict
	Evidence   string
	Goroutines []traceview.GoID
	From, To   traceview.Time // both 0: the whole trace
}

// Checked is a claim and what the trace says to it.
type Checked struct {
	ID, Text string
	Finding
}

// Applies tells whether the claim is about a run with these parameters: "async
// preemption shares the P" says nothing about loops that yield.
func (c Claim) Applies(r Recording) bool { return c.applies == nil || c.applies(r) }

// Check compares the claim with the recording. A claim about other parameters, a
// run that did not finish and a trace that is not whole are inconclusive.
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
		return inconclusive("the trace shows no region %q, which would mark what the claim is about", c.region)
	}
	return c.check(r)
}

// finished tells whether Run returned a result.
func (r Recording) finished() bool {
	return len(r.Result) > 0 && string(r.Result) != "null"
}

// Params returns the recording's program, which is a T.
func Params[T Program](r Recording) T { return r.Program.(T) }

// ResultOf returns what Run returned, and the zero value if it is no T or there is none.
func ResultOf[T any](r Recording) T {
	var result T
	if json.Unmarshal(r.Result, &result) != nil {
		return *new(T)
	}
	return result
}
