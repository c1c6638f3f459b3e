package workloads

import "schedviz/traceview"

var lockedSuite = &suite{
	workload: "locked",
	quick:    "--rounds 30",
	prints:   "the ball crossed 60 times\n",
	long:     "--rounds 1000000",
	bad:      []badParam{{"--rounds 1", "--rounds must be"}},
	breaks: []breakCase{
		{claim: "thread-switch", ran: "--lock=false", procs: 1, evidence: "switches were on one thread"},
		{claim: "stay-together", ran: "--lock=false", procs: 1, evidence: "thread"},
	},
	cases: []claimCase{
		{"locked/stay-together", "on two", "", played(20, 0, 1, false), Holds, "G7 ran on thread 100 and G8 on thread 101 in all of 20 turns"},
		{"locked/stay-together", "on one", "", played(20, 0, 0, false), Fails, "G7, G8 ran on one thread, 100"},
		{"locked/stay-together", "changing", "", played(20, 0, 1, true), Fails, "changed its thread"},
		{"locked/stay-together", "with a guest", "", func(tp *tape) {
			played(20, 0, 1, false)(tp)
			guest := tp.lane(9, "", 3).run(1)
			tp.w.Threads[0].Lane = append(tp.w.Threads[0].Lane, guest.last())
		}, Fails, "thread 100 of the players also ran G9"},
		{"locked/stay-together", "few turns", "", played(4, 0, 1, false), Inconclusive, "only 4 turns"},
		{"locked/thread-switch", "on two", "", played(20, 0, 1, false), Holds, "all 19 switches between G7, G8"},
		{"locked/thread-switch", "on one", "", played(20, 0, 0, false), Fails, "19 of 19 switches were on one thread"},
		{"locked/thread-switch", "few turns", "", played(4, 0, 1, false), Inconclusive, "only 3 times"},
	},
}

// played plays two players that alternate on two threads, and may change threads at the end.
func played(n int, m1, m2 int32, change bool) func(*tape) {
	return func(tp *tape) {
		tp.w.Threads = []traceview.Thread{{ID: 100}, {ID: 101}}
		a := tp.lane(7, "(*locked).player", 0).begin("play")
		b := tp.lane(8, "(*locked).player", 0).begin("play")
		for i := range n {
			first, second, m := a, b, m1
			if i%2 == 1 {
				first, second, m = b, a, m2
			}
			if change && i == n-1 {
				m = 1 - m
			}
			first.run(1)
			tp.w.Spans[first.last()].M = m
			tp.w.Threads[m].Lane = append(tp.w.Threads[m].Lane, first.last())
			second.wait(1, "chan receive")
		}
		a.end("play").exit()
		b.end("play").exit()
	}
}
