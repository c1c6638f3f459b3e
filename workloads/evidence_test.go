package workloads

import (
	"testing"
	"time"

	"schedviz/traceview"
)

// regionsAt makes regions from pairs of milliseconds.
func regionsAt(bounds ...float64) []traceview.Region {
	var rs []traceview.Region
	for i := 0; i < len(bounds); i += 2 {
		rs = append(rs, traceview.Region{Start: ms(bounds[i]), End: ms(bounds[i+1])})
	}
	return rs
}

func TestPeak(t *testing.T) {
	for _, c := range []struct {
		regions  []traceview.Region
		most     int
		from, to float64
	}{
		{nil, 0, 0, 0},
		{regionsAt(1, 2), 1, 1, 2},
		{regionsAt(1, 2, 2, 3), 1, 1, 2},
		{regionsAt(1, 4, 2, 3), 2, 2, 3},
		{regionsAt(1, 4, 2, 5, 3, 6, 10, 20), 3, 3, 4},
		{regionsAt(5, 9, 6, 8, 0, 1), 2, 6, 8},
	} {
		most, from, to := peak(c.regions)
		if most != c.most || from != ms(c.from) || to != ms(c.to) {
			t.Errorf("peak(%v) = %d from %d to %d, want %d from %d to %d", c.regions, most, from, to, c.most, ms(c.from), ms(c.to))
		}
	}
}

func TestOverlapped(t *testing.T) {
	for _, c := range []struct {
		regions []traceview.Region
		want    time.Duration
	}{
		{nil, 0},
		{regionsAt(1, 5), 0},
		{regionsAt(1, 5, 5, 9), 0},
		{regionsAt(1, 5, 3, 9), 2 * time.Millisecond},
		{regionsAt(3, 9, 1, 5), 2 * time.Millisecond},
		{regionsAt(0, 10, 1, 3, 2, 4, 8, 12), 5 * time.Millisecond},
		{regionsAt(0, 10, 0, 10, 0, 10), 10 * time.Millisecond},
	} {
		if got := overlapped(c.regions); got != c.want {
			t.Errorf("overlapped(%v) = %v, want %v", c.regions, got, c.want)
		}
	}
}

func TestQueries(t *testing.T) {
	tp := newTape(t, "say", "")
	l := tp.lane(7, "(*say).inBackground", 1).run(1).begin("say").wait(4, "sleep").ready(1).run(2).end("say").run(1)
	tp.lane(8, "(*say).speak", 0).on(1).run(7).begin("say").run(2).end("say")
	tp.recording()
	rs := regionsOf(tp.w, "say")
	if len(rs) != 2 || rs[0].G != 0 || rs[1].G != 1 {
		t.Fatalf("regionsOf(say) = %v, want one of G 7 and then one of G 8", rs)
	}
	for _, c := range []struct {
		name  string
		match func(traceview.Span) bool
		want  time.Duration
	}{
		{"sleep", waitingFor(tp.w, "sleep"), 4 * time.Millisecond},
		{"sync", waitingFor(tp.w, "sync"), 0},
		{"running", inState(traceview.StateRunning), 2 * time.Millisecond},
		{"runnable", inState(traceview.StateRunnable), time.Millisecond},
	} {
		if got := timeIn(tp.w, rs[0], c.match); got != c.want {
			t.Errorf("timeIn(G 7, %s) = %v, want %v", c.name, got, c.want)
		}
	}
	if got, want := together(tp.w, rs), 2*time.Millisecond; got != want {
		t.Errorf("together = %v, want %v", got, want)
	}
	if got := startedAt(tp.w, "(*say).speak"); len(got) != 1 || got[0] != 1 {
		t.Errorf("startedAt((*say).speak) = %v, want [1]", got)
	}
	sleep := *l.span(1)
	if next, ok := after(tp.w, sleep); !ok || next.State != traceview.StateRunnable {
		t.Errorf("after(sleep) = %v, %v, want the runnable span", next, ok)
	}
	if next, ok := after(tp.w, *l.span(4)); ok {
		t.Errorf("after(the last span) = %v, want none", next)
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		ids  []traceview.GoID
		want string
	}{
		{nil, ""},
		{[]traceview.GoID{1}, "G 1"},
		{[]traceview.GoID{9, 8}, "G 8, G 9"},
		{[]traceview.GoID{8, 9, 10}, "G 8…G 10"},
		{[]traceview.GoID{1, 8, 9, 10, 20}, "G 1, G 8…G 10, G 20"},
		{[]traceview.GoID{1, 3, 5, 7, 9, 10, 11}, "G 1, G 3, G 5, G 7, 3 more"},
	} {
		w := new(traceview.Window)
		var gs []int32
		for i, id := range c.ids {
			w.Goroutines = append(w.Goroutines, traceview.Goroutine{ID: id})
			gs = append(gs, int32(i))
		}
		if got := names(w, gs); got != c.want {
			t.Errorf("names(%v) = %q, want %q", c.ids, got, c.want)
		}
	}
}

func TestLength(t *testing.T) {
	for _, c := range []struct {
		d    time.Duration
		want string
	}{
		{0, "0 ns"},
		{999, "999 ns"},
		{1234, "1.23 µs"},
		{12_340, "12.3 µs"},
		{999_960, "1000 µs"},
		{12_345_678, "12.3 ms"},
		{99_960_000, "100 ms"},
		{1_500 * time.Millisecond, "1.50 s"},
		{100 * time.Second, "100 s"},
	} {
		if got := length(c.d); got != c.want {
			t.Errorf("length(%d) = %q, want %q", c.d, got, c.want)
		}
	}
}
