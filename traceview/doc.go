// Package traceview defines the nouns of the Go scheduler as an execution trace shows it, and the
// results of reading a trace: goroutines, Ps, Ms and their states, the [Summary] of a whole trace,
// the [Window] over an interval, and distributions of durations. It reads nothing itself and
// imports nothing of this module.
//
// How the data flows: package tracefile opens a trace and returns a Summary or a Window; package
// classify says what the things in them are; packages findings and compare draw conclusions;
// package report turns all of that into a page. Package record makes recordings, and package cores
// captures and reads the kernel's record of which thread was on which core.
//
// Times are nanoseconds on the trace's clock.
package traceview
