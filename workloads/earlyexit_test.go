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
	long:  "--wait --scale 10",
	live:  []string{"--stay 0s"},
	holds: []holdCase{{claims: "by-chance", args: "--sleep 50ms --stay 50ms"}},
	breaks: []breakCase{
		{claim: "by-chance", ran: "--sleep 1s", checked: "--sleep 50ms --stay 50ms", evidence: "0 of 5 goroutines had finished"},
		{claim: "not-finished", ran: "--wait", evidence: "all 5 goroutines had finished"},
		{claim: "alive-at-end", ran: "--wait", evidence: "all 5 goroutines had ended"},
	},
	cases: []claimCase{
		{"earlyexit/not-finished", "cut off", "", cutOff(1), Holds, "1 of 2 goroutines had finished; 1 had begun and were not done"},
		{"earlyexit/not-finished", "finished", "", cutOff(2), Fails, "all 2 goroutines had finished"},
		{"earlyexit/not-finished", "not begun", "", func(tp *tape) { cutOff(2)(tp); tp.result(earlyExitResult{Tasks: 3, Finished: 2}) }, Inconclusive, "2 of 3 goroutines had begun"},
		{"earlyexit/alive-at-end", "cut off", "", cutOff(0), Holds, "2 goroutines of 2 alive (G7, G8)"},
		{"earlyexit/alive-at-end", "finished", "", cutOff(2), Fails, "all 2 goroutines had ended"},
		{"earlyexit/alive-at-end", "quick tasks", "--sleep 1ms", cutOff(2), Inconclusive, "no longer than main stays"},
		{"earlyexit/not-finished", "quick tasks", "--sleep 1ms", cutOff(2), Inconclusive, "no longer than main stays"},
		{"earlyexit/by-chance", "just enough", "--sleep 200ms", cutOff(2), Holds, "2 of 2 goroutines had finished when main returned; G7 was done 1.00 ms before main woke up"},
		{"earlyexit/by-chance", "just not enough", "--sleep 220ms", cutOff(1), Holds, "G7 was done 1.00 ms before main woke up"},
		{"earlyexit/by-chance", "by far", "--sleep 200ms --scale 0.01", cutOff(0), Fails, "was done 19.0 ms before main woke up"},
		{"earlyexit/by-chance", "main never slept", "--sleep 200ms", func(tp *tape) {
			tp.lane(7, "(*earlyExit).task", 0).begin("task").wait(1, "sleep").end("task").exit()
		}, Inconclusive, "main was not seen sleeping"},
	},
}

// cutOff plays 2 goroutines, some of which finish.
func cutOff(finished int) func(*tape) {
	return func(tp *tape) {
		tp.result(earlyExitResult{Tasks: 2, Finished: finished})
		tp.lane(1, "", 0).wait(21, "sleep")
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
