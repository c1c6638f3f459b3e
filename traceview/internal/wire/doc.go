// Package wire reads the bytes of traces of Go 1.22 and later: it finds the generations in a file,
// and the events of a generation in their order.
//
// golang.org/x/exp/trace does that too, and this package must agree with it, event by event; it is
// just faster. It returns what the wire format contains, by number, instead of events with methods
// for everything, and it gives up at anything that a sound generation does not contain. The caller
// then uses the other reader, which can handle damage and say what is wrong.
package wire
