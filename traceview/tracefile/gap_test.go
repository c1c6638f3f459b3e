package tracefile_test

import (
	"bytes"
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"schedviz/traceview"
	"schedviz/traceview/tracefile"
)

// generationsOf returns a trace's header and its generations, each with its end mark.
func generationsOf(t *testing.T, name string) (header []byte, gens [][]byte) {
	t.Helper()
	data, err := os.ReadFile(tracePath(name))
	if err != nil {
		t.Fatal(err)
	}
	f := fileOf(t, data)
	for _, x := range f.Extents() {
		gens = append(gens, data[x.Off:x.End])
	}
	return data[:16], gens
}

func fileOf(t *testing.T, data []byte) *tracefile.File {
	t.Helper()
	f, err := tracefile.New(bytes.NewReader(data), int64(len(data)), "trace")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestMissingGenerations removes generations from a trace: nothing bridges the gap, and both sides
// of it are as in the whole trace.
func TestMissingGenerations(t *testing.T) {
	header, gens := generationsOf(t, "generations")
	if len(gens) < 4 {
		t.Fatalf("the trace has %d generations, want 4 at least", len(gens))
	}
	whole := wholeWindow(t, fileOf(t, slices.Concat(header, slices.Concat(gens...))))
	for first := 1; first < len(gens)-1; first++ {
		for last := first; last < len(gens)-1; last++ {
			kept := slices.Concat(slices.Concat(gens[:first]...), slices.Concat(gens[last+1:]...))
			f := fileOf(t, slices.Concat(header, kept))
			s := summarize(t, f)
			st := s.Stat.Trace
			if len(s.Gaps) != 1 || s.Gaps[0].Missing != last-first+1 || st.Complete || len(st.Warnings) != 1 ||
				!strings.Contains(st.Warnings[0], "generations are missing") {
				t.Fatalf("without generations %d to %d: gaps %+v, trace %+v", first, last, s.Gaps, st)
			}
			checkGap(t, f, whole, s.Gaps[0])
		}
	}
}

// checkGap checks that no lane has a span in the gap, and that the spans that lie on one side of it
// are those of the whole trace.
func checkGap(t *testing.T, f *tracefile.File, whole *traceview.Window, gap traceview.Gap) {
	t.Helper()
	w := wholeWindow(t, f)
	exact := map[traceview.GoID][]traceview.Span{}
	for _, g := range whole.Goroutines {
		exact[g.ID] = spansOn(whole, g.Lane)
	}
	for _, g := range w.Goroutines {
		for sp := range w.On(g.Lane) {
			if sp.Start < gap.To && sp.End > gap.From {
				t.Errorf("G%d is %v from %d to %d, across the gap %+v", g.ID, sp.State, sp.Start, sp.End, gap)
			}
			if sp.Start == gap.To || sp.End == gap.From {
				continue // cut off by the gap
			}
			if !slices.ContainsFunc(exact[g.ID], func(x traceview.Span) bool {
				return x.Start == sp.Start && x.End == sp.End && x.State == sp.State
			}) {
				t.Errorf("G%d is %v from %d to %d, but not in the whole trace", g.ID, sp.State, sp.Start, sp.End)
			}
		}
	}
	for _, p := range w.Procs {
		for sp := range w.On(p.Lane) {
			if sp.Start < gap.To && sp.End > gap.From {
				t.Errorf("P%d has a span from %d to %d, across the gap %+v", p.ID, sp.Start, sp.End, gap)
			}
		}
	}
	for _, at := range []traceview.Time{
		gap.From - 1000, gap.From + 1, (gap.From + gap.To) / 2, gap.To - 1, gap.To + 1000,
	} {
		sameSpans(t, f, w, at, at+500)
		sameSpans(t, f, w, at-2000, at)
	}
}

// TestWholeTracesHaveNoGaps: a sound trace is never reported to have a gap.
func TestWholeTracesHaveNoGaps(t *testing.T) {
	for _, sit := range situations {
		if s := summarize(t, open(t, tracePath(sit.name))); len(s.Gaps) != 0 || !s.Stat.Trace.Complete {
			t.Errorf("%s: gaps %+v, trace %+v", sit.name, s.Gaps, s.Stat.Trace)
		}
	}
}

// TestForeignGeneration replaces a generation by one of another program, and inserts one between
// two.
func TestForeignGeneration(t *testing.T) {
	header, gens := generationsOf(t, "generations")
	_, foreign := generationsOf(t, "channels")
	stranger := renumbered(t, foreign[0], 2)
	for name, data := range map[string][]byte{
		"in place": slices.Concat(header, gens[0], stranger, slices.Concat(gens[2:]...)),
		"between":  slices.Concat(header, gens[0], stranger, slices.Concat(gens[1:]...)),
		"last":     slices.Concat(header, gens[0], stranger),
	} {
		s, _, err := fileOf(t, data).Overview(context.Background(), 0)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if st := s.Stat.Trace; st.Complete || len(st.Warnings) == 0 {
			t.Errorf("%s: a generation of another program is not told: %+v", name, st)
		}
	}
}

// renumbered returns a generation with the generation number of its batches replaced; both numbers
// take one byte.
func renumbered(t *testing.T, gen []byte, number byte) []byte {
	t.Helper()
	out := slices.Clone(gen)
	for off := 0; off < len(out) && out[off] != 52; {
		at := off + 1 // behind the batch type
		if out[off] == 49 {
			at++
		}
		if out[at] > 0x7f {
			t.Fatalf("the generation's number takes more than a byte")
		}
		out[at] = number
		size := 0
		for n, field := at+1, 0; field < 3; field++ { // thread, time, size
			v, shift := 0, 0
			for ; out[n] > 0x7f; n++ {
				v |= int(out[n]&0x7f) << shift
				shift += 7
			}
			v |= int(out[n]) << shift
			n++
			size, off = v, n
		}
		off += size
	}
	return out
}

// TestClockOff: G7 is in a system call on M1, and M2 takes its P before G7 returns. Only if M1's
// clock is off does G7 return first.
func TestClockOff(t *testing.T) {
	for _, c := range []struct {
		name string
		back uint64 // when G7 returns
		told bool
	}{{"in order", 1010, false}, {"clock off", 900, true}} {
		first := newGeneration(26)
		first.batch(1, 100, raw("ProcStatus", 1, 0, pRunning), raw("GoStatus", 1, 7, 1, gRunning),
			raw("GoSyscallBegin", 1, 1, 0))
		second := newGeneration(26)
		second.batch(2, 1000, raw("ProcStatus", 1, 0, pAbandoned), raw("ProcSteal", 1, 0, 1, 1))
		second.batch(1, c.back, raw("GoStatus", 1, 7, 1, gSyscall), raw("GoSyscallEndBlocked", 1))
		s := summarize(t, fileOf(t, slices.Concat(first.whole(), renumbered(t, second.whole()[16:], 2))))
		st := s.Stat.Trace
		if told := strings.Contains(strings.Join(st.Warnings, "\n"), "clock is off"); told != c.told || !st.Complete {
			t.Errorf("%s: %+v, want a warning about a clock: %v", c.name, st, c.told)
		}
	}
}

// TestFarTimes: times that no clock can show are damage, and no sum becomes negative.
func TestFarTimes(t *testing.T) {
	for _, far := range []uint64{1 << 40, 1<<61 - 10, 1<<62 - 10, 1<<62 + 10, 1<<63 - 10, 1<<63 + 10, 1<<64 - 20} {
		r := newGeneration(26)
		r.batch(1, 10, raw("ProcStatus", 1, 0, pRunning), raw("GoStatus", 1, 7, 1, gRunning),
			raw("GoCreate", 1, 8, 0, 0), raw("GoCreate", 1, 9, 0, 0), raw("GoCreate", 1, 10, 0, 0))
		r.batch(1, far, raw("GoStop", 1, 0, 0), raw("GoStart", 1, 8, 1), raw("GoStop", 1, 0, 0),
			raw("GoStart", 1, 9, 1), raw("GoStop", 1, 0, 0), raw("GoStart", 1, 10, 1))
		s, w, err := fileOf(t, r.whole()).Overview(context.Background(), 0)
		if err != nil {
			t.Fatalf("%d: %v", far, err)
		}
		st := s.Stat
		if far > 1<<62 && st.Trace.Complete {
			t.Errorf("%d: a time that no clock shows is not told: %+v", far, st.Trace)
		}
		for name, ns := range map[string]int64{
			"duration": st.Trace.DurationNS, "running": st.Procs.RunningNS, "runnable": st.Goroutines.StateNS.Runnable,
			"latency": st.SchedLatency.TotalNS, "latency p99": st.SchedLatency.P99NS,
			"first run": st.SchedLatency.FirstRun.TotalNS,
		} {
			if ns < 0 {
				t.Errorf("%d: %s is %d ns", far, name, ns)
			}
		}
		for _, g := range w.Goroutines {
			for sp := range w.On(g.Lane) {
				if sp.Start < 0 || sp.Dur() < 0 {
					t.Errorf("%d: G%d has a span from %d to %d", far, g.ID, sp.Start, sp.End)
				}
			}
		}
	}
}
