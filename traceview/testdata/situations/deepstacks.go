//go:build ignore

// deepstacks: stacks of more frames than the trace has room for (128), with functions
// inlined in them.
package main

import (
	"os"
	"runtime"
	"runtime/trace"
	"time"
)

func inlined(n int, at func()) { descend(n-1, at) }

//go:noinline
func descend(n int, at func()) {
	if n > 0 {
		inlined(n, at)
		return
	}
	at()
}

// start is not among the frames that the trace has room for.
//
//go:noinline
func start(n int, at func()) {
	descend(n, at)
}

func main() {
	runtime.GOMAXPROCS(1)
	trace.Start(os.Stdout)
	defer trace.Stop()
	done := make(chan bool)
	for _, depth := range []int{20, 63, 64, 65, 127, 128, 129, 1000} {
		go start(depth, func() {
			runtime.Gosched()
			time.Sleep(time.Microsecond)
			done <- true
		})
		<-done
	}
}
