// Package series keeps quantities over time in a bounded number of equal steps, whatever the
// length of the trace: when it does not fit any more, the [Grid] doubles its steps, and all
// that is measured on it is folded.
package series
