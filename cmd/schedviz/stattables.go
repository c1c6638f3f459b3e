package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/classify"
	"schedviz/traceview/findings"
	"schedviz/traceview/words"
)

// Rows of a table in a terminal; the page has them all.
const (
	fewRows  = 5
	someRows = 10
)

// section prints a table after an empty line.
func section(w io.Writer, t table, align string) {
	if len(t.rows) < 2 {
		return
	}
	fmt.Fprintln(w)
	t.write(w, align)
}

// printFindings prints the findings as sentences.
func printFindings(w io.Writer, s *traceview.Summary) {
	for i, f := range findings.Of(s, fewRows) {
		if i == 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintf(w, "  • %s. %s\n", words.Printable(f.Value), words.Printable(f.Text))
	}
}

// printWorstWaits prints the longest waits for a P and the goroutines that ran meanwhile.
func printWorstWaits(w io.Writer, s *traceview.Summary) {
	t := table{}
	t.add("longest waits for a P", "for", "at", "meanwhile ran")
	for _, wait := range s.WorstWaits[:min(fewRows, len(s.WorstWaits))] {
		t.add(goroutine(wait.G, wait.Func), nanos(int64(wait.Dur())), nanos(int64(wait.From)-s.Stat.Trace.StartNS),
			withTimes(wait.Antagonists, wait.Others))
	}
	section(w, t, "lrrl")
}

// withTimes lists goroutines with their times: "G18 7.09 ms, G19 5.55 ms, 9 more".
func withTimes(gs []traceview.Antagonist, others int) string {
	const most = 3
	var parts []string
	for _, g := range gs[:min(most, len(gs))] {
		parts = append(parts, fmt.Sprintf("G%d %s", g.G, words.Duration(g.Time)))
	}
	if n := len(gs) - len(parts) + others; n > 0 {
		parts = append(parts, fmt.Sprintf("%s more", words.Number(n)))
	}
	return cmp.Or(strings.Join(parts, ", "), "none")
}

func goroutine(id traceview.GoID, fn string) string { return words.Printable(words.Goroutine(id, fn)) }

// printBlockSites prints where goroutines waited longest and what woke them.
func printBlockSites(w io.Writer, s *traceview.Summary) {
	t := table{}
	t.add("waited at", "for", "count", "total", "longest", "then ready", "woken by")
	rows := slices.DeleteFunc(slices.Clone(s.Blocks), func(b traceview.BlockSite) bool { return classify.RuntimeOnly(b.Stack) })
	for _, b := range rows[:min(someRows, len(rows))] {
		t.add(site(b.Stack), words.Printable(b.Reason), words.Number(b.Count), words.Duration(b.Total),
			words.Duration(b.Max), words.Duration(b.ReadyTotal), wakers(b))
	}
	section(w, t, "llrrrrl")
}

// wakers names what ended the waits at a site most often.
func wakers(b traceview.BlockSite) string {
	if len(b.Wakers) == 0 {
		return ""
	}
	first := b.Wakers[0]
	name := cmp.Or(words.Func(first.Func), "a goroutine with unknown start function")
	if first.Inferred != "" {
		name = first.Inferred + " (inferred)"
	}
	if n := len(b.Wakers) - 1; n > 0 {
		name += fmt.Sprintf(" and %s", words.Counted(n, "other"))
	}
	return words.Printable(name)
}

// site names the line of the program's innermost frame, or of the innermost frame if none is the program's.
func site(s traceview.Stack) string {
	return line(classify.Location(s))
}

// line formats a frame as function and line.
func line(f traceview.Frame) string { return words.Printable(words.Place(f.Func, f.File, f.Line)) }

// printPreempts prints where goroutines stopped although they could have kept running.
func printPreempts(w io.Writer, s *traceview.Summary) {
	t := table{}
	t.add("stopped", "at", "count", "had run, mean", "longest", "then waited, mean", "longest")
	for _, p := range s.Preempts[:min(someRows, len(s.Preempts))] {
		n := time.Duration(max(p.Count, 1))
		t.add(p.Kind.Short(), line(p.Where), words.Number(p.Count),
			words.Duration(p.SliceTotal/n), words.Duration(p.SliceMax), words.Duration(p.WaitTotal/n), words.Duration(p.WaitMax))
	}
	section(w, t, "llrrrrr")
}

// printSlices prints the longest times goroutines kept their P and which goroutines were ready meanwhile.
func printSlices(w io.Writer, s *traceview.Summary) {
	t := table{}
	t.add("longest slices", "on P", "ran", "stopped", "meanwhile ready")
	for _, sl := range s.LongestSlices[:min(fewRows, len(s.LongestSlices))] {
		how := cmp.Or(sl.Preempt.Short(), words.Printable(sl.Reason), "by itself")
		if !sl.Ended {
			how = "not"
		}
		t.add(goroutine(sl.G, sl.Func), words.Number(int(sl.P)), words.Duration(sl.Dur()), how,
			withTimes(sl.Waiters, sl.Others))
	}
	section(w, t, "lrrll")
}

// printProcs prints how each P spent its time and how often goroutines and Ps moved.
func printProcs(w io.Writer, s *traceview.Summary) {
	t := table{}
	t.add("P", "running", "in system calls", "scheduling", "idle", "slices", "handoffs")
	length := float64(max(s.Stat.Trace.DurationNS, 1))
	share := func(d time.Duration) string { return words.Percent(float64(d) / length) }
	for _, p := range s.Procs[:min(len(s.Procs), 4*someRows)] {
		t.add(words.Number(int(p.ID)), share(p.Running), share(p.Syscall), share(p.Scheduling), share(p.Idle),
			words.Number(p.Slices), words.Number(p.Handoffs))
	}
	section(w, t, "rrrrrrr")
	if len(s.Procs) == 0 {
		return
	}
	h := s.Handoffs
	fmt.Fprintf(w, "\n  %s in system calls: %s by the thread itself, %s by sysmon, %s by other threads.\n",
		words.Counted(h.GivenUp+h.TakenByMonitor+h.TakenByOther, "handoff"), words.Number(h.GivenUp),
		words.Number(h.TakenByMonitor), words.Number(h.TakenByOther))
	if n := s.Steals.Count + s.Steals.OnSameP; n > 0 {
		fmt.Fprintf(w, "  %s of %s ran on a P other than the one that readied them: inferred to be stolen.\n",
			words.Percent(float64(s.Steals.Count)/float64(n)), words.Counted(n, "wake-up"))
	}
	fmt.Fprintf(w, "  For %s some P was idle although a goroutine was ready (%s summed over Ps).\n",
		words.Duration(s.Wasted.Time), words.Duration(s.Wasted.P))
}

// printGroups prints the program's goroutines by start function, and the runtime's in one row.
func printGroups(w io.Writer, s *traceview.Summary) {
	t := table{}
	t.add("goroutines of", "count", "alive", "life, p50", "running", "runnable", "waiting", "wait for a P, p99",
		"waited most for")
	own, system := split(s.Groups)
	for _, g := range own[:min(someRows, len(own))] {
		most := ""
		if len(g.Waits) > 0 {
			w := g.Waits[0]
			most = fmt.Sprintf("%s, p50 %s, p99 %s", words.Printable(w.Reason), nanos(w.P50NS), nanos(w.P99NS))
		}
		t.add(words.Printable(cmp.Or(words.Func(g.Func), "(unknown)")), words.Number(g.Count),
			words.Number(g.AliveAtEnd), nanos(g.Lifetime.P50NS),
			nanos(g.State.Running), nanos(g.State.Runnable), nanos(g.State.Waiting), nanos(g.Latency.P99NS), most)
	}
	if system.Count > 0 {
		t.add("(the runtime)", words.Number(system.Count), words.Number(system.AliveAtEnd), "",
			nanos(system.State.Running), nanos(system.State.Runnable), nanos(system.State.Waiting))
	}
	section(w, t, "lrrrrrrrl")
}

// split returns the groups of the program's goroutines, and the total of the others.
func split(groups []traceview.GroupStat) (own []traceview.GroupStat, system traceview.GroupStat) {
	for _, g := range groups {
		if !classify.SystemGoroutine(g.Func) {
			own = append(own, g)
			continue
		}
		system.Count += g.Count
		system.AliveAtEnd += g.AliveAtEnd
		system.State.Add(g.State)
	}
	return own, system
}

// printGC prints what garbage collection and stop-the-world pauses cost.
func printGC(w io.Writer, s *traceview.Summary) {
	t := table{}
	t.add("stop-the-world for", "count", "total", "p99", "longest")
	for _, st := range s.GC.Stops[:min(someRows, len(s.GC.Stops))] {
		t.add(words.Printable(st.Reason), words.Number(st.Count), nanos(st.TotalNS), nanos(st.P99NS), nanos(st.MaxNS))
	}
	section(w, t, "lrrrr")
	if len(s.GC.Cycles) == 0 {
		return
	}
	fmt.Fprintf(w, "\n  GC: %s; workers ran %s, goroutines assisted for %s and were stopped for %s.\n",
		words.Counted(len(s.GC.Cycles), "cycle"), words.Duration(s.GC.Workers), words.Duration(s.GC.Assists),
		words.Duration(s.GC.Stopped))
	var parts []string
	for _, p := range s.GC.MMU {
		if p.Window == time.Millisecond || p.Window == 10*time.Millisecond || p.Window == 100*time.Millisecond {
			parts = append(parts, fmt.Sprintf("%s in any %s", words.Percent(p.Utilization), words.Duration(p.Window)))
		}
	}
	if len(parts) > 0 {
		fmt.Fprintf(w, "  Minimum mutator utilization: %s.\n", strings.Join(parts, ", "))
	}
}

// printAnnotations prints tasks and regions by type.
func printAnnotations(w io.Writer, s *traceview.Summary) {
	t := table{}
	t.add("annotations", "", "count", "open", "total", "p50", "p99", "longest")
	for _, kind := range []struct {
		name string
		rows []traceview.AnnotationStat
	}{{"task", s.Tasks}, {"region", s.Regions}} {
		for _, a := range kind.rows[:min(someRows, len(kind.rows))] {
			t.add(kind.name, words.Printable(a.Type), words.Number(a.Count), words.Number(a.Open), nanos(a.TotalNS),
				nanos(a.P50NS), nanos(a.P99NS), nanos(a.MaxNS))
		}
	}
	section(w, t, "llrrrrrr")
}
