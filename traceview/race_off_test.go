//go:build !race

package traceview_test

// often is how often to do what is done n times; see its other side.
func often(n int) int { return n }
