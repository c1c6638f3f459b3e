package traceview_test

import (
	"bytes"
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"schedviz/traceview"
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

func fileOf(t *testing.T, data []byte) *traceview.File {
	t.Helper()
	f, err := traceview.New(bytes.NewReader(data), int64(len(data)), "trace")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestMissingGenerations leaves generations out of a trace: nothing bridges the gap, and
// what is on either side is as in the whole trace.
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
			if len(s.Gaps) != 1 || s.Gaps[0].Missing != last-first+1 || st.Complete || len(st.Warnings) != 1 || !strings.Contains(st.Warnings[0], "generations are missing") {
				t.Fatalf("without generations %d to %d: gaps %+v, trace %+v", first, last, s.Gaps, st)
			}
			checkGap(t, f, whole, s.Gaps[0])
		}
	}
}

// checkGap checks that no lane has a span in the gap, and that the spans that begin and
// end on one side of it are those of the whole trace.
func checkGap(t *testing.T, f *traceview.File, whole *traceview.Window, gap traceview.Gap) {
	t.Helper()
	w := wholeWindow(t, f)
	exact := map[traceview.GoID][]traceview.Span{}
	for _, g := range whole.Goroutines {
		exact[g.ID] = g.Spans
	}
	for _, g := range w.Goroutines {
		for _, sp := range g.Spans {
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
		for _, sp := range p.Spans {
			if sp.Start < gap.To && sp.End > gap.From {
				t.Errorf("P%d has a span from %d to %d, across the gap %+v", p.ID, sp.Start, sp.End, gap)
			}
		}
	}
	for _, at := range []traceview.Time{gap.From - 1000, gap.From + 1, (gap.From + gap.To) / 2, gap.To - 1, gap.To + 1000} {
		sameSpans(t, f, w, at, at+500)
		sameSpans(t, f, w, at-2000, at)
	}
}

// TestWholeTracesHaveNoGaps: no sound trace is said to have one.
func TestWholeTracesHaveNoGaps(t *testing.T) {
	for _, sit := range situations {
		if s := summarize(t, open(t, tracePath(sit.name))); len(s.Gaps) != 0 || !s.Stat.Trace.Complete {
			t.Errorf("%s: gaps %+v, trace %+v", sit.name, s.Gaps, s.Stat.Trace)
		}
	}
}

// TestForeignGeneration puts a generation of another program in the place of one, and
// between two.
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

// renumbered returns a generation with its batches' generation number, which takes a
// byte, set to another.
func renumbered(t *testing.T, gen []byte, number byte) []byte {
	t.Helper()
	out := slices.Clone(gen)
	for off := 0; off < len(out) && out[off] != 52; {
		at := off + 1 // behind the kind of batch
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
