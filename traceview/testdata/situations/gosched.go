//go:build ignore

// gosched: two goroutines on one P hand it to each other.
package main

import (
	"os"
	"runtime"
	"runtime/trace"
	"sync"
)

func main() {
	runtime.GOMAXPROCS(1)
	trace.Start(os.Stdout)
	defer trace.Stop()
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for range 20 {
				runtime.Gosched()
			}
		})
	}
	wg.Wait()
}
