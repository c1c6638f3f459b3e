//go:build ignore

// generations: waits, a region and a task that begin in one generation and end
// in a later one (GODEBUG=traceadvanceperiod makes generations short).
package main

import (
	"context"
	"os"
	"runtime"
	"runtime/trace"
	"time"
)

func sleeper(d time.Duration, done chan<- bool) {
	time.Sleep(d)
	done <- true
}

func main() {
	runtime.GOMAXPROCS(2)
	trace.Start(os.Stdout)
	defer trace.Stop()
	done := make(chan bool)
	ctx, task := trace.NewTask(context.Background(), "long")
	defer task.End()
	trace.WithRegion(ctx, "wait", func() {
		for i := range 4 {
			go sleeper(time.Duration(30*(i+1))*time.Millisecond, done)
		}
		for range 4 {
			<-done
		}
	})
}
