//go:build unix && !linux

package record

import "syscall"

// processAttr gives the child its own process group, so that a Ctrl-C at the terminal reaches only the parent.
func processAttr() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setpgid: true} }
