package record

import "runtime"

func thisHost() Host {
	return Host{
		OS: runtime.GOOS, Arch: runtime.GOARCH, CPUModel: cpuModel(), Cores: runtime.NumCPU(), Kernel: kernelRelease(),
	}
}
