package compare_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/compare"
)

const ms = time.Millisecond

// made describes a made-up summary.
type made struct {
	length, slice, wait time.Duration
	async               int64
	chanWait            time.Duration
	cut                 bool
	cores               string
	version             string
	funcs               []string
}

func (m made) summary() *traceview.Summary {
	s := &traceview.Summary{}
	st := &s.Stat
	st.Trace = traceview.TraceStat{DurationNS: int64(m.length), Complete: !m.cut, GoVersion: "1.26"}
	if m.version != "" {
		st.Trace.GoVersion = m.version
	}
	st.Procs = traceview.ProcsStat{GOMAXPROCS: 2, Count: 2, RunningNS: int64(m.length), Utilization: 0.5}
	s.Own.Preemptions.Async = m.async
	s.Own.SchedLatency = traceview.LatencyStat{Count: 1, TotalNS: int64(m.wait), P50NS: int64(m.wait), P99NS: int64(m.wait), MaxNS: int64(m.wait)}
	st.Cores.Captured = "perf"
	if m.cores != "" {
		st.Cores.Captured = m.cores
	}
	if m.chanWait > 0 {
		s.Own.Blocking = []traceview.BlockingStat{{Reason: "chan receive", DurationStat: traceview.DurationStat{Count: 1, TotalNS: int64(m.chanWait), MaxNS: int64(m.chanWait)}}}
	}
	s.Own.Slices.Add(m.slice)
	for _, fn := range m.funcs {
		s.Groups = append(s.Groups, traceview.GroupStat{Func: fn, Count: 1, MaxSlice: m.slice, State: traceview.StateTime{Running: int64(m.slice)}})
	}
	return s
}

// side makes a side of runs of the workload "loop" with these settings.
func side(settings map[string]string, runs ...made) compare.Side {
	s := compare.Side{Label: "loop", Settings: settings}
	if settings != nil {
		s.Program, s.Params = "loop", map[string]string{"mode": settings["mode"]}
		delete(settings, "mode")
	}
	for _, r := range runs {
		s.Runs = append(s.Runs, compare.Measure(r.summary()))
	}
	return s
}

func loop(mode, async string, runs ...made) compare.Side {
	return side(map[string]string{"mode": mode, compare.SettingProcs: "2", compare.SettingAsync: async}, runs...)
}

func TestSentences(t *testing.T) {
	r := compare.Sides([]compare.Side{
		loop("tight", "off", made{length: 300 * ms, slice: 203 * ms, wait: 201 * ms}),
		loop("tight", "on", made{length: 300 * ms, slice: 10100 * time.Microsecond, wait: 20 * ms, async: 29}),
	})
	want := []string{"Async preemption cut the longest slice from 203 ms to 10.1 ms and the worst wait for a P from 201 ms to 20.0 ms."}
	if got := r.Pairs[0].Sentences; !slices.Equal(got, want) {
		t.Errorf("Sides: sentences %q, want %q", got, want)
	}
	if got := r.Pairs[0].Differs; !slices.Equal(got, []string{"async preemption on instead of off"}) {
		t.Errorf("Sides: differs %q", got)
	}
	if row := figure(t, r, "preemptions.async"); row.Changes[0].From != 0 || row.Changes[0].To != 29 {
		t.Errorf("Sides: async preemptions %+v, want from 0 to 29", row.Changes[0])
	}
}

func figure(t *testing.T, r compare.Result, id string) compare.Row {
	t.Helper()
	i := slices.IndexFunc(r.Figures, func(row compare.Row) bool { return row.ID == id })
	if i < 0 {
		t.Fatalf("no figure %s", id)
	}
	return r.Figures[i]
}

// Each side is compared with the one from which it differs in the fewest settings, and async preemption is always
// described as switched on.
func TestLegs(t *testing.T) {
	run := made{length: 100 * ms, slice: ms, wait: ms}
	r := compare.Sides([]compare.Side{loop("gosched", "on", run), loop("tight", "on", run), loop("tight", "off", run)})
	type key struct {
		from, to int
		cause    string
	}
	want := []key{{0, 1, "--mode tight instead of gosched"}, {2, 1, "Async preemption"}}
	for i, pair := range r.Pairs {
		if got := (key{pair.From, pair.To, pair.Cause}); got != want[i] {
			t.Errorf("pair %d = %+v, want %+v", i, got, want[i])
		}
		if len(pair.Sentences) != 0 || !strings.Contains(pair.Same, "about the same") {
			t.Errorf("pair %d of the same run three times: sentences %q, same %q", i, pair.Sentences, pair.Same)
		}
	}
}

// runs makes runs with these longest slices, in milliseconds.
func runs(slices ...int) []made {
	var out []made
	for _, s := range slices {
		out = append(out, made{length: 500 * ms, slice: time.Duration(s) * ms, wait: ms})
	}
	return out
}

func TestStatistics(t *testing.T) {
	tests := []struct {
		name     string
		from, to []made
		verdict  compare.Verdict
		told     string // in a sentence; "" means no sentence
		note     string
		interval bool
	}{
		{"one run each", runs(10), runs(20), compare.Differs, "from 10.0 ms to 20.0 ms.", "proves nothing about noise", false},
		{"clear", runs(10, 11, 12, 10, 11, 12), runs(20, 21, 22, 20, 21, 22), compare.Differs, "from 11.0 ms to 21.0 ms (p=0.00", "95% confidence", true},
		{"noise", runs(10, 20, 11, 19, 12, 18), runs(19, 11, 21, 12, 17, 13), compare.Alike, "", "95% confidence", true},
		{"more noise", runs(10, 30, 11, 29, 12, 18), runs(19, 11, 41, 12, 37, 23), compare.Insignificant, "", "95% confidence", true},
		{"few runs, apart", runs(10, 11), runs(20, 21), compare.TooFewRuns, "may be chance", "too few to separate", false},
		{"few runs, mixed", runs(10, 30), runs(11, 61), compare.TooFewRuns, "", "too few to separate", false},
		{"one against many", runs(10), runs(20, 21, 22, 20, 21, 22), compare.TooFewRuns, "may be chance", "A has only one run", false},
	}
	for _, tt := range tests {
		r := compare.Sides([]compare.Side{loop("a", "on", tt.from...), loop("b", "on", tt.to...)})
		row := figure(t, r, "slices.max_ns")
		if got := row.Changes[0].Verdict; got != tt.verdict {
			t.Errorf("%s: verdict %q (p=%v), want %q", tt.name, got, row.Changes[0].P, tt.verdict)
		}
		told := strings.Join(r.Pairs[0].Sentences, " ")
		if tt.told == "" && told != "" || !strings.Contains(told, tt.told) {
			t.Errorf("%s: sentences %q, want %q in them", tt.name, told, tt.told)
		}
		if notes := strings.Join(r.Notes, " "); !strings.Contains(notes, tt.note) {
			t.Errorf("%s: notes %q, want %q in them", tt.name, notes, tt.note)
		}
		if got := row.Values[0].Interval != nil; got != tt.interval {
			t.Errorf("%s: an interval: %v, want %v", tt.name, got, tt.interval)
		}
	}
}

// Traces of different lengths are compared per second, complete runs of one workload as they are.
func TestLengths(t *testing.T) {
	short, long := made{length: 100 * ms, slice: ms, wait: ms, async: 50}, made{length: 1000 * ms, slice: ms, wait: ms, async: 500}
	traces := compare.Sides([]compare.Side{side(nil, short), side(nil, long)})
	ch := figure(t, traces, "preemptions.async").Changes[0]
	if !traces.Pairs[0].PerSecond || ch.Verdict != compare.Alike || ch.From != 500 || ch.To != 500 {
		t.Errorf("two traces: per second %v, change %+v, want 500 a second in both", traces.Pairs[0].PerSecond, ch)
	}
	if !strings.Contains(strings.Join(traces.Notes, " "), "differ in length (A 100 ms, B 1.00 s)") {
		t.Errorf("two traces: notes %q, want the lengths", traces.Notes)
	}
	for _, s := range traces.Pairs[0].Sentences {
		if strings.Contains(s, "length") {
			t.Errorf("two traces: %q, but the length of a recording is not a result", s)
		}
	}
	whole := compare.Sides([]compare.Side{loop("a", "on", short), loop("b", "on", long)})
	ch = figure(t, whole, "preemptions.async").Changes[0]
	if whole.Pairs[0].PerSecond || ch.Verdict != compare.Differs || ch.To != 500 {
		t.Errorf("two runs: per second %v, change %+v, want from 50 to 500", whole.Pairs[0].PerSecond, ch)
	}
}

// A figure that one side lacks is not compared, and the notes say why.
func TestWhatCannotBeCompared(t *testing.T) {
	whole := made{length: 100 * ms, slice: ms, wait: ms, funcs: []string{"main.main", "app.worker", "app.reader"}}
	tests := []struct {
		name    string
		change  func(*made)
		note    string
		unknown []string // figures
		matched bool     // goroutines
	}{
		{"alike", func(*made) {}, "", nil, true},
		{"no cores", func(m *made) { m.cores = "none" }, "B has no record of which thread was on which core", []string{"cores.off_share", "migrations.m_between_cores"}, true},
		{"cores sampled", func(m *made) { m.cores = "proc" }, "The cores of B are approximate", []string{"cores.kernel_preemptions"}, true},
		{"cut off", func(m *made) { m.cut = true }, "B: the trace is incomplete", []string{"trace.duration_ns", "goroutines.alive_at_end"}, true},
		{"an older Go", func(m *made) { m.version = "1.21" }, "different versions of Go (A Go 1.26, B Go 1.21)", []string{"threads.count"}, true},
		{"another program", func(m *made) { m.funcs = []string{"main.main", "other.a", "other.b"} }, "A and B are traces of different programs", nil, false},
	}
	for _, tt := range tests {
		other := whole
		tt.change(&other)
		a := whole.summary()
		a.Stat.Cores.RunningOffCPUNS, a.Stat.Cores.KernelPreemptions, a.Stat.Cores.OnCPUNS = 1e6, 7, 1e6
		a.Stat.Migrations.MBetweenCores, a.Own.Goroutines.AliveAtEnd = 9, 5
		a.Stat.Threads.Count = 3
		r := compare.Sides([]compare.Side{{Runs: []compare.Run{compare.Measure(a)}}, side(nil, other)})
		if notes := strings.Join(r.Notes, " "); !strings.Contains(notes, tt.note) {
			t.Errorf("%s: notes %q, want %q", tt.name, notes, tt.note)
		}
		for _, id := range tt.unknown {
			row := figure(t, r, id)
			if row.Values[0] == nil || row.Values[1] != nil || row.Changes[0].Verdict != compare.Unknown || row.Text(row.Values[1]) != "–" {
				t.Errorf("%s: %s = %v, change %+v, want it of A only", tt.name, id, row.Values, row.Changes[0])
			}
		}
		if got := r.Groups != nil; got != tt.matched {
			t.Errorf("%s: goroutines matched: %v, want %v", tt.name, got, tt.matched)
		}
	}
}

func TestDifferentWorkloads(t *testing.T) {
	a, b := loop("a", "on", runs(1)...), loop("a", "on", runs(1)...)
	b.Program = "pool"
	r := compare.Sides([]compare.Side{a, b})
	if r.Groups != nil || !strings.Contains(strings.Join(r.Notes, " "), "runs of different workloads (loop and pool)") {
		t.Errorf("two workloads: groups %v, notes %q", r.Groups, r.Notes)
	}
	if r.Pairs[0].Cause != "" {
		t.Errorf("two workloads: cause %q, want none", r.Pairs[0].Cause)
	}
}

// Goroutines are matched by function, including functions that only one side has; those that differ most come
// first.
func TestGroups(t *testing.T) {
	a := made{length: 500 * ms, slice: 10 * ms, wait: ms, funcs: []string{"app.worker", "app.reader", "app.old"}}
	b := a
	b.funcs = []string{"app.worker", "app.reader", "app.new"}
	bs := b.summary()
	bs.Groups[1].MaxSlice = 300 * ms
	r := compare.Sides([]compare.Side{side(nil, a), {Runs: []compare.Run{compare.Measure(bs)}}})
	var got []string
	for _, g := range r.Groups {
		got = append(got, g.Func)
	}
	if want := []string{"app.new", "app.old", "app.reader", "app.worker"}; len(got) != 4 || !slices.Equal(slices.Sorted(slices.Values(got)), want) || got[3] != "app.worker" {
		t.Errorf("groups %q, want %q with app.worker, which is the same, last", got, want)
	}
	for _, g := range r.Groups {
		if g.Func == "app.old" && (g.Groups[0] == nil || g.Groups[1] != nil) {
			t.Errorf("app.old: %v, want it in A only", g.Groups)
		}
		if g.Func == "app.reader" && g.Groups[1].MaxSlice != float64(300*ms) {
			t.Errorf("app.reader: %+v, want its longest slice in B", g.Groups[1])
		}
	}
}

// A wait reason that only one program has is 0 in the other.
func TestReasons(t *testing.T) {
	r := compare.Sides([]compare.Side{
		side(nil, made{length: 100 * ms, slice: ms, wait: ms}),
		side(nil, made{length: 100 * ms, slice: ms, wait: ms, chanWait: 60 * ms}),
	})
	row := figure(t, r, "blocking.chan receive.total_ns")
	if row.Values[0].Median != 0 || row.Values[1].Median != float64(60*ms) || row.Text(row.Values[0]) != "none" {
		t.Errorf("time in chan receive: %+v and %+v, want none and 60 ms", row.Values[0], row.Values[1])
	}
	if got := r.Pairs[0].Sentences; len(got) == 0 || got[0] != "The time in chan receive rose from none to 60.0 ms." {
		t.Errorf("sentences %q, want that first", got)
	}
}

// What the runtime's goroutines do is not compared, and waits that have not ended are.
func TestOwnGoroutines(t *testing.T) {
	plain := made{length: 100 * ms, slice: ms, wait: ms, funcs: []string{"app.worker", "runtime.bgsweep"}}
	other := plain.summary()
	other.Stat.Blocking = []traceview.BlockingStat{{Reason: "chan receive", DurationStat: traceview.DurationStat{Count: 1, TotalNS: 9e7, MaxNS: 9e7}}}
	other.Stat.Preemptions.Async, other.Stat.SchedLatency.MaxNS, other.Stat.Goroutines.Created = 99, 9e7, 99
	other.Slices.Add(90 * ms)
	other.LongestSlices = []traceview.Slice{{Func: "runtime.gcBgMarkWorker", To: traceview.Time(90 * ms)}}
	other.Groups[1].MaxSlice = 90 * ms
	sides := []compare.Side{side(nil, plain), {Runs: []compare.Run{compare.Measure(other)}}}
	r := compare.Sides(sides)
	if got := r.Pairs[0].Sentences; len(got) != 0 || len(r.Groups) != 1 {
		t.Errorf("only the runtime's goroutines differ: sentences %q, %d groups; want none, and one", got, len(r.Groups))
	}
	other.Unfinished = []traceview.UnfinishedSite{
		{Reason: "chan send", Count: 3, Total: 240 * ms, Max: 80 * ms},
		{Reason: "", Count: 30, Total: 3000 * ms, Max: 100 * ms},
	}
	sides[1].Runs = []compare.Run{compare.Measure(other)}
	r = compare.Sides(sides)
	if got := r.Pairs[0].Sentences; len(got) != 1 || got[0] != "The time in chan send rose from none to 240 ms." {
		t.Errorf("waits that have not ended: sentences %q, want their time", got)
	}
	if row := figure(t, r, "blocking.chan send.max_ns"); row.Values[1].Median != float64(80*ms) {
		t.Errorf("longest wait in chan send: %+v, want 80 ms", row.Values[1])
	}
}

// A median of few waits is not compared, nor is a wait that is short beside the trace.
func TestFewAndShortWaits(t *testing.T) {
	with := func(n int64, wait time.Duration) compare.Side {
		m := made{length: 1000 * ms, slice: ms, wait: ms}
		s := m.summary()
		if n > 0 {
			s.Own.Blocking = []traceview.BlockingStat{{Reason: "sleep", DurationStat: traceview.DurationStat{
				Count: n, TotalNS: n * int64(wait), P50NS: int64(wait), MaxNS: int64(wait),
			}}}
		}
		return compare.Side{Runs: []compare.Run{compare.Measure(s)}}
	}
	for _, tt := range []struct {
		name     string
		a, b     compare.Side
		sentence string // the first; "" is none
		median   compare.Verdict
	}{
		{"one short wait", with(0, 0), with(1, ms), "", compare.Unknown},
		{"one long wait", with(0, 0), with(1, 300*ms), "The time in sleep rose from none to 300 ms.", compare.Unknown},
		{"many waits", with(9, 20*ms), with(9, 90*ms), "The time in sleep rose from 180 ms to 810 ms.", compare.Differs},
	} {
		r := compare.Sides([]compare.Side{tt.a, tt.b})
		got := strings.Join(r.Pairs[0].Sentences, " ")
		if got != tt.sentence {
			t.Errorf("%s: sentences %q, want %q", tt.name, got, tt.sentence)
		}
		i := slices.IndexFunc(r.Figures, func(row compare.Row) bool { return row.ID == "blocking.sleep.p50_ns" })
		if known := i >= 0 && r.Figures[i].Changes[0].Verdict != compare.Unknown; known != (tt.median != compare.Unknown) {
			t.Errorf("%s: the median is compared: %v, want it %s", tt.name, known, tt.median)
		}
	}
}
