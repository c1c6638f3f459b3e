//go:build unix

package record

import (
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/sys/unix"
)

// passedOn lists the signals that are passed on. One that is ignored, as SIGHUP is under nohup, stays so, for the
// program too.
func passedOn() (signals []os.Signal) {
	for _, s := range []os.Signal{
		syscall.SIGINT, syscall.SIGQUIT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGUSR1, syscall.SIGUSR2,
	} {
		if !signal.Ignored(s) {
			signals = append(signals, s)
		}
	}
	return signals
}

// endsProcess reports whether a signal asks a process to end.
func endsProcess(s os.Signal) bool { return s != syscall.SIGUSR1 && s != syscall.SIGUSR2 }

// sentByTerminal reports whether a signal comes from the terminal, which sends it to all processes of the foreground
// group: this one and the program. A signal that someone else sends to this process alone can't be told apart from
// that while the group is in the foreground.
func sentByTerminal(s os.Signal) bool {
	if s != syscall.SIGINT && s != syscall.SIGQUIT {
		return false
	}
	tty, err := os.Open("/dev/tty")
	if err != nil {
		return false
	}
	defer tty.Close()
	foreground, err := unix.IoctlGetInt(int(tty.Fd()), unix.TIOCGPGRP)
	return err == nil && foreground == unix.Getpgrp()
}
