package record

import "runtime"

// ThisHost returns the machine that this process runs on.
func ThisHost() Host {
	return Host{
		OS: runtime.GOOS, Arch: runtime.GOARCH, CPUModel: cpuModel(), Cores: runtime.NumCPU(), Kernel: kernelRelease(),
	}
}
