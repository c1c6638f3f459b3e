package workloads

var quitSuite = &suite{
	workload: "quit",
	quick:    "--stay 200ms",
	prints:   "times until it was told to quit\n",
	long:     "--scale 10 --stay 1m",
	live:     []string{"--poll=false"},
	bad: []badParam{
		{"--stay 0s", "--stay must be"},
		{"--scale 0", "--scale must be"},
	},
	holds: []holdCase{{claims: "waiting-is-free", args: "--poll=false"}},
	breaks: []breakCase{
		{claim: "polling-burns", ran: "--poll=false", checked: "--poll", evidence: "%)"},
		{claim: "waiting-is-free", ran: "--poll", checked: "--poll=false", evidence: "%)"},
	},
	cases: []claimCase{
		{"quit/polling-burns", "burns", "", untilQuit(90, 5, 5), Holds, "G7 ran for 90.0 ms of 100 ms (90%)"},
		{"quit/polling-burns", "waits", "", untilQuit(5, 0, 95), Fails, "(5%)"},
		{"quit/polling-burns", "no P", "", untilQuit(50, 50, 0), Inconclusive, "had no P for 50.0 ms"},
		{"quit/waiting-is-free", "waits", "--poll=false", untilQuit(1, 0, 99), Holds, "(1%) and waited for 99.0 ms"},
		{"quit/waiting-is-free", "burns", "--poll=false", untilQuit(90, 5, 5), Fails, "(90%)"},
		{"quit/waiting-is-free", "some", "--poll=false", untilQuit(10, 0, 90), Inconclusive, "too busy"},
	},
}

func untilQuit(run, ready, wait float64) func(*tape) {
	return func(tp *tape) {
		tp.lane(7, "(*quit).worker", 0).begin("until quit").run(run).ready(ready).wait(wait, "chan receive").end("until quit").exit()
	}
}
