package tracefile_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"runtime/trace"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/pprof/profile"

	"schedviz/traceview"
)

// recordings are programs each of which produces one kind of event many times.
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
	{"samples", func() {
		if pprof.StartCPUProfile(io.Discard) != nil {
			return // as under go test -cpuprofile, which also samples
		}
		defer pprof.StopCPUProfile()
		parallel(3, func(int) { spin(150 * time.Millisecond) })
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

// traceOf traces run in this process.
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

// TestLive records each program, checks the invariants and that all ways of reading agree, and
// compares our figures with those of go tool trace.
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

// TestRealGoToolTrace compares traces of programs that were not written for this project, if they
// are present. (For larger ones go tool trace takes gigabytes.)
func TestRealGoToolTrace(t *testing.T) {
	for _, path := range realTraces(t, 1<<20) {
		t.Run(traceName(path), func(t *testing.T) {
			if traceName(path) == "time-gap" {
				t.Skip("go tool trace reads no farther than to the gap in it")
			}
			compareWithGoToolTrace(t, path, summarize(t, open(t, path)))
		})
	}
}

// total is a number of intervals and the sum of their lengths.
type total struct{ count, ns int64 }

// byStack is a profile: totals by stack.
type byStack map[string]total

// add adds to a stack's total; a nil profile ignores it.
func (b byStack) add(key string, count, ns int64) {
	if b == nil {
		return
	}
	t := b[key]
	b[key] = total{t.count + count, t.ns + ns}
}

func (b byStack) sum() (all total) {
	for _, t := range b {
		all.count += t.count
		all.ns += t.ns
	}
	return all
}

func stackKey(st traceview.Stack) string {
	var key strings.Builder
	for _, f := range st {
		if f.Func == "" {
			continue // pprof has no location for it
		}
		fmt.Fprintf(&key, "%s:%d\n", f.Func, f.Line)
	}
	return key.String()
}

// compareWithGoToolTrace checks that blocking, syscalls and scheduling latency
// are, to the count and the nanosecond, those of go tool trace -pprof, stack by stack.
func compareWithGoToolTrace(t *testing.T, path string, s *traceview.Summary) {
	t.Helper()
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("go is not in PATH, so there is no go tool trace to compare with")
	}
	ours, whole := profilesOf(s), wholeWindow(t, open(t, path))
	ours.leaveOut(whole, traceview.Time(s.Stat.Trace.EndNS))
	for kind, got := range ours {
		want := goToolTrace(t, kind, path)
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(total{})); diff != "" {
			t.Errorf("%s: go tool trace -pprof=%s (-) differs from ours (+):\n%s", path, kind, diff)
		}
		if l := s.Stat.SchedLatency; kind == "sched" && livesOnce(whole) {
			got := total{
				l.Count - l.FirstRun.Count - l.BeforeTrace.Count,
				l.TotalNS - l.FirstRun.TotalNS - l.BeforeTrace.TotalNS,
			}
			if sum := want.sum(); got != sum {
				t.Errorf("%s: sched_latency without first_run and before_trace = %+v, "+
					"go tool trace -pprof=sched has %+v",
					path, got, sum)
			}
		}
	}
}

// livesOnce reports whether no two goroutines have the same ID.
func livesOnce(w *traceview.Window) bool {
	for i := range w.Goroutines[1:] {
		if w.Goroutines[i].ID == w.Goroutines[i+1].ID {
			return false
		}
	}
	return true
}

// profiles are what go tool trace makes profiles of, by its names for them.
type profiles map[string]byStack

func profilesOf(s *traceview.Summary) profiles {
	p := profiles{"net": {}, "sync": {}, "syscall": {}, "sched": {}}
	for _, b := range s.Blocks {
		p[profileOf(traceview.StateWaiting, b.Reason)].add(stackKey(b.Stack), b.Count, int64(b.Total))
	}
	for _, c := range s.Syscalls {
		p["syscall"].add(stackKey(c.Stack), c.Count, int64(c.Total))
	}
	for _, r := range s.Readied {
		if !r.New {
			p["sched"].add(stackKey(r.Stack), r.Count, int64(r.Total))
		}
	}
	return p
}

// profileOf names the profile in which a state counts, "" if none.
func profileOf(state traceview.State, reason string) string {
	switch {
	case state == traceview.StateRunnable:
		return "sched"
	case state == traceview.StateSyscall:
		return "syscall"
	case reason == "network":
		return "net"
	case strings.Contains(reason, "chan"), strings.Contains(reason, "sync"), strings.Contains(reason, "select"):
		return "sync"
	}
	return ""
}

// leaveOut removes what go tool trace leaves out: every wait for a P before the first run it sees
// of a goroutine, whether the goroutine is new or older than the trace; and all lives but the last
// of goroutines with one ID. (C threads that call Go one after the other share a goroutine.)
func (p profiles) leaveOut(w *traceview.Window, end traceview.Time) {
	for i, g := range w.Goroutines {
		last := i+1 == len(w.Goroutines) || w.Goroutines[i+1].ID != g.ID
		ran := false
		for sp := range w.On(g.Lane) {
			ran = ran || sp.State == traceview.StateRunning
			early := !ran && g.Created == 0 && sp.State == traceview.StateRunnable
			if sp.End < end && (early || ran && !last) {
				p[profileOf(sp.State, w.Reasons[sp.Reason])].add(stackKey(w.Stacks[sp.Stack]), -1, -int64(sp.Dur()))
			}
		}
	}
	for _, sums := range p {
		maps.DeleteFunc(sums, func(_ string, sum total) bool { return sum == total{} })
	}
}

// goToolTrace returns one of go tool trace's profiles.
func goToolTrace(t *testing.T, kind, path string) byStack {
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
	sums := byStack{}
	for _, sample := range p.Sample {
		var key strings.Builder
		for _, loc := range sample.Location {
			for _, line := range loc.Line {
				if line.Function.Name == "" && line.Line == 0 {
					continue // a frame that the trace does not name, which has no place with us
				}
				fmt.Fprintf(&key, "%s:%d\n", line.Function.Name, line.Line)
			}
		}
		sums.add(key.String(), sample.Value[0], sample.Value[1])
	}
	return sums
}
