package sample

import (
	"cmp"
	"slices"
	"time"

	"schedviz/traceview"
)

// steps is how many time steps a made-up summary's series have.
const steps = 300

// summarize summarizes a window as package summarize would a trace.
func summarize(w *traceview.Window, o Options) *traceview.Summary {
	s := &traceview.Summary{}
	st := &s.Stat
	d := int64(w.To - w.From)
	st.Schema = 1
	st.Trace = traceview.TraceStat{File: "made-up" + o.Name, GoVersion: "1.26", Generations: 1, StartNS: int64(w.From), EndNS: int64(w.To), DurationNS: d, Complete: true, Warnings: []string{}}
	st.Procs = traceview.ProcsStat{GOMAXPROCS: o.Procs, Count: o.Procs}
	st.Threads.Count = len(w.Threads)
	st.Goroutines = traceview.GoroutinesStat{Seen: len(w.Goroutines), Created: len(w.Goroutines), AliveAtEnd: len(w.Goroutines), MaxRunning: o.Procs, MaxRunnable: max(0, len(w.Goroutines)-o.Procs)}
	s.Series = series(w, o)
	var waits traceview.Histogram
	for i := range w.Goroutines {
		g := goroutine(w, &w.Goroutines[i])
		for span := range w.On(w.Goroutines[i].Lane) {
			switch span.State {
			case traceview.StateRunning:
				s.Slices.Add(span.Dur())
			case traceview.StateRunnable:
				s.Latency.Add(span.Dur())
			case traceview.StateWaiting:
				waits.Add(span.Dur())
			}
		}
		st.Procs.RunningNS += g.State.Running
		s.Goroutines = append(s.Goroutines, &g)
	}
	if d > 0 && o.Procs > 0 {
		st.Procs.Utilization = float64(st.Procs.RunningNS) / float64(d*int64(o.Procs))
	}
	l := s.Latency.Stat()
	st.SchedLatency = traceview.LatencyStat{Count: l.Count, TotalNS: l.TotalNS, P50NS: l.P50NS, P90NS: int64(s.Latency.Quantile(0.9)), P99NS: l.P99NS, MaxNS: l.MaxNS}
	st.Blocking = []traceview.BlockingStat{}
	if waits.Count() > 0 {
		st.Blocking = append(st.Blocking, traceview.BlockingStat{Reason: w.Reasons[reasonRecv], DurationStat: waits.Stat()})
		s.Blocks = []traceview.BlockSite{{Reason: w.Reasons[reasonRecv], Stack: w.Stacks[stackWait], Count: waits.Count(), Total: waits.Total(), Max: waits.Max()}}
	}
	preempts(s, w)
	rivals(s, w)
	s.Own = traceview.OwnStat{
		Goroutines: st.Goroutines, Preemptions: st.Preemptions, Blocking: st.Blocking, Syscalls: st.Syscalls,
		SchedLatency: st.SchedLatency, GBetweenP: st.Migrations.GBetweenP, Slices: s.Slices,
	}
	return s
}

// rivals finds the longest wait and slice, and who ran or waited meanwhile.
func rivals(s *traceview.Summary, w *traceview.Window) {
	wait, okW := longestSpan(w, traceview.StateRunnable)
	if okW {
		g := w.Goroutines[wait.G]
		ran := during(w, wait, traceview.StateRunning)
		s.WorstWaits = []traceview.Wait{{G: g.ID, Func: g.Func, From: wait.Start, To: wait.End, Waker: traceview.NoG, Antagonists: ran}}
	}
	slice, okS := longestSpan(w, traceview.StateRunning)
	if okS {
		g := w.Goroutines[slice.G]
		waited := during(w, slice, traceview.StateRunnable)
		s.LongestSlices = []traceview.Slice{{G: g.ID, Func: g.Func, P: slice.P, From: slice.Start, To: slice.End, Ended: true, Waiters: waited}}
	}
}

func longestSpan(w *traceview.Window, state traceview.State) (longest traceview.Span, ok bool) {
	for i := range w.Goroutines {
		for s := range w.On(w.Goroutines[i].Lane) {
			if s.State == state && s.Dur() > longest.Dur() {
				longest, ok = *s, true
			}
		}
	}
	return longest, ok
}

// during lists how long every other goroutine was in a state meanwhile, longest first.
func during(w *traceview.Window, meanwhile traceview.Span, state traceview.State) (out []traceview.Antagonist) {
	for i, g := range w.Goroutines {
		a := traceview.Antagonist{G: g.ID, Func: g.Func}
		for s := range w.On(g.Lane) {
			if s.State == state {
				a.Time += max(0, min(s.End, meanwhile.End).Sub(max(s.Start, meanwhile.Start)))
			}
		}
		if a.Time > 0 && int32(i) != meanwhile.G {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b traceview.Antagonist) int { return cmp.Compare(b.Time, a.Time) })
	return out
}

func goroutine(w *traceview.Window, g *traceview.Goroutine) traceview.GoroutineStat {
	out := traceview.GoroutineStat{ID: g.ID, Func: g.Func, Parent: g.Parent, Created: g.Created, Ended: g.Ended}
	for s := range w.On(g.Lane) {
		d := s.Dur()
		switch s.State {
		case traceview.StateRunning:
			out.State.Running += int64(d)
			out.Runs++
			out.MaxSlice = max(out.MaxSlice, d)
			out.Preempts[s.Preempt]++
		case traceview.StateRunnable:
			out.State.Runnable += int64(d)
			out.MaxLatency = max(out.MaxLatency, d)
		case traceview.StateWaiting:
			out.State.Waiting += int64(d)
		}
		if out.Last == 0 {
			out.First = s.Start
		}
		out.Last, out.EndState = s.End, s.State
	}
	return out
}

func preempts(s *traceview.Summary, w *traceview.Window) {
	p := &s.Stat.Preemptions
	for _, m := range w.Marks {
		switch m.Kind {
		case traceview.PreemptAsync:
			p.Async++
		case traceview.PreemptCooperative:
			p.Cooperative++
		case traceview.PreemptGosched:
			p.Gosched++
		}
	}
	if n := p.Async; n > 0 {
		s.Preempts = []traceview.PreemptSite{{
			Kind: traceview.PreemptAsync, Where: w.Stacks[stackLoop][2], Stack: w.Stacks[stackLoop], Count: n,
			SliceTotal: time.Duration(n) * 15 * time.Millisecond, SliceMax: 20 * time.Millisecond,
			WaitTotal: time.Duration(n) * time.Millisecond, WaitMax: 4 * time.Millisecond,
		}}
	}
}

func series(w *traceview.Window, o Options) traceview.Series {
	out := traceview.Series{Start: w.From, Step: max(1, time.Duration(w.To-w.From)/steps)}
	if w.To == w.From {
		return out
	}
	for _, p := range []*[]float64{&out.Running, &out.Runnable, &out.Waiting, &out.Syscall} {
		*p = make([]float64, steps)
	}
	out.MaxRunnable = make([]int32, steps)
	out.HeapBytes = make([]uint64, steps)
	for p := range o.Procs {
		out.Procs = append(out.Procs, traceview.ProcID(p))
		out.ProcBusy = append(out.ProcBusy, make([]float64, steps))
	}
	add := func(values []float64, s *traceview.Span) {
		for i := int((s.Start - w.From) / traceview.Time(out.Step)); i < steps; i++ {
			low := w.From + traceview.Time(i)*traceview.Time(out.Step)
			in := min(s.End, low+traceview.Time(out.Step)) - max(s.Start, low)
			if in <= 0 {
				return
			}
			values[i] += float64(in) / float64(out.Step)
		}
	}
	for _, g := range w.Goroutines {
		for s := range w.On(g.Lane) {
			switch s.State {
			case traceview.StateRunning:
				add(out.Running, s)
				add(out.ProcBusy[s.P], s)
			case traceview.StateRunnable:
				add(out.Runnable, s)
			}
		}
	}
	for i, v := range out.Runnable {
		out.MaxRunnable[i] = int32(v) + 1
	}
	return out
}
