//go:build ignore

// allocfree: the experimental events of GODEBUG=traceallocfree=1, which tell of every
// object, stack and span of the heap.
package main

import (
	"os"
	"runtime"
	"runtime/trace"
)

var keep []*[64]byte

func main() {
	runtime.GOMAXPROCS(2)
	runtime.GC() // the trace begins with all that is on the heap
	trace.Start(os.Stdout)
	defer trace.Stop()
	done := make(chan bool)
	go func() {
		for range 50 {
			keep = append(keep, new([64]byte))
		}
		done <- true
	}()
	<-done
	keep = nil
	runtime.GC()
}
