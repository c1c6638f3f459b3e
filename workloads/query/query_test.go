package query_test

import (
	"testing"
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

func ms(t float64) traceview.Time { return traceview.Time(t * float64(time.Millisecond)) }

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
		most, from, to := query.Peak(c.regions)
		if most != c.most || from != ms(c.from) || to != ms(c.to) {
			t.Errorf("Peak(%v) = %d from %d to %d, want %d from %d to %d", c.regions, most, from, to, c.most,
				ms(c.from), ms(c.to))
		}
	}
}

func TestOverlap(t *testing.T) {
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
		if got := query.Overlap(c.regions); got != c.want {
			t.Errorf("Overlap(%v) = %v, want %v", c.regions, got, c.want)
		}
	}
}

// aWindow is 20 ms of two goroutines: main, which is older, waits in a region and is alive at the end; the other
// runs, waits for a lock that main holds, and ends.
func aWindow() *traceview.Window {
	const reasonSleep, reasonSync = 1, 2
	span := func(g int32, from, to float64, s traceview.Span) traceview.Span {
		s.G, s.Start, s.End = g, ms(from), ms(to)
		return s
	}
	running := traceview.Span{State: traceview.StateRunning}
	return &traceview.Window{
		To:      ms(20),
		Reasons: []string{"", "sleep", "sync"},
		Stacks:  []traceview.Stack{nil, {{Func: "sync.(*Mutex).Lock"}, {Func: "main.other"}}},
		Goroutines: []traceview.Goroutine{
			{ID: 1, Func: "main.main", Lane: traceview.Lane{0, 1, 2, 3}},
			{ID: 7, Func: "main.other", Created: ms(2), Ended: ms(10), Lane: traceview.Lane{4, 5, 6, 7, 8}},
		},
		Spans: []traceview.Span{
			span(0, 0, 1, running),
			span(0, 1, 5, traceview.Span{State: traceview.StateWaiting, Reason: reasonSleep}),
			span(0, 5, 6, traceview.Span{State: traceview.StateRunnable, Waker: -1}),
			span(0, 6, 20, running),
			span(1, 2, 3, traceview.Span{State: traceview.StateRunnable, Waker: 0}),
			span(1, 3, 4, running),
			span(1, 4, 7, traceview.Span{State: traceview.StateWaiting, Reason: reasonSync, Stack: 1}),
			span(1, 7, 8, traceview.Span{State: traceview.StateRunnable, Waker: 0}),
			span(1, 8, 10, running),
		},
		Regions: []traceview.Region{
			{Type: "hold", G: 0, Start: ms(0.5), End: ms(7)},
			{Type: "use", G: 1, Start: ms(3), End: ms(10)},
			{Type: "hold", G: 1, Start: ms(8), End: ms(9)},
		},
		Logs: []traceview.Log{{Category: "a", Message: "1"}, {Category: "b"}, {Category: "a", Message: "2"}},
	}
}

func TestTimeIn(t *testing.T) {
	w := aWindow()
	hold := query.Regions(w, "hold")[0]
	for _, c := range []struct {
		name          string
		match         query.Match
		time, longest float64
	}{
		{"sleep", query.WaitingFor(w, "sync", "sleep"), 4, 4},
		{"sync", query.WaitingFor(w, "sync"), 0, 0},
		{"running, cut to the region", query.InState(traceview.StateRunning), 1.5, 1},
		{"runnable", query.InState(traceview.StateRunnable), 1, 1},
	} {
		if got := query.TimeIn(w, hold, c.match); got != ms(c.time).Sub(0) {
			t.Errorf("TimeIn(G1's hold, %s) = %v, want %v ms", c.name, got, c.time)
		}
		if got := query.LongestIn(w, hold, c.match); got != ms(c.longest).Sub(0) {
			t.Errorf("LongestIn(G1's hold, %s) = %v, want %v ms", c.name, got, c.longest)
		}
	}
	if n, sum := query.CountIn(w, query.Regions(w, "hold"),
		query.InState(traceview.StateRunning)); n != 3 || sum != 2500*time.Microsecond {
		t.Errorf("CountIn(both holds, running) = %d, %v, want 3 spans of 2.5 ms", n, sum)
	}
}

func TestMatches(t *testing.T) {
	w := aWindow()
	locks := query.Both(query.WaitingFor(w, "sync"), query.Within(w, "sync.(*Mutex).Lock"))
	got := query.Spans(w, []int32{0, 1}, locks)
	if len(got) != 1 || got[0].Start != ms(4) {
		t.Errorf("Spans(waits in Lock) = %v, want the one from 4 ms on", got)
	}
	if got := query.Spans(w, []int32{0, 1},
		query.Both(query.WaitingFor(w, "sleep"), query.Within(w, "main.other"))); len(got) > 0 {
		t.Errorf("Spans(sleeps within main.other) = %v, want none", got)
	}
	wakes := query.Wakeups(w, []int32{0, 1}, locks)
	if len(wakes) != 1 || wakes[0].Start != ms(7) || wakes[0].Waker != 0 {
		t.Errorf("Wakeups(waits in Lock) = %v, want that by G1 at 7 ms", wakes)
	}
}

func TestNext(t *testing.T) {
	w := aWindow()
	for g, goroutine := range w.Goroutines {
		for i, n := range goroutine.Lane {
			s := w.Spans[n]
			next, ok := query.Next(w, s)
			if last := i == len(goroutine.Lane)-1; ok == last || ok && next.Start != s.End {
				t.Errorf("Next of span %d of goroutine %d = %v, %v, want the one behind it", i, g, next, ok)
			}
		}
	}
}

func TestGoroutines(t *testing.T) {
	w := aWindow()
	both := []int32{0, 1}
	if got := query.StartedIn(w, "main.other"); len(got) != 1 || got[0] != 1 {
		t.Errorf("StartedIn(main.other) = %v, want [1]", got)
	}
	if got := query.AliveAtEnd(w, both); len(got) != 1 || got[0] != 0 {
		t.Errorf("AliveAtEnd = %v, want [0]", got)
	}
	lives := query.Lives(w, both)
	if l := lives[0]; l.Start != 0 || l.End != ms(20) || !l.Open {
		t.Errorf("Lives: G1 = %+v, want all of the window, open", l)
	}
	if l := lives[1]; l.Start != ms(2) || l.End != ms(10) || l.Open {
		t.Errorf("Lives: G7 = %+v, want from 2 to 10 ms", l)
	}
	if at, ok := query.FirstRun(w, 1); !ok || at != ms(3) {
		t.Errorf("FirstRun(G7) = %d, %v, want 3 ms", at, ok)
	}
	if got := query.LastState(w, 0); got != traceview.StateRunning {
		t.Errorf("LastState(G1) = %v, want running", got)
	}
	w.Goroutines[0].Lane = nil
	if _, ok := query.FirstRun(w, 0); ok || query.LastState(w, 0) != traceview.StateUnknown {
		t.Error("a goroutine without spans ran, or has a state at the end")
	}
}

func TestRegions(t *testing.T) {
	w := aWindow()
	holds := query.Regions(w, "hold")
	if got := query.Owners(append(holds, query.Regions(w, "use")...)); len(got) != 2 || got[0] != 0 || got[1] != 1 {
		t.Errorf("Owners = %v, want [0 1]", got)
	}
	if from, to := query.Extent(holds); from != ms(0.5) || to != ms(9) {
		t.Errorf("Extent(holds) = %d, %d, want 0.5 to 9 ms", from, to)
	}
	if got := query.Total(holds); got != 7500*time.Microsecond {
		t.Errorf("Total(holds) = %v, want 7.5 ms", got)
	}
	if got := query.OpenAt(holds, ms(7)); len(got) != 0 {
		t.Errorf("OpenAt(7 ms) = %v, want none: the first has just ended", got)
	}
	if got := query.OpenAt(holds, ms(8)); len(got) != 1 || got[0].G != 1 {
		t.Errorf("OpenAt(8 ms) = %v, want the second", got)
	}
	if got := query.RunningAtOnce(w, query.Lives(w, []int32{0, 1})); got != 2*time.Millisecond {
		t.Errorf("RunningAtOnce = %v, want the 2 ms from 8 ms on", got)
	}
	if got := query.States(w, []int32{1},
		query.InState(traceview.StateRunning)); len(got) != 2 || got[1].End != ms(10) {
		t.Errorf("States(G7, running) = %v, want two, to 10 ms", got)
	}
	if got := query.Logs(w, "a"); len(got) != 2 || got[1].Message != "2" {
		t.Errorf("Logs(a) = %v, want those of 1 and 2", got)
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		ids  []traceview.GoID
		want string
	}{
		{nil, ""},
		{[]traceview.GoID{1}, "G1"},
		{[]traceview.GoID{9, 8}, "G8, G9"},
		{[]traceview.GoID{8, 9, 10}, "G8…G10"},
		{[]traceview.GoID{1, 8, 9, 10, 20}, "G1, G8…G10, G20"},
		{[]traceview.GoID{1, 3, 5, 7, 9, 10, 11}, "G1, G3, G5, G7, 3 more"},
	} {
		w := new(traceview.Window)
		var gs []int32
		for i, id := range c.ids {
			w.Goroutines = append(w.Goroutines, traceview.Goroutine{ID: id})
			gs = append(gs, int32(i))
		}
		if got := query.Names(w, gs); got != c.want {
			t.Errorf("Names(%v) = %q, want %q", c.ids, got, c.want)
		}
	}
}
