package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"schedviz/traceview"
	"schedviz/traceview/classify"
	"schedviz/traceview/words"
)

// printNumbers prints the lines that matter. Of goroutines, they are about the program's own.
func printNumbers(w io.Writer, sum *traceview.Summary) {
	s, own := &sum.Stat, &sum.Own
	t := table{}
	t.add("duration", nanos(s.Trace.DurationNS))
	t.add("Ps", fmt.Sprintf("%d, running goroutines %s of the time",
		s.Procs.GOMAXPROCS, words.Percent(s.Procs.Utilization)))
	t.add("threads (Ms)", words.Number(s.Threads.Count))
	t.add("goroutines", words.GoroutinesSeen(&own.Goroutines, &s.Goroutines))
	t.add("alive at the end", words.GoroutinesAlive(&own.Goroutines, &s.Goroutines))
	t.add("peak", fmt.Sprintf("%s running, %s runnable",
		words.Number(own.Goroutines.MaxRunning), words.Number(own.Goroutines.MaxRunnable)))
	t.add("preemptions", preemptionsLine(&own.Preemptions))
	t.add("wait for a P", latencyLine(&own.SchedLatency))
	t.add("waited most for", waitsLine(sum.OwnWaits()))
	t.add("moves", fmt.Sprintf("%s of goroutines between Ps, %s of Ps between threads",
		words.Number(own.GBetweenP), words.Number(s.Migrations.PBetweenM)))
	t.add("stop-the-world", stopLine(own.Stops, s.GC.Cycles))
	if s.Cores.Captured != string(traceview.CoresNone) {
		t.add("cores", coresLine(s))
	}
	t.write(w, "lw")
}

// coresLine says how much of the running time was spent on a core.
func coresLine(s *traceview.Stat) string {
	c := &s.Cores
	line := fmt.Sprintf("%s, running goroutines %s, which lacked a core %s",
		words.Number(c.Count), nanos(c.OnCPUNS), nanos(c.RunningOffCPUNS))
	if c.Captured == string(traceview.CoresProc) {
		line += " (approximate, sampled from /proc)"
	}
	return line
}

// preemptionsLine lists the kinds of preemption that occurred, then apart from them yields and mutex handoffs.
func preemptionsLine(p *traceview.PreemptionsStat) string {
	line := cmp.Or(words.ByKind(traceview.InvoluntaryPreempts(), p.Of), "none")
	if others := words.ByKind(traceview.VoluntaryPreempts(), p.Of); others != "" {
		line += " (besides " + others + ")"
	}
	return line
}

func latencyLine(l *traceview.LatencyStat) string {
	if l.Count == 0 {
		return "none"
	}
	return fmt.Sprintf("p50 %s, p99 %s, longest %s", nanos(l.P50NS), nanos(l.P99NS), nanos(l.MaxNS))
}

// waitsLine names the reason for which the program's goroutines waited longest.
func waitsLine(waits []traceview.OwnWaits) string {
	i := slices.IndexFunc(waits, func(w traceview.OwnWaits) bool { return !classify.RuntimeWait(w.Reason) })
	if i < 0 {
		return "nothing"
	}
	w := waits[i] // sorted, longest first
	line := fmt.Sprintf("%s: %s in %s", words.Middle(words.Printable(w.Reason), maxCell), words.Duration(w.Total),
		words.Counted(w.Ended+w.Unfinished, "wait"))
	if w.Unfinished > 0 {
		line += fmt.Sprintf(", %s unfinished", words.Number(w.Unfinished))
	}
	return line
}

func stopLine(stops traceview.DurationStat, cycles int64) string {
	if stops.Count == 0 {
		return "never; " + words.Counted(cycles, "GC cycle")
	}
	return fmt.Sprintf("%s, longest %s; %s", words.Counted(stops.Count, "time"), nanos(stops.MaxNS),
		words.Counted(cycles, "GC cycle"))
}

// printStates prints the goroutines' time by state.
func printStates(w io.Writer, s *traceview.Stat) {
	st := s.Goroutines.StateNS
	total := st.Running + st.Runnable + st.Waiting + st.Syscall
	t := table{}
	t.add("time of goroutines", "total", "share")
	for _, row := range []struct {
		name string
		ns   int64
	}{{"running", st.Running}, {"runnable", st.Runnable}, {"waiting", st.Waiting}, {"in system calls", st.Syscall}} {
		t.add(row.name, nanos(row.ns), words.Percent(float64(row.ns)/float64(max(total, 1))))
	}
	fmt.Fprintln(w)
	t.write(w, "lrr")
}

// printLatency prints how long goroutines were runnable before they ran.
func printLatency(w io.Writer, s *traceview.Stat) {
	l := s.SchedLatency
	if l.Count == 0 {
		return
	}
	t := table{}
	t.add("wait for a P", "count", "total", "p50", "p90", "p99", "longest")
	t.add("all", words.Number(l.Count), nanos(l.TotalNS), nanos(l.P50NS), nanos(l.P90NS), nanos(l.P99NS), nanos(l.MaxNS))
	t.add("before the first run", words.Number(l.FirstRun.Count), nanos(l.FirstRun.TotalNS))
	fmt.Fprintln(w)
	t.write(w, "lrrrrrr")
}

// printBlocking prints waits by reason, and system calls, by total time.
func printBlocking(w io.Writer, s *traceview.Stat) {
	rows := slices.Clone(s.Blocking)
	if s.Syscalls.Count > 0 {
		rows = append(rows, traceview.BlockingStat{Reason: "(system calls)", DurationStat: s.Syscalls})
	}
	if len(rows) == 0 {
		return
	}
	slices.SortStableFunc(rows, func(a, b traceview.BlockingStat) int { return cmp.Compare(b.TotalNS, a.TotalNS) })
	t := table{}
	t.add("waited for", "count", "total", "p50", "p99", "longest")
	for _, r := range rows {
		t.add(words.Printable(r.Reason), words.Number(r.Count), nanos(r.TotalNS), nanos(r.P50NS), nanos(r.P99NS),
			nanos(r.MaxNS))
	}
	fmt.Fprintln(w)
	t.write(w, "lrrrrr")
}
