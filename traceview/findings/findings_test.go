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
			s.Own.Preemptions = traceview.PreemptionsStat{Async: 3, Gosched: 9}
			s.Preempts = []traceview.PreemptSite{
				{Kind: traceview.PreemptGosched, Count: 9},
				{Kind: traceview.PreemptAsync, Count: 3, SliceTotal: 30 * time.Millisecond, Where: traceview.Frame{Func: "main.loop", File: "x/loop.go", Line: 12}},
			}
		}, "preempt", "3 async: all in main.loop (loop.go:12), after slices of 10.0 ms on average"},
		{"only yields", func(s *traceview.Summary) { s.Own.Preemptions.Gosched = 9 }, "preempt", ""},
		{"waits", func(s *traceview.Summary) {
			s.Own.Blocking = []traceview.BlockingStat{
				{Reason: "GC worker (idle)", DurationStat: traceview.DurationStat{Count: 1, TotalNS: 9e9}},
				{Reason: "chan send", DurationStat: traceview.DurationStat{Count: 4, TotalNS: 8e6, P50NS: 1e6, MaxNS: 5e6}},
			}
		}, "wait", "4 waits, p50 1.00 ms, longest 5.00 ms"},
		{"no waits", nil, "wait", ""},
		{"waits of the runtime only", func(s *traceview.Summary) {
			s.Stat.Blocking = []traceview.BlockingStat{{Reason: "chan receive", DurationStat: traceview.DurationStat{Count: 1, TotalNS: 9e8}}}
		}, "wait", ""},
		{"waits that have not ended", func(s *traceview.Summary) {
			s.Own.Blocking = []traceview.BlockingStat{{Reason: "sleep", DurationStat: traceview.DurationStat{Count: 2, TotalNS: 2e7}}}
			s.Unfinished = []traceview.UnfinishedSite{waitingAt("chan receive", 3)}
		}, "wait", "3 waits, none of which had ended when the trace did; longest 900 ms. The largest part in main.wait (x.go:7)."},
		{"one wait that has not ended", func(s *traceview.Summary) {
			s.Unfinished = []traceview.UnfinishedSite{waitingAt("sync", 1)}
		}, "wait", "a single wait, which had not ended when the trace did"},
		{"waits of which some have ended", func(s *traceview.Summary) {
			s.Own.Blocking = []traceview.BlockingStat{{Reason: "sync", DurationStat: traceview.DurationStat{Count: 2, TotalNS: 2e7}}}
			s.Unfinished = []traceview.UnfinishedSite{waitingAt("sync", 3)}
		}, "wait", "5 waits, 3 of which had not ended"},
		{"a leak", func(s *traceview.Summary) {
			s.Unfinished = []traceview.UnfinishedSite{waitingAt("chan receive", 3)}
		}, "alive", "waiting for chan receive in main.wait (x.go:7) when it ended, the first since 100 ms, the last since 102 ms after its start. No wait there has ended: a leak, unless"},
		{"one that waits", func(s *traceview.Summary) {
			s.Unfinished = []traceview.UnfinishedSite{waitingAt("select", 1)}
		}, "alive", "waiting for select in main.wait (x.go:7) when it ended, since 100 ms after its start."},
		{"idle workers, of whom others were woken", func(s *traceview.Summary) {
			s.Unfinished = []traceview.UnfinishedSite{waitingAt("chan receive", 3)}
			s.Blocks = []traceview.BlockSite{{Reason: "chan receive", Stack: s.Unfinished[0].Stack, Count: 9, Total: 1e6}}
		}, "alive", ""},
		{"idle connections", func(s *traceview.Summary) {
			s.Unfinished = []traceview.UnfinishedSite{waitingAt("network", 30)}
		}, "alive", ""},
		{"sleepers", func(s *traceview.Summary) {
			s.Unfinished = []traceview.UnfinishedSite{waitingAt("sleep", 30)}
		}, "alive", ""},
		{"goroutines older than the trace", func(s *traceview.Summary) {
			s.Unfinished = []traceview.UnfinishedSite{waitingAt("chan receive", 30)}
			s.Unfinished[0].Created = 0
		}, "alive", ""},
		{"a wait of the runtime", func(s *traceview.Summary) {
			w := wait
			w.Func = "runtime.bgsweep"
			s.WorstWaits = []traceview.Wait{w}
		}, "latency", ""},
		{"a wait for the runtime", func(s *traceview.Summary) {
			w := wait
			w.Antagonists = []traceview.Antagonist{{G: 3, Func: "runtime.gcBgMarkWorker", Time: 29 * time.Millisecond}}
			s.WorstWaits = []traceview.Wait{w}
		}, "latency", "was ready while the runtime's G3 (29.0 ms) and 2 others ran"},
		{"a long slice of the runtime", func(s *traceview.Summary) {
			sl := slice
			sl.Func = "runtime.gcBgMarkWorker"
			s.LongestSlices = []traceview.Slice{sl}
		}, "slice", ""},
		{"a long slice while the runtime waits", func(s *traceview.Summary) {
			sl := slice
			sl.Waiters = []traceview.Antagonist{{G: 3, Func: "runtime.bgsweep", Time: 80 * time.Millisecond}}
			s.LongestSlices = []traceview.Slice{sl}
		}, "slice", "no goroutine waited"},
		{"preemptions of the runtime", func(s *traceview.Summary) { s.Stat.Preemptions.Cooperative = 9 }, "preempt", ""},
		{"preemptions of the program and the runtime", func(s *traceview.Summary) {
			s.Own.Preemptions = traceview.PreemptionsStat{Cooperative: 3}
			s.Preempts = []traceview.PreemptSite{
				{Kind: traceview.PreemptCooperative, Count: 3, Where: traceview.Frame{Func: "runtime.gcDrain"}, Stack: traceview.Stack{{Func: "runtime.gcDrain"}, {Func: "runtime.gcBgMarkWorker"}}},
				{Kind: traceview.PreemptCooperative, Count: 3, Where: traceview.Frame{Func: "main.loop", File: "loop.go", Line: 9}, Stack: traceview.Stack{{Func: "main.loop"}}},
			}
		}, "preempt", "3 cooperative: all in main.loop (loop.go:9)"},
		{"stopped once", func(s *traceview.Summary) {
			s.Stat.GC.Cycles, s.Own.Stops = 1, traceview.DurationStat{Count: 1, TotalNS: 4e6, MaxNS: 4e6}
		}, "stw", "The only stop-the-world pause; 1 garbage collection."},
		{"not stopped", nil, "stw", ""},
		{"stopped by the tracer", func(s *traceview.Summary) {
			s.Stat.GC = traceview.GCStat{STWCount: 1, STWTotalNS: 4e6, STWMaxNS: 4e6}
		}, "stw", ""},
		{"a short queue", func(s *traceview.Summary) { s.Own.Goroutines.MaxRunnable = 3 }, "queue", ""},
		{"a queue of the runtime's", func(s *traceview.Summary) { s.Stat.Goroutines.MaxRunnable = 1200 }, "queue", ""},
		{"stopped", func(s *traceview.Summary) {
			s.Stat.GC.Cycles, s.Own.Stops = 2, traceview.DurationStat{Count: 4, TotalNS: 5e6, MaxNS: 4e6}
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
			s.Own.SchedLatency = traceview.LatencyStat{Count: 1000, TotalNS: 10e9, FirstRun: traceview.WaitsStat{Count: 100, TotalNS: 9e9}}
		}, "firstrun", "100 new goroutines; 90% of all time spent waiting for a P"},
		{"new goroutines run at once", func(s *traceview.Summary) {
			s.Own.SchedLatency = traceview.LatencyStat{Count: 1000, TotalNS: 10e9, FirstRun: traceview.WaitsStat{Count: 100, TotalNS: 1e6}}
		}, "firstrun", ""},
		{"collecting", func(s *traceview.Summary) {
			s.Stat.GC.Cycles, s.GC.Workers, s.GC.Assists = 5, 200*time.Millisecond, 50*time.Millisecond
		}, "gc", "GC workers ran for 200 ms in 5 collections; allocating goroutines assisted for 50.0 ms."},
		{"hardly collecting", func(s *traceview.Summary) { s.Stat.GC.Cycles, s.GC.Workers = 5, 20*time.Millisecond }, "gc", ""},
		{"a queue", func(s *traceview.Summary) { s.Own.Goroutines.MaxRunnable = 1200 }, "queue", "queued for 2 Ps"},
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
		})
	}
}

// waitingAt returns n goroutines that were created, and have waited since 100 ms, at one line.
func waitingAt(reason string, n int) traceview.UnfinishedSite {
	site := traceview.UnfinishedSite{
		Reason: reason, Func: "main.wait", Count: int64(n), Created: int64(n), Since: 1e8, Last: 1e8 + 1e6*traceview.Time(n-1),
		Total: time.Duration(n) * 900 * time.Millisecond, Max: 900 * time.Millisecond,
		Stack: traceview.Stack{{Func: "runtime.gopark"}, {Func: "main.wait", File: "x.go", Line: 7}},
	}
	for i := range n {
		site.Goroutines = append(site.Goroutines, traceview.GoID(10+i))
	}
	return site
}

// The highest score comes first, but what covers under 1% of the trace comes last.
func TestRanking(t *testing.T) {
	s := summary(func(s *traceview.Summary) {
		s.WorstWaits = []traceview.Wait{{G: 7, Func: "main.victim", From: 0, To: 9e6}}
		s.Unfinished = []traceview.UnfinishedSite{waitingAt("chan receive", 3)}
		s.Stat.GC.Cycles, s.Own.Stops = 2, traceview.DurationStat{Count: 4, TotalNS: 5e6, MaxNS: 4e6}
	})
	ranked := func() (ids []string) {
		for _, f := range findings.Of(s, 10) {
			ids = append(ids, f.ID)
		}
		return ids
	}
	if got, want := ranked(), []string{"alive", "utilisation", "wait", "latency", "stw"}; !slices.Equal(got, want) {
		t.Errorf("a wait of 9 ms in one second: findings are %v, want %v", got, want)
	}
	s.WorstWaits[0].To = 11e6
	s.Unfinished = nil
	if got, want := ranked(), []string{"latency", "utilisation", "stw"}; !slices.Equal(got, want) {
		t.Errorf("a wait of 11 ms in one second: findings are %v, want %v", got, want)
	}
}
