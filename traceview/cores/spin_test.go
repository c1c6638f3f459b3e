package cores_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"
)

// child is the environment variable that makes this test binary a child to be captured.
const child = "SCHEDVIZ_CORES_CHILD"

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
