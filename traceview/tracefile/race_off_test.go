//go:build !race

package tracefile_test

// often is how often to do what is done n times; see its other side.
func often(n int) int { return n }

// racing reports whether the race detector is at work, which takes memory of its own.
const racing = false
