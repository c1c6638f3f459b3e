//go:build unix

package workloads

import (
	"syscall"
	"time"
)

// cpuTime returns how long the threads of this process have been on a core, added up.
func cpuTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
