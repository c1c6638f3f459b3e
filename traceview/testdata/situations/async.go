//go:build ignore

// async: loops without calls on one P; only a signal can stop them.
package main

import (
	"os"
	"runtime"
	"runtime/trace"
)

var sink [2]int

func loop(slot int) {
	n := 0
	for i := range 60_000_000 {
		n ^= i
	}
	sink[slot] = n
}

func main() {
	runtime.GOMAXPROCS(1)
	trace.Start(os.Stdout)
	defer trace.Stop()
	done := make(chan bool)
	for slot := range sink {
		go func() {
			loop(slot)
			done <- true
		}()
	}
	<-done
	<-done
}
