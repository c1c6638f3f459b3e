//go:build ignore

// coroutines: iter.Pull switches directly between two goroutines.
package main

import (
	"iter"
	"os"
	"runtime"
	"runtime/trace"
	"slices"
)

func main() {
	runtime.GOMAXPROCS(2)
	trace.Start(os.Stdout)
	defer trace.Stop()
	next, stop := iter.Pull(slices.Values([]int{1, 2, 3, 4, 5}))
	defer stop()
	for {
		if _, ok := next(); !ok {
			break
		}
	}
}
