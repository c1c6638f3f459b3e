//go:build ignore

// annotations: tasks, regions and logs, some of them open at the end, some with
// names that would be code if a page let them.
package main

import (
	"context"
	"os"
	"runtime"
	"runtime/trace"
	"sync"
)

func main() {
	runtime.GOMAXPROCS(2)
	trace.Start(os.Stdout)
	defer trace.Stop()
	ctx, task := trace.NewTask(context.Background(), "order")
	trace.Log(ctx, "user", "</script><script>window.pwned=1</script>")
	inner, nested := trace.NewTask(ctx, `"__f__window.pwned=1__f__`)
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			trace.WithRegion(inner, "work", func() {
				trace.WithRegion(inner, `<img src=x onerror="window.pwned=1">`, runtime.Gosched)
			})
		})
	}
	wg.Wait()
	nested.End()
	task.End()
	open, _ := trace.NewTask(context.Background(), "left open")
	trace.StartRegion(open, "left open too")
}
