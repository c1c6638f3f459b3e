package tracefile_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"sync"
	"testing"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/tracefile"
)

// TestWindowsInTurn asks for many short windows, here and there, of a trace with large generations,
// and for each of them twice. Each shows what the whole trace shows there, whether it had to be
// read or could be replayed, and however much is kept.
func TestWindowsInTurn(t *testing.T) {
	// The number of rounds is fixed, not that of bytes: a busy host reads the recording late.
	path := traceOf(t, func() {
		chans := make([]chan int, 50)
		for i := range chans {
			chans[i] = make(chan int)
		}
		parallel(2*len(chans), func(i int) {
			for range 3000 {
				if c := chans[i/2]; i%2 == 0 {
					c <- i
					runtime.Gosched()
				} else {
					<-c
				}
			}
		})
	})
	for _, kept := range []int{1 << 20, 4 << 20, 24 << 20} {
		if racing && kept > 1<<20 {
			continue // it takes minutes, and is the same code
		}
		t.Run(fmt.Sprint(kept>>20, " MB"), func(t *testing.T) {
			defer lower(func(f *tracefile.File) { f.SegmentBytes(kept) })()
			windowsInTurn(t, path)
		})
	}
}

func windowsInTurn(t *testing.T, path string) {
	t.Helper()
	f := open(t, path)
	whole := wholeWindow(t, open(t, path))
	summarize(t, f)
	length := int64(whole.To - whole.From)
	rng := rand.New(rand.NewPCG(5, 6))
	var asked sync.WaitGroup
	for range 30 {
		from := whole.From + traceview.Time(rng.Int64N(length))
		to := min(whole.To, from+traceview.Time(rng.Int64N(int64(2*time.Millisecond))))
		for range 2 {
			asked.Go(func() { sameSpans(t, f, whole, from, to) })
		}
		if rng.IntN(3) == 0 {
			asked.Wait() // otherwise the next ones are asked for at the same time
		}
	}
	asked.Wait()
}

// TestWindowStopped: a window that nobody waits for any more is not read to its end.
func TestWindowStopped(t *testing.T) {
	f := open(t, tracePath(situations[0].name))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if w, err := f.Window(ctx, 0, 1, 0); err == nil {
		t.Errorf("Window of a cancelled context = %d goroutines, want an error", len(w.Goroutines))
	}
	window(t, f, 0, 1, 0) // and the next one is unaffected
}

// BenchmarkWindow measures windows of 1 ms here and there in a trace: those that had to read a
// generation (cold-ms), and the others (ns/op).
func BenchmarkWindow(b *testing.B) {
	f := open(b, benchPath(b))
	st := summarize(b, f).Stat.Trace
	const step = int64(250 * time.Microsecond)
	var cold []float64
	rng := rand.New(rand.NewPCG(1, 2))
	from := st.StartNS
	for n := 0; b.Loop(); n++ {
		if n%100 == 0 {
			b.StopTimer()
			from = st.StartNS + rng.Int64N(max(1, st.DurationNS-100*step))
			begin := time.Now()
			window(b, f, traceview.Time(from), traceview.Time(from)+traceview.Time(time.Millisecond), 0)
			cold = append(cold, time.Since(begin).Seconds()*1000)
			b.StartTimer()
		}
		from += step
		window(b, f, traceview.Time(from), traceview.Time(from)+traceview.Time(time.Millisecond), 0)
	}
	b.ReportMetric(median(cold), "cold-ms")
}
