package workloads

import "schedviz/traceview"

var fetchSuite = &suite{
	workload: "fetch",
	quick:    "",
	prints:   "the page is complete after",
	long:     "--scale 10 --user 1m",
	bad: []badParam{
		{"--user 0s", "--user must be"},
		{"--orders 0s", "--orders must be"},
		{"--recommendations 0s", "--recommendations must be"},
		{"--scale 0", "--scale must be"},
	},
	holds: []holdCase{{claims: "one-running", procs: 1}},
	breaks: []breakCase{
		{claim: "one-running", ran: "--in-turn", procs: 1, verdict: Inconclusive, evidence: "were not in progress at the same time"},
		{claim: "overlap", ran: "--in-turn", evidence: "no more than 1 of the three"},
		{claim: "time-of-slowest", ran: "--in-turn", evidence: "one after another"},
	},
	// By default the fetches take 10, 20 and 30 ms.
	cases: []claimCase{
		{"fetch/overlap", "all", "", fetched(false, false), Holds, "all three (G10…G12) were in progress for 10.1 ms"},
		{"fetch/overlap", "in turn", "", fetched(true, false), Fails, "no more than 1"},
		{"fetch/overlap", "not all seen", "", func(tp *tape) { tp.lane(10, "(*fetch).fetch", 0).begin("fetch").run(1).end("fetch") }, Inconclusive, "only 1"},
		{"fetch/time-of-slowest", "side by side", "", fetched(false, false), Holds, "one sleeps for 30.0 ms, one after another they would sleep for 60.0 ms"},
		{"fetch/time-of-slowest", "in turn", "", fetched(true, false), Fails, "one after another"},
		{"fetch/time-of-slowest", "one held up", "", fetchHeldUp(0, 90), Inconclusive, "too busy"},
		{"fetch/time-of-slowest", "one without a P", "", fetchHeldUp(40, 30), Inconclusive, "too busy"},
		{"fetch/time-of-slowest", "one", "", func(tp *tape) { tp.lane(10, "(*fetch).fetch", 0).begin("fetch").run(1).end("fetch") }, Inconclusive, "1 goroutine"},
		{"fetch/one-running", "never two", "", func(tp *tape) { fetched(false, false)(tp); tp.procs(1) }, Holds, "no two of G10…G12 ran at the same time"},
		{"fetch/one-running", "two", "", func(tp *tape) { fetched(false, true)(tp); tp.procs(1) }, Fails, "ran at the same time for"},
		{"fetch/one-running", "in turn", "", func(tp *tape) { fetched(true, false)(tp); tp.procs(1) }, Inconclusive, "not in progress at the same time"},
		{"fetch/one-running", "one seen", "", func(tp *tape) {
			tp.procs(1)
			tp.lane(10, "(*fetch).fetch", 0).begin("fetch").run(1).end("fetch")
		}, Inconclusive, "only 1"},
	},
}

// fetched plays three fetches, side by side or one after the other; the first may
// compute while the others do.
func fetched(inTurn, compute bool) func(*tape) {
	return func(tp *tape) {
		at := 0.0
		for i := range 3 {
			takes := float64(10 * (i + 1))
			l := tp.lane(traceview.GoID(10+i), "(*fetch).fetch", at).begin("fetch")
			if compute {
				l.run(takes)
			} else {
				l.wait(takes, "sleep").run(0.1)
			}
			l.end("fetch").exit()
			if inTurn {
				at += takes + 0.2
			}
		}
	}
}

// fetchHeldUp plays two fetches; the second gets a P only after ready ms and then takes takes ms.
func fetchHeldUp(ready, takes float64) func(*tape) {
	return func(tp *tape) {
		tp.lane(10, "(*fetch).fetch", 0).begin("fetch").wait(10, "sleep").run(0.1).end("fetch").exit()
		tp.lane(11, "(*fetch).fetch", 0).ready(ready).begin("fetch").wait(20, "sleep").run(takes).end("fetch").exit()
	}
}
