package workloads

import (
	"context"
	"time"
)

// stepsPerMicrosecond converts a duration to an amount of work: what [spin] does in a microsecond on an idle core
// of about 3 GHz. It is a constant rather than measured at run time, so that compared runs do the same work even
// on a busy host and no calibration shows in the trace.
const stepsPerMicrosecond = 800

// workFlagNote ends the usage text of flags that set an amount of work.
const workFlagNote = "an amount of work: what an idle core of about 3 GHz does in that time"

// stepsFor returns the number of steps of [spin] that take about d.
func stepsFor(d time.Duration) int {
	return int(d/time.Microsecond)*stepsPerMicrosecond + int(d%time.Microsecond)*stepsPerMicrosecond/1000
}

// spin does n steps of a linear congruential generator, starting at x. Each step depends on the one before it, so
// the steps can't be parallelized. There is no function call in the loop and no stack check at the entry: only a
// signal can stop it.
//
//go:noinline
func spin(x uint64, n int) uint64 {
	for range n {
		x = x*6364136223846793005 + 1442695040888963407
	}
	return x
}

// compute computes for about d, but stops within a millisecond when ctx ends.
func compute(ctx context.Context, x uint64, d time.Duration) (uint64, error) {
	const chunk = 1000 * stepsPerMicrosecond
	for left := stepsFor(d); left > 0 && ctx.Err() == nil; left -= chunk {
		x = spin(x, min(left, chunk))
	}
	return x, ctx.Err()
}
