//go:build unix

package workloads

import (
	"errors"
	"syscall"
)

// blockingPipe returns a pipe whose reader blocks in a system call.
func blockingPipe() (pipe, error) {
	var fds [2]int
	if err := syscall.Pipe(fds[:]); err != nil {
		return pipe{}, err
	}
	return pipe{
		read: func() error {
			for {
				_, err := syscall.Read(fds[0], make([]byte, 1))
				if !errors.Is(err, syscall.EINTR) { // by a preemption signal, for instance
					return err
				}
			}
		},
		write: func() error { _, err := syscall.Write(fds[1], []byte{1}); return err },
		close: func() { syscall.Close(fds[0]); syscall.Close(fds[1]) },
	}, nil
}
