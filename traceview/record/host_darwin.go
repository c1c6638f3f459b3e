package record

import "golang.org/x/sys/unix"

func cpuModel() string {
	model, _ := unix.Sysctl("machdep.cpu.brand_string")
	return model
}

func kernelRelease() string {
	release, _ := unix.Sysctl("kern.osrelease")
	return release
}
