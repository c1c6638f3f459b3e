package cores_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// child is the environment variable that makes this test binary a child to be captured.
const child = "SCHEDVIZ_CORES_CHILD"

// work is what a captured child does, by the value of the variable child.
var work = map[string]func(){"1": spin, "cpu": computeAll, "pingpong": pingPong}

// computeAll keeps all cores busy, and prints for how long.
func computeAll() {
	start := time.Now()
	var done sync.WaitGroup
	for range runtime.NumCPU() {
		done.Go(func() {
			x := uint64(1)
			for range 200_000_000 {
				x = x*6364136223846793005 + 1442695040888963407
			}
			sink.Add(x)
		})
	}
	done.Wait()
	fmt.Println(time.Since(start).Nanoseconds())
}

var sink atomic.Uint64

// pingPong hands a token to and fro between two goroutines, and prints for how long.
func pingPong() {
	start := time.Now()
	ping, pong := make(chan int), make(chan int)
	go func() {
		for n := range ping {
			pong <- n
		}
	}()
	for n := range 500_000 {
		ping <- n
		<-pong
	}
	fmt.Println(time.Since(start).Nanoseconds())
}

// spin keeps four threads busy for a while, and prints, for each of the process's
// threads, for how long the kernel says it was on a core.
func spin() {
	runtime.GOMAXPROCS(5)
	var done sync.WaitGroup
	for range 4 {
		done.Add(1)
		go func() {
			runtime.LockOSThread()
			for end := time.Now().Add(time.Second); time.Now().Before(end); {
			}
			done.Done()
			select {} // lest the thread end with the goroutine
		}()
	}
	done.Wait()
	tasks, _ := filepath.Glob("/proc/self/task/*")
	for _, task := range tasks {
		data, _ := os.ReadFile(task + "/schedstat")
		fmt.Println(filepath.Base(task), strings.Fields(string(data))[0])
	}
	os.Exit(0)
}
