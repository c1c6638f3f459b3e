//go:build !linux && !darwin && !windows

package record

func cpuModel() string { return "" }

func kernelRelease() string { return "" }
