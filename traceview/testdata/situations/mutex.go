//go:build ignore

// mutex: goroutines contend for a Mutex and a RWMutex, and one waits for a WaitGroup.
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
	var mu sync.Mutex
	var rw sync.RWMutex
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			for range 10 {
				mu.Lock()
				runtime.Gosched()
				mu.Unlock()
				if i == 0 {
					rw.Lock()
					runtime.Gosched()
					rw.Unlock()
				} else {
					rw.RLock()
					runtime.Gosched()
					rw.RUnlock()
				}
			}
		})
	}
	wg.Wait()
}
