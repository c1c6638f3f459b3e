//go:build unix

package record

import (
	"io"
	"os"
	"syscall"
)

// kill kills the child and every process it has started.
func kill(p *os.Process) { syscall.Kill(-p.Pid, syscall.SIGKILL) }

// passOn sends a signal to the child alone.
func passOn(p *os.Process, s os.Signal) { p.Signal(s) }

// signalOf returns the name and number of the signal that ended a process, "" and 0 if none did.
func signalOf(state *os.ProcessState) (name string, number int) {
	if status, ok := state.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		return status.Signal().String(), int(status.Signal())
	}
	return "", 0
}

// stopPipe returns the child's standard input, which reaches its end when the child should end. Reading it
// through the network poller blocks a goroutine, not a thread.
func stopPipe() io.Reader {
	syscall.SetNonblock(0, true)
	return os.NewFile(0, "stop")
}
