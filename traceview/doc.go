// Package traceview says what a Go execution trace says about the scheduler.
//
// The way of the data: [Open] indexes a trace file by its generations, the
// self-contained pages of about a second each that a trace consists of since
// Go 1.22. Decoders, one per generation and several at once, turn generations into
// compact event pages: by package wire, which is quick, and where that does not
// vouch for what it reads, and for older traces, by golang.org/x/exp/trace, which
// has the last word. One state machine over G, P and M
// takes the pages in their order, so that what it sees is what one sequential
// read would see. Whatever is computed is a sink of that machine:
// [File.Summarize] adds up the numbers, [File.Window] keeps the spans of a
// stretch of time. A trace is never held in memory whole.
//
// Times are nanoseconds on the trace's clock. Doubts about a trace (it is
// truncated, a generation is damaged) are data, [Summary.Warnings], not errors,
// as long as anything could be read.
package traceview
