//go:build ignore

// syscalls: one goroutine blocks in a system call, so its P is handed to another thread.
package main

import (
	"os"
	"runtime"
	"runtime/trace"
	"syscall"
	"time"
)

func main() {
	runtime.GOMAXPROCS(1)
	trace.Start(os.Stdout)
	defer trace.Stop()
	done := make(chan bool)
	go func() {
		for range 3 {
			ts := syscall.NsecToTimespec(int64(5 * time.Millisecond))
			syscall.Nanosleep(&ts, nil)
		}
		done <- true
	}()
	for range 15 {
		time.Sleep(time.Millisecond)
	}
	<-done
}
