package workloads

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
)

// The variables that make this program, started again, create threads until it may have no more.
const (
	threadLimitEnv  = "SCHEDVIZ_THREAD_LIMIT"
	threadLockedEnv = "SCHEDVIZ_THREAD_LOCKED"
)

func init() {
	if limit, err := strconv.Atoi(os.Getenv(threadLimitEnv)); err == nil {
		exhaustThreads(limit, os.Getenv(threadLockedEnv) == "true")
		os.Exit(0)
	}
}

// exhaustThreads starts goroutines, one by one, twice as many as there may be threads, and prints their number. If they
// are locked to threads, the runtime ends the process before that.
func exhaustThreads(limit int, lock bool) {
	debug.SetMaxThreads(limit)
	here := make(chan struct{})
	for n := 1; n <= 2*limit; n++ {
		go func() {
			lockThread(lock)
			fmt.Println(n)
			here <- struct{}{}
			select {}
		}()
		<-here
	}
}

// threadLimit is what became of a process that may have a number of threads.
type threadLimit struct {
	Limit      int    `json:"limit"`
	Goroutines int    `json:"goroutines"` // that it started
	Ended      string `json:"ended"`      // what the runtime said when it ended the process; "" if it did not
}

// reachThreadLimit runs a process that exhausts its threads. Only that process has the limit.
func reachThreadLimit(ctx context.Context, limit int, lock bool) (threadLimit, error) {
	exe, err := os.Executable()
	if err != nil {
		return threadLimit{}, fmt.Errorf("start a process with a limit of threads: %w", err)
	}
	cmd := exec.CommandContext(ctx, exe)
	cmd.Env = append(os.Environ(), "GOTRACEBACK=none", "GOMAXPROCS="+strconv.Itoa(runtime.GOMAXPROCS(0)),
		threadLimitEnv+"="+strconv.Itoa(limit), threadLockedEnv+"="+strconv.FormatBool(lock))
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err = cmd.Run()
	result := threadLimit{Limit: limit, Goroutines: bytes.Count(stdout.Bytes(), []byte("\n"))}
	for line := range strings.Lines(stderr.String()) {
		if reason, ok := strings.CutPrefix(strings.TrimSpace(line), "fatal error: "); ok {
			result.Ended = reason
		}
	}
	if err != nil && result.Ended == "" {
		return result, fmt.Errorf("run a process with a limit of %d threads: %w", limit, err)
	}
	return result, nil
}
