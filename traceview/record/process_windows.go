package record

import (
	"io"
	"os"
	"syscall"

	"golang.org/x/sys/windows"
)

// processAttr gives the child its own process group, so that a Ctrl-C at the console reaches only the parent.
func processAttr() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP}
}

func kill(p *os.Process) { p.Kill() }

// passOn sends the child a Ctrl-Break, the only signal that can be sent to another console process; Go programs get it as
// os.Interrupt.
func passOn(p *os.Process, _ os.Signal) {
	windows.GenerateConsoleCtrlEvent(windows.CTRL_BREAK_EVENT, uint32(p.Pid))
}

func signalOf(*os.ProcessState) (name string, number int) { return "", 0 }

func stopPipe() io.Reader { return os.Stdin }
