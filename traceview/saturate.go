package traceview

import "math"

// SaturatingAdd adds two durations, neither negative. The sum saturates at 292 years: damaged times
// must not make a sum negative.
func SaturatingAdd[T ~int64](a, b T) T {
	if a > math.MaxInt64-b {
		return math.MaxInt64
	}
	return a + b
}

// SaturatingMul multiplies a duration, with the same limit.
func SaturatingMul[T ~int64](d T, n int64) T {
	if n > 0 && d > math.MaxInt64/T(n) {
		return math.MaxInt64
	}
	return d * T(n)
}
