package sample

import (
	"time"

	"schedviz/traceview"
)

// OnCores puts the threads of a made-up trace on n cores, in turns of a millisecond, along
// with a thread of another process and one of the runtime, and adds the core summary. name
// is part of every name.
func OnCores(w *traceview.Window, s *traceview.Summary, n int, name string) {
	w.Others = []traceview.OtherThread{
		{ID: 900, Process: 1, Name: "sysmon" + name, Traced: true},
		{ID: 901, Process: 2, Name: "editor" + name},
	}
	d := &traceview.CoreDetail{Source: traceview.CoresPerf, HostCores: n, Step: s.Series.Step, OffCore: make([]float64, len(s.Series.Running))}
	threads := make([]traceview.ThreadCores, len(w.Threads))
	for c := range n {
		lane := traceview.Core{ID: c}
		use := traceview.CoreUse{ID: c, Busy: make([]float64, len(s.Series.Running))}
		turn := c // counts the slots of one millisecond on one core
		for at := w.From; at < w.To; at += traceview.Time(time.Millisecond) {
			end := min(at+traceview.Time(time.Millisecond), w.To)
			sp := traceview.CoreSpan{Start: at, End: end, M: -1, Other: int32(turn % 2), N: 1, Left: traceview.SwitchPreempted, Busy: end.Sub(at)}
			if m := turn % (len(w.Threads) + 2); m < len(w.Threads) {
				sp.M, sp.Other = int32(m), -1
				threads[m].OnCore += sp.Busy
				threads[m].Switches++
				use.OnCore += sp.Busy
			} else {
				use.Other += sp.Busy
			}
			lane.Spans = append(lane.Spans, sp)
			turn++
		}
		w.Cores, d.Cores = append(w.Cores, lane), append(d.Cores, use)
	}
	for i := range threads {
		threads[i].ID = w.Threads[i].ID
		d.ThreadCore = append(d.ThreadCore, traceview.ThreadOnCore{Thread: threads[i].ID, Core: i % n, Time: threads[i].OnCore})
		d.ProcThread = append(d.ProcThread, traceview.ProcOnThread{Proc: w.Procs[i%len(w.Procs)].ID, Thread: threads[i].ID, Time: threads[i].OnCore})
		d.Running.OnCore += threads[i].OnCore
	}
	for i, p := range w.Procs {
		d.FuncProc = append(d.FuncProc, traceview.FuncOnProc{Func: w.Goroutines[i].Func, Proc: p.ID, Time: d.Running.OnCore / time.Duration(len(w.Procs))})
	}
	d.Running.Preempted = d.Running.OnCore
	d.Threads = threads
	d.Others = []traceview.OtherProcess{{ID: 2, Name: "editor" + name, OnCore: time.Millisecond}}
	s.Cores = d
	share(w)
}

// share sets how much of each running span was on a core.
func share(w *traceview.Window) {
	on := func(s *traceview.Span) {
		s.OnCore = -1
		if s.State != traceview.StateRunning || s.M < 0 {
			return
		}
		var sum time.Duration
		for _, c := range w.Cores {
			for _, sp := range c.Spans {
				if d := min(s.End, sp.End) - max(s.Start, sp.Start); sp.M == s.M && d > 0 {
					sum += time.Duration(d)
				}
			}
		}
		s.OnCore = float32(float64(sum) / float64(max(1, s.Dur())))
	}
	for i := range w.Spans {
		on(&w.Spans[i])
	}
}
