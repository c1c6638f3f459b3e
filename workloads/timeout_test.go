package workloads

var timeoutSuite = &suite{
	workload: "timeout",
	quick:    "--after 50ms",
	prints:   "gave up after 5.00 ms: no answer in time\n",
	long:     "--after 1h",
	live:     []string{"--deliver 400ms", "--by context --deliver 50ms"},
	bad: []badParam{
		{"--by clock", "--by must be one of timer, context"},
		{"--after 0s", "--after must be"},
		{"--deliver -1s", "--deliver must be"},
		{"--scale 0", "--scale must be"},
	},
	holds: []holdCase{
		{claims: "context-wakes", args: "--by context"},
		{claims: "answer-in-time", args: "--deliver 50ms"},
	},
	breaks: []breakCase{
		{claim: "leaves-on-time", ran: "--deliver 50ms", checked: "--deliver 0s", evidence: "before the timeout of 20.0 ms"},
		{claim: "timer-wakes", ran: "--deliver 50ms", checked: "--deliver 0s", evidence: "made G"},
		{claim: "timer-wakes", ran: "--by context", checked: "--by timer", evidence: "made G"},
		{claim: "context-wakes", ran: "--by timer", checked: "--by context", evidence: "no goroutine woke it"},
		{claim: "context-wakes", ran: "--by context --deliver 50ms", checked: "--by context", evidence: "which started in schedviz/"},
		{claim: "answer-in-time", ran: "--deliver 0s", checked: "--deliver 50ms", evidence: "without an answer"},
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
		{"timeout/context-wakes", "by the context", "--by context", askedContext("context.WithDeadlineCause.func2"), Holds, "G7 was made runnable at 20.0 ms by G8, which the context's timer started in context.WithDeadlineCause.func2"},
		{"timeout/context-wakes", "by another", "--by context", askedContext("main.answer"), Fails, "by G8, which started in main.answer"},
		{"timeout/context-wakes", "by a timer", "--by context", asked(20, -1), Fails, "no goroutine woke it"},
		{"timeout/context-wakes", "never waited", "--by context", func(tp *tape) { tp.lane(7, "(*timeout).ask", 0).begin("ask").run(20).end("ask").exit() }, Inconclusive, "not seen waiting"},
		{"timeout/answer-in-time", "in time", "--deliver 50ms", answeredAsk(asked(5, 0), true), Holds, "G8 made G7 runnable; it left after 5.00 ms, and the timeout was 20.0 ms"},
		{"timeout/answer-in-time", "by another", "--deliver 50ms", answeredAsk(asked(5, -1), true), Fails, "without an answer"},
		{"timeout/answer-in-time", "late", "--deliver 50ms", answeredAsk(asked(20, -1), false), Inconclusive, "the answer was late"},
	},
}

func answeredAsk(play func(*tape), answered bool) func(*tape) {
	return func(tp *tape) { play(tp); tp.result(answered) }
}

// askedContext is asked, woken at 20 ms by a goroutine that started in fn.
func askedContext(fn string) func(*tape) {
	return func(tp *tape) {
		asked(20, 0)(tp)
		tp.w.Goroutines[0].Func = fn
	}
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
