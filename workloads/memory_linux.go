package workloads

import (
	"bytes"
	"os"
	"strconv"
)

// processMemory returns what the kernel says about this process: the memory that it
// really has (resident) and that it has set aside (reserved), in bytes, and its
// threads. All are 0 if the kernel does not tell.
func processMemory() (resident, reserved, threads int64) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, 0, 0
	}
	const kilobyte = 1024
	return kilobyte * statusField(status, "VmRSS:"), kilobyte * statusField(status, "VmSize:"), statusField(status, "Threads:")
}

// statusField returns the number behind a name at the start of a line, or 0.
func statusField(status []byte, name string) int64 {
	for line := range bytes.Lines(status) {
		fields := bytes.Fields(line)
		if len(fields) > 1 && string(fields[0]) == name {
			n, _ := strconv.ParseInt(string(fields[1]), 10, 64)
			return n
		}
	}
	return 0
}
