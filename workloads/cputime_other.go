//go:build !unix && !windows

package workloads

import "time"

// cpuTime returns 0: this system does not report the CPU time of the process.
func cpuTime() time.Duration { return 0 }
