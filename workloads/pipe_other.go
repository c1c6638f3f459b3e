//go:build !unix

package workloads

// blockingPipe returns a pipe of the os package: on systems other than Unix its
// reader blocks in a system call.
func blockingPipe() (pipe, error) { return pollerPipe() }
