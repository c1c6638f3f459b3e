package tracefile_test

import (
	"cmp"
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"schedviz/traceview"
	"schedviz/traceview/tracefile"
)

// lowered are the functions applied to every file that a test opens.
var lowered []func(*tracefile.File)

// lower lowers a limit in every file opened from now on, and returns a function that undoes it.
func lower(limit func(*tracefile.File)) (reset func()) {
	old := lowered
	lowered = append(slices.Clip(old), limit)
	return func() { lowered = old }
}

// limited lowers the limits of f.
func limited(f *tracefile.File) *tracefile.File {
	for _, limit := range lowered {
		limit(f)
	}
	return f
}

// open opens a trace that must be readable.
func open(t testing.TB, path string) *tracefile.File {
	t.Helper()
	f, err := tracefile.Open(path)
	if err != nil {
		t.Fatalf("Open(%s): %v", path, err)
	}
	t.Cleanup(func() { f.Close() })
	return limited(f)
}

func summarize(t testing.TB, f *tracefile.File) *traceview.Summary {
	t.Helper()
	s, err := f.Summarize(context.Background())
	if err != nil {
		t.Fatalf("Summarize(%s): %v", f.Name(), err)
	}
	return s
}

func window(t testing.TB, f *tracefile.File, from, to traceview.Time, maxSpans int) *traceview.Window {
	t.Helper()
	w, err := f.Window(context.Background(), from, to, maxSpans)
	if err != nil {
		t.Fatalf("Window(%s, %d, %d): %v", f.Name(), from, to, err)
	}
	return w
}

func wholeWindow(t testing.TB, f *tracefile.File) *traceview.Window {
	t.Helper()
	return window(t, f, 0, math.MaxInt64, 0)
}

// checkInvariants checks what must hold for every trace.
func checkInvariants(t *testing.T, f *tracefile.File) {
	t.Helper()
	w := checkOverview(t, f)
	checkSubwindows(t, f, w)
}

// checkOverview checks what must hold within one reading of a trace.
func checkOverview(t *testing.T, f *tracefile.File) *traceview.Window {
	t.Helper()
	s, w, err := f.Overview(context.Background(), 0)
	if err != nil {
		t.Fatalf("Overview(%s): %v", f.Name(), err)
	}
	checkLives(t, s, w)
	checkLanes(t, w)
	checkTotals(t, s, w)
	checkSeries(t, s)
	checkOwn(t, s)
	checkSites(t, s)
	checkProcTotals(t, s)
	checkContention(t, s, w)
	checkGC(t, s)
	return w
}

// checkLives: the spans of a goroutine are contiguous from its first to its last moment, and the
// times by state sum to that length.
func checkLives(t *testing.T, s *traceview.Summary, w *traceview.Window) {
	t.Helper()
	type life struct {
		id      traceview.GoID
		created traceview.Time
	}
	rows := make(map[life]*traceview.GoroutineStat)
	for _, g := range s.Goroutines {
		rows[life{g.ID, g.Created}] = g
		if got, want := sum(g.State), int64(g.Last-g.First); got != want {
			t.Errorf("G %d: states sum to %d ns, its life is %d ns", g.ID, got, want)
		}
	}
	for _, g := range w.Goroutines {
		if len(g.Lane) == 0 {
			continue
		}
		row := rows[life{g.ID, g.Created}]
		if row == nil {
			t.Errorf("G %d has spans but no row", g.ID)
			continue
		}
		at := row.First
		var got traceview.StateTime
		var runs int64
		for i, sp := range spansOn(w, g.Lane) {
			if sp.Start != at || sp.End < sp.Start {
				t.Fatalf("G %d: span %d is from %d to %d, but the one before it ended at %d", g.ID, i, sp.Start,
					sp.End, at)
			}
			at = sp.End
			addState(&got, sp)
			if sp.State == traceview.StateRunning {
				runs++
			}
			if i > 0 && w.Spans[g.Lane[i-1]].State == sp.State {
				t.Errorf("G %d: %v twice in a row at %d", g.ID, sp.State, sp.Start)
			}
		}
		if at != row.Last {
			t.Errorf("G %d: its last span ends at %d, its life at %d", g.ID, at, row.Last)
		}
		if got != row.State || runs != row.Runs {
			t.Errorf("G %d: spans add up to %+v in %d runs, Summarize says %+v in %d", g.ID, got, runs, row.State,
				row.Runs)
		}
	}
}

// spansOn returns the spans of a lane.
func spansOn(w *traceview.Window, l traceview.Lane) (spans []traceview.Span) {
	for s := range w.On(l) {
		spans = append(spans, *s)
	}
	return spans
}

// spansIn returns those of a lane's spans that overlap an interval.
func spansIn(w *traceview.Window, l traceview.Lane, from, to traceview.Time) []traceview.Span {
	return slices.DeleteFunc(spansOn(w, l), func(s traceview.Span) bool { return s.End <= from || s.Start >= to })
}

func sum(st traceview.StateTime) int64 { return st.Running + st.Runnable + st.Waiting + st.Syscall }

func addState(st *traceview.StateTime, sp traceview.Span) {
	d := int64(sp.Dur())
	switch sp.State {
	case traceview.StateRunning:
		st.Running += d
	case traceview.StateRunnable:
		st.Runnable += d
	case traceview.StateWaiting:
		st.Waiting += d
	case traceview.StateSyscall:
		st.Syscall += d
	}
}

// checkLanes: there are never two goroutines on one P, or on one M, at the same time.
func checkLanes(t *testing.T, w *traceview.Window) {
	t.Helper()
	check := func(kind string, id int64, spans []traceview.Span) {
		for i := 1; i < len(spans); i++ {
			if a, b := spans[i-1], spans[i]; a.End > b.Start {
				t.Errorf("%s %d: G %d is there until %d, G %d from %d", kind, id,
					w.Goroutines[a.G].ID, a.End, w.Goroutines[b.G].ID, b.Start)
			}
		}
		for _, sp := range spans {
			if sp.State != traceview.StateRunning && sp.State != traceview.StateSyscall {
				t.Errorf("%s %d: a %v span", kind, id, sp.State)
			}
		}
	}
	for _, p := range w.Procs {
		check("P", int64(p.ID), spansOn(w, p.Lane))
	}
	for _, m := range w.Threads {
		check("M", int64(m.ID), spansOn(w, m.Lane))
	}
	for i := 1; i < len(w.Marks); i++ {
		if w.Marks[i-1].Time > w.Marks[i].Time {
			t.Errorf("marks are not in the order of time")
		}
	}
}

// checkTotals: the spans add up to the summary.
func checkTotals(t *testing.T, s *traceview.Summary, w *traceview.Window) {
	t.Helper()
	var byState traceview.StateTime
	for _, g := range w.Goroutines {
		for _, sp := range spansOn(w, g.Lane) {
			addState(&byState, sp)
		}
	}
	if got := s.Stat.Goroutines.StateNS; got != byState {
		t.Errorf("Summarize: state_ns = %+v, the spans add up to %+v", got, byState)
	}
	var running int64
	for _, p := range w.Procs {
		for sp := range w.On(p.Lane) {
			if sp.State == traceview.StateRunning {
				running += int64(sp.Dur())
			}
		}
	}
	if got := s.Stat.Procs.RunningNS; got != running {
		t.Errorf("Summarize: running_ns = %d, the Ps' spans add up to %d", got, running)
	}
	kinds := make(map[traceview.Preempt]int64)
	for _, mk := range w.Marks {
		kinds[mk.Kind] += int64(mk.N)
	}
	sites := make(map[traceview.Preempt]int64)
	for _, site := range s.Preempts {
		sites[site.Kind] += site.Count
	}
	p := s.Stat.Preemptions
	for kind, want := range map[traceview.Preempt]int64{
		traceview.PreemptAsync: p.Async, traceview.PreemptCooperative: p.Cooperative, traceview.PreemptSTW: p.STW,
		traceview.PreemptSuspend: p.Suspend, traceview.PreemptGosched: p.Gosched,
		traceview.PreemptMutexHandoff: p.MutexHandoff, traceview.PreemptUnknown: p.Unknown,
	} {
		if kinds[kind] != want || sites[kind] != want {
			t.Errorf("preemptions.%v = %d, but there are %d marks, and %d at sites", kind, want, kinds[kind],
				sites[kind])
		}
	}
	g := s.Stat.Goroutines
	if g.AliveAtEnd != g.Seen-g.Exited || g.Seen != len(s.Goroutines) {
		t.Errorf("goroutines = %+v with %d rows: they do not add up", g, len(s.Goroutines))
	}
	if u := s.Stat.Procs.Utilization; u < 0 || u > 1 {
		t.Errorf("utilization = %v, want 0 to 1", u)
	}
}

// checkSeries: the series over time add up to the counts.
func checkSeries(t *testing.T, s *traceview.Summary) {
	t.Helper()
	near := func(name string, series []float64, want int64) {
		var got float64
		for _, v := range series {
			got += v * float64(s.Series.Step)
		}
		if math.Abs(got-float64(want)) > 1+1e-6*float64(want) {
			t.Errorf("series %s adds up to %.0f ns, want %d", name, got, want)
		}
	}
	st := s.Stat.Goroutines.StateNS
	near("running", s.Series.Running, st.Running)
	near("runnable", s.Series.Runnable, st.Runnable)
	near("waiting", s.Series.Waiting, st.Waiting)
	near("syscall", s.Series.Syscall, st.Syscall)
	var busy []float64
	for _, p := range s.Series.ProcBusy {
		busy = append(busy, p...)
	}
	near("busy", busy, s.Stat.Procs.RunningNS)
	var peak int32
	for _, n := range s.Series.MaxRunnable {
		peak = max(peak, n)
	}
	if int(peak) != s.Stat.Goroutines.MaxRunnable {
		t.Errorf("series max_runnable peaks at %d, want %d", peak, s.Stat.Goroutines.MaxRunnable)
	}
}

// checkSubwindows: a window shows what the whole trace shows in the same interval.
func checkSubwindows(t *testing.T, f *tracefile.File, whole *traceview.Window) {
	t.Helper()
	length := int64(whole.To - whole.From)
	if length < 2 {
		return
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		from := whole.From + traceview.Time(rng.Int64N(length))
		to := from + traceview.Time(rng.Int64N(int64(whole.To-from)+1))
		sameSpans(t, f, whole, from, to)
	}
}

// sameSpans checks a window's spans and marks against the whole trace.
func sameSpans(t *testing.T, f *tracefile.File, whole *traceview.Window, from, to traceview.Time) {
	t.Helper()
	w, err := f.Window(context.Background(), from, to, 0)
	if err != nil {
		t.Errorf("Window(%s, %d, %d): %v", f.Name(), from, to, err)
		return
	}
	got, want := clipped(w, from, to), clipped(whole, from, to)
	for id, spans := range want {
		if len(got[id]) != len(spans) {
			t.Errorf("Window(%d, %d): G %d has %d spans, the whole trace %d there", from, to, id, len(got[id]),
				len(spans))
			return
		}
		for i := range spans {
			if got[id][i] != spans[i] {
				t.Errorf("Window(%d, %d): G %d span %d = %+v, in the whole trace %+v", from, to, id, i, got[id][i],
					spans[i])
				return
			}
		}
	}
	if len(got) != len(want) {
		t.Errorf("Window(%d, %d): %d goroutines, the whole trace has %d there", from, to, len(got), len(want))
	}
	if got, want := marksWithin(w, from, to), marksWithin(whole, from, to); !slices.Equal(got, want) {
		t.Errorf("Window(%d, %d): marks %v, the whole trace has %v there", from, to, got, want)
	}
}

// namedMark is a mark without numbers that depend on the window.
type namedMark struct {
	time traceview.Time
	g    traceview.GoID
	p    traceview.ProcID
	kind traceview.Preempt
	leaf string
}

func marksWithin(w *traceview.Window, from, to traceview.Time) []namedMark {
	var out []namedMark
	for _, mk := range w.Marks {
		if mk.Time <= from || mk.Time > to {
			continue
		}
		n := namedMark{time: mk.Time, g: w.Goroutines[mk.G].ID, p: mk.P, kind: mk.Kind}
		if st := w.Stacks[mk.Stack]; len(st) > 0 {
			n.leaf = st[0].Func
		}
		out = append(out, n)
	}
	return out
}

// namedSpan is a span without numbers that depend on the window.
type namedSpan struct {
	start, end traceview.Time
	state      traceview.State
	reason     string
	leaf       string
	waker      traceview.GoID
	m          traceview.ThreadID
	p          traceview.ProcID
}

// clipped returns the spans of a window's goroutines that overlap an interval.
func clipped(w *traceview.Window, from, to traceview.Time) map[traceview.GoID][]namedSpan {
	out := make(map[traceview.GoID][]namedSpan)
	for _, g := range w.Goroutines {
		for _, sp := range spansIn(w, g.Lane, from, to) {
			n := namedSpan{
				start: max(sp.Start, from), end: min(sp.End, to), state: sp.State, waker: traceview.NoG,
				m: traceview.NoM, p: sp.P,
			}
			if n.start >= n.end {
				continue
			}
			if sp.End <= to || sp.State != traceview.StateRunning {
				// Why a running span stopped is not known while it runs.
				n.reason = w.Reasons[sp.Reason]
				if st := w.Stacks[sp.Stack]; len(st) > 0 && sp.End <= to {
					n.leaf = st[0].Func
				}
			}
			if sp.State == traceview.StateRunning && sp.End >= to {
				n.reason, n.leaf = "", ""
			}
			if sp.End >= to {
				n.leaf = ""
			}
			if sp.Waker >= 0 {
				n.waker = w.Goroutines[sp.Waker].ID
			}
			if sp.M >= 0 {
				n.m = w.Threads[sp.M].ID
			}
			out[g.ID] = append(out[g.ID], n)
		}
	}
	for _, spans := range out { // those of several lives of a goroutine come in any order
		slices.SortFunc(spans, func(a, b namedSpan) int { return cmp.Compare(a.start, b.start) })
	}
	return out
}

// checkSites: the figures by site and by group add up to the totals.
func checkSites(t *testing.T, s *traceview.Summary) {
	t.Helper()
	byReason := make(map[string]total)
	for _, b := range s.Blocks {
		r := byReason[b.Reason]
		byReason[b.Reason] = total{r.count + b.Count, r.ns + int64(b.Total)}
		var woken int64
		for _, w := range b.Wakers {
			woken += w.Count
			if (w.Func == "") == (w.Inferred == "") && w.Inferred != "" {
				t.Errorf("waits for %s: waker %+v is neither known nor inferred", b.Reason, w)
			}
		}
		if woken > b.Count {
			t.Errorf("waits for %s: %d ended, %d woken", b.Reason, b.Count, woken)
		}
	}
	byGroup := make(map[string]total)
	for _, g := range s.Groups {
		for _, w := range g.Waits {
			r := byGroup[w.Reason]
			byGroup[w.Reason] = total{r.count + w.Count, r.ns + w.TotalNS}
			if w.P50NS > w.P99NS || w.P99NS > w.MaxNS {
				t.Errorf("goroutines of %s: quantiles of waits for %s are out of order: %+v", g.Func, w.Reason, w)
			}
		}
	}
	for _, b := range s.Stat.Blocking {
		if got := byGroup[b.Reason]; got != (total{b.Count, b.TotalNS}) {
			t.Errorf("blocking for %s is %d waits of %d ns, by group %+v", b.Reason, b.Count, b.TotalNS, got)
		}
		if got := byReason[b.Reason]; got != (total{b.Count, b.TotalNS}) {
			t.Errorf("blocking for %s is %d waits of %d ns, by place %+v", b.Reason, b.Count, b.TotalNS, got)
		}
	}
	var calls, readied, fresh total
	for _, c := range s.Syscalls {
		calls = total{calls.count + c.Count, calls.ns + int64(c.Total)}
	}
	for _, r := range s.Readied {
		readied = total{readied.count + r.Count, readied.ns + int64(r.Total)}
		if r.New {
			fresh = total{fresh.count + r.Count, fresh.ns + int64(r.Total)}
		}
	}
	if want := (total{s.Stat.Syscalls.Count, s.Stat.Syscalls.TotalNS}); calls != want {
		t.Errorf("syscalls by place are %+v, in all %+v", calls, want)
	}
	l := s.Stat.SchedLatency
	if want := (total{l.Count, l.TotalNS}); readied != want {
		t.Errorf("waits for a P by place are %+v, in all %+v", readied, want)
	}
	if want := (total{l.FirstRun.Count, l.FirstRun.TotalNS}); fresh != want {
		t.Errorf("new goroutines' waits by place are %+v, in all %+v", fresh, want)
	}
	var n, alive, children int
	var state traceview.StateTime
	for _, g := range s.Groups {
		n, alive, children = n+g.Count, alive+g.AliveAtEnd, children+g.Children
		state.Running += g.State.Running
		state.Runnable += g.State.Runnable
		state.Waiting += g.State.Waiting
		state.Syscall += g.State.Syscall
	}
	g := s.Stat.Goroutines
	if n != g.Seen || alive != g.AliveAtEnd || state != g.StateNS {
		t.Errorf("groups: %d goroutines, %d alive, %+v; in all %d, %d, %+v", n, alive, state, g.Seen, g.AliveAtEnd,
			g.StateNS)
	}
	parents := 0
	for _, row := range s.Goroutines {
		if row.Parent != traceview.NoG {
			parents++
		}
	}
	if children > parents {
		t.Errorf("%d children, but %d goroutines with a parent", children, parents)
	}
}

// checkProcTotals: the time of Ps and Ms adds up.
func checkProcTotals(t *testing.T, s *traceview.Summary) {
	t.Helper()
	var running, onThreads int64
	for _, p := range s.Procs {
		if sum := p.Running + p.Syscall + p.Scheduling + p.Idle; int64(sum) != s.Stat.Trace.DurationNS {
			t.Errorf("P %d: its time adds up to %v, the trace lasts %d ns", p.ID, sum, s.Stat.Trace.DurationNS)
		}
		if p.Idle < 0 || p.Scheduling < 0 {
			t.Errorf("P %d: %+v", p.ID, p)
		}
		running += int64(p.Running)
	}
	for _, m := range s.Threads {
		onThreads += int64(m.Running)
	}
	if want := s.Stat.Procs.RunningNS; running != want || onThreads < want {
		t.Errorf("goroutines ran %d ns on Ps, %d ns on Ms; in all %d", running, onThreads, want)
	}
	if w := s.Wasted; w.Time < 0 || int64(w.Time) > s.Stat.Trace.DurationNS || w.P < w.Time {
		t.Errorf("wasted = %+v in a trace of %d ns", w, s.Stat.Trace.DurationNS)
	}
}

// checkContention: the worst waits are the longest there are, and the antagonists named with them ran
// in that time.
func checkContention(t *testing.T, s *traceview.Summary, w *traceview.Window) {
	t.Helper()
	if n := len(s.WorstWaits); n > 0 && int64(s.WorstWaits[0].Dur()) != s.Stat.SchedLatency.MaxNS {
		t.Errorf("the worst wait took %v, the longest latency is %d ns", s.WorstWaits[0].Dur(),
			s.Stat.SchedLatency.MaxNS)
	}
	spans := make(map[traceview.GoID][]traceview.Span)
	for _, g := range w.Goroutines {
		spans[g.ID] = spansOn(w, g.Lane)
	}
	during := func(id traceview.GoID, state traceview.State, from, to traceview.Time) (d int64) {
		for _, sp := range spans[id] {
			if sp.State == state {
				d += max(int64(min(sp.End, to)-max(sp.Start, from)), 0)
			}
		}
		return d
	}
	for _, wait := range s.WorstWaits {
		for _, a := range wait.Antagonists {
			if want := during(a.G, traceview.StateRunning, wait.From, wait.To); int64(a.Time) != want && !wait.Partial {
				t.Errorf("G %d waited from %d to %d, and G %d is said to have run %v of it, want %d ns", wait.G,
					wait.From, wait.To, a.G, a.Time, want)
			}
		}
		if wait.Idle > wait.Dur() {
			t.Errorf("G %d waited %v, during which a P is said to have been idle for %v", wait.G, wait.Dur(), wait.Idle)
		}
	}
	for _, slice := range s.LongestSlices {
		for _, a := range slice.Waiters {
			want := during(a.G, traceview.StateRunnable, slice.From, slice.To)
			if int64(a.Time) != want && !slice.Partial {
				t.Errorf("G %d ran from %d to %d, and G %d is said to have waited %v of it, want %d ns", slice.G,
					slice.From, slice.To, a.G, a.Time, want)
			}
		}
	}
}

// checkGC: stop-the-worlds add up, and no window has a lower utilization than a shorter one.
func checkGC(t *testing.T, s *traceview.Summary) {
	t.Helper()
	var stops total
	for _, st := range s.GC.Stops {
		stops = total{stops.count + st.Count, stops.ns + st.TotalNS}
	}
	if want := (total{s.Stat.GC.STWCount, s.Stat.GC.STWTotalNS}); stops != want {
		t.Errorf("stop-the-worlds by reason are %+v, in all %+v", stops, want)
	}
	for _, p := range s.GC.MMU {
		if p.Utilization < 0 || p.Utilization > 1 {
			t.Errorf("MMU over %v is %v", p.Window, p.Utilization)
		}
	}
	if int64(s.GC.Assists) > s.Stat.GC.AssistTotalNS {
		t.Errorf("goroutines ran %v in assists that took %d ns", s.GC.Assists, s.Stat.GC.AssistTotalNS)
	}
}
