//go:build ignore

// gomaxprocs: GOMAXPROCS changes while goroutines run.
package main

import (
	"os"
	"runtime"
	"runtime/trace"
	"sync"
)

func main() {
	runtime.GOMAXPROCS(4)
	trace.Start(os.Stdout)
	defer trace.Stop()
	for _, n := range []int{1, 3, 2} {
		runtime.GOMAXPROCS(n)
		var wg sync.WaitGroup
		for range 6 {
			wg.Go(func() {
				for range 5 {
					runtime.Gosched()
				}
			})
		}
		wg.Wait()
	}
}
