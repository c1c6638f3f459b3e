package workloads

import "schedviz/traceview"

var earlyExitSuite = &suite{
	workload: "earlyexit",
	quick:    "--stay 50ms",
	leaves:   without("--wait"),
	bad: []badParam{
		{"--tasks 0", "--tasks must be"},
		{"--stay -1s", "--stay must be"},
		{"--sleep 0s", "--sleep must be"},
		{"--scale 0", "--scale must be"},
	},
	long: "--wait --scale 10",
	live: []string{"--stay 0s"},
	breaks: []breakCase{
		{claim: "not-finished", ran: "--wait", evidence: "all 5 goroutines had finished"},
		{claim: "alive-at-end", ran: "--wait", evidence: "all 5 goroutines had ended"},
	},
	cases: []claimCase{
		{"earlyexit/not-finished", "cut off", "", cutOff(1), Holds, "1 of 2 goroutines had finished"},
		{"earlyexit/not-finished", "finished", "", cutOff(2), Fails, "all 2 goroutines had finished"},
		{"earlyexit/not-finished", "not begun", "", func(tp *tape) { cutOff(2)(tp); tp.result(earlyExitResult{Tasks: 3, Finished: 2}) }, Inconclusive, "2 of 3 goroutines had begun"},
		{"earlyexit/alive-at-end", "cut off", "", cutOff(0), Holds, "2 goroutines of 2 alive (G7, G8)"},
		{"earlyexit/alive-at-end", "finished", "", cutOff(2), Fails, "all 2 goroutines had ended"},
		{"earlyexit/alive-at-end", "quick tasks", "--sleep 1ms", cutOff(2), Inconclusive, "no longer than main stays"},
	},
}

// cutOff plays 2 goroutines, some of which finish.
func cutOff(finished int) func(*tape) {
	return func(tp *tape) {
		tp.result(earlyExitResult{Tasks: 2, Finished: finished})
		for i := range 2 {
			l := tp.lane(traceview.GoID(7+i), "(*earlyExit).task", 0).begin("task").wait(20, "sleep").end("task")
			if i < finished {
				l.exit()
			} else {
				tp.w.Regions[i].Open = true
			}
		}
	}
}
