package traceview

import "math"

// SaturatingAdd adds lengths of time, neither negative. More than can be counted, 292 years,
// counts as that: times that damage made up must not make a sum negative.
func SaturatingAdd[T ~int64](a, b T) T {
	if a > math.MaxInt64-b {
		return math.MaxInt64
	}
	return a + b
}

// SaturatingMul multiplies a length of time, likewise.
func SaturatingMul[T ~int64](d T, n int64) T {
	if n > 0 && d > math.MaxInt64/T(n) {
		return math.MaxInt64
	}
	return d * T(n)
}
