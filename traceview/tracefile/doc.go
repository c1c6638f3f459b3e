// Package tracefile opens the files of execution traces and reads them: [File.Summarize] adds up a
// whole trace, [File.Window] returns the spans of an interval, [File.Overview] does both in one
// reading.
//
// Since Go 1.22 a trace consists of generations, self-contained parts of about a second each.
// [Open] indexes them by hopping from batch header to batch header. To read a trace, package decode
// turns generations into batches of events, several generations in parallel. One state machine over
// G, P and M, package sched, plays the batches in order, so that it sees the events as one
// sequential read would return them. Whatever is computed is a sink of that machine: packages
// summarize and window, and package oncore, which joins the trace with the kernel's record of
// context switches.
//
// A trace is never held in memory as a whole. So that a window need not be read from the beginning,
// a File keeps checkpoints of the machine, and segments: the events around the most recently read
// windows.
//
// Problems of a trace (it is truncated, a generation is damaged) are data, not errors, as long as
// anything could be read: they are the summary's warnings.
//
// Package [schedviz/traceview] says what is stable.
package tracefile
