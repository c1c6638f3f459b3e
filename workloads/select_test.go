package workloads

import "schedviz/traceview"

var selectSuite = &suite{
	workload: "select",
	quick:    "--every 20ms --values 3",
	prints:   "3 values from the first producer, 3 from the second and 3 from the third\n",
	long:     "--scale 10 --every 1m",
	bad: []badParam{
		{"--values 0", "--values must be"},
		{"--every 0s", "--every must be"},
		{"--scale 0", "--scale must be"},
	},
	holds: []holdCase{{claims: "polling-burns", args: "--poll"}},
	breaks: []breakCase{
		{claim: "polling-burns", ran: "--poll=false", checked: "--poll", evidence: "G1 ran for"},
		{claim: "waits-for-select", ran: "--poll", checked: "--poll=false", evidence: "and waited for \"select\" 0 times"},
		{claim: "woken-by-all", ran: "--poll", checked: "--poll=false", evidence: "only 0 of 3 producers"},
		{claim: "all-arrive", ran: "--values 4", checked: "--values 5", evidence: "4, 4 and 4 values arrived, of 5 each"},
	},
	cases: []claimCase{
		{"select/waits-for-select", "waits", "", multiplexed(5, 9, 1, true), Holds, `waited for "select" 3 times, for 27.0 ms of 30.0 ms (90%)`},
		{"select/waits-for-select", "polls", "", multiplexed(5, 1, 9, true), Fails, "ran for 27.0 ms of 30.0 ms"},
		{"select/waits-for-select", "no P", "", receiverLate, Inconclusive, "too busy"},
		{"select/woken-by-all", "each", "", multiplexed(5, 9, 1, true), Holds, "G10…G12 made G1 runnable, 3 times in total"},
		{"select/woken-by-all", "by one", "", multiplexed(5, 9, 1, false), Fails, "only 1 of 3 producers"},
		{"select/woken-by-all", "few values", "--values 2", multiplexed(2, 9, 1, false), Inconclusive, "few values"},
		{"select/polling-burns", "polls", "--poll", multiplexed(5, 1, 9, true), Holds, "G1 ran for 27.0 ms of 30.0 ms (90%)"},
		{"select/polling-burns", "waits", "--poll", multiplexed(5, 9, 1, true), Fails, "G1 ran for 3.00 ms of 30.0 ms (10%)"},
		{"select/polling-burns", "no P", "--poll", receiverStarved, Inconclusive, "had no P for 15.0 ms"},
		{"select/all-arrive", "all", "", multiplexed(5, 9, 1, true), Holds, "5 values of each producer"},
		{"select/all-arrive", "some missing", "", multiplexed(4, 9, 1, true), Fails, "4, 4 and 4 values"},
		{"select/all-arrive", "none seen", "", func(*tape) {}, Inconclusive, "no region"},
	},
}

// multiplexed plays a receiver that waits and runs in turn, woken by each producer or by only one.
func multiplexed(values int, wait, run float64, byAll bool) func(*tape) {
	return func(tp *tape) {
		tp.result(multiplexResult{values, values, values})
		main := tp.lane(1, "", 0).begin("receive")
		for i := range 3 {
			waker := tp.lane(traceview.GoID(10+i), "(*multiplex).producer", 0).wait(30, "sleep").exit()
			if !byAll {
				waker = &lane{tp: tp, g: 1}
			}
			main.wait(wait, "select").readyBy(0, waker).run(run)
		}
		main.end("receive")
	}
}

func receiverStarved(tp *tape) {
	tp.lane(1, "", 0).begin("receive").run(10).ready(15).run(5).end("receive")
}

func receiverLate(tp *tape) {
	tp.lane(1, "", 0).begin("receive").wait(10, "select").ready(30).run(1).end("receive")
}
