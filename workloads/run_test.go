package workloads

import (
	"bytes"
	"context"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestOutput runs the programs in this process and checks what they print and return.
func TestOutput(t *testing.T) {
	for _, c := range []struct{ workload, args, want string }{
		{"say", "--times 2 --every 1ms", "hello\n"},
		{"say", "--times 2 --every 1ms", "world\n"},
		{"waitgroup", "--tasks 4 --sleep 1ms", "main goes on; 4 of 4 tasks are done\n"},
		{"counter", "--sync mutex --n 50 --goroutines 3", "3 goroutines added 1 to the counter 50 times each (--sync mutex): 150, and 150 would be right; "},
		{"counter", "--sync atomic --n 20000", "40000, and 40000 would be right; "},
		{"counter", "--sync channel --n 50", "100, and 100 would be right; "},
		{"workerpool", "--workers 3 --jobs 30 --work 1us", "3 workers answered 30 of 30 jobs\n"},
		{"workerpool", "--workers 1 --jobs 30 --work 1us --fail-at 30", "first error: job 30: it was asked to fail\n"},
		{"tightloop", "--work 1ms --loops 1", "1 loop (--mode tight) of 1.00 ms on"},
	} {
		var out bytes.Buffer
		result, err := runHere(t.Context(), t, c.workload, c.args, &out)
		if err != nil || result == nil || !strings.Contains(out.String(), c.want) {
			t.Errorf("Run(%s %s) = %v, %v and prints %q, want %q", c.workload, c.args, result, err, out.String(), c.want)
		}
	}
}

func runHere(ctx context.Context, t *testing.T, workload, args string, out io.Writer) (any, error) {
	t.Helper()
	p, err := program(Find(workload), strings.Fields(args))
	if err != nil {
		t.Fatal(err)
	}
	return p.Run(ctx, out)
}

func TestPoolResult(t *testing.T) {
	result, err := runHere(t.Context(), t, "workerpool", "--workers 4 --jobs 40 --work 1us", io.Discard)
	if got := result.(poolResult); err != nil || got.Answered != 40 || got.Missing != nil || got.Repeated != nil || got.Failed != 0 {
		t.Errorf("Run(40 jobs) = %+v, %v, want 40 answers", got, err)
	}
	result, err = runHere(t.Context(), t, "workerpool", "--workers 4 --jobs 40 --work 1us --fail-at 7", io.Discard)
	if got := result.(poolResult); err != nil || got.Failed < 7 || got.Failed > 10 {
		t.Errorf("Run(--fail-at 7) = %+v, %v, want one of the jobs 7 to 10 to have failed", got, err)
	}
}

func TestPoolCountsResults(t *testing.T) {
	p := &workerPool{jobs: 4, results: make(chan jobResult, 4)}
	for _, job := range []int{2, 4, 2, 4} {
		p.results <- jobResult{job: job}
	}
	close(p.results)
	collected := make(chan poolResult, 1)
	p.collect(t.Context(), collected)
	got := <-collected
	if len(got.Missing) != 2 || got.Missing[0] != 1 || got.Missing[1] != 3 || len(got.Repeated) != 2 {
		t.Errorf("collect of results of 2, 4, 2, 4 = %+v, want 1 and 3 missing, 2 and 4 repeated", got)
	}
}

// TestCancel checks that long runs end soon after ctx, with its error and without leaving goroutines behind.
func TestCancel(t *testing.T) {
	for _, c := range []struct{ workload, args string }{
		{"counter", "--sync mutex --n 100000000"},
		{"counter", "--sync atomic --n 100000000 --goroutines 50"},
		{"workerpool", "--jobs 1000000 --work 0s"},
		{"tightloop", "--mode gosched --work 1m"},
	} {
		before := runtime.NumGoroutine()
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
		start := time.Now()
		result, err := runHere(ctx, t, c.workload, c.args, io.Discard)
		cancel()
		if result != nil || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("Run(%s %s) = %v, %v, want no result and the error of its context", c.workload, c.args, result, err)
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("Run(%s %s) took %v to end after its context", c.workload, c.args, took)
		}
		if after := runtime.NumGoroutine(); after > before {
			t.Errorf("Run(%s %s) leaves %d goroutines", c.workload, c.args, after-before)
		}
	}
}

var errFull = errors.New("disk full")

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }
