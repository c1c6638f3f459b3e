package workloads

var quitSuite = &suite{
	workload: "quit",
	quick:    "--stay 200ms",
	prints:   " jobs done; polled ",
	long:     "--scale 10 --stay 1m",
	live:     []string{"--sleep 1ms", "--every 1ms --poll=false"},
	bad: []badParam{
		{"--stay 0s", "--stay must be"},
		{"--every 0s", "--every must be"},
		{"--sleep -1s", "--sleep must be"},
		{"--scale 0", "--scale must be"},
	},
	holds: []holdCase{{claims: "waiting-is-free", args: "--poll=false"}},
	breaks: []breakCase{
		{claim: "polling-burns", ran: "--poll=false", checked: "--poll", evidence: "%)"},
		{claim: "polling-burns", ran: "--sleep 1ms", checked: "--sleep 0s", evidence: "%)"},
		{claim: "waiting-is-free", ran: "--poll", checked: "--poll=false", evidence: "besides its jobs"},
		{claim: "waiting-is-free", ran: "--sleep 1ms", checked: "--poll=false", evidence: "something other than the channels"},
		{claim: "jobs-done", ran: "--stay 10ms --every 1m", verdict: Inconclusive, evidence: "no job"},
	},
	cases: []claimCase{
		{"quit/polling-burns", "burns", "", untilQuit(90, 5, 5, "select"), Holds, "G7 ran for 90.0 ms of 100 ms (90%)"},
		{"quit/polling-burns", "waits", "", untilQuit(5, 0, 95, "select"), Fails, "(5%)"},
		{"quit/polling-burns", "no P", "", untilQuit(50, 50, 0, "select"), Inconclusive, "had no P for 50.0 ms"},
		{"quit/waiting-is-free", "waits", "--poll=false", untilQuit(3, 0, 97, "select"), Holds, "G7 waited 1 time for the channels, 97.0 ms of 100 ms, and ran for 1.00 ms (1%) besides its jobs"},
		{"quit/waiting-is-free", "burns", "--poll=false", untilQuit(90, 5, 5, "select"), Fails, "(88%)"},
		{"quit/waiting-is-free", "sleeps", "--poll=false", untilQuit(3, 0, 97, "sleep"), Fails, "G7 waited for 97.0 ms of 100 ms (97%) for something other than the channels"},
		{"quit/waiting-is-free", "some", "--poll=false", untilQuit(12, 0, 88, "select"), Inconclusive, "too busy"},
		{"quit/jobs-done", "all", "", jobsUntilQuit(1, 1), Holds, "1 job done by G7, which asked 5 times in vain"},
		{"quit/jobs-done", "one missing", "", jobsUntilQuit(2, 1), Fails, "1 of 2 jobs done, 1 in the trace"},
		{"quit/jobs-done", "none", "", jobsUntilQuit(0, 0), Inconclusive, "no job"},
	},
}

func jobsUntilQuit(sent, done int) func(*tape) {
	return func(tp *tape) {
		untilQuit(5, 0, 95, "select")(tp)
		tp.result(quitResult{Sent: sent, Done: done, Polls: 5})
	}
}

// untilQuit plays a worker that does a job of 2 ms, runs, is runnable, and waits.
func untilQuit(run, ready, wait float64, reason string) func(*tape) {
	return func(tp *tape) {
		l := tp.lane(7, "(*quit).worker", 0).begin("until quit").begin("job").run(2).end("job")
		l.run(run-2).ready(ready).wait(wait, reason).end("until quit").exit()
	}
}
