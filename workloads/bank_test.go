package workloads

import "schedviz/traceview"

var bankSuite = &suite{
	workload: "bank",
	quick:    "--sync mutex",
	prints:   "6 of 10 withdrawals of 150 from 1000 succeeded (--sync mutex), 100 remains\n",
	live:     []string{"--sync mutex", "--sync none --withdrawals 100", "--yields 0"},
	races:    without("mutex"),
	bad: []badParam{
		{"--sync atomic", "--sync must be one of none, mutex"},
		{"--withdrawals 0", "--withdrawals must be"},
		{"--balance -1", "--balance must be"},
		{"--amount 0", "--amount must be"},
		{"--yields -1", "--yields must be"},
	},
	holds: []holdCase{{claims: "exact one-at-a-time", args: "--sync mutex"}},
	breaks: []breakCase{
		{claim: "exact", ran: "--sync none", checked: "--sync mutex", evidence: "it should be 6 and 100"},
		{claim: "overdrawn", ran: "--sync mutex", checked: "--sync none", evidence: "but only one at a time was between check and act"},
		{claim: "one-at-a-time", ran: "--sync none", checked: "--sync mutex", evidence: "goroutines at once"},
	},
	cases: []claimCase{
		{"bank/exact", "as it should", "--sync mutex", withdrawn(6, 100, false), Holds, "6 of 2 withdrawals succeeded and 100 remains"},
		{"bank/exact", "one too many", "--sync mutex", withdrawn(7, -50, false), Fails, "7 withdrawals succeeded and -50 remains"},
		{"bank/exact", "unfinished", "--sync mutex", func(tp *tape) { withdrawn(6, 100, false)(tp); tp.r.Result = nil }, Inconclusive, "did not finish"},
		{"bank/one-at-a-time", "in turn", "--sync mutex", withdrawn(6, 100, false), Holds, "at most 1 goroutine at once (G10"},
		{"bank/one-at-a-time", "together", "--sync mutex", withdrawn(6, 100, true), Fails, "at most 2 goroutines at once (G10, G11"},
		{"bank/one-at-a-time", "one alone", "--sync mutex", func(tp *tape) {
			tp.lane(10, "(*bank).withdraw", 0).begin("withdraw").begin("decided").run(2).end("decided").end("withdraw").exit()
		}, Inconclusive, "no two goroutines wanted to"},
		{"bank/one-at-a-time", "nobody", "--sync mutex", func(*tape) {}, Inconclusive, "no region"},
		{"bank/overdrawn", "overdrawn", "", withdrawn(10, -500, true), Holds, "10 withdrawals of 150 succeeded although 1000 is enough for only 6; 2 were"},
		{"bank/overdrawn", "kept apart", "--balance 150", withdrawn(1, 0, false), Fails, "2 goroutines withdrew at once, but only one at a time"},
		{"bank/overdrawn", "two together", "", withdrawn(6, 100, true), Inconclusive, "no more than 2 goroutines between check and act at once"},
		{"bank/overdrawn", "money for all", "--withdrawals 2", withdrawn(2, 700, true), Inconclusive, "money for all 2"},
	},
}

// withdrawn plays 2 goroutines that decide at once or one after the other.
func withdrawn(succeeded, balance int, together bool) func(*tape) {
	return func(tp *tape) {
		tp.result(bankResult{Succeeded: succeeded, Balance: balance})
		for i := range 2 {
			l := tp.lane(traceview.GoID(10+i), "(*bank).withdraw", 0).on(traceview.ProcID(i)).begin("withdraw")
			if !together && i == 1 {
				l.wait(2, "sync")
			}
			l.begin("decided").run(2).end("decided").end("withdraw").exit()
		}
	}
}
