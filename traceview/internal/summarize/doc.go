// Package summarize is the sink that adds up a whole trace: totals and distributions by
// goroutine, P, thread, start function, stack and reason, the worst waits, garbage collection
// and the series over time. What it tells apart is bounded, so that memory does not grow with
// the trace; sums are exact all the same.
package summarize
