//go:build race

package tracefile_test

// often returns how often to repeat something that is done n times. Under the race detector
// everything takes about ten times as long, and trying damaged bytes more often does not find more
// races.
func often(n int) int { return max(1, n/10) }

// racing reports whether the race detector is enabled; it takes memory of its own.
const racing = true
