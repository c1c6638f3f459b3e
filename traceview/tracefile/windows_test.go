package tracefile_test

import (
	"bytes"
	"context"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"schedviz/traceview"
	"schedviz/traceview/tracefile"
)

// kept are ways to keep parts of a trace in memory between two windows.
var kept = []struct {
	name                                 string
	batchEvents, segmentBytes, stopBytes int
}{
	{"as it is", 0, 0, 0},
	// With these, what comes before a window is dropped, and every second snapshot, again and again.
	{"short batches, few stops", 2, 1 << 10, 8 << 10},
	{"shorter batches, fewer stops", 1, 1 << 9, 2 << 10},
}

// TestRandomWindows opens 200 windows of every committed trace, from a nanosecond to the whole
// trace in length, several at once, before Summarize has left checkpoints and after, with different
// limits on what is kept. Each shows what the whole trace shows there.
func TestRandomWindows(t *testing.T) {
	for _, path := range committed(t) {
		t.Run(traceName(path), func(t *testing.T) {
			for _, k := range kept {
				t.Run(k.name, func(t *testing.T) {
					defer keepLess(k.batchEvents, k.segmentBytes, k.stopBytes)()
					randomWindows(t, path, 200)
				})
			}
		})
	}
}

// TestRealWindows does the same, with fewer windows, for traces of programs that were not written
// for this project, if they are present.
func TestRealWindows(t *testing.T) {
	for _, path := range realTraces(t, 1<<20) {
		t.Run(traceName(path), func(t *testing.T) {
			// Small enough that the parts before a window are dropped, and every second snapshot.
			defer keepLess(64, 256<<10, 256<<10)()
			randomWindows(t, path, 24)
		})
	}
}

// FuzzWindows opens windows of arbitrary bytes. It must answer or refuse in one line; if the trace
// is whole, each window shows what the whole trace shows there.
func FuzzWindows(f *testing.F) {
	for i, path := range committed(f) {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, uint64(i))
	}
	f.Fuzz(func(t *testing.T, data []byte, seed uint64) {
		if len(data) > 1<<16 {
			t.Skip("larger than any on file")
		}
		k := kept[seed%uint64(len(kept))]
		defer keepLess(k.batchEvents, k.segmentBytes, k.stopBytes)()
		f, err := tracefile.New(bytes.NewReader(data), int64(len(data)), "trace")
		if err != nil {
			return
		}
		whole, err := limited(f).Window(context.Background(), math.MinInt64, math.MaxInt64, 0)
		if err != nil {
			oneLine(t, err)
			return
		}
		rng := rand.New(rand.NewPCG(seed, 0))
		fuzzedWindows(t, f, rng, whole, false)
		s := summarize(t, f)
		checkSites(t, s)
		fuzzedWindows(t, f, rng, whole, s.Stat.Trace.Complete && len(s.Stat.Trace.Warnings) == 0)
	})
}

func fuzzedWindows(t *testing.T, f *tracefile.File, rng *rand.Rand, whole *traceview.Window, sound bool) {
	t.Helper()
	for range 4 {
		from, to := randomWindow(rng, whole)
		if sound {
			sameSpans(t, f, whole, from, to)
		}
		checkIndices(t, window(t, f, from, to, rng.IntN(30)))
	}
}

// checkIndices: every index in a window is valid.
func checkIndices(t *testing.T, w *traceview.Window) {
	t.Helper()
	is := func(i int32, n, least int) bool { return int(i) >= least && int(i) < n }
	g := func(i int32, least int) bool { return is(i, len(w.Goroutines), least) }
	for _, sp := range w.Spans {
		if !g(sp.G, 0) || !g(sp.Waker, -1) || !is(sp.M, len(w.Threads), -1) || !is(sp.Stack, len(w.Stacks), 0) ||
			int(sp.Reason) >= len(w.Reasons) || sp.End < sp.Start || sp.N < 1 {
			t.Fatalf("Window(%d, %d): span %+v makes no sense", w.From, w.To, sp)
		}
	}
	checkStored(t, w)
	for _, x := range w.Marks {
		if !g(x.G, 0) || !is(x.M, len(w.Threads), -1) || !is(x.Stack, len(w.Stacks), 0) || x.N < 1 {
			t.Fatalf("Window(%d, %d): mark %+v makes no sense", w.From, w.To, x)
		}
	}
	for _, x := range w.Ranges {
		if !g(x.G, -1) || x.End < x.Start {
			t.Fatalf("Window(%d, %d): range %+v makes no sense", w.From, w.To, x)
		}
	}
	for _, x := range w.Regions {
		if !g(x.G, -1) || x.End < x.Start {
			t.Fatalf("Window(%d, %d): region %+v makes no sense", w.From, w.To, x)
		}
	}
	for _, x := range w.Logs {
		if !g(x.G, -1) {
			t.Fatalf("Window(%d, %d): log %+v makes no sense", w.From, w.To, x)
		}
	}
}

// checkStored: each span is stored once, and is on at least one lane and on at most one of each
// kind.
func checkStored(t *testing.T, w *traceview.Window) {
	t.Helper()
	n := len(w.Spans)
	on := map[string][]int{"goroutine": make([]int, n), "P": make([]int, n), "M": make([]int, n)}
	lane := func(kind string, l traceview.Lane) {
		last := traceview.Time(math.MinInt64)
		for _, i := range l {
			if int(i) >= len(w.Spans) || w.Spans[i].Start < last {
				t.Fatalf("Window(%d, %d): span %d of %d on a %s's lane is not there, or out of order", w.From, w.To,
					i, n, kind)
			}
			last = w.Spans[i].Start
			on[kind][i]++
		}
	}
	for _, x := range w.Goroutines {
		lane("goroutine", x.Lane)
	}
	for _, x := range w.Procs {
		lane("P", x.Lane)
	}
	for _, x := range w.Threads {
		lane("M", x.Lane)
	}
	seen := make(map[traceview.Span]bool, n)
	for i, sp := range w.Spans {
		g, p, m := on["goroutine"][i], on["P"][i], on["M"][i]
		if g+p+m == 0 || max(g, p, m) > 1 || seen[sp] {
			t.Fatalf("Window(%d, %d): span %+v is on %d lanes of goroutines, %d of Ps, %d of Ms (stored before: %v)",
				w.From, w.To, sp, g, p, m, seen[sp])
		}
		seen[sp] = true
	}
}

// TestSpansAreShared: in a window without merged spans, the spans of a running goroutine are on the
// lanes of its P and its M too. Every stored span is on a goroutine's lane, except for the part of
// a system call during which it held a P.
func TestSpansAreShared(t *testing.T) {
	for _, path := range committed(t) {
		w := wholeWindow(t, open(t, path))
		checkStored(t, w)
		on := make([]int, len(w.Spans))
		for _, x := range w.Goroutines {
			for _, i := range x.Lane {
				on[i]++
			}
		}
		for _, x := range w.Threads {
			for _, i := range x.Lane {
				on[i]++
				if on[i] != 2 {
					t.Fatalf("%s: span %+v is on the lane of M %d, but not of its goroutine", traceName(path),
						w.Spans[i], x.ID)
				}
			}
		}
		for _, x := range w.Procs {
			for _, i := range x.Lane {
				if s := w.Spans[i]; on[i] != 2 && s.State == traceview.StateRunning {
					t.Fatalf("%s: span %+v is on the lane of P %d, but not of its goroutine and M", traceName(path),
						s, x.ID)
				}
			}
		}
	}
}

// randomWindows compares n windows of a trace with the whole.
func randomWindows(t *testing.T, path string, n int) {
	t.Helper()
	whole := wholeWindow(t, open(t, path))
	f := open(t, path)
	rng := rand.New(rand.NewPCG(9, uint64(n)))
	for range 2 {
		for asked := 0; asked < n/2; {
			var several sync.WaitGroup
			for range 1 + rng.IntN(4) {
				from, to := randomWindow(rng, whole)
				several.Go(func() { sameSpans(t, f, whole, from, to) })
				asked++
			}
			several.Wait()
			if t.Failed() {
				return
			}
		}
		summarize(t, f)
	}
}

// randomWindow returns a part of w of random length: any order of magnitude from 1 ns up.
func randomWindow(rng *rand.Rand, w *traceview.Window) (from, to traceview.Time) {
	length := int64(w.To - w.From)
	d := min(length, int64(math.Exp(rng.Float64()*math.Log(float64(length)+1))))
	from = w.From + traceview.Time(rng.Int64N(length-d+1))
	return from, from + traceview.Time(d)
}

// keepLess sets what is kept of a trace, where it is not 0, and returns a function that resets it.
func keepLess(batchEvents, segmentBytes, stopBytes int) (reset func()) {
	if batchEvents == 0 {
		return func() {}
	}
	return lower(func(f *tracefile.File) {
		f.BatchEvents(batchEvents)
		f.SegmentBytes(segmentBytes)
		f.SnapshotBytes(stopBytes)
	})
}

// committed lists the traces in testdata.
func committed(t testing.TB) []string {
	t.Helper()
	paths, err := filepath.Glob(tracePath("*"))
	if err != nil || len(paths) < len(situations) {
		t.Fatalf("%d traces in testdata, %v; want one for each of %d situations", len(paths), err, len(situations))
	}
	return paths
}

// realTraces lists the traces beside the checkout that are no larger than a limit, or skips the
// test.
func realTraces(t testing.TB, limit int64) []string {
	t.Helper()
	all, err := filepath.Glob(filepath.Join("..", "..", "..", "shared", "real", "*.trace"))
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, path := range all {
		if info, err := os.Stat(path); err == nil && info.Size() <= limit {
			paths = append(paths, path)
		}
	}
	if len(paths) == 0 {
		t.Skip("no traces of other programs in ../shared/real beside the checkout")
	}
	return paths
}

func traceName(path string) string { return strings.TrimSuffix(filepath.Base(path), ".trace") }
