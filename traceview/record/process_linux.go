package record

import "syscall"

// processAttr gives the child a process group of its own, so that a Ctrl-C at the
// terminal reaches only us, and lets it die with the thread that starts it.
func processAttr() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}
