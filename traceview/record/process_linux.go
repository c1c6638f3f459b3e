package record

import "syscall"

// processAttr gives the child its own process group, so that a Ctrl-C at the terminal reaches only the parent,
// and kills it when the thread that started it ends.
func processAttr() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}
