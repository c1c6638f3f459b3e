//go:build ignore

// profilestarted: a CPU profile that begins and ends while the trace goes on.
package main

import (
	"io"
	"os"
	"runtime"
	"runtime/pprof"
	"runtime/trace"
)

var sink int

//go:noinline
func spin(rounds int, done chan<- bool) {
	n := 0
	for i := range rounds {
		n ^= i
	}
	sink = n
	done <- true
}

func main() {
	runtime.GOMAXPROCS(2)
	trace.Start(os.Stdout)
	defer trace.Stop()
	done := make(chan bool)
	for i := range 3 {
		if i == 1 {
			pprof.StartCPUProfile(io.Discard)
		}
		go spin(150_000_000, done)
		<-done
		if i == 1 {
			pprof.StopCPUProfile()
		}
	}
}
