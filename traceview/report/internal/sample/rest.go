package sample

import (
	"time"

	"schedviz/traceview"
)

// Rest makes up the parts of a summary that [Trace] leaves out: Ps, threads, groups, garbage
// collection, system calls and so on. name is part of every name.
func Rest(w *traceview.Window, s *traceview.Summary, name string) {
	d := time.Duration(w.To - w.From)
	for i, p := range w.Procs {
		running := runningIn(w, p.Lane)
		s.Procs = append(s.Procs, traceview.ProcStat{
			ID: p.ID, Running: running, Scheduling: (d - running) / 2, Idle: d - running - (d-running)/2,
			Slices: int64(len(p.Lane)), Handoffs: int64(i), Migrations: int64(2 * i),
		})
	}
	for _, m := range w.Threads {
		s.Threads = append(s.Threads, traceview.ThreadStat{
			ID: m.ID, First: w.From, Last: w.To, Running: runningIn(w, m.Lane), Slices: int64(len(m.Lane)),
		})
	}
	s.Handoffs = traceview.HandoffStat{GivenUp: 3, TakenByMonitor: 2, TakenByOther: 1}
	s.Steals = traceview.InferredSteals{Count: 30, OnSameP: 70}
	s.Wasted = traceview.Wasted{Time: d / 10, P: d / 5}
	s.Groups = groupsOf(s, name)
	wait, loop := w.Stacks[stackWait], w.Stacks[stackLoop]
	s.Syscalls = []traceview.SyscallSite{{Stack: append(traceview.Stack{{Func: "syscall.read" + name, File: "/go/src/syscall/z.go", Line: 1}}, wait...), Count: 4, Total: 4 * time.Millisecond, Max: 2 * time.Millisecond}}
	s.Readied = []traceview.ReadySite{{Stack: wait, Count: 100, Total: 50 * time.Millisecond, Max: time.Millisecond}, {Stack: loop, Count: 3, Total: time.Millisecond, Max: time.Millisecond, New: true}}
	s.Samples = []traceview.SampleSite{{Stack: loop, Count: 30}, {Stack: wait, Count: 3}}
	for i := range s.Blocks {
		s.Blocks[i].Wakers = []traceview.Waker{{Func: "main.waker" + name, Count: 5}, {Inferred: "timer", Count: 2}}
		s.Blocks[i].ReadyTotal = time.Millisecond
	}
	at := func(share float64) traceview.Time { return w.From + traceview.Time(share*float64(d)) }
	s.GC = traceview.GCDetail{
		Cycles:      []traceview.Interval{{Start: at(0.2), End: at(0.25)}, {Start: at(0.5), End: at(0.55)}},
		Stops:       []traceview.StopStat{{Reason: "GC mark termination" + name, DurationStat: traceview.DurationStat{Count: 2, TotalNS: 90_000, P50NS: 30_000, P99NS: 60_000, MaxNS: 60_000}}},
		LongestStop: traceview.Interval{Start: at(0.55), End: at(0.55) + 60_000},
		Workers:     20 * time.Millisecond, Assists: 5 * time.Millisecond, Stopped: time.Millisecond,
		MMU: []traceview.MMUPoint{{Window: 1e4, Utilization: 0}, {Window: 1e6, Utilization: 0.5}, {Window: 1e7, Utilization: 0.8}, {Window: 1e8, Utilization: 0.95}},
	}
	s.Stat.GC = traceview.GCStat{Cycles: 2, STWCount: 2, STWTotalNS: 90_000, STWMaxNS: 60_000, AssistTotalNS: 5_000_000}
	s.Own.Stops = s.GC.Stops[0].DurationStat
	kinds := func(what string) []traceview.AnnotationStat {
		return []traceview.AnnotationStat{{Type: what + name, Open: 1, DurationStat: traceview.DurationStat{Count: 7, TotalNS: 7e6, P50NS: 1e6, P99NS: 2e6, MaxNS: 2e6}}}
	}
	s.Tasks, s.Regions = kinds("pool"), kinds("job")
}

func runningIn(w *traceview.Window, l traceview.Lane) (t time.Duration) {
	for s := range w.On(l) {
		if s.State == traceview.StateRunning {
			t += s.Dur()
		}
	}
	return t
}

func groupsOf(s *traceview.Summary, name string) (out []traceview.GroupStat) {
	at := map[string]int{}
	for _, g := range s.Goroutines {
		i, ok := at[g.Func]
		if !ok {
			i = len(out)
			at[g.Func] = i
			out = append(out, traceview.GroupStat{Func: g.Func, Waits: []traceview.BlockingStat{{Reason: "chan receive" + name, DurationStat: traceview.DurationStat{Count: 3, TotalNS: int64(time.Millisecond)}}}})
		}
		out[i].Count++
		out[i].AliveAtEnd++
		out[i].State.Running += g.State.Running
		out[i].State.Runnable += g.State.Runnable
		out[i].MaxSlice = max(out[i].MaxSlice, g.MaxSlice)
	}
	return out
}
