//go:build ignore

// gc: collections while goroutines allocate and run: stop-the-world, assists,
// suspended goroutines.
package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/trace"
	"sync"
)

type node struct{ next *node }

func main() {
	runtime.GOMAXPROCS(2)
	debug.SetGCPercent(20)
	trace.Start(os.Stdout)
	defer trace.Stop()
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			var list *node
			for i := range 60_000 {
				list = &node{list}
				if i%20_000 == 0 {
					list = nil
				}
			}
			runtime.KeepAlive(list)
		})
	}
	wg.Wait()
	runtime.GC()
}
