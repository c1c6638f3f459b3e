//go:build ignore

// locked: two goroutines locked to their threads play ping-pong.
package main

import (
	"os"
	"runtime"
	"runtime/trace"
	"sync"
)

func main() {
	runtime.GOMAXPROCS(2)
	trace.Start(os.Stdout)
	defer trace.Stop()
	ping, pong := make(chan bool), make(chan bool)
	var wg sync.WaitGroup
	wg.Go(func() {
		runtime.LockOSThread()
		for range 10 {
			ping <- true
			<-pong
		}
	})
	wg.Go(func() {
		runtime.LockOSThread()
		for range 10 {
			<-ping
			pong <- true
		}
	})
	wg.Wait()
}
