package workloads

import (
	"testing"
	"time"
)

func TestCPUTime(t *testing.T) {
	before, x := cpuTime(), uint64(1)
	for start := time.Now(); time.Since(start) < 10*time.Second; {
		x = spin(x, stepsFor(10*time.Millisecond))
		if cpuTime()-before >= 5*time.Millisecond {
			return
		}
	}
	t.Errorf("cpuTime() grew by %v in 10 s of computing, want at least 5 ms (%d)", cpuTime()-before, x)
}
