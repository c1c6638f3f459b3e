//go:build ignore

// leak: goroutines that wait for ever.
package main

import (
	"os"
	"runtime"
	"runtime/trace"
	"time"
)

func leaky(c chan int) { <-c }

func main() {
	runtime.GOMAXPROCS(2)
	trace.Start(os.Stdout)
	defer trace.Stop()
	c := make(chan int)
	for range 4 {
		go leaky(c)
	}
	time.Sleep(2 * time.Millisecond)
}
