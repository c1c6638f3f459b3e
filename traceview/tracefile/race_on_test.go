//go:build race

package tracefile_test

// often is how often to do what is done n times: under the race detector all takes
// about ten times as long, and what is tried with damaged bytes races no other way for
// being tried more often.
func often(n int) int { return max(1, n/10) }

// racing reports whether the race detector is at work, which takes memory of its own.
const racing = true
