package tracefile_test

import (
	"bytes"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"schedviz/traceview"
	"schedviz/traceview/cores"
	"schedviz/traceview/internal/perffile"
	"schedviz/traceview/tracefile"
)

// The process that was traced according to a made-up record, and another one.
const traced, other = 7, 8

// made is a thread's stay on a core in a made-up record.
type made struct {
	thread     traceview.ThreadID
	core       int
	start, end traceview.Time
	left       uint16 // the record's misc field
}

// madeUp invents which threads were on which of n cores during an interval, among them threads of
// another process and one without goroutines.
func madeUp(r *rand.Rand, w *traceview.Window, n int, from, to traceview.Time) []made {
	threads := []traceview.ThreadID{1_000_001, 1_000_002}
	for _, t := range w.Threads {
		threads = append(threads, t.ID)
	}
	free := slices.Clone(threads)
	var all []made
	holds := make([]made, n)
	for now := from; now < to; now += traceview.Time(1 + r.IntN(40_000)) {
		c := r.IntN(n)
		if m := holds[c]; m.thread != 0 {
			m.end, m.left = now, []uint16{perffile.Out, perffile.Preempt}[r.IntN(2)]
			all, free = append(all, m), append(free, m.thread)
			holds[c] = made{}
		}
		if len(free) > 0 && r.IntN(4) > 0 {
			i := r.IntN(len(free))
			holds[c] = made{thread: free[i], core: c, start: now}
			free = slices.Delete(free, i, i+1)
		}
	}
	for _, m := range holds {
		if m.thread != 0 {
			m.end, m.left = to, perffile.Out
			all = append(all, m)
		}
	}
	return all
}

func processOf(t traceview.ThreadID) uint32 {
	if t == 1_000_001 {
		return other
	}
	return traced
}

// recordOf writes the kernel's record of what was made up, core after core, as the rings are
// drained.
func recordOf(t *testing.T, all []made) *cores.Data {
	t.Helper()
	f := perffile.New()
	for core := range 4 {
		for _, m := range all {
			if m.core == core {
				f.Switch(perffile.In, int64(m.start), processOf(m.thread), uint32(m.thread), uint32(core))
				f.Switch(m.left, int64(m.end), processOf(m.thread), uint32(m.thread), uint32(core))
			}
		}
	}
	b := f.Round().Bytes()
	d, err := cores.New(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// divide splits an interval of a thread, slowly and with certainty.
func divide(all []made, thread traceview.ThreadID, start, end, from, to traceview.Time) traceview.CoreTime {
	lo, hi := max(start, from), min(end, to)
	if lo >= hi {
		return traceview.CoreTime{Unknown: end.Sub(start)}
	}
	c := traceview.CoreTime{Unknown: end.Sub(start) - hi.Sub(lo)}
	var left uint16
	at := lo
	off := func(until traceview.Time) {
		if until <= at {
			return
		}
		if left == perffile.Preempt {
			c.Preempted += until.Sub(at)
		} else {
			c.Blocked += until.Sub(at)
		}
	}
	mine := slices.DeleteFunc(slices.Clone(all), func(m made) bool { return m.thread != thread })
	slices.SortFunc(mine, func(a, b made) int { return int(a.start - b.start) })
	for _, m := range mine {
		if m.start < hi && m.end > lo {
			off(m.start)
			c.OnCore += min(m.end, hi).Sub(max(m.start, lo))
		}
		if m.end > lo && m.start >= hi {
			break
		}
		at, left = max(at, min(m.end, hi)), m.left
	}
	off(hi)
	return c
}

func TestCoresJoin(t *testing.T) {
	for _, name := range []string{"async", "channels", "gc", "syscalls", "generations"} {
		t.Run(name, func(t *testing.T) {
			f := open(t, tracePath(name))
			w := wholeWindow(t, f)
			r := rand.New(rand.NewPCG(1, uint64(len(name))))
			// The record may begin before or after the trace, and end before or after it.
			length := w.To - w.From
			for _, span := range [][2]traceview.Time{
				{w.From - 5_000_000, w.To + 5_000_000},
				{w.From + length/4, w.To - length/4},
			} {
				all := madeUp(r, w, 1+r.IntN(4), span[0], span[1])
				checkJoin(t, name, all)
				reset := lower(func(f *tracefile.File) { f.KeepStays(3) })
				checkJoin(t, name, all)
				reset()
			}
		})
	}
}

func checkJoin(t *testing.T, name string, all []made) {
	t.Helper()
	f := open(t, tracePath(name))
	f.SetCores(recordOf(t, all))
	s, w, err := f.Overview(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	from := slices.MinFunc(all, func(a, b made) int { return int(a.start - b.start) }).start
	to := slices.MaxFunc(all, func(a, b made) int { return int(a.end - b.end) }).end
	checkDivision(t, s, w, all, from, to)
	checkCoreLanes(t, w, all)
	checkCoreTotals(t, s, all, w)
	checkCoreWindows(t, f, w)
}

// checkDivision checks each goroutine's running time against divide.
func checkDivision(t *testing.T, s *traceview.Summary, w *traceview.Window, all []made, from, to traceview.Time) {
	t.Helper()
	var total traceview.CoreTime
	for i, g := range w.Goroutines {
		var want traceview.CoreTime
		for sp := range w.On(g.Lane) {
			if sp.State != traceview.StateRunning || sp.M < 0 {
				continue
			}
			c := divide(all, w.Threads[sp.M].ID, sp.Start, sp.End, from, to)
			want.OnCore, want.Preempted = want.OnCore+c.OnCore, want.Preempted+c.Preempted
			want.Blocked, want.Unknown = want.Blocked+c.Blocked, want.Unknown+c.Unknown
			share := float32(-1)
			if known := c.OnCore + c.Off(); known > 0 {
				share = float32(float64(c.OnCore) / float64(known))
			}
			if diff := sp.OnCore - share; diff < -1e-6 || diff > 1e-6 {
				t.Errorf("G%d: span %+v is on a core by %v, want %v", g.ID, sp, sp.OnCore, share)
			}
		}
		j := slices.IndexFunc(s.Goroutines, func(row *traceview.GoroutineStat) bool { return row.ID == g.ID })
		if got := s.Goroutines[j].Cores; got != want {
			t.Errorf("G%d (%d of %d): %+v, want %+v", g.ID, i, len(w.Goroutines), got, want)
		}
		total.OnCore, total.Preempted = total.OnCore+want.OnCore, total.Preempted+want.Preempted
		total.Blocked, total.Unknown = total.Blocked+want.Blocked, total.Unknown+want.Unknown
	}
	if got := s.Cores.Running; got != total {
		t.Errorf("running in all: %+v, want %+v", got, total)
	}
	if st := s.Stat.Cores; st.OnCPUNS != int64(total.OnCore) || st.RunningOffCPUNS != int64(total.Off()) ||
		st.Captured != "perf" {
		t.Errorf("stat: %+v, want perf, %d, %d", st, total.OnCore, total.Off())
	}
}

// checkCoreLanes checks that the lanes are what was made up, clipped to the trace.
func checkCoreLanes(t *testing.T, w *traceview.Window, all []made) {
	t.Helper()
	var got []made
	for _, c := range w.Cores {
		for i, s := range c.Spans {
			if i > 0 && s.Start < c.Spans[i-1].End {
				t.Errorf("core %d: %+v begins before %+v has ended", c.ID, s, c.Spans[i-1])
			}
			m := made{core: c.ID, start: s.Start, end: s.End}
			if s.M >= 0 {
				m.thread = w.Threads[s.M].ID
			} else {
				o := w.Others[s.Other]
				m.thread = o.ID
				if want := processOf(o.ID); o.Process != int(want) || o.Traced != (want == traced) {
					t.Errorf("other thread %+v, want process %d", o, want)
				}
			}
			got = append(got, m)
		}
	}
	var want []made
	for _, m := range all {
		m.start, m.end, m.left = max(m.start, w.From), min(m.end, w.To), 0
		if m.start < m.end {
			want = append(want, m)
		}
	}
	by := func(a, b made) int { return (a.core-b.core)*2 + int(min(1, max(-1, a.start-b.start))) }
	slices.SortFunc(want, by)
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(made{})); diff != "" {
		t.Errorf("lanes of cores (-want +got):\n%s", diff)
	}
}

// checkCoreTotals checks the sums by thread, core and process.
func checkCoreTotals(t *testing.T, s *traceview.Summary, all []made, w *traceview.Window) {
	t.Helper()
	threads, byCore, others := map[traceview.ThreadID]time.Duration{}, map[int]time.Duration{}, time.Duration(0)
	for _, m := range all {
		d := max(0, min(m.end, w.To)-max(m.start, w.From))
		if processOf(m.thread) == other {
			others += time.Duration(d)
		} else {
			threads[m.thread] += time.Duration(d)
			byCore[m.core] += time.Duration(d)
		}
	}
	var flow, links time.Duration
	for _, row := range s.Cores.Threads {
		if row.OnCore != threads[row.ID] {
			t.Errorf("thread %d was on cores for %v, want %v", row.ID, row.OnCore, threads[row.ID])
		}
	}
	for _, c := range s.Cores.Cores {
		if c.OnCore != byCore[c.ID] || c.Running > c.OnCore {
			t.Errorf("core %d: %v, running %v, want %v and no more than that", c.ID, c.OnCore, c.Running, byCore[c.ID])
		}
		flow += c.Running
		var steps float64
		for _, share := range c.Busy {
			steps += share * float64(s.Cores.Step)
		}
		if math.Abs(steps-float64(c.OnCore)) > 1+1e-6*steps {
			t.Errorf("core %d: busy in steps for %.0f ns, want %d", c.ID, steps, c.OnCore)
		}
	}
	for _, l := range s.Cores.ThreadCore {
		links += l.Time
	}
	if flow != s.Cores.Running.OnCore || links != flow {
		t.Errorf("cores ran goroutines for %v, threads on cores for %v, want %v", flow, links, s.Cores.Running.OnCore)
	}
	if others > 0 && (len(s.Cores.Others) != 1 || s.Cores.Others[0].OnCore != others || s.Cores.Others[0].ID != other) {
		t.Errorf("others: %+v, want process %d for %v", s.Cores.Others, other, others)
	}
}

// checkCoreWindows checks windows against the whole, exact and merged.
func checkCoreWindows(t *testing.T, f *tracefile.File, whole *traceview.Window) {
	t.Helper()
	third := (whole.To - whole.From) / 3
	w := window(t, f, whole.From+third, whole.To-third, 0)
	for _, c := range whole.Cores {
		var want, got time.Duration
		for _, s := range c.Spans {
			want += time.Duration(max(0, min(s.End, w.To)-max(s.Start, w.From)))
		}
		for _, part := range w.Cores {
			for _, s := range part.Spans {
				if part.ID == c.ID {
					got += s.End.Sub(s.Start)
				}
			}
		}
		if got != want {
			t.Errorf("core %d in a window: %v, want %v", c.ID, got, want)
		}
	}
	merged := window(t, f, 0, math.MaxInt64, 50)
	for i, c := range merged.Cores {
		var got, want time.Duration
		for _, s := range c.Spans {
			got += s.Busy
		}
		for _, s := range whole.Cores[i].Spans {
			want += s.End.Sub(s.Start)
		}
		if got != want {
			t.Errorf("core %d, merged: %v busy, want %v", c.ID, got, want)
		}
	}
}

// A record that has nothing to do with the trace is ignored, with a warning.
func TestCoresLeftAside(t *testing.T) {
	w := wholeWindow(t, open(t, tracePath("async")))
	tests := []struct {
		name string
		made []made
		want string
	}{
		{"another time", []made{{w.Threads[0].ID, 0, 10, 20, perffile.Out}}, "it covers a different time (10 to 20 ns"},
		{
			"another process",
			[]made{{1_000_002, 0, w.From + 1, w.To, perffile.Out}},
			"it has none of the trace's threads",
		},
	}
	for _, tt := range tests {
		f := open(t, tracePath("async"))
		f.SetCores(recordOf(t, tt.made))
		s, w, err := f.Overview(t.Context(), 0)
		if err != nil {
			t.Fatal(err)
		}
		said := strings.Join(s.Stat.Trace.Warnings, "\n")
		if s.Cores != nil || w.Cores != nil || s.Stat.Cores.Captured != "none" || !strings.Contains(said, tt.want) {
			t.Errorf("%s: cores %v, captured %s, warnings %q, want none and %q", tt.name, s.Cores,
				s.Stat.Cores.Captured, said, tt.want)
		}
	}
}

// Lost records cause contradictions: a thread on two cores, two threads on one core.
func TestCoresSurviveLostRecords(t *testing.T) {
	w := wholeWindow(t, open(t, tracePath("async")))
	a, b := uint32(w.Threads[0].ID), uint32(1_000_002)
	at := int64(w.From)
	f := perffile.New().
		Switch(perffile.In, at+1000, traced, a, 0).
		Switch(perffile.In, at+2000, traced, a, 1). // the record of its leaving core 0 was lost
		Switch(perffile.In, at+3000, traced, b, 1). // and that of its leaving core 1
		Switch(perffile.Out, at+4000, traced, b, 1).
		Switch(perffile.Out, at+5000, traced, b, 1).
		Record(2, 0, uint64(1), uint64(3), uint32(traced), b, uint64(at+5000), uint32(1), uint32(0))
	data := f.Bytes()
	d, err := cores.New(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	file := open(t, tracePath("async"))
	file.SetCores(d)
	s, got, err := file.Overview(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]traceview.Time{{1000, 2000}, {2000, 3000, 3000, 4000}}
	for i, c := range got.Cores {
		var times []traceview.Time
		for _, sp := range c.Spans {
			times = append(times, sp.Start-w.From, sp.End-w.From)
		}
		if !slices.Equal(times, want[i]) {
			t.Errorf("core %d: %v, want %v", c.ID, times, want[i])
		}
	}
	if said := strings.Join(s.Stat.Trace.Warnings, "\n"); s.Stat.Cores.Lost != 3 ||
		!strings.Contains(said, "3 of the kernel's records") {
		t.Errorf("lost %d, warnings %q, want 3 and a warning", s.Stat.Cores.Lost, said)
	}
}
