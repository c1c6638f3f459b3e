package workloads

import "schedviz/traceview"

var netPollSuite = &suite{
	workload: "netpoll",
	quick:    "--connections 20 --hold 5ms",
	prints:   "20 goroutines each read from a connection\n",
	long:     "--hold 1m",
	bad: []badParam{
		{"--connections 0", "--connections must be"},
		{"--hold -1s", "--hold must be"},
	},
	breaks: []breakCase{
		{claim: "no-thread", ran: "--pipes", evidence: "0 of 200 readers waited for \"network\" at once"},
		{claim: "no-thread", ran: "--connections 3", verdict: Inconclusive, evidence: "try more --connections"},
		{claim: "poller-wakes", ran: "--pipes", evidence: "the network poller made 0 of 200 readers runnable, although"},
	},
	cases: []claimCase{
		{"netpoll/no-thread", "none", "", withThreads(2, readers(30, "network", false)), Holds, `30 of 30 readers waited for "network" at once, for 10.0 ms, with 2 threads`},
		{"netpoll/no-thread", "one each", "", withThreads(32, readers(30, "network", false)), Fails, "with 32 threads"},
		{"netpoll/no-thread", "few", "--connections 3", withThreads(2, readers(3, "network", false)), Inconclusive, "try more"},
		{"netpoll/poller-wakes", "all", "", readers(9, "network", false), Holds, "made 9 of 9 readers runnable"},
		{"netpoll/poller-wakes", "none", "", readers(9, "network", true), Fails, "made 0 of 9 readers runnable, although 9 had to wait"},
		{"netpoll/poller-wakes", "another wait", "", readers(9, "select", false), Fails, "made 0 of 9"},
		{"netpoll/poller-wakes", "no reader", "", readers(0, "", false), Inconclusive, "only 0 had to wait"},
	},
}

// readers plays goroutines that wait for 10 ms and are woken by the poller or by main.
func readers(n int, reason string, byMain bool) func(*tape) {
	return func(tp *tape) {
		main := tp.lane(1, "", 0).begin("hold").wait(10, "sleep").end("hold").run(2)
		for i := range n {
			l := tp.lane(traceview.GoID(7+i), "(*netPoll).reader", 0).wait(10, reason)
			if byMain {
				l.readyBy(0.1, main)
			} else {
				l.ready(0.1)
			}
			l.run(0.1).exit()
		}
	}
}
