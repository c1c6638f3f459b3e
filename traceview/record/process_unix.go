//go:build unix

package record

import (
	"io"
	"os"
	"syscall"
)

// kill ends the child and whatever it has started.
func kill(p *os.Process) { syscall.Kill(-p.Pid, syscall.SIGKILL) }

// signalOf names the signal that ended a process, "" if none did.
func signalOf(state *os.ProcessState) string {
	if status, ok := state.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		return status.Signal().String()
	}
	return ""
}

// stopPipe is the child's standard input, which ends when it is to end. Waited
// for through the network poller it costs a waiting goroutine, not a thread.
func stopPipe() io.Reader {
	syscall.SetNonblock(0, true)
	return os.NewFile(0, "stop")
}
