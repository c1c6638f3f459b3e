//go:build ignore

// synctest: goroutines in a bubble, whose clock stands still until all of them wait.
package main

import (
	"os"
	"runtime"
	"runtime/trace"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func bubble(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var wg sync.WaitGroup
		c := make(chan int)
		wg.Go(func() {
			time.Sleep(time.Hour)
			c <- 1
		})
		wg.Go(func() {
			select {
			case <-c:
			case <-time.After(24 * time.Hour):
			}
		})
		synctest.Wait()
		time.Sleep(30 * time.Minute)
		synctest.Wait()
		wg.Wait()
	})
	trace.Stop() // testing.Main does not return
}

func main() {
	runtime.GOMAXPROCS(2)
	out := os.Stdout
	os.Stdout = os.Stderr // where testing says PASS
	trace.Start(out)
	all := func(string, string) (bool, error) { return true, nil }
	testing.Main(all, []testing.InternalTest{{Name: "TestBubble", F: bubble}}, nil, nil)
}
