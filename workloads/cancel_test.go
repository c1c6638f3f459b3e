package workloads

import "schedviz/traceview"

var cancelSuite = &suite{
	workload: "cancel",
	quick:    "--after 50ms",
	prints:   " jobs: context canceled\n",
	long:     "--scale 10 --after 1m",
	live:     []string{"--workers 1000", "--branches 1", "--branches 10"},
	bad: []badParam{
		{"--workers 0", "--workers must be"},
		{"--branches 0", "--branches must be"},
		{"--branches 11", "--branches must be from 1 to 10, not 11"},
		{"--every -1s", "--every must be"},
		{"--after -1s", "--after must be"},
		{"--linger -1s", "--linger must be"},
	},
	breaks: []breakCase{
		{claim: "end-soon", ran: "--linger 1s", checked: "--linger 0s", evidence: "after its cancel, mostly waiting"},
		{claim: "cancel-readies-all", ran: "--workers 1 --branches 1", verdict: Inconclusive, evidence: "of 1 worker waited"},
		{claim: "branch-alone", ran: "--linger 1s", checked: "--linger 0s", evidence: "was still there when the root was cancelled"},
		{claim: "branch-alone", ran: "--branches 1", verdict: Inconclusive, evidence: "only one branch"},
	},
	cases: []claimCase{
		{"cancel/end-soon", "soon", "", cancelled(1, 0, closing), Holds, "all 2 workers (G7, G8) ended within 1.20 ms of their cancel"},
		{"cancel/end-soon", "lingering", "", cancelled(1, 20, closing), Fails, "G7 was still there 21.2 ms after its cancel"},
		{"cancel/end-soon", "before", "", cancelled(-5, 0, closing), Fails, "before its cancel"},
		{"cancel/end-soon", "no P", "", cancelled(20, 0, closing), Inconclusive, "too busy"},
		{"cancel/cancel-readies-all", "all", "", cancelled(1, 0, closing), Holds, "a single cancel by G1 made all of G7, G8 runnable"},
		{"cancel/cancel-readies-all", "by a send", "", cancelled(1, 0, "runtime.chansend1"), Fails, "not by closing a channel in the cancel of G1"},
		{"cancel/cancel-readies-all", "before", "", cancelled(-5, 0, closing), Inconclusive, "0 of 2 workers waited"},
		{"cancel/cancel-readies-all", "not waiting", "", func(tp *tape) {
			tp.lane(1, "", 0).begin("cancel").run(1).end("cancel")
			tp.lane(7, "(*cancelling).worker", 0).run(2).exit()
		}, Inconclusive, "0 of 0 workers waited"},
		{"cancel/branch-alone", "alone", "", twoBranches(3.05, 10.1), Holds, "2 workers of the branch (G7, G8) ended at its cancel, at 3.00 ms; 2 workers of the others (G9, G10) did 2 jobs more until the root's, at 10.0 ms"},
		{"cancel/branch-alone", "too many", "", twoBranches(3.05, 8), Fails, "G9, of another branch, ended 1.90 ms before the root was cancelled"},
		{"cancel/branch-alone", "too few", "", twoBranches(10.1, 10.1), Fails, "G7, of the branch cancelled at 3.00 ms, was still there"},
		{"cancel/branch-alone", "one branch", "", cancelled(1, 0, closing), Inconclusive, "only one branch"},
	},
}

const closing = "context.(*cancelCtx).cancel"

// cancelled plays 2 workers that main cancels at 10 ms; they are runnable for ready ms after it (or woken that
// long before it if negative) and linger.
func cancelled(ready, linger float64, fn string) func(*tape) {
	return func(tp *tape) {
		main := tp.lane(1, "", 0).wait(10, "sleep").begin("cancel").run(0.5).end("cancel").wait(0.5, "sync")
		for i := range 2 {
			l := tp.lane(traceview.GoID(7+i), "(*cancelling).worker", 0).log("branch", "0").wait(10.1+min(ready, 0), "select")
			woken(l, ready, main, fn)
			if linger > 0 {
				l.wait(linger, "sleep")
			}
			l.run(0.1).exit()
		}
	}
}

// twoBranches plays 2 workers of a branch that main cancels at 3 ms, and 2 of another, which do a job each at 6 ms; main
// cancels the root at 10 ms. They leave at these times.
func twoBranches(first, others float64) func(*tape) {
	return func(tp *tape) {
		main := tp.lane(1, "", 0).wait(3, "sleep").begin("cancel branch").run(0.1).end("cancel branch")
		main.wait(6.9, "sleep").begin("cancel").run(0.5).end("cancel")
		for i := range 2 {
			tp.lane(traceview.GoID(7+i), "(*cancelling).worker", 0).log("branch", "0").wait(first, "select").run(0.1).exit()
			l := tp.lane(traceview.GoID(9+i), "(*cancelling).worker", 0).log("branch", "1").wait(6, "select")
			l.begin("job").run(1).end("job").wait(others-7, "select").run(0.1).exit()
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
