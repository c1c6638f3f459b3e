package summarize

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"schedviz/traceview"
)

// TestMMU compares the curve with trying every window, a nanosecond apart.
func TestMMU(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 50 {
		const length, procs = 400, 2
		busy := busyTime{max: keptBusy}
		for range rng.IntN(8) {
			start := traceview.Time(rng.IntN(length))
			busy.add(busySpan{
				start: start, end: min(length, start+1+traceview.Time(rng.IntN(60))), ps: 1,
				all: float64(rng.IntN(4) / 3),
			})
		}
		u := utilization(busy, 0, length, procs)
		for _, window := range []int{1, 7, 50, 399, 400} {
			want := 1.0
			for start := 0; start+window <= length; start++ {
				sum := 0.0
				for at := start; at < start+window; at++ {
					sum += levelAt(busy, traceview.Time(at), procs)
				}
				want = min(want, sum/float64(window))
			}
			if got := u.worst(time.Duration(window)); math.Abs(got-want) > 1e-9 {
				t.Fatalf("busy %+v: worst window of %d ns leaves %v, want %v", busy, window, got, want)
			}
		}
	}
}

// levelAt returns the share of the Ps' time left to the program in the nanosecond at.
func levelAt(busy busyTime, at traceview.Time, procs int) float64 {
	ps := 0
	for _, b := range busy.spans {
		if b.start <= at && at < b.end {
			if b.all > 0 {
				return 0
			}
			ps++
		}
	}
	return max(0, 1-float64(ps)/float64(procs))
}
