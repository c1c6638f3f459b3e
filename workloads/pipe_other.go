//go:build !unix

package workloads

// blockingPipe returns an os.Pipe: on systems other than Unix its reader blocks in a system call.
func blockingPipe() (pipe, error) { return pollerPipe() }
