package summarize

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/internal/sched"
)

// TestByName: up to the limit, each name is kept separately. Beyond it, names that differ only in
// numbers are merged, then all others. Nothing is lost.
func TestByName(t *testing.T) {
	total := func(x *byName[logTally]) (n int64) {
		for _, t := range x.all {
			n += t.count
		}
		return n
	}
	n := newAnnotations()
	x := &n.logs
	for i := range keptNames {
		x.find(fmt.Sprint("request ", i)).count++
	}
	if x.grouped || len(x.all) != keptNames {
		t.Fatalf("%d names are kept as %d, grouped %v", keptNames, len(x.all), x.grouped)
	}
	x.find("request last").count++
	if got := x.all["request §"]; !x.grouped || got == nil || got.count != keptNames ||
		x.all["request last"].count != 1 {
		t.Fatalf("one more: grouped %v, %v", x.grouped, x.all)
	}
	for i := range 2 * keptNames {
		x.find(strings.Repeat("x", i+1)).count++
	}
	if !x.full || x.all[sched.Others].count == 0 || len(x.all) > keptNames+1 || total(x) != 3*keptNames+1 {
		t.Errorf("%d names without numbers: %d kept, full %v, %d counted, of them %d others", 2*keptNames, len(x.all),
			x.full, total(x), x.all[sched.Others].count)
	}
}

// TestWaitsAddUp: sums by reason and by function are exact although not every pair is kept.
func TestWaitsAddUp(t *testing.T) {
	w := newWaits()
	const fns, reasons = 400, 20
	for fn := range int32(fns) {
		for reason := range int32(reasons) {
			w.histogram(10+fn, 1000+reason).Add(time.Duration(reason + 1))
		}
	}
	if !w.full || len(w.by) > keptPairs+reasons {
		t.Fatalf("%d pairs are kept as %d, full %v", fns*reasons, len(w.by), w.full)
	}
	for reason, h := range w.byReason(everyFunc) {
		if h.Count() != fns || h.Total() != time.Duration(fns*(reason-1000+1)) {
			t.Errorf("reason %d: %d waits of %v", reason, h.Count(), h.Total())
		}
	}
}

// TestJoinedBusyTime: if spans of GC time are merged, the utilization over longer windows hardly
// changes.
func TestJoinedBusyTime(t *testing.T) {
	const procs, length = 4, 50_000_000
	rng := rand.New(rand.NewPCG(3, 4))
	exact, joined := busyTime{max: keptBusy}, busyTime{max: 2_000}
	for at := traceview.Time(0); at < length-10_000; at += traceview.Time(rng.IntN(9_000)) {
		s := busySpan{start: at, end: at + 1 + traceview.Time(rng.IntN(5_000)), ps: 1, all: float64(rng.IntN(50) / 49)}
		exact.add(s)
		joined.add(s)
	}
	if exact.merged || !joined.merged || len(joined.spans) > 2_000 {
		t.Fatalf("%d spans; joined %v, %d", len(exact.spans), joined.merged, len(joined.spans))
	}
	want, got := mmu(exact, 0, length, procs), mmu(joined, 0, length, procs)
	for i, w := range want {
		if diff := math.Abs(got[i].Utilization - w.Utilization); w.Window >= time.Millisecond && diff > 0.03 {
			t.Errorf("over %v: %.4f with joined spans, %.4f with all", w.Window, got[i].Utilization, w.Utilization)
		}
	}
}

// TestWarnsOfWhatIsTogether: a summary says what it did not keep separately, and nothing else.
func TestWarnsOfWhatIsTogether(t *testing.T) {
	m := sched.NewMachine(true, nil)
	s := New(KeptRows)
	if got := s.Warning(m); got != "" {
		t.Fatalf("of an empty trace: %q", got)
	}
	s.annotations.tasks.grouped, s.reasons.full = true, true
	got := s.Warning(m)
	if !strings.Contains(got, "names of tasks that differ only in numbers") ||
		!strings.Contains(got, "reasons for waiting") || strings.Contains(got, "stacks") {
		t.Errorf("warning: %q", got)
	}
}
