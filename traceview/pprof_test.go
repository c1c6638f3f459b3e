package traceview_test

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/trace"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/pprof/profile"

	"schedviz/traceview"
)

// recordings are programs that bring out one kind of event each, many times over.
var recordings = []struct {
	name string
	run  func()
}{
	{"channels", func() {
		c, d := make(chan int), make(chan int, 4)
		parallel(4, func(i int) {
			for range 2000 {
				switch i % 2 {
				case 0:
					c <- i
					d <- i
				case 1:
					<-c
					select {
					case <-d:
					case <-time.After(time.Second):
					}
				}
			}
		})
	}},
	{"mutexes", func() {
		var mu sync.Mutex
		var rw sync.RWMutex
		cond := sync.NewCond(&mu)
		parallel(6, func(i int) {
			for n := range 600 {
				mu.Lock()
				if n%7 == 0 {
					runtime.Gosched()
				}
				if n%50 == 49 {
					cond.Broadcast()
				}
				mu.Unlock()
				rw.RLock()
				spin(2 * time.Microsecond)
				rw.RUnlock()
				if i == 0 {
					rw.Lock()
					runtime.Gosched()
					rw.Unlock()
				}
			}
		})
	}},
	{"network", func() {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			panic(err)
		}
		defer l.Close()
		go func() {
			for {
				c, err := l.Accept()
				if err != nil {
					return
				}
				go func() {
					io.Copy(c, c)
					c.Close()
				}()
			}
		}()
		parallel(4, func(int) {
			c, err := net.Dial("tcp", l.Addr().String())
			if err != nil {
				panic(err)
			}
			defer c.Close()
			buf := make([]byte, 16)
			for range 200 {
				c.Write(buf)
				io.ReadFull(c, buf)
			}
		})
	}},
	{"syscalls", func() {
		dir, err := os.MkdirTemp("", "schedviz")
		if err != nil {
			panic(err)
		}
		defer os.RemoveAll(dir)
		parallel(4, func(i int) {
			for range 300 {
				name := filepath.Join(dir, string(rune('a'+i)))
				os.WriteFile(name, make([]byte, 4096), 0o600)
				os.ReadFile(name)
			}
		})
	}},
	{"gc", func() {
		defer debug.SetGCPercent(debug.SetGCPercent(10))
		parallel(4, func(int) {
			var keep [][]byte
			for i := range 20_000 {
				keep = append(keep, make([]byte, 256))
				if i%500 == 0 {
					keep = nil
				}
			}
			runtime.KeepAlive(keep)
		})
		runtime.GC()
	}},
	{"timers", func() {
		parallel(50, func(i int) {
			for range 5 {
				time.Sleep(time.Duration(rand.IntN(2000)) * time.Microsecond)
			}
		})
	}},
	{"tasks", func() {
		parallel(8, func(int) {
			for range 50 {
				ctx, task := trace.NewTask(context.Background(), "request")
				trace.WithRegion(ctx, "outer", func() {
					trace.WithRegion(ctx, "inner", runtime.Gosched)
					trace.Log(ctx, "step", "done")
				})
				task.End()
			}
		})
	}},
	{"preemption", func() {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
		parallel(3, func(int) {
			n := 0
			for i := range 40_000_000 {
				n ^= i
			}
			runtime.KeepAlive(n)
		})
	}},
}

func parallel(n int, f func(i int)) {
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { f(i) })
	}
	wg.Wait()
}

func spin(d time.Duration) {
	for t := time.Now(); time.Since(t) < d; {
	}
}

// traceOf records run in this process.
func traceOf(t testing.TB, run func()) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "live.trace")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	if err := trace.Start(w); err != nil {
		t.Skipf("cannot trace: %v", err) // as under go test -trace
	}
	run()
	trace.Stop()
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestLive records each program, checks the invariants and that all ways of
// reading agree, and compares our figures with those of go tool trace.
func TestLive(t *testing.T) {
	for _, r := range recordings {
		t.Run(r.name, func(t *testing.T) {
			path := traceOf(t, r.run)
			f := open(t, path)
			checkInvariants(t, f)
			s := summarize(t, f)
			sameForAllReaders(t, path, s)
			compareWithGoToolTrace(t, path, s)
		})
	}
}

// TestGoToolTrace compares the committed traces, some of several generations.
func TestGoToolTrace(t *testing.T) {
	for _, sit := range situations {
		t.Run(sit.name, func(t *testing.T) {
			path := tracePath(sit.name)
			compareWithGoToolTrace(t, path, summarize(t, open(t, path)))
		})
	}
}

// total is a number of intervals and the sum of their lengths.
type total struct{ count, ns int64 }

// compareWithGoToolTrace checks that blocking, syscalls and scheduling latency
// are, to the count and the nanosecond, those of go tool trace -pprof.
func compareWithGoToolTrace(t *testing.T, path string, s *traceview.Summary) {
	t.Helper()
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("go is not in PATH, so there is no go tool trace to compare with")
	}
	var network, syncing total
	for _, b := range s.Stat.Blocking {
		switch {
		case b.Reason == "network":
			network = total{b.Count, b.TotalNS}
		case strings.Contains(b.Reason, "chan"), strings.Contains(b.Reason, "sync"), strings.Contains(b.Reason, "select"):
			syncing.count += b.Count
			syncing.ns += b.TotalNS
		}
	}
	for kind, got := range map[string]total{
		"net":     network,
		"sync":    syncing,
		"syscall": {s.Stat.Syscalls.Count, s.Stat.Syscalls.TotalNS},
	} {
		if want := goToolTrace(t, kind, path); got != want {
			t.Errorf("%s: %d intervals of %d ns, go tool trace -pprof=%s says %d of %d ns", path, got.count, got.ns, kind, want.count, want.ns)
		}
	}
	l := s.Stat.SchedLatency
	got := total{l.Count - l.FirstRun.Count, l.TotalNS - l.FirstRun.TotalNS}
	want := goToolTrace(t, "sched", path)
	// It leaves out every wait before the first run it sees of a goroutine, so
	// also those of the goroutines that were there before the trace.
	old := total{}
	for _, g := range wholeWindow(t, open(t, path)).Goroutines {
		if g.Created != 0 {
			continue
		}
		for _, sp := range g.Spans {
			if sp.State == traceview.StateRunning {
				break
			}
			if sp.State == traceview.StateRunnable && sp.End < traceview.Time(s.Stat.Trace.EndNS) {
				old.count++
				old.ns += int64(sp.Dur())
			}
		}
	}
	if got.count-old.count != want.count || got.ns-old.ns != want.ns {
		t.Errorf("%s: %d scheduling waits of %d ns (%d of %d ns without goroutines' first), go tool trace -pprof=sched says %d of %d ns",
			path, got.count, got.ns, got.count-old.count, got.ns-old.ns, want.count, want.ns)
	}
}

// goToolTrace returns the sum of one of go tool trace's profiles.
func goToolTrace(t *testing.T, kind, path string) total {
	t.Helper()
	var stderr bytes.Buffer
	cmd := exec.Command("go", "tool", "trace", "-pprof="+kind, path)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go tool trace -pprof=%s: %v\n%s", kind, err, &stderr)
	}
	p, err := profile.ParseData(out)
	if err != nil {
		t.Fatalf("parsing the profile of go tool trace -pprof=%s: %v", kind, err)
	}
	var sum total
	for _, sample := range p.Sample {
		sum.count += sample.Value[0]
		sum.ns += sample.Value[1]
	}
	return sum
}
