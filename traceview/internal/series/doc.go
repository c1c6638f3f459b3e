// Package series records quantities over time in a bounded number of equal steps, whatever the
// length of the trace: when the trace outgrows the [Grid], its steps are doubled, and everything
// measured on it is folded.
package series
