//go:build !linux

package workloads

// processMemory returns zeros: it is not implemented for this system.
func processMemory() (resident, reserved, threads int64) { return 0, 0, 0 }
