// Package decode turns the generations of a trace into batches of compact events, several
// generations in parallel, and returns them in the order of one sequential read.
//
// Two readers read the same bytes. The one of package wire is fast, and gives up at anything that a
// sound generation does not contain. Then golang.org/x/exp/trace, which has the last word on what
// is damaged, reads the generation again, and the batches continue where the first reader gave up.
package decode
