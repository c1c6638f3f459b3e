package workloads

import "schedviz/traceview"

var leakSuite = &suite{
	workload: "leak",
	quick:    "--fix --hold 1ms",
	prints:   "main leaves; 0 goroutines are left behind, and ",
	long:     "--fix --hold 1m",
	live:     []string{"--goroutines 1000 --every 0s", "--goroutines 1000 --every 0s --fix", "--holds 0"},
	leaves:   without("--fix"),
	bad: []badParam{
		{"--goroutines 0", "--goroutines must be"},
		{"--every -1s", "--every must be"},
		{"--goroutines 1000000", "--holds must be from 0 to 1, not 64"},
		{"--hold -1s", "--hold must be"},
	},
	holds: []holdCase{{claims: "none-left freed", args: "--fix"}},
	breaks: []breakCase{
		{claim: "leaked", ran: "--fix", checked: "--fix=false", evidence: "0 of 10 goroutines are alive"},
		{claim: "none-left", ran: "", checked: "--fix", evidence: "10 goroutines alive at the end, waiting"},
		{claim: "grows", ran: "--fix", checked: "--fix=false", evidence: "10 of 10 goroutines ended"},
		{claim: "grows", ran: "--holds 1", checked: "--holds 64", evidence: "should hold"},
		{claim: "grows", ran: "--holds 1", verdict: Inconclusive, evidence: "try a larger --holds"},
		{claim: "freed", ran: "--fix=false", checked: "--fix", evidence: "is still in use"},
	},
	cases: []claimCase{
		{"leak/leaked", "all", "--goroutines 2", leaked("chan receive", 2, false), Holds, `all 2 goroutines are alive at the end, waiting for "chan receive" (G7, G8)`},
		{"leak/leaked", "waiting for another thing", "--goroutines 2", leaked("select", 2, false), Fails, "0 of 2 goroutines"},
		{"leak/leaked", "ended", "--goroutines 2", leaked("chan receive", 2, true), Fails, "0 of 2 goroutines"},
		{"leak/leaked", "not all seen", "--goroutines 2", leaked("chan receive", 1, false), Inconclusive, "only 1 of 2"},
		{"leak/none-left", "ended", "--fix --goroutines 2", leaked("select", 2, true), Holds, "all 2 goroutines have ended (G7, G8)"},
		{"leak/none-left", "alive", "--fix --goroutines 2", leaked("select", 2, false), Fails, "2 goroutines alive at the end, waiting"},
		{"leak/none-left", "not all seen", "--fix --goroutines 2", leaked("select", 1, true), Inconclusive, "only 1 of 2"},
		{"leak/grows", "all held", "--goroutines 2 --holds 500", kept(leaked("chan receive", 2, false), 1e6), Holds, "2 goroutines were started from 0 ns on and none has ended (G7, G8); after a garbage collection 1.00 MB more than before is in use"},
		{"leak/grows", "ended", "--goroutines 2 --holds 500", kept(leaked("chan receive", 2, true), 1e6), Fails, "2 of 2 goroutines ended"},
		{"leak/grows", "freed", "--goroutines 2 --holds 500", kept(leaked("chan receive", 2, false), 0), Fails, "should hold 1.00 MB, but only"},
		{"leak/grows", "little", "--goroutines 2", kept(leaked("chan receive", 2, false), 1e6), Inconclusive, "hold only 128 kB"},
		{"leak/freed", "freed", "--fix --goroutines 2 --holds 500", kept(leaked("select", 2, true), 1000), Holds, "2 goroutines held 1.00 MB (G7, G8); at the end 1.00 kB more"},
		{"leak/freed", "kept", "--fix --goroutines 2 --holds 500", kept(leaked("select", 2, true), 1e6), Fails, "1.00 MB of the 1.00 MB that 2 goroutines held is still in use"},
		{"leak/freed", "little", "--fix --goroutines 2", kept(leaked("select", 2, true), 0), Inconclusive, "held only"},
	},
}

// kept adds how much more memory is in use in the end, in bytes.
func kept(play func(*tape), bytes float64) func(*tape) {
	return func(tp *tape) { play(tp); tp.result(leakResult{Before: 5e5, After: 5e5 + bytes}) }
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
