//go:build ignore

// waitgroupgo: goroutines that libraries start on the program's behalf, by
// sync.WaitGroup.Go and by errgroup. Some wait, two meet in their first run, one is deep in
// recursion when it stops, one is stopped by signals only until it sleeps, and one ends
// without having stopped at all.
package main

import (
	"os"
	"runtime"
	"runtime/trace"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

func main() {
	runtime.GOMAXPROCS(2)
	if err := trace.Start(os.Stdout); err != nil {
		panic(err)
	}
	defer trace.Stop()
	var wg sync.WaitGroup
	results := make(chan int)
	for range 4 {
		wg.Go(worker)
	}
	wg.Go(func() { results <- 1 })
	wg.Go(func() { <-results })
	var p pool
	wg.Go(p.serve)
	wg.Go(start)
	wg.Go(compute)
	wg.Go(short)
	var g errgroup.Group
	g.Go(fetch)
	g.TryGo(fetch)
	if err := g.Wait(); err != nil {
		panic(err)
	}
	wg.Wait()
}

type pool struct{ n int }

func (p *pool) serve() { time.Sleep(time.Millisecond) }

func worker() {
	for range 3 {
		time.Sleep(time.Millisecond)
	}
}

func fetch() error {
	time.Sleep(time.Millisecond)
	return nil
}

// start is only in the first of the stacks that the trace has of its goroutine.
func start() {
	time.Sleep(time.Millisecond)
	descend(200)
}

//go:noinline
func descend(n int) int {
	if n == 0 {
		time.Sleep(time.Millisecond)
		return 0
	}
	return descend(n-1) + 1
}

// compute is missing from the stacks at which signals stop it: they have step, and then
// what called compute.
func compute() {
	for begin := time.Now(); time.Since(begin) < 35*time.Millisecond; {
		sink += step(10_000_000)
	}
	time.Sleep(time.Millisecond)
}

// step needs no frame of its own.
//
//go:noinline
func step(n int) (x int) {
	for i := 0; i < n; i++ {
		x = x*31 + i
	}
	return x
}

var sink int

// short ends without ever stopping: no stack of it is in the trace.
func short() { sink++ }
