package traceview

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"schedviz/traceview/classify"
)

func TestPattern(t *testing.T) {
	for _, c := range [][2]string{
		{"GET /items/17", "GET /items/§"},
		{"GET /items/1/of/22?at=7", "GET /items/§/of/§?at=§"},
		{"job 550e8400-e29b-41d4-a716-446655440000", "job §"},
		{"job 00c0ffee00c0ffee", "job §"},
		{"compress", "compress"},
		{"", ""},
	} {
		if got := pattern(c[0]); got != c[1] {
			t.Errorf("pattern(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

// TestByName: up to the limit each name is for itself; beyond it those that differ in
// numbers are one, then all others; nothing is lost.
func TestByName(t *testing.T) {
	total := func(x *byName[logTally]) (n int64) {
		for _, t := range x.all {
			n += t.count
		}
		return n
	}
	n := newNotes()
	x := &n.logs
	for i := range keptNames {
		x.find(fmt.Sprint("request ", i)).count++
	}
	if x.grouped || len(x.all) != keptNames {
		t.Fatalf("%d names are kept as %d, grouped %v", keptNames, len(x.all), x.grouped)
	}
	x.find("request last").count++
	if got := x.all["request §"]; !x.grouped || got == nil || got.count != keptNames || x.all["request last"].count != 1 {
		t.Fatalf("one more: grouped %v, %v", x.grouped, x.all)
	}
	for i := range 2 * keptNames {
		x.find(strings.Repeat("x", i+1)).count++
	}
	if !x.full || x.all[others].count == 0 || len(x.all) > keptNames+1 || total(x) != 3*keptNames+1 {
		t.Errorf("%d names without numbers: %d kept, full %v, %d counted, of them %d others", 2*keptNames, len(x.all), x.full, total(x), x.all[others].count)
	}
}

// TestWaitsAddUp: by reason, and by function, sums are exact although not every pair is kept.
func TestWaitsAddUp(t *testing.T) {
	w := newWaits()
	const fns, reasons = 400, 20
	for fn := range int32(fns) {
		for reason := range int32(reasons) {
			w.of(10+fn, 1000+reason).Add(time.Duration(reason + 1))
		}
	}
	if !w.full || len(w.by) > keptPairs+reasons {
		t.Fatalf("%d pairs are kept as %d, full %v", fns*reasons, len(w.by), w.full)
	}
	for reason, h := range w.byReason() {
		if h.Count() != fns || h.Total() != time.Duration(fns*(reason-1000+1)) {
			t.Errorf("reason %d: %d waits of %v", reason, h.Count(), h.Total())
		}
	}
}

// TestJoinedBusyTime: where spans of the GC's time were joined, what is left to the
// program over longer windows stays nearly the same.
func TestJoinedBusyTime(t *testing.T) {
	const procs, length = 4, 50_000_000
	rng := rand.New(rand.NewPCG(3, 4))
	exact, joined := busyTime{max: keptBusy}, busyTime{max: 2_000}
	for at := Time(0); at < length-10_000; at += Time(rng.IntN(9_000)) {
		s := busySpan{start: at, end: at + 1 + Time(rng.IntN(5_000)), ps: 1, all: float64(rng.IntN(50) / 49)}
		exact.add(s)
		joined.add(s)
	}
	if exact.joined || !joined.joined || len(joined.spans) > 2_000 {
		t.Fatalf("%d spans; joined %v, %d", len(exact.spans), joined.joined, len(joined.spans))
	}
	want, got := mmu(exact, 0, length, procs), mmu(joined, 0, length, procs)
	for i, w := range want {
		if diff := math.Abs(got[i].Utilization - w.Utilization); w.Window >= time.Millisecond && diff > 0.03 {
			t.Errorf("over %v: %.4f with joined spans, %.4f with all", w.Window, got[i].Utilization, w.Utilization)
		}
	}
}

// TestTooManySymbols: labels for which there is no room are numbered by their pattern,
// stacks by root and end; what was numbered before keeps its number.
func TestTooManySymbols(t *testing.T) {
	rooms := keptSymbols
	rooms.labels, rooms.patterns, rooms.stacks = room{n: 2, bytes: 100}, room{n: 1, bytes: 100}, room{n: 1, bytes: 1000}
	s := newSymbols(rooms)
	one, two := s.label("job 1"), s.label("job 2")
	if s.texts[one] != "job 1" || s.texts[two] != "job 2" || s.labels.full {
		t.Fatalf("there is room for %q and %q", s.texts[one], s.texts[two])
	}
	for label, want := range map[string]string{"job 3": "job §", "job 4": "job §", "job 2": "job 2"} {
		if got := s.texts[s.label(label)]; got != want {
			t.Errorf("%q is numbered as %q, want %q", label, got, want)
		}
	}
	if got := s.label("another"); got != textOthers || !s.patterns.full {
		t.Errorf("what fits no pattern is numbered as %q", s.texts[got])
	}
	known := []int32{}
	for _, fn := range []string{"runtime.asyncPreempt", "main.a", "main.b", "main.main"} {
		known = append(known, s.frame(&Frame{PC: uint64(len(known) + 1), Func: fn}))
	}
	first := s.stack([]uint32{2, 4}, known)
	if got := s.stack([]uint32{3, 2, 4}, known); s.texts[s.starts[got]] != "main.main" || s.leaves[got] != classify.StoppedItself || s.stacks[got][0].Func != others {
		t.Errorf("a stack without room is %v", s.stacks[got])
	}
	if got := s.stack([]uint32{1, 3, 4}, known); s.texts[s.starts[got]] != "main.main" || s.leaves[got] != classify.StoppedAsync {
		t.Errorf("a preempted one is %v", s.stacks[got])
	}
	restored := s.save()
	r := restored.restore()
	if got := r.stack([]uint32{2, 4}, known); got != first {
		t.Errorf("the first stack is %d, then %d", first, got)
	}
}

// TestWarnsOfWhatIsTogether: a summary says what it did not tell apart, and nothing else.
func TestWarnsOfWhatIsTogether(t *testing.T) {
	m := newMachine(true, nil)
	s := newSummarizer(keptRows)
	if got := s.bounds(m); got != "" {
		t.Fatalf("of an empty trace: %q", got)
	}
	s.notes.tasks.grouped, s.reasons.full = true, true
	got := s.bounds(m)
	if !strings.Contains(got, "names of tasks that differ only in numbers") || !strings.Contains(got, "reasons to wait") || strings.Contains(got, "stacks") {
		t.Errorf("warning: %q", got)
	}
}
