package workloads

import "schedviz/traceview"

var leakSuite = &suite{
	workload: "leak",
	quick:    "--fix --hold 1ms",
	prints:   "main leaves; 0 goroutines are left behind\n",
	long:     "--fix --hold 1m",
	live:     []string{"--fix", "--goroutines 1000", "--goroutines 1000 --fix"},
	leaves:   without("--fix"),
	bad: []badParam{
		{"--goroutines 0", "--goroutines must be"},
		{"--hold -1s", "--hold must be"},
	},
	holds: []holdCase{{claims: "none-left", args: "--fix"}},
	breaks: []breakCase{
		{claim: "leaked", ran: "--fix", checked: "--fix=false", evidence: "0 of 10 goroutines are alive"},
		{claim: "none-left", ran: "", checked: "--fix", evidence: "10 goroutines alive at the end, waiting"},
	},
	cases: []claimCase{
		{"leak/leaked", "all", "--goroutines 2", leaked("chan receive", 2, false), Holds, `all 2 goroutines are alive at the end, waiting for "chan receive" (G7, G8)`},
		{"leak/leaked", "waiting for another thing", "--goroutines 2", leaked("select", 2, false), Fails, "0 of 2 goroutines"},
		{"leak/leaked", "ended", "--goroutines 2", leaked("chan receive", 2, true), Fails, "0 of 2 goroutines"},
		{"leak/leaked", "not all seen", "--goroutines 2", leaked("chan receive", 1, false), Inconclusive, "only 1 of 2"},
		{"leak/none-left", "ended", "--fix --goroutines 2", leaked("select", 2, true), Holds, "all 2 goroutines have ended (G7, G8)"},
		{"leak/none-left", "alive", "--fix --goroutines 2", leaked("select", 2, false), Fails, "2 goroutines alive at the end, waiting"},
		{"leak/none-left", "not all seen", "--fix --goroutines 2", leaked("select", 1, true), Inconclusive, "only 1 of 2"},
	},
}

// leaked plays goroutines that wait, and may end.
func leaked(reason string, n int, end bool) func(*tape) {
	return func(tp *tape) {
		tp.lane(1, "", 0).begin("hold").wait(10, "sleep").end("hold")
		for i := range n {
			l := tp.lane(traceview.GoID(7+i), "(*leak).wait", 0).run(1).wait(9, reason)
			if end {
				l.run(1).exit()
			}
		}
	}
}
