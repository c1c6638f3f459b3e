package workloads

import "schedviz/traceview"

var httpServerSuite = &suite{
	workload: "httpserver",
	quick:    "--for 500ms",
	prints:   " broken; 0 ticks of 3 workers\n",
	long:     "--for 10m --scale 10",
	live:     []string{"--clients 20", "--request 0s"},
	leaves:   with("--deaf"),
	bad: []badParam{
		{"--clients 0", "--clients must be"},
		{"--workers -1", "--workers must be"},
		{"--request -1s", "--request must be"},
		{"--tick 0s", "--tick must be"},
		{"--for 0s", "--for must be"},
		{"--deadline 0s", "--deadline must be"},
		{"--scale 0", "--scale must be"},
	},
	breaks: []breakCase{
		{claim: "in-flight-answered", ran: "--abrupt", checked: "--abrupt=false", evidence: "got no answer"},
		{claim: "in-flight-answered", ran: "--deadline 1ms --request 2s", evidence: "got no answer"},
		{claim: "no-new-requests", ran: "--abrupt --clients 1", verdict: Inconclusive, evidence: "no client called"},
		{claim: "ours-end", ran: "--deaf", checked: "--deaf=false", evidence: "3 goroutines alive at the end, waiting"},
		{claim: "network-waits", ran: "--clients 1", verdict: Inconclusive, evidence: "try more --clients"},
	},
	cases: []claimCase{
		{"httpserver/in-flight-answered", "answered", "", served("answered", 50, false), Holds, "1 request in flight at the shutdown, all answered, the last 10.0 ms later (G20)"},
		{"httpserver/in-flight-answered", "broken", "", served("unanswered", 50, false), Fails, "request /0/7 was in flight at the shutdown and got no answer (G20)"},
		{"httpserver/in-flight-answered", "none in flight", "", served("answered", 80, false), Inconclusive, "no request was in flight"},
		{"httpserver/no-new-requests", "refused", "", served("answered", 50, false), Holds, "the listener was closed at 56.0 ms; 1 call after that, none accepted (G30)"},
		{"httpserver/no-new-requests", "let in", "", served("answered", 50, true), Fails, "call /1/1 began 2.00 ms after the listener was closed, and was accepted"},
		{"httpserver/no-new-requests", "nobody calls", "", func(tp *tape) { tp.lane(1, "", 0).begin("shutdown").wait(1, "select").end("shutdown") }, Inconclusive, "no client called"},
		{"httpserver/ours-end", "ended", "--workers 1 --clients 1", ours((*lane).exit), Holds, "the server, 1 worker and 1 client have ended (G7…G9)"},
		{"httpserver/ours-end", "stuck", "--workers 1 --clients 1", ours(func(l *lane) *lane { return l.wait(5, "select") }), Fails, "1 goroutine alive at the end, waiting (G9)"},
		{"httpserver/ours-end", "not all seen", "", ours((*lane).exit), Inconclusive, "3 of 14 goroutines"},
		{"httpserver/network-waits", "more than threads", "", polled("network", 4), Holds, `4 goroutines waited for "network" at 0 ns (G7…G10), with 3 threads in the whole trace`},
		{"httpserver/network-waits", "as many as threads", "", polled("network", 3), Inconclusive, "no more than 3 goroutines"},
		{"httpserver/network-waits", "another wait", "", polled("sleep", 4), Fails, "no goroutine waited"},
		{"httpserver/network-waits", "none", "", func(*tape) {}, Inconclusive, "no region"},
	},
}

// served plays a request of 15 ms, a shutdown at 55 ms, and a later call, which may be accepted.
func served(outcome string, from float64, letIn bool) func(*tape) {
	return func(tp *tape) {
		tp.lane(1, "", 0).wait(55, "sleep").begin("shutdown").run(1).wait(20, "select").end("shutdown")
		tp.lane(20, "", from).begin("request").log("request", "/0/7").wait(15, "sleep").end("request").exit()
		tp.lane(29, "(*httpServer).client", 0).begin("call").log("call", "/0/7").wait(from+16, "network").log(outcome, "/0/7").end("call").exit()
		tp.lane(30, "(*httpServer).client", 0).wait(58, "sleep").begin("call").log("call", "/1/1").run(1).log("unanswered", "/1/1 x").end("call").exit()
		if letIn {
			tp.lane(31, "", 58).begin("request").log("request", "/1/1").run(1).end("request").exit()
		}
	}
}

func ours(how func(*lane) *lane) func(*tape) {
	return func(tp *tape) {
		tp.lane(1, "", 0).begin("shutdown").wait(1, "select").end("shutdown")
		for i, fn := range []string{"serve", "worker"} {
			tp.lane(traceview.GoID(7+i), "(*httpServer)."+fn, 0).run(1).exit()
		}
		how(tp.lane(9, "(*httpServer).client", 0).run(1))
	}
}

// polled plays n goroutines that wait for the same reason at once, in a trace with 3 threads.
func polled(reason string, n int) func(*tape) {
	return func(tp *tape) {
		tp.r.Summary.Stat.Threads.Count = 3
		for i := range n {
			tp.lane(traceview.GoID(7+i), "", 0).begin("request").wait(5, reason).run(1).end("request").exit()
		}
	}
}
