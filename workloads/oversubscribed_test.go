package workloads

import "schedviz/traceview"

var oversubscribedSuite = &suite{
	workload: "oversubscribed",
	quick:    "--ps 3 --work 5ms",
	prints:   "3 goroutines of 5.00 ms on 3 Ps took ",
	long:     "--work 1m",
	live:     []string{"--ps 8"},
	bad: []badParam{
		{"--ps -1", "--ps must be"},
		{"--work 0s", "--work must be"},
	},
	cores: true,
	breaks: []breakCase{
		{claim: "a-thread-a-core", ran: "--ps 4", asProcs: 1, evidence: "were on a core at once, of 1 core"},
		{claim: "off-core", ran: "--ps 2", verdict: Inconclusive, evidence: "which 2 cores could do"},
		{claim: "more-than-cores", ran: "--ps 1 --work 5ms", evidence: "there were only 1 P"},
	},
	cases: []claimCase{
		{"oversubscribed/more-than-cores", "4 on 2", "", busy(4, 4, 0), Holds, "4 goroutines ran at once, on 2 cores"},
		{"oversubscribed/more-than-cores", "2 Ps", "", busy(2, 2, 0), Fails, "2 goroutines ran at once, on 2 cores: there were only 2 Ps"},
		{"oversubscribed/more-than-cores", "done too soon", "", busy(4, 2, 0), Inconclusive, "before the last began"},
		{"oversubscribed/a-thread-a-core", "one each", "", busy(4, 4, 0.5, stay{0, 0, 0, 10}, stay{1, 1, 0, 10}), Holds, "shows 4 goroutines running at once, but at most 2 threads were on a core at once, of 2 cores"},
		{"oversubscribed/a-thread-a-core", "two on one", "", busy(4, 4, 0.5, stay{0, 0, 0, 10}, stay{0, 1, 5, 10}), Fails, "2 threads were on core 0"},
		{"oversubscribed/a-thread-a-core", "a third core", "", busy(4, 4, 0.5, stay{0, 0, 0, 10}, stay{1, 1, 0, 10}, stay{2, 2, 0, 10}), Fails, "at most 3 threads were on a core at once, of 2 cores"},
		{"oversubscribed/a-thread-a-core", "not captured", "", busy(4, 4, 0), Inconclusive, "not captured"},
		{"oversubscribed/a-thread-a-core", "sampled", "", sampled(busy(4, 4, 0.5, stay{0, 0, 0, 10})), Inconclusive, "only sampled"},
		{"oversubscribed/a-thread-a-core", "lost", "", lost(busy(4, 4, 0.5, stay{0, 0, 0, 10})), Inconclusive, "were lost"},
		{"oversubscribed/off-core", "half", "", busy(4, 4, 0.5, stay{0, 0, 0, 10}), Holds, "for 20.0 ms of the 40.0 ms in state running, their threads were not on a core (50%)"},
		{"oversubscribed/off-core", "on more cores than there are", "", busy(4, 4, 1, stay{0, 0, 0, 10}), Fails, "for only 20.0 ms"},
		{"oversubscribed/off-core", "2 on 2", "", busy(2, 2, 1, stay{0, 0, 0, 10}), Inconclusive, "which 2 cores could do"},
		{"oversubscribed/off-core", "not captured", "", busy(4, 4, 0), Inconclusive, "not captured"},
	},
}

// stay is a thread's time on a core, in milliseconds.
type stay struct {
	core       int
	m          int32
	start, end float64
}

// busy plays n goroutines on n Ps; atOnce of them run at once for 10 ms, with a share of that on a core.
func busy(n, atOnce int, share float32, stays ...stay) func(*tape) {
	return func(tp *tape) {
		tp.result(oversubscribedResult{n})
		tp.lane(1, "", 0).begin("busy").wait(10, "sync").end("busy")
		for i := range n {
			at := float64(10 * (i / atOnce))
			l := tp.lane(traceview.GoID(7+i), "(*oversubscribed).compute", at).on(traceview.ProcID(i)).run(10).exit()
			l.span(0).OnCore = share
		}
		if len(stays) > 0 {
			tp.r.Summary.Cores = &traceview.CoreDetail{Source: traceview.CoresPerf}
		}
		for _, s := range stays {
			for len(tp.w.Cores) <= s.core {
				tp.w.Cores = append(tp.w.Cores, traceview.Core{ID: len(tp.w.Cores)})
			}
			c := &tp.w.Cores[s.core]
			c.Spans = append(c.Spans, traceview.CoreSpan{Start: ms(s.start), End: ms(s.end), M: s.m, Other: -1, N: 1})
		}
	}
}

func sampled(play func(*tape)) func(*tape) {
	return func(tp *tape) { play(tp); tp.r.Summary.Cores.Source = traceview.CoresProc }
}

func lost(play func(*tape)) func(*tape) {
	return func(tp *tape) { play(tp); tp.r.Summary.Cores.Lost = 1 }
}
