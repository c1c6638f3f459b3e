// Package summarize is the sink that adds up a whole trace: totals and distributions by goroutine,
// P, thread, start function, stack and reason, the worst waits, garbage collection, and series over
// time. The number of items it keeps separately is bounded, so that memory does not grow with the
// trace; sums are exact in any case.
package summarize
