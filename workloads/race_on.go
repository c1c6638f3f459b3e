//go:build race

package workloads

// raceEnabled reports whether this program is built with the race detector, which makes everything slower and
// larger.
const raceEnabled = true
