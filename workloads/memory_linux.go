package workloads

import (
	"bytes"
	"os"
	"strconv"
)

// processMemory returns this process's resident memory and reserved address space, in bytes, and its number of
// threads, as reported by the kernel; 0 if unknown.
func processMemory() (resident, reserved, threads int64) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, 0, 0
	}
	const kilobyte = 1024
	return kilobyte * statusField(status, "VmRSS:"), kilobyte * statusField(status, "VmSize:"), statusField(status, "Threads:")
}

// statusField returns the number after a name at the start of a line, or 0.
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
