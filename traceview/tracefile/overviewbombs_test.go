package tracefile_test

import (
	"bytes"
	"context"
	"math"
	"runtime"
	"slices"
	"testing"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/tracefile"
)

// writer writes one thread's events of a generation, in batches of acceptable size.
type writer struct {
	*generation
	thread, time uint64
	events       [][]byte
	begun        uint64
}

func (w *writer) add(name string, args ...uint64) {
	const each = 10 // ns between two events
	if len(w.events) == 0 {
		w.begun = w.time
	}
	w.events = append(w.events, raw(name, append([]uint64{each}, args...)...))
	w.time += each
	if len(w.events) == 2000 {
		w.flush()
	}
}

func (w *writer) flush() {
	if len(w.events) > 0 {
		w.batch(w.thread, w.begun, w.events...)
		w.events = nil
	}
}

// Wire codes of states.
const (
	wireProcRunning = 1
	wireGoRunning   = 2
)

// written returns a trace in which goroutine 1 does what body says, on P 0. Its strings are those
// of generation.tables.
func written(body func(w *writer)) []byte {
	r := newGeneration(26)
	w := &writer{generation: r, thread: 7, time: 1000}
	w.add("ProcStatus", 0, wireProcRunning)
	w.add("GoStatus", 1, 7, wireGoRunning)
	body(w)
	w.flush()
	r.tables()
	return r.whole()
}

// goroutineBomb makes goroutine 1 create n goroutines, a hundred at a time, which run once and end;
// every tenth has a different start function.
func goroutineBomb(n uint64) []byte {
	const round = 100
	return written(func(w *writer) {
		seq := uint64(0)
		for first := uint64(2); first < 2+n; first += round {
			for g := first; g < first+round; g++ {
				w.add("GoCreate", g, 1+(g%10)/9, 2)
			}
			w.add("GoBlock", 3, 2)
			for g := first; g < first+round; g++ {
				w.add("GoStart", g, 1)
				if g == first+round-1 {
					seq++
					w.add("GoUnblock", 1, seq, 1)
				}
				w.add("GoDestroy")
			}
			seq++
			w.add("GoStart", 1, seq)
		}
	})
}

// rangeBomb has n stop-the-worlds and n sweeps.
func rangeBomb(n int) []byte {
	return written(func(w *writer) {
		for range n {
			w.add("STWBegin", 3, 1)
			w.add("STWEnd")
			w.add("GCSweepBegin", 1)
			w.add("GCSweepEnd", 0, 0)
		}
	})
}

// annotationBomb has n tasks with different names, each with a region and a log message.
func annotationBomb(n uint64) []byte {
	return written(func(w *writer) {
		for id := uint64(1); id <= n; id++ {
			w.add("UserTaskBegin", id, 0, 1+id%4, 1)
			w.add("UserRegionBegin", id, 2, 1)
			w.add("UserLog", id, 1, 2, 1)
			w.add("UserRegionEnd", id, 2, 1)
			w.add("UserTaskEnd", id, 1)
		}
	})
}

// procBomb has n Ps, on each of which a goroutine runs for a while.
func procBomb(n uint64) []byte {
	r := newGeneration(26)
	for i := range n {
		w := &writer{generation: r, thread: 100 + i, time: 1000 + i}
		w.add("ProcStatus", i, wireProcRunning)
		w.add("GoStatus", 1+i, 100+i, wireGoRunning)
		for range 4 {
			w.add("GoBlock", 3, 2)
			w.add("GoUnblock", 1+i, 1, 1)
		}
		w.events = w.events[:3] // a goroutine cannot wake itself
		w.flush()
	}
	r.tables()
	return r.whole()
}

func opened(t *testing.T, trace []byte) *tracefile.File {
	t.Helper()
	f, err := tracefile.New(bytes.NewReader(trace), int64(len(trace)), "bomb")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func overviewOf(t *testing.T, trace []byte, maxSpans int) (*traceview.Summary, *traceview.Window) {
	t.Helper()
	s, w, err := opened(t, trace).Overview(context.Background(), maxSpans)
	if err != nil {
		t.Fatal(err)
	}
	return s, w
}

// laneSpans counts the spans in all lanes.
func laneSpans(w *traceview.Window) (n int) {
	for i := range w.Goroutines {
		n += len(w.Goroutines[i].Lane)
	}
	for i := range w.Procs {
		n += len(w.Procs[i].Lane)
	}
	for i := range w.Threads {
		n += len(w.Threads[i].Lane)
	}
	return n
}

func TestWindowOfManyGoroutines(t *testing.T) {
	const n, most = 60_000, 20_000
	s, w := overviewOf(t, goroutineBomb(n), most)
	if got := s.Stat.Goroutines.Seen; got != n+1 {
		t.Fatalf("the trace has %d goroutines, want %d", got, n+1)
	}
	if got := laneSpans(w); got > most || got < most/10 {
		t.Errorf("the overview of at most %d spans has %d", most, got)
	}
	if length := w.To.Sub(w.From); w.ProcResolution > length/500 {
		t.Errorf("many goroutines made the P's lane coarse: its resolution is %v of %v", w.ProcResolution, length)
	}
	if w.Resolution != max(w.GoroutineResolution, w.ProcResolution, w.ThreadResolution) || w.Resolution == 0 {
		t.Errorf("Resolution = %v, want the largest of %v, %v, %v", w.Resolution, w.GoroutineResolution,
			w.ProcResolution, w.ThreadResolution)
	}
	lanes := map[string]int{}
	for _, g := range w.Goroutines {
		if len(g.Lane) > 0 {
			lanes[g.Func]++
		}
	}
	if i := slices.IndexFunc(w.Goroutines, func(g traceview.Goroutine) bool { return g.ID == 1 }); i < 0 ||
		len(w.Goroutines[i].Lane) == 0 {
		t.Error("the goroutine that is alone with its function has lost its lane to one of very many")
	}
	for _, g := range s.Groups {
		row := slices.IndexFunc(w.Groups, func(x traceview.LaneGroup) bool { return x.Func == g.Func })
		if g.Count == lanes[g.Func] {
			if row >= 0 {
				t.Errorf("each goroutine of %q has a lane, and yet there is a group", g.Func)
			}
			continue
		}
		if row < 0 {
			t.Errorf("of %d goroutines of %q %d have a lane, and there is no group", g.Count, g.Func, lanes[g.Func])
			continue
		}
		sameGroup(t, &w.Groups[row], &g, lanes[g.Func], w.GroupStep)
	}
	if len(w.Groups) == 0 {
		t.Error("there are no groups")
	}
}

// sameGroup compares a group of a window with the summary's.
func sameGroup(t *testing.T, got *traceview.LaneGroup, want *traceview.GroupStat, lanes int, step time.Duration) {
	t.Helper()
	if got.Goroutines != want.Count || got.Lanes != lanes {
		t.Errorf("group %q has %d goroutines, %d with a lane, want %d and %d", got.Func, got.Goroutines, got.Lanes,
			want.Count, lanes)
	}
	for _, x := range []struct {
		state string
		mean  []float64
		total int64
	}{{"running", got.Running, want.State.Running}, {"runnable", got.Runnable, want.State.Runnable}} {
		sum := 0.0
		for _, v := range x.mean {
			sum += v * float64(step)
		}
		if math.Abs(sum-float64(x.total)) > 1 {
			t.Errorf("group %q was %s for %.0f ns in all steps together, want %d", got.Func, x.state, sum, x.total)
		}
	}
}

// If everything fits, it is exact: there are neither groups nor merged spans.
func TestWindowThatFits(t *testing.T) {
	_, w := overviewOf(t, goroutineBomb(2000), 20_000)
	if w.Resolution != 0 || len(w.Groups) > 0 || w.Omitted != (traceview.Omitted{}) {
		t.Errorf("a window with room for all has resolution %v, %d groups, and leaves out %+v", w.Resolution,
			len(w.Groups), w.Omitted)
	}
}

func TestWindowOfManyRanges(t *testing.T) {
	const n, most = 30_000, 20_000
	_, all := overviewOf(t, rangeBomb(n), 0)
	_, w := overviewOf(t, rangeBomb(n), most)
	if len(all.Ranges) != 2*n || all.RangeResolution != 0 {
		t.Fatalf("there are %d ranges, resolution %v; want %d, exact", len(all.Ranges), all.RangeResolution, 2*n)
	}
	common := func(w *traceview.Window) (count int, ranges int64, busy time.Duration) {
		for _, r := range w.Ranges {
			if r.Common() {
				count, ranges, busy = count+1, ranges+int64(r.N), busy+r.Busy
			}
		}
		return count, ranges, busy
	}
	_, wantRanges, wantBusy := common(all)
	if count, ranges, busy := common(w); count > 2*most/20 || ranges != wantRanges || busy != wantBusy {
		t.Errorf("%d stop-the-worlds stand for %d of %v, want %d of %v in at most %d", count, ranges, busy,
			wantRanges, wantBusy, 2*most/20)
	}
	if w.RangeResolution == 0 {
		t.Error("ranges were merged, and RangeResolution is 0")
	}
	if got := len(w.Ranges) + int(w.Omitted.Ranges); len(w.Ranges) > 4*most/20 || w.Omitted.Ranges == 0 || got > 2*n {
		t.Errorf("%d ranges are there and %d left out", len(w.Ranges), w.Omitted.Ranges)
	}
}

func TestWindowOfManyAnnotations(t *testing.T) {
	const n, most = 20_000, 20_000
	_, w := overviewOf(t, annotationBomb(n), most)
	for _, x := range []struct {
		what      string
		n         int
		leftOut   int64
		atMost    int
		toldOfAll int64
	}{
		{"tasks", len(w.Tasks), w.Omitted.Tasks, 2 * most / 20, n},
		{"regions", len(w.Regions), w.Omitted.Regions, 2 * most / 20, n},
		{"logs", len(w.Logs), w.Omitted.Logs, 2 * most / 20, n},
	} {
		if x.n == 0 || x.n > x.atMost || int64(x.n)+x.leftOut != x.toldOfAll {
			t.Errorf("there are %d %s and %d left out, want at most %d of %d", x.n, x.what, x.leftOut, x.atMost,
				x.toldOfAll)
		}
	}
}

func TestWindowOfManyProcs(t *testing.T) {
	const n, most = 3000, 5000
	_, w := overviewOf(t, procBomb(n), most)
	if len(w.Procs) != n {
		t.Errorf("%d Ps have a lane, want %d", len(w.Procs), n)
	}
	if len(w.Threads)+w.Omitted.Threads != n || len(w.Threads) > 1000 {
		t.Errorf("%d threads have a lane and %d have none, want at most 1000 of %d", len(w.Threads),
			w.Omitted.Threads, n)
	}
}

// The memory of an overview does not grow with the trace.
func TestOverviewIsBounded(t *testing.T) {
	if testing.Short() || racing {
		t.Skip("reads large traces, and measures memory")
	}
	for _, x := range []struct {
		name  string
		small []byte
		large []byte
	}{
		{"goroutines", goroutineBomb(50_000), goroutineBomb(400_000)},
		{"ranges", rangeBomb(40_000), rangeBomb(320_000)},
		{"annotations", annotationBomb(40_000), annotationBomb(320_000)},
	} {
		small, large := keptBy(t, x.small), keptBy(t, x.large)
		if large > 2*small+1<<20 {
			t.Errorf("%s: the window of a trace eight times as large is %d kB, not %d kB", x.name, large>>10, small>>10)
		}
	}
}

// keptBy is how much memory the overview of a trace takes, in bytes.
func keptBy(t *testing.T, trace []byte) int64 {
	before := heapAlloc()
	_, w := overviewOf(t, trace, 20_000)
	after := heapAlloc()
	runtime.KeepAlive(w)
	runtime.KeepAlive(trace)
	return after - before
}

func heapAlloc() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
