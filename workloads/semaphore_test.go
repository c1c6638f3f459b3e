package workloads

import "schedviz/traceview"

var semaphoreSuite = &suite{
	workload: "semaphore",
	quick:    "--tasks 20 --wait 1ms --work 10us",
	prints:   "20 of 20 tasks done (--limit 8)",
	long:     "--tasks 10000 --wait 1m",
	live:     []string{"--limit 1 --tasks 20", "--limit 0 --wait 50ms"},
	bad: []badParam{
		{"--tasks 0", "--tasks must be"},
		{"--limit -1", "--limit must be"},
		{"--wait -1s", "--wait must be"},
		{"--work -1s", "--work must be"},
	},
	holds: []holdCase{{claims: "all-at-once runnable", args: "--limit 0"}},
	breaks: []breakCase{
		{claim: "limit", ran: "--inside", checked: "--inside=false", evidence: "task goroutines at once"},
		{claim: "limit", ran: "--tasks 5", verdict: Inconclusive, evidence: "the limit of 8 was not reached"},
		{claim: "limit", ran: "--limit 0", checked: "--limit 8", evidence: "task goroutines at once"},
		{claim: "all-at-once", ran: "", checked: "--limit 0", evidence: "no more than 8 of 100 tasks were inside"},
		{claim: "runnable", ran: "--limit 2", checked: "--limit 0", evidence: "of 100 tasks were runnable at once"},
		{claim: "all-done", ran: "--tasks 99", checked: "--tasks 100", evidence: "99 of 100 tasks done"},
	},
	cases: []claimCase{
		{"semaphore/limit", "2 of 2", "--limit 2 --tasks 2", inside(2, 0), Holds, "at most 2 task goroutines at once (G10, G11"},
		{"semaphore/limit", "2 of 1", "--limit 1 --tasks 2", inside(2, 0), Fails, "at most 2 task goroutines at once"},
		{"semaphore/limit", "2 of 3", "--limit 3 --tasks 2", inside(2, 0), Inconclusive, "the limit of 3 was not reached"},
		{"semaphore/limit", "created early", "--limit 1 --tasks 2", func(tp *tape) {
			tp.lane(10, "(*semaphore).task", 0).begin("task").wait(5, "sleep").end("task").exit()
			tp.lane(11, "(*semaphore).task", 2).wait(8, "chan send").begin("task").wait(5, "sleep").end("task").exit()
		}, Fails, "at most 2 task goroutines at once"},
		{"semaphore/limit", "none", "", func(*tape) {}, Inconclusive, "no region"},
		{"semaphore/all-at-once", "all", "--limit 0 --tasks 2", inside(2, 0), Holds, "all 2 tasks were inside at 0 ns"},
		{"semaphore/all-at-once", "in turn", "--limit 0 --tasks 2", inside(2, 10), Fails, "no more than 1 of 2"},
		{"semaphore/all-at-once", "too short", "--limit 0 --tasks 2 --wait 0s", inside(2, 10), Inconclusive, "try a longer --wait"},
		{"semaphore/runnable", "all", "--limit 0 --tasks 10", inside(10, 0), Holds, "10 of 10 tasks were runnable at 5.00 ms, with 2 Ps"},
		{"semaphore/runnable", "few", "--limit 0 --tasks 10", inside(10, 10), Fails, "no more than 1 of 10"},
		{"semaphore/runnable", "few tasks", "--limit 0 --tasks 3", inside(3, 0), Inconclusive, "try more tasks"},
		{"semaphore/all-done", "all", "--tasks 2", inside(2, 0), Holds, "2 tasks done in 7.00 ms"},
		{"semaphore/all-done", "one missing", "--tasks 3", inside(2, 0), Fails, "2 of 3 tasks done, 2 in the trace"},
		{"semaphore/all-done", "none", "", func(*tape) {}, Inconclusive, "no region"},
	},
}

// inside plays n tasks, one every every ms.
func inside(n int, every float64) func(*tape) {
	return func(tp *tape) {
		tp.result(n)
		for i := range n {
			tp.lane(traceview.GoID(10+i), "(*semaphore).task", float64(i)*every).begin("task").wait(5, "sleep").ready(1).run(1).end("task").exit()
		}
	}
}
