//go:build ignore

// mutexhandoff: a mutex whose waiter has waited for over a millisecond is handed
// to it, and the goroutine that unlocks yields its P: "preempted" in the trace.
package main

import (
	"os"
	"runtime"
	"runtime/trace"
	"sync"
	"time"
)

func busy(d time.Duration) {
	for t := time.Now(); time.Since(t) < d; {
	}
}

func main() {
	runtime.GOMAXPROCS(2)
	trace.Start(os.Stdout)
	defer trace.Stop()
	var mu sync.Mutex
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 6 {
				mu.Lock()
				busy(1500 * time.Microsecond)
				mu.Unlock()
			}
		})
	}
	wg.Wait()
}
