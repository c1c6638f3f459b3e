package experiment

import (
	"context"
	"fmt"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/record"
)

// Outcome is the part of a run that [RunAll] keeps.
type Outcome struct {
	Run  *record.Run
	Stat *traceview.Stat // nil if nothing in the trace could be read
	Took time.Duration   // including making its page
	Err  error           // as [Result.Err]
}

// RunAll runs the setups, one after another. It continues after a run that fails, and stops after one that is
// interrupted. The error says why a run left no usable directory; then there are no outcomes.
func RunAll(ctx context.Context, setups []*Setup) ([]Outcome, error) {
	var outcomes []Outcome
	for i, s := range setups {
		s.Hooks.doing("%d of %d", i+1, len(setups))
		o, err := s.outcome(ctx)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.Workload.Name, err)
		}
		outcomes = append(outcomes, o)
		if o.Run.Exit.Interrupted {
			break
		}
	}
	return outcomes, nil
}

// outcome runs s and keeps only a small part of the result.
func (s *Setup) outcome(ctx context.Context) (Outcome, error) {
	start := time.Now()
	r, err := s.Run(ctx)
	if err != nil {
		return Outcome{}, err
	}
	o := Outcome{Run: r.Run, Stat: r.Stat(), Took: time.Since(start), Err: r.Err()}
	if o.Stat != nil {
		for _, w := range o.Stat.Trace.Warnings {
			s.Hooks.warn(s.Workload.Name + ": " + w)
		}
	}
	return o, nil
}
