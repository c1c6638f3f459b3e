// Package tracefile opens the files of execution traces and reads them: [File.Summarize] adds
// up a whole trace, [File.Window] keeps the spans of a stretch of time, [File.Overview] does
// both in one reading.
//
// A generation is a page of its file. [Open] indexes the generations, the self-contained parts
// of about a second each that a trace consists of since Go 1.22, by hopping over the headers of
// their batches. To read, package decode turns generations into batches of events, several at
// once; one state machine over G, P and M, package sched, takes them in their order, so that
// what it sees is what one sequential read would see; and what is computed is a sink of that
// machine: packages summarize and window, and oncore, which joins the trace with the kernel's
// record of context switches. A trace is never held in memory whole. What is kept of it, so
// that a window need not begin at the beginning, are checkpoints of the machine and the
// segments around the windows that were read last.
//
// Doubts about a trace (it is truncated, a generation is damaged) are data, the summary's
// warnings, not errors, as long as anything could be read.
package tracefile
