package traceview

import "time"

// A generation continues its predecessor if it has the next number and reports every goroutine in
// the state in which the predecessor left it. If it does not, generations are missing, or it is
// from another program. golang.org/x/exp/trace refuses to read such a trace from end to end. Here
// no state is carried across the gap, and the trace does not count as complete.

// Gap is an interval between two generations about which the trace says nothing.
type Gap struct {
	From, To Time
	Missing  int // missing generations, by their numbers; 0 if the numbers are consecutive
}

// Dur returns the gap's length.
func (g Gap) Dur() time.Duration { return g.To.Sub(g.From) }
