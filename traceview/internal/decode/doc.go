// Package decode turns the generations of a trace into batches of compact events, several
// generations at once, and hands them out in the order of one sequential read.
//
// There are two readers of the same bytes. That on package wire is quick, and gives up at
// whatever a sound generation does not hold; then golang.org/x/exp/trace, which has the last
// word on what is damaged, reads the generation again, and goes on where the first gave up.
package decode
