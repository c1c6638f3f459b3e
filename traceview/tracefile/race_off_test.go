//go:build !race

package tracefile_test

// often returns how often to repeat something that is done n times; see race_on_test.go.
func often(n int) int { return n }

// racing reports whether the race detector is enabled; it takes memory of its own.
const racing = false
