//go:build ignore

// manyprocs: 256 Ps.
package main

import (
	"os"
	"runtime"
	"runtime/trace"
	"sync"
)

func main() {
	runtime.GOMAXPROCS(256)
	trace.Start(os.Stdout)
	defer trace.Stop()
	var wg sync.WaitGroup
	for range 40 {
		wg.Go(runtime.Gosched)
	}
	wg.Wait()
}
