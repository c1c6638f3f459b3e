//go:build !unix && !windows

package workloads

import "time"

// cpuTime returns 0: this system doesn't tell how long the process has been on a core.
func cpuTime() time.Duration { return 0 }
