package traceview

import "time"

// A generation continues the one before it: it has the next number, and reports every
// goroutine in the state in which that one left it. If it does not, generations are
// missing, or it is another program's. golang.org/x/exp/trace refuses such a trace when
// it reads it from end to end; here no state bridges the gap, and the trace does not
// count as complete.

// Gap is a stretch of time about which the trace says nothing, between two generations.
type Gap struct {
	From, To Time
	Missing  int // generations, by their numbers; 0 if the numbers follow one another
}

// Dur returns the gap's length.
func (g Gap) Dur() time.Duration { return g.To.Sub(g.From) }
