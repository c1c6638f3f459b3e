//go:build ignore

// cooperative: loops that call a function, with async preemption off
// (GODEBUG=asyncpreemptoff=1): they stop at the function's stack check.
package main

import (
	"os"
	"runtime"
	"runtime/trace"
)

//go:debug asyncpreemptoff=1

var sink [2]int

//go:noinline
func step(n, i int) int {
	var buf [64]int // enough of a frame to have a stack check
	buf[i&63] = n ^ i
	return buf[(i+1)&63] + buf[i&63]
}

func loop(slot int) {
	n := 0
	for i := range 6_000_000 {
		n = step(n, i)
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
