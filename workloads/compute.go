package workloads

import (
	"context"
	"time"
)

// stepsPerMicrosecond makes a duration into an amount of work: what [spin] does in
// a microsecond on an idle core of about 3 GHz. It is a constant, not measured on
// the spot, because then runs that are compared do the same work, on a busy host
// too, and no calibration shows in the trace.
const stepsPerMicrosecond = 800

// workFlagNote ends the usage text of flags that ask for computing.
const workFlagNote = "an amount of computing: what an idle core of about 3 GHz does in that time"

// stepsFor returns the number of steps of [spin] that take about d.
func stepsFor(d time.Duration) int {
	return int(d/time.Microsecond)*stepsPerMicrosecond + int(d%time.Microsecond)*stepsPerMicrosecond/1000
}

// spin does n steps of a linear congruential generator from x on. Each step needs
// the one before it, so it takes the time it takes. There is no function call in the
// loop and no stack check at the entry: only a signal can stop it.
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
