package findings_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/findings"
)

// summary returns the summary of a one-second trace on two Ps, busy half of the time, after change.
func summary(change func(*traceview.Summary)) *traceview.Summary {
	s := &traceview.Summary{}
	s.Stat.Trace.DurationNS = 1e9
	s.Stat.Procs = traceview.ProcsStat{GOMAXPROCS: 2, Count: 2, RunningNS: 1e9, Utilization: 0.5}
	if change != nil {
		change(s)
	}
	return s
}

// onCores makes a summary one of 4 Ps on 2 cores.
func onCores(running traceview.CoreTime, how traceview.CoreSource) func(*traceview.Summary) {
	return func(s *traceview.Summary) {
		s.Stat.Procs.Count, s.Stat.Cores.Count = 4, 2
		s.Cores = &traceview.CoreDetail{Source: how, Running: running}
	}
}

func TestOf(t *testing.T) {
	wait := traceview.Wait{G: 7, Func: "main.victim", From: 100, To: 100 + 30e6, Antagonists: []traceview.Antagonist{{G: 8, Time: 20 * time.Millisecond}}, Others: 2}
	slice := traceview.Slice{G: 8, Func: "main.greedy", From: 0, To: 84e6, Ended: true}
	for _, c := range []struct {
		name   string
		change func(*traceview.Summary)
		id     string
		want   string // in the text; "" if the finding must not be there
	}{
		{"on cores all the time", onCores(traceview.CoreTime{OnCore: time.Second}, traceview.CoresPerf), "cores", ""},
		{
			"waiting for a core", onCores(traceview.CoreTime{OnCore: 530 * time.Millisecond, Preempted: 470 * time.Millisecond}, traceview.CoresPerf), "cores",
			"4 Ps shared 2 cores: for 470 ms of the 1.00 s that goroutines ran, their threads were waiting for a core.",
		},
		{
			"blocked while running", onCores(traceview.CoreTime{OnCore: 500 * time.Millisecond, Preempted: 100 * time.Millisecond, Blocked: 400 * time.Millisecond}, traceview.CoresPerf), "cores",
			"For 400 ms of the 1.00 s that goroutines ran, their threads were blocked in the kernel",
		},
		{"sampled", onCores(traceview.CoreTime{OnCore: 500 * time.Millisecond, Preempted: 500 * time.Millisecond}, traceview.CoresProc), "cores", "Approximate: sampled from /proc."},
		{"always", nil, "utilisation", "1.00 s of the 2.00 s that 2 Ps had"},
		{"nothing ran", func(s *traceview.Summary) { s.Stat.Procs.RunningNS = 0 }, "utilisation", ""},
		{"a wait", func(s *traceview.Summary) { s.WorstWaits = []traceview.Wait{wait} }, "latency", "G7 (main.victim) was ready while G8 (20.0 ms) and 2 others ran"},
		{"a wait longer than was kept", func(s *traceview.Summary) {
			w := wait
			w.Partial = true
			s.WorstWaits = []traceview.Wait{w}
		}, "latency", "G7 (main.victim) was ready while at least G8 (20.0 ms) and 2 others ran (not everything"},
		{"a wait while nothing ran", func(s *traceview.Summary) {
			w := wait
			w.Antagonists, w.Others, w.Idle = nil, 0, 5*time.Millisecond
			s.WorstWaits = []traceview.Wait{w}
		}, "latency", "while no goroutine ran; some P was idle for 5.00 ms"},
		{"a short wait", func(s *traceview.Summary) {
			w := wait
			w.To = w.From + 1000
			s.WorstWaits = []traceview.Wait{w}
		}, "latency", ""},
		{"a long slice", func(s *traceview.Summary) { s.LongestSlices = []traceview.Slice{slice} }, "slice", "G8 (main.greedy) ran this long without being preempted; no goroutine waited"},
		{"a long slice while others wait", func(s *traceview.Summary) {
			sl := slice
			sl.Waiters = []traceview.Antagonist{{G: 7, Time: 80 * time.Millisecond}, {G: 9, Time: time.Millisecond}}
			s.LongestSlices = []traceview.Slice{sl}
		}, "slice", "meanwhile 2 goroutines waited for a P, for up to 80.0 ms"},
		{"a slice of normal length", func(s *traceview.Summary) {
			sl := slice
			sl.To = 9e6
			s.LongestSlices = []traceview.Slice{sl}
		}, "slice", ""},
		{"wasted", func(s *traceview.Summary) { s.Wasted = traceview.Wasted{Time: 1e8, P: 2e8} }, "idle", "Summed over Ps, 200 ms"},
		{"hardly wasted", func(s *traceview.Summary) { s.Wasted = traceview.Wasted{Time: 1e6, P: 1e6} }, "idle", ""},
		{"preemptions", func(s *traceview.Summary) {
			s.Stat.Preemptions = traceview.PreemptionsStat{Async: 3, Gosched: 9}
			s.Preempts = []traceview.PreemptSite{
				{Kind: traceview.PreemptGosched, Count: 9},
				{Kind: traceview.PreemptAsync, Count: 3, SliceTotal: 30 * time.Millisecond, Where: traceview.Frame{Func: "main.loop", File: "x/loop.go", Line: 12}},
			}
		}, "preempt", "3 async: all in main.loop (loop.go:12), after slices of 10.0 ms on average"},
		{"only yields", func(s *traceview.Summary) { s.Stat.Preemptions.Gosched = 9 }, "preempt", ""},
		{"waits", func(s *traceview.Summary) {
			s.Stat.Blocking = []traceview.BlockingStat{
				{Reason: "GC worker (idle)", DurationStat: traceview.DurationStat{Count: 1, TotalNS: 9e9}},
				{Reason: "chan send", DurationStat: traceview.DurationStat{Count: 4, TotalNS: 8e6, P50NS: 1e6, MaxNS: 5e6}},
			}
		}, "wait", "4 waits, p50 1.00 ms, longest 5.00 ms"},
		{"a leak", func(s *traceview.Summary) {
			for id := range traceview.GoID(3) {
				s.Goroutines = append(s.Goroutines, &traceview.GoroutineStat{ID: id, Func: "main.leaky", Created: 1, EndState: traceview.StateWaiting, EndReason: "chan receive"})
			}
		}, "alive", "all in main.leaky (chan receive)"},
		{"stopped", func(s *traceview.Summary) {
			s.Stat.GC = traceview.GCStat{Cycles: 2, STWCount: 4, STWTotalNS: 5e6, STWMaxNS: 4e6}
		}, "stw", "of 4 stop-the-world pauses (5.00 ms in total); 2 garbage collections"},
		{"starved", func(s *traceview.Summary) {
			s.Goroutines = []*traceview.GoroutineStat{
				{ID: 7, Func: "main.victim", State: traceview.StateTime{Running: 10e6, Runnable: 490e6}},
				{ID: 8, Func: "main.greedy", State: traceview.StateTime{Running: 800e6, Runnable: 200e6}},
				{ID: 9, Func: "main.idler", State: traceview.StateTime{Running: 1e6, Waiting: 999e6}},
			}
		}, "starved", "G7 (main.victim) was ready or running for 500 ms and ran for 10.0 ms; 1 other goroutine that wanted to run at least a quarter of the time got 80% on average."},
		{"shared evenly", func(s *traceview.Summary) {
			for id := range traceview.GoID(10) {
				s.Goroutines = append(s.Goroutines, &traceview.GoroutineStat{ID: id, Func: "main.worker", State: traceview.StateTime{Running: 100e6, Runnable: 900e6}})
			}
		}, "starved", ""},
		{"new goroutines wait", func(s *traceview.Summary) {
			s.Stat.SchedLatency = traceview.LatencyStat{Count: 1000, TotalNS: 10e9, FirstRun: traceview.WaitsStat{Count: 100, TotalNS: 9e9}}
		}, "firstrun", "100 new goroutines; 90% of all time spent waiting for a P"},
		{"new goroutines run at once", func(s *traceview.Summary) {
			s.Stat.SchedLatency = traceview.LatencyStat{Count: 1000, TotalNS: 10e9, FirstRun: traceview.WaitsStat{Count: 100, TotalNS: 1e6}}
		}, "firstrun", ""},
		{"collecting", func(s *traceview.Summary) {
			s.Stat.GC.Cycles, s.GC.Workers, s.GC.Assists = 5, 200*time.Millisecond, 50*time.Millisecond
		}, "gc", "GC workers ran for 200 ms in 5 collections; allocating goroutines assisted for 50.0 ms."},
		{"hardly collecting", func(s *traceview.Summary) { s.Stat.GC.Cycles, s.GC.Workers = 5, 20*time.Millisecond }, "gc", ""},
		{"a queue", func(s *traceview.Summary) { s.Stat.Goroutines.MaxRunnable = 1200 }, "queue", "queued for 2 Ps"},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := findings.Of(summary(c.change), 10)
			i := slices.IndexFunc(all, func(f findings.Finding) bool { return f.ID == c.id })
			switch {
			case c.want == "" && i >= 0:
				t.Errorf("there is a finding %+v, which the data do not support", all[i])
			case c.want != "" && i < 0:
				t.Errorf("there is no finding %q", c.id)
			case c.want != "" && !strings.Contains(all[i].Text, c.want):
				t.Errorf("finding %q says %q, want %q in it", c.id, all[i].Text, c.want)
			}
			if !slices.IsSortedFunc(all, func(a, b findings.Finding) int { return int(b.Score - a.Score) }) {
				t.Errorf("findings are not sorted by score: %+v", all)
			}
		})
	}
}

// A summary lists only so many goroutines; beyond that the number left waiting is a lower bound.
func TestLeakOfMoreThanAreListed(t *testing.T) {
	for alive, want := range map[int]string{2: "2 goroutines left waiting", 3: "at least 2 goroutines left waiting"} {
		s := &traceview.Summary{MoreGoroutines: 9}
		s.Stat.Goroutines.AliveAtEnd = alive
		for id := range traceview.GoID(2) {
			s.Goroutines = append(s.Goroutines, &traceview.GoroutineStat{ID: id, Func: "main.leaky", Created: 1, EndState: traceview.StateWaiting, EndReason: "chan receive"})
		}
		all := findings.Of(s, 10)
		i := slices.IndexFunc(all, func(f findings.Finding) bool { return f.ID == "alive" })
		if i < 0 || all[i].Value != want {
			t.Errorf("with %d alive of which 2 are listed: %+v, want %q", alive, all, want)
		}
	}
}
