// Package sched is the state machine over goroutines, Ps and Ms. It is the only place that knows
// what an event means.
//
// A [Machine] plays the batches of package decode in their order, and reports what follows from
// them to its sinks: the end of a state, a P acquired or released by a thread, a range, a gap in
// the trace. A [Sink] implements those of the interfaces here that it needs; what it does not
// implement costs nothing. Sinks read the machine's exported fields but do not change them. They
// are called millions of times a second, so they get numbers of goroutines, threads, texts and
// stacks rather than names; the machine's [Symbols] and lists say what the numbers stand for.
//
// A machine's state can be saved between two generations, or between two batches, and restored
// later to continue from there.
package sched
