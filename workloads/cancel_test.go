package workloads

import "schedviz/traceview"

var cancelSuite = &suite{
	workload: "cancel",
	quick:    "--after 50ms",
	prints:   "all 10 workers have ended: context canceled\n",
	long:     "--scale 10 --after 1m",
	live:     []string{"--workers 1000"},
	bad: []badParam{
		{"--workers 0", "--workers must be"},
		{"--after -1s", "--after must be"},
		{"--linger -1s", "--linger must be"},
	},
	breaks: []breakCase{
		{claim: "end-soon", ran: "--linger 1s", evidence: "after the cancel, mostly waiting"},
	},
	cases: []claimCase{
		{"cancel/end-soon", "soon", "", cancelled(1, 0, closing), Holds, "all 2 workers (G7, G8) ended within 1.10 ms of the cancel"},
		{"cancel/end-soon", "lingering", "", cancelled(1, 20, closing), Fails, "G8 was still there 21.1 ms after the cancel"},
		{"cancel/end-soon", "before", "", cancelled(-5, 0, closing), Fails, "before the cancel"},
		{"cancel/end-soon", "no P", "", cancelled(20, 0, closing), Inconclusive, "too busy"},
		{"cancel/cancel-readies-all", "all", "", cancelled(1, 0, closing), Holds, "a single cancel by G1 made all of G7, G8 runnable"},
		{"cancel/cancel-readies-all", "by a send", "", cancelled(1, 0, "runtime.chansend1"), Fails, "not by closing a channel in the cancel of G1"},
		{"cancel/cancel-readies-all", "before", "", cancelled(-5, 0, closing), Fails, "G7 became runnable at 5.00 ms"},
		{"cancel/cancel-readies-all", "not waiting", "", func(tp *tape) {
			tp.lane(1, "", 0).begin("cancel").run(1).end("cancel")
			tp.lane(7, "(*cancelling).worker", 0).run(2).exit()
		}, Inconclusive, "only 0 of 1 goroutine waited"},
	},
}

const closing = "context.(*cancelCtx).cancel"

// cancelled plays 2 workers that main cancels at 10 ms; they are runnable for ready ms after it (or woken that
// long before it if negative) and linger.
func cancelled(ready, linger float64, fn string) func(*tape) {
	return func(tp *tape) {
		main := tp.lane(1, "", 0).wait(10, "sleep").begin("cancel").run(0.5).end("cancel").wait(0.5, "sync")
		for i := range 2 {
			l := tp.lane(traceview.GoID(7+i), "(*cancelling).worker", 0).wait(10+min(ready, 0), "chan receive")
			woken(l, ready, main, fn)
			if linger > 0 {
				l.wait(linger, "sleep")
			}
			l.run(0.1).exit()
		}
	}
}

// woken makes a goroutine runnable by another one that is in the function fn.
func woken(l *lane, d float64, by *lane, fn string) *lane {
	if d <= 0 {
		d = 0.1
	}
	return l.add(d, traceview.Span{State: traceview.StateRunnable, Waker: by.g, Stack: l.tp.stack([]string{fn, "main.main"})})
}
