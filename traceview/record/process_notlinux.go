//go:build unix && !linux

package record

import "syscall"

// processAttr gives the child a process group of its own, so that a Ctrl-C at the
// terminal reaches only us.
func processAttr() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setpgid: true} }
