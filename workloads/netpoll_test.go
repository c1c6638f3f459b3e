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
		{claim: "no-thread", ran: "--pipes", evidence: "0 goroutines waited for \"network\" at once"},
		{claim: "poller-wakes", ran: "--pipes", evidence: "the network poller made only 0 of 200"},
	},
	cases: []claimCase{
		{"netpoll/no-thread", "none", "", withThreads(2, readers(9, "network", false)), Holds, `9 goroutines waited for "network" at once, for 10.0 ms, with 2 threads`},
		{"netpoll/no-thread", "one each", "", withThreads(9, readers(9, "network", false)), Fails, "with 9 threads"},
		{"netpoll/no-thread", "few", "--connections 3", withThreads(2, readers(3, "network", false)), Inconclusive, "try more"},
		{"netpoll/poller-wakes", "all", "", readers(9, "network", false), Holds, "made 9 of 9 waiting readers runnable"},
		{"netpoll/poller-wakes", "none", "", readers(9, "network", true), Fails, "only 0 of 9"},
		{"netpoll/poller-wakes", "another wait", "", readers(9, "select", false), Fails, "only 0 of 9"},
		{"netpoll/poller-wakes", "no reader", "", readers(0, "", false), Inconclusive, "none of 0"},
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
