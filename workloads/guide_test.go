package workloads

import (
	"strings"
	"testing"

	"schedviz/traceview"
)

// outcomes makes the outcomes of a guide's ways from the values of its figures, way by way.
func outcomes(g *Guide, ways ...[]float64) []Outcome {
	var list []Outcome
	for i, values := range ways {
		o := Outcome{Name: string(rune('A' + i)), Values: map[string]float64{}}
		for j, v := range values {
			o.Values[g.Figures[j].ID] = v
		}
		list = append(list, o)
	}
	return list
}

const (
	millis  = 1e6 // nanoseconds
	missing = -1  // a figure that a way lacks
)

// leadCases are outcomes of guides with what the lead sentence says; "" where it must not claim the lesson.
var leadCases = []struct {
	workload, name string
	ways           [][]float64
	want           string
}{
	{"tightloop", "starves", [][]float64{{2 * millis}, {20 * millis}, {25 * millis}, {200 * millis}}, "Without async preemption the other goroutine waited 200 ms for a P. With it, it waited 25.0 ms beside the same loops"},
	{"tightloop", "swapped", [][]float64{{2 * millis}, {20 * millis}, {200 * millis}, {25 * millis}}, ""},
	{"tightloop", "equal", [][]float64{{20 * millis}, {20 * millis}, {20 * millis}, {20 * millis}}, ""},
	{"tightloop", "yields wait as long", [][]float64{{190 * millis}, {20 * millis}, {20 * millis}, {200 * millis}}, ""},

	{"counter", "loses", [][]float64{{30_000, 1}, {0, 8}, {0, 40}, {0, 900}}, "Without synchronization 30,000 updates were lost; each remedy loses none. Time per increment: 1 ns without, 8 ns with an atomic, 40 ns with a mutex, 900 ns through a channel."},
	{"counter", "loses nothing", [][]float64{{0, 1}, {0, 8}, {0, 40}, {0, 900}}, ""},
	{"counter", "a remedy that loses", [][]float64{{30_000, 1}, {0, 8}, {7, 40}, {0, 900}}, ""},

	{"leak", "leaks", [][]float64{{10}, {0}}, "10 goroutines of the program’s own never end: they wait for what never comes. With the fix, none is left."},
	{"leak", "swapped", [][]float64{{0}, {10}}, ""},
	{"leak", "both leak", [][]float64{{10}, {10}}, ""},

	{"quit", "burns", [][]float64{{99 * millis}, {4000}}, "Polling took 99.0 ms of a P’s time until it was told to quit; waiting for the same jobs took 4.00 µs."},
	{"quit", "swapped", [][]float64{{4000}, {99 * millis}}, ""},
	{"quit", "equal", [][]float64{{99 * millis}, {99 * millis}}, ""},

	{"semaphore", "limits", [][]float64{{100, 90}, {8, 7}}, "Without a limit up to 100 tasks were inside at once, and up to 90 of them runnable; with the limit never more than 8 inside and 7 runnable."},
	{"semaphore", "swapped", [][]float64{{8, 7}, {100, 90}}, ""},
	{"semaphore", "equal", [][]float64{{8, 7}, {8, 7}}, ""},
	{"semaphore", "just as many runnable", [][]float64{{100, 7}, {8, 7}}, ""},

	{"buffered", "hides", [][]float64{{40 * millis, 3 * millis}, {20 * millis, 22 * millis}, {0, 40 * millis}}, "Without a buffer the producer waits 40.0 ms in all; with room for all values, none. But a value then takes up to 40.0 ms to arrive, instead of 3.00 ms"},
	{"buffered", "swapped", [][]float64{{0, 40 * millis}, {20 * millis, 22 * millis}, {40 * millis, 3 * millis}}, ""},
	{"buffered", "values are as fast", [][]float64{{40 * millis, 3 * millis}, {20 * millis, 3 * millis}, {0, 3 * millis}}, ""},

	{"workerpool", "two are enough", [][]float64{{200 * millis}, {105 * millis}, {100 * millis}}, "One worker took 200 ms for all jobs. Two were 1.9 times as fast; eight were 2.0 times as fast: they shared what two already used."},
	{"workerpool", "equal", [][]float64{{200 * millis}, {200 * millis}, {200 * millis}}, ""},
	{"workerpool", "eight are faster still", [][]float64{{200 * millis}, {105 * millis}, {50 * millis}}, ""},
}

func TestGuideLeads(t *testing.T) {
	for _, c := range leadCases {
		g := Find(c.workload).Guide
		checkLead(t, c.workload+": "+c.name, g, outcomes(g, c.ways...), c.want)
	}
}

// The number of legs of gomaxprocs depends on the host.
func TestGoMaxProcsLead(t *testing.T) {
	const two, faster = 2, "As fast as with one P (100 ms): 1.9 times with 2 Ps, 1.9 times with 4 Ps. This host has 2 cores; further Ps can’t help."
	g := goMaxProcsGuideOn(two)
	checkLead(t, "two cores", g, outcomes(g, []float64{100 * millis}, []float64{52 * millis}, []float64{53 * millis}), faster)
	checkLead(t, "no faster", g, outcomes(g, []float64{100 * millis}, []float64{100 * millis}, []float64{100 * millis}), "")
	checkLead(t, "faster beyond the cores", g, outcomes(g, []float64{100 * millis}, []float64{52 * millis}, []float64{26 * millis}), "")
	for cores, want := range map[int]string{1: "1 2 4", 2: "1 2 4", 4: "1 2 4 8", 6: "1 2 4 6 12", 64: "1 2 4 64 128"} {
		var procs []string
		for _, w := range goMaxProcsGuideOn(cores).Ways {
			procs = append(procs, w.Args[1])
		}
		if got := strings.Join(procs, " "); got != want {
			t.Errorf("on %d cores, the guide runs with %s Ps, want %s", cores, got, want)
		}
	}
}

// checkLead checks that the lead claims the lesson in these words, or that it does not claim it if want is empty. No
// lead claims it when a way lacks a figure, or when there are more or fewer ways.
func checkLead(t *testing.T, name string, g *Guide, of []Outcome, want string) {
	t.Helper()
	sentence, shown := g.Lead(of)
	if shown != (want != "") || !strings.HasPrefix(sentence, want) {
		t.Errorf("%s: Lead = %q, %t, want %q", name, sentence, shown, want)
	}
	if !shown && !strings.HasPrefix(sentence, "These runs do not show it (A – "+g.Figures[0].Name+": ") {
		t.Errorf("%s: Lead = %q, want that the runs do not show it, with the figures", name, sentence)
	}
	if sentence, shown := g.Lead(of[1:]); shown {
		t.Errorf("%s: Lead without the first way = %q", name, sentence)
	}
	clear(of[0].Values)
	if sentence, shown := g.Lead(of); shown || !strings.Contains(sentence, "unknown") {
		t.Errorf("%s: Lead without the first way's figures = %q, %t, want that they are unknown", name, sentence, shown)
	}
}

// TestGuideFigures measures hand-made recordings.
func TestGuideFigures(t *testing.T) {
	for _, c := range []struct {
		workload, args string
		play           func(*tape)
		want           []float64
	}{
		{"tightloop", "", func(tp *tape) {
			tp.lane(7, "(*tightLoop).loop", 0).ready(90).run(1)
			tp.lane(8, "(*tightLoop).other", 0).ready(20).run(1).ready(30).run(1).exit()
		}, []float64{30 * millis}},
		{"counter", "--sync none", func(tp *tape) {
			tp.lane(7, "(*counter).count", 0).begin("count").run(1).end("count").exit()
			tp.lane(8, "(*counter).count", 0).run(1).begin("count").run(1).end("count").exit()
			tp.result(counterResult{Want: 2000, Got: 1500})
		}, []float64{500, 1000}},
		{"leak", "", func(tp *tape) {
			tp.lane(7, "(*leak).wait", 0).wait(5, "chan receive")
			tp.lane(8, "(*leak).wait", 0).wait(5, "chan receive").exit()
			tp.lane(9, "", 0).wait(5, "chan receive")
		}, []float64{1}},
		{"quit", "", func(tp *tape) {
			tp.lane(7, "(*quit).worker", 0).run(3).begin("until quit").run(5).ready(2).run(1).end("until quit").run(9)
		}, []float64{6 * millis}},
		{"semaphore", "", func(tp *tape) {
			tp.lane(7, "(*semaphore).task", 0).ready(9).begin("task").run(2).ready(3).run(1).end("task").exit()
			tp.lane(8, "(*semaphore).task", 0).ready(9).begin("task").run(1).ready(3).run(1).end("task").exit()
			tp.lane(9, "(*semaphore).task", 0).ready(14.5).begin("task").run(1).end("task").exit()
		}, []float64{2, 2}},
		{"buffered", "", func(tp *tape) {
			tp.lane(7, "(*handOver).producer", 0).begin("send").wait(4, "chan send").end("send").run(1).begin("send").run(1).end("send")
			tp.lane(1, "", 0).run(3).begin("receive").run(1).end("receive").run(8).begin("receive").run(1).end("receive")
		}, []float64{4 * millis, 8 * millis}},
		{"workerpool", "", func(tp *tape) {
			tp.lane(7, "(*workerPool).worker", 0).run(1).begin("job").run(2).end("job").begin("job").run(3).end("job")
		}, []float64{5 * millis}},
		{"gomaxprocs", "--single", func(tp *tape) {
			tp.lane(1, "", 0).run(1).begin("round").wait(7, "sync").end("round").run(1)
		}, []float64{7 * millis}},
	} {
		g, tp := Find(c.workload).Guide, newTape(t, c.workload, c.args)
		c.play(tp)
		r := tp.recording()
		got := g.Measure(r)
		for i, f := range g.Figures {
			if v, ok := got[f.ID]; !ok || v != c.want[i] {
				t.Errorf("%s: %s = %v, %t, want %v", c.workload, f.ID, v, ok, c.want[i])
			}
		}
		r.Result = nil
		if got := g.Measure(r); len(got) > 0 {
			t.Errorf("%s: Measure of a run that failed = %v, want nothing", c.workload, got)
		}
		empty := newTape(t, c.workload, c.args)
		empty.w.To = traceview.Time(millis)
		if got := g.Measure(empty.recording()); len(got) > 0 {
			t.Errorf("%s: Measure of an empty trace = %v, want nothing", c.workload, got)
		}
	}
}

// TestGuidesLive runs each way of each guide. Every figure can be measured, every role has goroutines and every lane
// to be pinned is there; whether the lesson is shown depends on the host.
func TestGuidesLive(t *testing.T) {
	for _, w := range All() {
		if w.Guide == nil || raceEnabled && w.Name == "counter" {
			continue
		}
		t.Run(w.Name, func(t *testing.T) {
			starts := map[string]bool{}
			for _, way := range w.Guide.Ways {
				r := liveWay(t, w, way)
				values := w.Guide.Measure(r)
				for _, f := range w.Guide.Figures {
					if _, ok := values[f.ID]; !ok {
						t.Errorf("%v has no %s", way.Args, f.ID)
					}
				}
				own := map[string]bool{}
				for _, g := range r.Window.Goroutines {
					starts[g.Func], own[g.Func] = true, true
				}
				for _, fn := range w.Guide.View.Pin {
					if !own[ownPackage+fn] && !own[fn] {
						t.Errorf("%v has no goroutine that starts in %s, to be pinned", way.Args, fn)
					}
				}
			}
			for _, role := range w.Guide.Roles {
				for _, fn := range role.Funcs {
					if !starts[ownPackage+fn] && !starts[fn] {
						t.Errorf("no way has a goroutine that starts in %s, for the role %q", fn, role.Name)
					}
				}
			}
		})
	}
}

// liveWay records a way of a guide. Of the flags of every run, only those that guides have are known here.
func liveWay(t *testing.T, w *Workload, way Way) Recording {
	t.Helper()
	procs, godebug := max(1, w.Guide.Procs), ""
	var args []string
	for i := 0; i < len(way.Args); i++ {
		switch way.Args[i] {
		case "--procs":
			i++
		case "--async-preempt=off":
			godebug = "asyncpreemptoff=1"
		default:
			args = append(args, way.Args[i])
		}
	}
	return live(t, procs, godebug, w.Name, append(args, w.Guide.Args...)...)
}
