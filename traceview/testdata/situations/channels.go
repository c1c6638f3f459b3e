//go:build ignore

// channels: a rendezvous, a buffer that fills, a select, and a close that wakes many.
package main

import (
	"os"
	"runtime"
	"runtime/trace"
	"sync"
)

func main() {
	runtime.GOMAXPROCS(2)
	trace.Start(os.Stdout)
	defer trace.Stop()
	plain, buffered, quit := make(chan int), make(chan int, 3), make(chan bool)
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := range 20 {
			plain <- i
			buffered <- i
		}
		close(plain)
		close(buffered)
	})
	wg.Go(func() {
		for range plain {
		}
	})
	wg.Go(func() {
		for {
			select {
			case _, ok := <-buffered:
				if !ok {
					close(quit)
					return
				}
			case <-quit:
			}
		}
	})
	for range 3 {
		wg.Go(func() { <-quit })
	}
	wg.Wait()
}
