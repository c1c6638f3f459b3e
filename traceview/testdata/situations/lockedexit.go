//go:build ignore

// lockedexit: goroutines that end while they are locked to their threads, and take
// these with them.
package main

import (
	"os"
	"runtime"
	"runtime/trace"
)

func main() {
	runtime.GOMAXPROCS(2)
	trace.Start(os.Stdout)
	defer trace.Stop()
	done := make(chan bool)
	for range 4 {
		go func() {
			runtime.LockOSThread()
			runtime.Gosched()
			done <- true
		}()
		<-done
	}
	runtime.LockOSThread()
	runtime.Gosched()
	runtime.UnlockOSThread()
}
