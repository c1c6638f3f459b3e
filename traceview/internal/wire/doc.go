// Package wire reads the bytes of traces of Go 1.22 and later: it finds the
// generations in a file, and the events of a generation in their order.
//
// golang.org/x/exp/trace does that too, and whatever this package says must be what
// that one says, event by event. What is here is only faster: it hands out what the
// wire holds, by number, instead of events that can be asked for everything, and it
// gives up at anything that a sound generation does not hold. Whoever reads then
// takes the other reader, which knows damage and says what is wrong.
package wire
