//go:build ignore

// cpuprofile: a CPU profile that was there before the trace, of a program that has
// shown more than 64 stacks before the first sample.
package main

import (
	"io"
	"os"
	"runtime"
	"runtime/pprof"
	"runtime/trace"
)

// walk yields at the end of a path of its own for every number below 128.
func walk(path, turns int) {
	switch {
	case turns == 0:
		runtime.Gosched()
	case path&1 == 0:
		walk(path>>1, turns-1)
	default:
		walk(path>>1, turns-1)
	}
}

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
	pprof.StartCPUProfile(io.Discard)
	defer pprof.StopCPUProfile()
	trace.Start(os.Stdout)
	defer trace.Stop()
	for path := range 128 {
		walk(path, 7)
	}
	done := make(chan bool)
	go spin(200_000_000, done)
	<-done
}
