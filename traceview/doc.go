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
//
// # Stability
//
// Nothing has been released yet. Other programs can rely on this package, on tracefile, cores,
// findings, compare and record, on the Write functions of report and what they take, and on
// workloads with query and experiment: what is exported keeps its name and meaning, and every
// exception is in CHANGELOG.md. Fields, methods and constants are added without notice, so name
// the fields in composite literals and expect values of [State], [Preempt] and the like that are
// new. The texts of findings, warnings and errors, the look of pages and the layout of their
// data may change at any time; JSON that carries a schema number only grows within it. The other
// packages serve the command and may change without notice.
package traceview
