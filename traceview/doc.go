// Package traceview has the nouns of the Go scheduler as an execution trace shows it, and
// the results of reading one: goroutines, Ps, Ms and their states, the [Summary] of a whole
// trace, the [Window] on a stretch of time, and distributions of durations. It reads nothing
// itself, and imports nothing of this module.
//
// The way of the data: package tracefile opens a trace and returns a Summary or a Window;
// package classify says what the things in them are; packages findings and compare draw
// conclusions; package report makes a page of all that. Package record makes recordings, and
// package cores the kernel's record of which thread was on which core.
//
// Times are nanoseconds on the trace's clock.
package traceview
