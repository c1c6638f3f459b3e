package record

import (
	"io"
	"os"
	"syscall"
)

// processAttr gives the child its own process group, so that a Ctrl-C at the console reaches only the parent.
func processAttr() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP}
}

func kill(p *os.Process) { p.Kill() }

func signalOf(*os.ProcessState) string { return "" }

func stopPipe() io.Reader { return os.Stdin }
