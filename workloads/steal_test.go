package workloads

import "schedviz/traceview"

var stealSuite = &suite{
	workload: "steal",
	quick:    "--goroutines 20 --work 100us",
	prints:   "20 goroutines are done",
	long:     "--work 1m --goroutines 10",
	live:     []string{"--goroutines 5000 --work 20us"},
	bad: []badParam{
		{"--goroutines 0", "--goroutines must be"},
		{"--work -1s", "--work must be"},
	},
	breaks: []breakCase{
		{claim: "other-p", ran: "--work 2ms", procs: 1, asProcs: 2, evidence: "none of 100 goroutines ran on a P other than"},
		{claim: "all-ps", ran: "--work 2ms", procs: 1, asProcs: 2, evidence: "on only 1 of 2 Ps"},
	},
	cases: []claimCase{
		{"steal/other-p", "stolen", "", givenOut(2, 1), Holds, "1 of 2 goroutines first ran on a P other than the one G1 readied them on: G8 on P 1"},
		{"steal/other-p", "never", "", givenOut(2, 0), Fails, "none of 2 goroutines ran on a P other than the one they were readied on, with 2 Ps and 60.0 ms of work"},
		{"steal/other-p", "one P", "", givenOut(1, 0), Inconclusive, "1 P"},
		{"steal/all-ps", "all", "", givenOut(2, 1), Holds, "the 60.0 ms of work ran on all 2 Ps, at least 30.0 ms on each"},
		{"steal/all-ps", "one", "", givenOut(2, 0), Fails, "on only 1 of 2 Ps"},
		{"steal/all-ps", "more Ps than cores", "", givenOut(4, 1), Inconclusive, "2 of 4 Ps, with 2 cores"},
	},
}

// givenOut plays main on P 0 and two goroutines that it readies; the second runs on the P second.
func givenOut(procs int, second traceview.ProcID) func(*tape) {
	return func(tp *tape) {
		tp.procs(procs)
		tp.lane(1, "", 0).begin("give out").run(1).end("give out").wait(80, "sync")
		tp.lane(7, "(*steal).compute", 0.5).ready(1).run(30).exit()
		tp.lane(8, "(*steal).compute", 0.5).ready(31).on(second).run(30).exit()
	}
}
