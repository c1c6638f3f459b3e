package tracefile_test

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/trace"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	xtrace "golang.org/x/exp/trace"

	"schedviz/traceview/tracefile"
)

var (
	benchMB    = flag.Int("tracemb", 40, "size in MB of the trace the benchmarks record")
	benchTrace = flag.String("trace-file", "", "a trace for the benchmarks to read instead of recording one")
)

// benchPath returns the trace to benchmark with: channels, fans of goroutines and
// Gosched, as fast as they go.
func benchPath(b *testing.B) string {
	b.Helper()
	if *benchTrace != "" {
		return *benchTrace
	}
	recordOnce.Do(func() {
		dir, err := os.MkdirTemp("", "schedviz-bench")
		if err != nil {
			b.Fatal(err)
		}
		benchFile = filepath.Join(dir, "bench.trace")
		recordBusy(b, benchFile, int64(*benchMB)<<20)
	})
	return benchFile
}

var (
	recordOnce sync.Once
	benchFile  string
)

// countingWriter counts the bytes written, so that the recorded program knows when to stop.
type countingWriter struct {
	w io.Writer
	n atomic.Int64
}

func (c *countingWriter) Write(p []byte) (int, error) {
	c.n.Add(int64(len(p)))
	return c.w.Write(p)
}

func recordBusy(b testing.TB, path string, size int64) {
	b.Helper()
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	buf := bufio.NewWriterSize(f, 1<<20)
	w := &countingWriter{w: buf}
	if err := trace.Start(w); err != nil {
		b.Fatal(err)
	}
	var stop atomic.Bool
	var wg sync.WaitGroup
	for range 50 {
		ping, pong := make(chan int), make(chan int)
		wg.Go(func() {
			for !stop.Load() {
				ping <- 1
				<-pong
			}
			close(ping)
		})
		wg.Go(func() {
			for range ping {
				pong <- 1
			}
		})
	}
	for range 4 {
		wg.Go(func() {
			for !stop.Load() {
				parallel(10, func(int) { runtime.Gosched() })
			}
		})
	}
	for w.n.Load() < size {
		time.Sleep(time.Millisecond)
	}
	stop.Store(true)
	wg.Wait()
	trace.Stop()
	if err := buf.Flush(); err != nil {
		b.Fatal(err)
	}
}

// readPlainly is the baseline for every figure here: one sequential Reader.
func readPlainly(tb testing.TB, path string) (events int64) {
	tb.Helper()
	f, err := os.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	r, err := xtrace.NewReader(bufio.NewReaderSize(f, 256<<10))
	if err != nil {
		tb.Fatal(err)
	}
	for {
		ev, err := r.ReadEvent()
		if errors.Is(err, io.EOF) {
			return events
		}
		if err != nil {
			tb.Fatal(err)
		}
		if ev.Kind() != xtrace.EventSync {
			events++
		}
	}
}

// BenchmarkSummarize measures Summarize as a ratio to a plain read of the same trace. The two take
// turns; the result is the median of the pairs' ratios.
func BenchmarkSummarize(b *testing.B) {
	against(b, benchPath(b), func(f *tracefile.File) error {
		_, err := f.Summarize(context.Background())
		return err
	})
}

// BenchmarkOverview does the same for what a page needs: the summary and the merged window.
func BenchmarkOverview(b *testing.B) {
	against(b, benchPath(b), func(f *tracefile.File) error {
		_, _, err := f.Overview(context.Background(), 300_000)
		return err
	})
}

// BenchmarkAllocated measures the bytes allocated by an overview, and by the whole trace as an
// exact window.
func BenchmarkAllocated(b *testing.B) {
	path := benchPath(b)
	for _, bench := range []struct {
		name string
		run  func(f *tracefile.File) error
	}{
		{"overview", func(f *tracefile.File) error {
			_, _, err := f.Overview(context.Background(), 450_000)
			return err
		}},
		{"window", func(f *tracefile.File) error {
			_, err := f.Window(context.Background(), math.MinInt64, math.MaxInt64, 0)
			return err
		}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := bench.run(open(b, path)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func against(b *testing.B, path string, run func(*tracefile.File) error) {
	b.Helper()
	var plain, ours []float64
	var events int64
	for b.Loop() {
		begin := time.Now()
		events = readPlainly(b, path)
		mid := time.Now()
		if err := run(open(b, path)); err != nil {
			b.Fatal(err)
		}
		plain = append(plain, mid.Sub(begin).Seconds())
		ours = append(ours, time.Since(mid).Seconds())
	}
	ratios := make([]float64, len(plain))
	for i := range plain {
		ratios[i] = ours[i] / plain[i]
	}
	b.ReportMetric(median(ratios), "×plain-read")
	b.ReportMetric(median(ours)*1e9/float64(events), "ns/event")
	b.ReportMetric(median(plain)*1e9/float64(events), "plain-ns/event")
}

func median(v []float64) float64 {
	slices.Sort(v)
	return v[len(v)/2]
}

// BenchmarkPeakMemory measures the peak resident memory of a process that summarizes the trace, and
// of one that only reads it.
func BenchmarkPeakMemory(b *testing.B) {
	path := benchPath(b)
	for b.Loop() {
		b.ReportMetric(peakMB(b, "summarize", path), "MB")
		b.ReportMetric(peakMB(b, "plain", path), "plain-MB")
	}
}

func peakMB(b testing.TB, what, path string) float64 {
	b.Helper()
	exe, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), childEnv+"="+what, childEnv+"_TRACE="+path)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		b.Fatal(err)
	}
	var kB float64
	if _, err := fmt.Sscan(string(out), &kB); err != nil {
		b.Skip("this system does not tell a process's peak memory")
	}
	return kB / 1024
}

// printPeak prints this process's peak resident memory in kB, where /proc has it. (A child's rusage
// starts from its parent's.)
func printPeak() {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return
	}
	if _, rest, ok := strings.Cut(string(status), "VmHWM:"); ok {
		fmt.Println(strings.Fields(rest)[0])
	}
}

const childEnv = "TRACEVIEW_BENCH_CHILD"

func TestMain(m *testing.M) {
	path := os.Getenv(childEnv + "_TRACE")
	switch os.Getenv(childEnv) {
	case "plain":
		readPlainly(&testing.B{}, path)
		printPeak()
	case "summarize":
		f, err := tracefile.Open(path)
		if err == nil {
			_, err = f.Summarize(context.Background())
		}
		if err != nil {
			os.Stderr.WriteString(err.Error() + "\n")
			os.Exit(1)
		}
		printPeak()
	default:
		code := m.Run()
		if benchFile != "" {
			os.RemoveAll(filepath.Dir(benchFile))
		}
		os.Exit(code)
	}
}
