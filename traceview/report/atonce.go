package report

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// atOnce calls f with each number from 0 to n-1, on all cores, and returns when all calls
// are done. A panic in f is passed on to the caller.
func atOnce(n int, f func(i int)) {
	var next atomic.Int64
	var all sync.WaitGroup
	var fault atomic.Pointer[any]
	for range min(runtime.GOMAXPROCS(0), n) {
		all.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					fault.Store(&p)
				}
			}()
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				f(int(i))
			}
		})
	}
	all.Wait()
	if p := fault.Load(); p != nil {
		panic(*p)
	}
}
