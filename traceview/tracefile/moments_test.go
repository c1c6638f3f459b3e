package tracefile_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/tracefile"
)

// Windows read together equal those read one by one.
func TestWindowsTogether(t *testing.T) {
	paths, err := filepath.Glob("../testdata/traces/*.trace")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no traces: %v", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			f, err := tracefile.Open(path)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			s, err := f.Summarize(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			from, length := traceview.Time(s.Stat.Trace.StartNS), s.Stat.Trace.DurationNS
			rnd := rand.New(rand.NewPCG(1, uint64(length)))
			var moments []traceview.Moment
			for range 8 {
				at := from + traceview.Time(rnd.Int64N(length+1))
				moments = append(moments, traceview.Moment{
					From: at, To: at + traceview.Time(rnd.Int64N(length/8+1)),
					Around: traceview.Time(length / 16), Least: 0,
				})
			}
			for _, most := range []int{0, 300} {
				seen := 0
				err := f.Windows(context.Background(), moments, most, func(i int, w *traceview.Window) error {
					seen++
					mo := moments[i]
					if most == 0 && (w.From > max(mo.From-mo.Around, from)) {
						t.Errorf("window %d of %+v begins at %d", i, mo, w.From)
					}
					if w.Resolution != 0 || most > 0 && laneSpans(w) > most {
						t.Errorf("window %d has %d spans, resolution %v; want at most %d, exact", i, laneSpans(w),
							w.Resolution, most)
					}
					one, err := f.Window(context.Background(), w.From, w.To, 0)
					if err != nil {
						return err
					}
					sameInside(t, w, one)
					return nil
				})
				if err != nil {
					t.Fatalf("Windows(%d) = %v", most, err)
				}
				if most == 0 && seen != len(moments) {
					t.Errorf("%d windows came for %d moments", seen, len(moments))
				}
			}
		})
	}
}

// sameInside compares the lanes of two windows of the same interval. One of them may know more
// about what continues after the end.
func sameInside(t *testing.T, got, want *traceview.Window) {
	t.Helper()
	lanes := func(w *traceview.Window) map[string]bool {
		all := map[string]bool{}
		add := func(lane string, l traceview.Lane) {
			for s := range w.On(l) {
				text := fmt.Sprintf("%s %d-%d G%d %s", lane, s.Start, s.End, w.Goroutines[s.G].ID, s.State)
				if s.End < w.To {
					text += fmt.Sprint(" ", s.P, w.Reasons[s.Reason], s.Preempt, s.N)
				}
				all[text] = true
			}
		}
		for _, g := range w.Goroutines {
			add(fmt.Sprint("G", g.ID), g.Lane)
		}
		for _, p := range w.Procs {
			add(fmt.Sprint("P", p.ID), p.Lane)
		}
		for _, m := range w.Threads {
			add(fmt.Sprint("M", m.ID), m.Lane)
		}
		for _, r := range w.Ranges {
			all[fmt.Sprint("range ", r.Name, r.Start, r.End, r.P)] = true
		}
		for _, mk := range w.Marks {
			all[fmt.Sprint("mark ", mk.Time, mk.P, mk.Kind)] = true
		}
		return all
	}
	a, b := lanes(got), lanes(want)
	for s := range a {
		if !b[s] {
			t.Errorf("read with others, the window from %d to %d has %s", want.From, want.To, s)
		}
	}
	for s := range b {
		if !a[s] {
			t.Errorf("read with others, the window from %d to %d lacks %s", want.From, want.To, s)
		}
	}
}

// A moment in which too much happened gets no window, and does not affect others.
func TestWindowsTooFull(t *testing.T) {
	f := opened(t, goroutineBomb(2000))
	s, err := f.Summarize(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	from, to := traceview.Time(s.Stat.Trace.StartNS), traceview.Time(s.Stat.Trace.EndNS)
	const around = traceview.Time(100 * time.Microsecond)
	var came []int
	err = f.Windows(context.Background(), []traceview.Moment{
		{From: from, To: to, Around: around, Least: around},
		{From: from, To: from, Around: around},
	}, 500, func(i int, w *traceview.Window) error {
		came = append(came, i)
		if n := laneSpans(w); n == 0 || n > 500 {
			t.Errorf("window %d has %d spans, want some, and at most 500", i, n)
		}
		return nil
	})
	if err != nil || len(came) != 1 || came[0] != 1 {
		t.Errorf("windows %v came (%v), want only the one there is room for", came, err)
	}
}
