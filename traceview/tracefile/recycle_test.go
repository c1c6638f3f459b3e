package tracefile_test

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"schedviz/traceview"
	"schedviz/traceview/tracefile"
)

// With this many goroutines and generations, numbers are reused, because there are more goroutines
// than recent spans that refer to them. In a small generation, some of the recent spans are those
// of the previous generation's goroutines.
const gens, each = 10, 700

// inGeneration is how many goroutines come and go in a generation.
func inGeneration(gen, each int) int {
	if gen%2 == 1 {
		return each / 7
	}
	return each
}

// comeAndGo writes a trace in which goroutine 1 creates, one after the other, each goroutines per
// generation, which run once and end; every second generation has a seventh of that. With reuse,
// every generation has the same IDs as the previous one. One sleeper per generation lives longer:
// it waits until the last goroutine of the next generation wakes it, and runs two generations
// later.
func comeAndGo(t testing.TB, gens, each int, reuse bool) string {
	t.Helper()
	const (
		running, runnable, waiting          = 2, 1, 4 // in GoStatus
		preempted, receive, worker, sleeper = 1, 2, 3, 4
	)
	var b rawTrace
	b.WriteString("go 1.22 trace\x00\x00\x00")
	now := uint64(1000)
	for gen := range gens {
		b.gen, b.now = uint64(gen+1), now
		now += uint64(8*each + 100)
		sleepers := func(back int) (id uint64, ok bool) { return uint64(1_000_000 + gen - back), gen >= back }
		b.event("ProcStatus", 0, 1)
		b.event("GoStatus", 1, 0, running)
		for back, status := range map[int]uint64{1: waiting, 2: runnable, 3: runnable} {
			if id, ok := sleepers(back); ok {
				b.event("GoStatus", id, nowhere, status)
			}
		}
		turns := uint64(0) // of goroutine 1
		switchTo := func(id uint64) { b.event("GoStop", preempted, 0); b.event("GoStart", id, 1) }
		back := func() { turns++; b.event("GoStart", 1, turns) }
		if id, ok := sleepers(0); ok {
			b.event("GoCreate", id, sleeper, 0)
			switchTo(id)
			b.event("GoBlock", receive, 0)
			back()
		}
		n := inGeneration(gen, each)
		for i := range n {
			id := uint64(100 + i)
			if !reuse {
				id += uint64(gen * each)
			}
			b.event("GoCreate", id, worker, 0)
			switchTo(id)
			if asleep, ok := sleepers(1); ok && i == n-1 {
				b.event("GoUnblock", asleep, 1, 0)
			}
			b.event("GoDestroy")
			back()
			if i%1000 == 999 {
				b.batch(0)
			}
		}
		if id, ok := sleepers(3); ok {
			switchTo(id)
			b.event("GoDestroy")
			back()
		}
		b.batch(0)
		b.undated("Stacks")
		for _, fn := range []uint64{worker, sleeper} {
			b.undated("Stack", fn, 1, 1000+fn, fn, 0, fn)
		}
		b.batch(nowhere)
		b.end(preempted, "preempted", "chan receive", "main.worker", "main.sleeper")
	}
	return b.file(t)
}

// chatter writes a trace in which goroutine 1 logs a different message each time.
func chatter(t testing.TB, gens, each int) string {
	t.Helper()
	const running, category = 2, 1
	var b rawTrace
	b.WriteString("go 1.22 trace\x00\x00\x00")
	for gen := range gens {
		b.gen, b.now = uint64(gen+1), 1000+uint64(gen*(each+100))
		b.event("ProcStatus", 0, 1)
		b.event("GoStatus", 1, 0, running)
		strings := []string{"chatter"}
		for i := range each {
			strings = append(strings, fmt.Sprintf("%0400d", gen*each+i))
			b.event("UserLog", 0, category, category+1+uint64(i), 0)
		}
		b.batch(0)
		b.end(category, strings...)
	}
	return b.file(t)
}

// rawTrace writes a trace event by event, one tick apart.
type rawTrace struct {
	bytes.Buffer
	gen, now, began uint64
	pending         []byte // of a batch
}

func (b *rawTrace) event(name string, args ...uint64) {
	if len(b.pending) == 0 {
		b.began = b.now
	}
	b.now++
	b.undated(name, append([]uint64{b.now - max(b.began, b.now-1)}, args...)...)
}

func (b *rawTrace) undated(name string, args ...uint64) {
	b.pending = append(b.pending, raw(name, args...)...)
}

// end ends a generation with its strings, numbered from first on.
func (b *rawTrace) end(first uint64, strings ...string) {
	b.undated("Frequency", 15625000)
	b.batch(nowhere)
	b.undated("Strings")
	for i, s := range strings {
		b.undated("String", first+uint64(i), uint64(len(s)))
		b.pending = append(b.pending, s...)
	}
	b.batch(nowhere)
}

// file writes the trace to a file.
func (b *rawTrace) file(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "trace")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// batch ends a batch of thread m.
func (b *rawTrace) batch(m uint64) {
	body := b.pending
	b.pending = nil
	b.undated("EventBatch", b.gen, m, b.began, uint64(len(body)))
	b.Write(b.pending)
	b.Write(body)
	b.pending = nil
}

// The summary does not depend on the goroutines' numbers: they are reused when reading by
// generation, and not when reading at once or with a window.
func TestNumbersGivenOutAgain(t *testing.T) {
	defer lower(func(f *tracefile.File) { f.RecycleAfter(1) })()
	paths := []string{comeAndGo(t, gens, each, false), comeAndGo(t, gens, each, true)}
	for _, path := range paths {
		if n, _, err := open(t, path).Footprint(); err != nil || n > gens*each/3 {
			t.Fatalf("%d goroutines take %d numbers (error %v): none was given out again", gens*each, n, err)
		}
	}
	for _, sit := range situations {
		paths = append(paths, tracePath(sit.name))
	}
	for _, path := range paths {
		f := open(t, path)
		want, _, err := f.Overview(context.Background(), 0)
		if err != nil {
			t.Fatal(err)
		}
		sameForAllReaders(t, path, want)
	}
}

// comeAgain writes a trace of one generation in which goroutine 1 creates the same few goroutines
// again and again, as C threads do that call back into Go. It begins with something that only
// golang.org/x/exp/trace supports, for which all lives of an ID are one goroutine.
func comeAgain(t testing.TB, lives int) string {
	t.Helper()
	const running, preempted, worker = 2, 1, 2
	var b rawTrace
	b.WriteString("go 1.22 trace\x00\x00\x00")
	b.gen, b.now = 1, 1000
	b.event("ProcStatus", 0, 1)
	b.event("GoStatus", 1, 0, running)
	b.event("UserRegionBegin", 0, 3, 0)
	b.event("UserRegionEnd", 0, 4, 0) // the same name
	for i := range uint64(lives) {
		b.event("GoCreate", 100+i%3, worker, 0)
		b.event("GoStop", preempted, 0)
		b.event("GoStart", 100+i%3, 1)
		b.event("GoDestroy")
		b.event("GoStart", 1, i+1)
	}
	b.batch(0)
	b.undated("Stacks")
	b.undated("Stack", worker, 1, 1000+worker, worker, 0, worker)
	b.batch(nowhere)
	b.end(preempted, "preempted", "main.worker", "region", "region")
	return b.file(t)
}

// Windows played from a kept segment do not depend on the numbers either.
func TestWindowsOfNumbersGivenOutAgain(t *testing.T) {
	defer lower(func(f *tracefile.File) { f.RecycleAfter(1) })()
	for _, k := range kept {
		reset := keepLess(k.batchEvents, k.segmentBytes, k.stopBytes)
		for _, path := range []string{comeAndGo(t, 4, 70, false), comeAndGo(t, 4, 70, true), comeAgain(t, 200)} {
			randomWindows(t, path, 60)
		}
		reset()
	}
}

// When the woken goroutine runs, its waker has ended, and the waker's number has been reused.
func TestWakerThatEnded(t *testing.T) {
	defer lower(func(f *tracefile.File) { f.RecycleAfter(1) })()
	s := summarize(t, open(t, comeAndGo(t, gens, each, false)))
	late := 0
	for _, w := range s.WorstWaits {
		if w.Func != "main.sleeper" || w.FirstRun {
			continue
		}
		late++
		next := int(w.G) - 1_000_000 + 1 // the generation in which it was woken
		if want := traceview.GoID(99 + next*each + inGeneration(next, each)); w.Waker != want {
			t.Errorf("G%d was woken by G%d, want G%d", w.G, w.Waker, want)
		}
	}
	if late != gens-3 {
		t.Errorf("%d of the worst waits are of sleepers, want %d", late, gens-3)
	}
	for _, b := range s.Blocks {
		want := []traceview.Waker{{Func: "main.worker", Count: gens - 3}}
		if diff := gocmp.Diff(want, b.Wakers); b.Reason == "chan receive" && diff != "" {
			t.Errorf("who woke the sleepers (-want +got):\n%s", diff)
		}
	}
}

// There is one row per life, even if the ID and the number had been used before.
func TestIDsThatComeAgain(t *testing.T) {
	defer lower(func(f *tracefile.File) { f.RecycleAfter(1) })()
	s := summarize(t, open(t, comeAndGo(t, gens, each, true)))
	lives := make(map[traceview.GoID]int)
	for _, g := range s.Goroutines {
		if g.Func != "main.worker" {
			continue
		}
		lives[g.ID]++
		if g.Runs != 1 || g.Created == 0 || g.Ended <= g.Created || sum(g.State) != int64(g.Ended-g.Created) ||
			g.Parent != 1 {
			t.Errorf("a life of G%d: %+v", g.ID, g)
		}
	}
	for id, n := range lives {
		want := gens
		if id >= 100+each/7 {
			want = gens / 2
		}
		if n != want {
			t.Errorf("G%d has %d rows, want %d", id, n, want)
		}
	}
	children := gens // sleepers
	for gen := range gens {
		children += inGeneration(gen, each)
	}
	if i := slices.IndexFunc(s.Goroutines, func(g *traceview.GoroutineStat) bool { return g.ID == 1 }); i < 0 ||
		s.Goroutines[i].Children != children {
		t.Errorf("%d goroutines, the first %+v; want G1 with %d children", len(s.Goroutines), s.Goroutines[0], children)
	}
	if len(lives) != each {
		t.Errorf("%d IDs, want %d", len(lives), each)
	}
}

// Ten times as many goroutines that came and went take no more memory.
func TestMemoryOfGoroutinesGone(t *testing.T) {
	defer lower(func(f *tracefile.File) { f.KeepRows(100) })()
	const each = 2000
	var heaps []uint64
	for _, gens := range []int{20, 200} {
		f := open(t, comeAndGo(t, gens, each, false))
		numbers, heap, err := f.Footprint()
		if err != nil {
			t.Fatal(err)
		}
		// The goroutines of the current generation and of the previous one, and of the recent waits
		// and the recent spans of P 0.
		if most := 2*each + 2*1024 + 10; numbers > most {
			t.Errorf("%d goroutines in %d generations take %d numbers, want at most %d", gens*each, gens, numbers, most)
		}
		heaps = append(heaps, heap)
	}
	if grown := int64(heaps[1]) - int64(heaps[0]); grown > 4<<20 {
		t.Errorf("with %d goroutines more the heap is %d bytes larger, from %d", 180*each, grown, heaps[0])
	}
}

// Ten times as many log messages do not take more memory either.
func TestMemoryOfLogs(t *testing.T) {
	const each = 150
	var heaps []uint64
	for _, gens := range []int{20, 200} {
		f := open(t, chatter(t, gens, each))
		_, heap, err := f.Footprint()
		if err != nil {
			t.Fatal(err)
		}
		heaps = append(heaps, heap)
		s := summarize(t, f)
		if len(s.Logs) != 1 || s.Logs[0] != (traceview.LogStat{Category: "chatter", Count: int64(gens * each)}) {
			t.Errorf("logs: %+v, want %d of chatter", s.Logs, gens*each)
		}
	}
	if grown := int64(heaps[1]) - int64(heaps[0]); grown > 4<<20 {
		t.Errorf("with %d log messages more the heap is %d bytes larger, from %d", 180*each, grown, heaps[0])
	}
}

// If there are more goroutines than a summary lists, it lists those alive at the end and those that
// ran most. Everything else covers all of them.
func TestBoundedRows(t *testing.T) {
	path := comeAndGo(t, gens, each, false)
	all := summarize(t, open(t, path))
	if all.MoreGoroutines != 0 || len(all.Goroutines) != all.Stat.Goroutines.Seen {
		t.Fatalf("%d rows and %d more, of %d goroutines", len(all.Goroutines), all.MoreGoroutines,
			all.Stat.Goroutines.Seen)
	}
	byRank := slices.Clone(all.Goroutines)
	slices.SortStableFunc(byRank, func(a, b *traceview.GoroutineStat) int {
		gone := func(g *traceview.GoroutineStat) int { return min(int(g.Ended), 1) }
		return cmp.Or(gone(a)-gone(b), cmp.Compare(b.State.Running, a.State.Running),
			cmp.Compare(b.State.Runnable, a.State.Runnable))
	})
	defer lower(func(f *tracefile.File) { f.RecycleAfter(1) })()
	for _, n := range []int{1, 4, 30, len(byRank) - 1} {
		reset := lower(func(f *tracefile.File) { f.KeepRows(n) })
		want := *all
		want.Goroutines, want.MoreGoroutines = slices.Clone(byRank[:n]), len(byRank)-n
		slices.SortFunc(want.Goroutines, func(a, b *traceview.GoroutineStat) int { return cmp.Compare(a.ID, b.ID) })
		sameForAllReaders(t, path, &want)
		reset()
	}
}
