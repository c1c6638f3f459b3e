//go:build ignore

// shortgenerations: generations of a millisecond (GODEBUG=traceadvanceperiod), so
// that most states, system calls and goroutines go through several.
package main

import (
	"os"
	"runtime"
	"runtime/trace"
	"syscall"
	"time"
)

func main() {
	runtime.GOMAXPROCS(2)
	trace.Start(os.Stdout)
	defer trace.Stop()
	done := make(chan bool)
	go func() {
		for t := time.Now(); time.Since(t) < 4*time.Millisecond; {
		}
		done <- true
	}()
	go func() {
		nap := syscall.Timespec{Nsec: 8_000_000}
		syscall.Nanosleep(&nap, nil)
		done <- true
	}()
	for i := range 8 {
		go func() {
			time.Sleep(time.Duration(i+1) * 2 * time.Millisecond)
			done <- true
		}()
	}
	for range 10 {
		<-done
	}
}
