package workloads

var timeoutSuite = &suite{
	workload: "timeout",
	quick:    "--after 50ms",
	prints:   "gave up after 5.00 ms: no answer in time\n",
	long:     "--after 1h",
	live:     []string{"--deliver 400ms"},
	bad: []badParam{
		{"--after 0s", "--after must be"},
		{"--deliver -1s", "--deliver must be"},
		{"--scale 0", "--scale must be"},
	},
	breaks: []breakCase{
		{claim: "leaves-on-time", ran: "--deliver 50ms", evidence: "before the timeout of 20.0 ms"},
		{claim: "timer-wakes", ran: "--deliver 50ms", evidence: "made G"},
	},
	// By default the timeout is 20 ms.
	cases: []claimCase{
		{"timeout/leaves-on-time", "on time", "", asked(20.5, -1), Holds, "G7 left after 20.5 ms; the timeout was 20.0 ms"},
		{"timeout/leaves-on-time", "before", "", asked(5, -1), Fails, "left after 5.00 ms, before"},
		{"timeout/leaves-on-time", "late", "", asked(60, -1), Inconclusive, "too busy"},
		{"timeout/leaves-on-time", "much too late", "", asked(3000, -1), Fails, "left only after 3.00 s"},
		{"timeout/timer-wakes", "by the timer", "", asked(20, -1), Holds, "became runnable at 20.0 ms"},
		{"timeout/timer-wakes", "by another", "", asked(20, 0), Fails, "G8 made G7 runnable"},
		{"timeout/timer-wakes", "never waited", "", func(tp *tape) { tp.lane(7, "(*timeout).ask", 0).begin("ask").run(20).end("ask").exit() }, Inconclusive, "not seen waiting"},
	},
}

// asked plays a goroutine that waits for d and is woken by a timer or by another goroutine.
func asked(d float64, waker int32) func(*tape) {
	return func(tp *tape) {
		other := tp.lane(8, "(*timeout).answer", 0).run(d)
		l := tp.lane(7, "(*timeout).ask", 0).begin("ask").wait(d, "select")
		if waker >= 0 {
			l.readyBy(0.001, other)
		} else {
			l.ready(0.001)
		}
		l.run(0.001).end("ask").exit()
	}
}
