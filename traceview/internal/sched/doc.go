// Package sched is the state machine over goroutines, Ps and Ms: the only place that knows
// what an event means. There is no second one.
//
// A [Machine] takes the batches of package decode in their order, and tells its sinks what
// follows from them: a state that ends, a P that a thread takes up or leaves, a range, a gap of
// the trace. A [Sink] implements those of the interfaces here that it needs; what it does not
// take costs nothing. Sinks read the machine's exported fields, and change none. They are
// called millions of times a second, with numbers of goroutines, threads, texts and stacks
// rather than with names: the machine's [Symbols] and lists say what the numbers stand for.
//
// What a machine knows can be saved between two generations, or two batches, and restored, to
// start there again.
package sched
