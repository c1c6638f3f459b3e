package cores_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// child is the environment variable that turns this test binary into a child to capture.
const child = "SCHEDVIZ_CORES_CHILD"

// work is what a captured child does, by the value of the environment variable.
var work = map[string]func(){
	"1": spin, "cpu": computeAll, "pingpong": pingPong, "wait": spinWhenAsked,
}

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

// pingPong passes a token back and forth between two goroutines, and prints for how long.
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

// spin keeps four threads busy for a while, and prints how long each of the process's threads was on a core
// meanwhile according to the kernel.
func spin() { spinAfter(func() {}) }

// spinWhenAsked does the same in threads that exist already when it prints a line, once it reads one.
func spinWhenAsked() {
	spinAfter(func() {
		fmt.Println("ready")
		os.Stdin.Read(make([]byte, 1))
	})
}

func spinAfter(wait func()) {
	runtime.GOMAXPROCS(5)
	var done, ready sync.WaitGroup
	begin := make(chan bool)
	for range 4 {
		done.Add(1)
		ready.Add(1)
		go func() {
			runtime.LockOSThread()
			ready.Done()
			<-begin
			for end := time.Now().Add(time.Second); time.Now().Before(end); {
			}
			done.Done()
			select {} // so that the thread does not end with the goroutine
		}()
	}
	ready.Wait()
	wait()
	before := onCores()
	close(begin)
	done.Wait()
	for task, ns := range onCores() {
		fmt.Println(task, ns-before[task])
	}
	os.Exit(0)
}

// onCores returns how long each of this process's threads has been on a core according to the kernel, in ns.
func onCores() map[string]int64 {
	sum := make(map[string]int64)
	tasks, _ := filepath.Glob("/proc/self/task/*")
	for _, task := range tasks {
		data, _ := os.ReadFile(task + "/schedstat")
		first, _, _ := strings.Cut(string(data), " ")
		sum[filepath.Base(task)], _ = strconv.ParseInt(first, 10, 64)
	}
	return sum
}
