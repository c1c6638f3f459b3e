package workloads

import (
	"strconv"

	"schedviz/traceview"
)

var errGroupSuite = &suite{
	workload: "errgroup",
	quick:    "--fail-at 0 --wait 1ms",
	prints:   "20 of 20 tasks done\n",
	long:     "--wait 1m --fail-at 0",
	live:     []string{"--limit 0", "--tasks 1000 --limit 100 --fail-at 990 --wait 1ms"},
	bad: []badParam{
		{"--tasks 0", "--tasks must be"},
		{"--limit -1", "--limit must be"},
		{"--wait -1s", "--wait must be"},
		{"--fail-at 21", "--fail-at must be from 0 to 20, not 21"},
	},
	holds: []holdCase{{claims: "all-done", args: "--fail-at 0"}},
	breaks: []breakCase{
		{claim: "limit", ran: "--limit 0", checked: "--limit 4", evidence: "tasks at once"},
		{claim: "limit", ran: "--tasks 3 --fail-at 0", verdict: Inconclusive, evidence: "the limit of 4 was not reached"},
		{claim: "first-error", ran: "--fail-at 0", checked: "--fail-at 12", evidence: "0 tasks failed"},
		{claim: "cancels-rest", ran: "--deaf", checked: "--deaf=false", evidence: "after task"},
		{claim: "all-done", ran: "--fail-at 12", checked: "--fail-at 0", evidence: "of 20 tasks done"},
	},
	cases: []claimCase{
		{"errgroup/limit", "2 of 2", "--limit 2", grouped(3, 12), Holds, "at most 2 tasks at once"},
		{"errgroup/limit", "2 of 1", "--limit 1", grouped(3, 12), Fails, "at most 2 tasks at once"},
		{"errgroup/limit", "2 of 3", "--limit 3", grouped(3, 12), Inconclusive, "the limit of 3 was not reached"},
		{"errgroup/first-error", "first", "--fail-at 3", grouped(3, 12), Holds, "Wait returned the error of task 3 (G7), at 10.0 ms, the first of 2 errors"},
		{"errgroup/first-error", "second", "--fail-at 3", grouped(4, 12), Fails, "Wait returned the error of task 4, but task 3 had failed 9.90 ms before"},
		{"errgroup/first-error", "another", "--fail-at 3", grouped(5, 12), Fails, "2 tasks failed, but Wait returned the error of task 5"},
		{"errgroup/first-error", "none", "--fail-at 3", func(*tape) {}, Inconclusive, "no region"},
		{"errgroup/cancels-rest", "cut", "--fail-at 3 --wait 40ms", grouped(3, 12), Holds, "G7 failed at 10.0 ms; 1 task in flight (G8) ended within 2.00 ms of that, of the 40.0 ms"},
		{"errgroup/cancels-rest", "goes on", "--fail-at 3 --wait 40ms", grouped(3, 40), Fails, "G8 went on for 30.0 ms after task G7 had failed"},
		{"errgroup/cancels-rest", "done anyway", "--fail-at 3 --wait 12ms", grouped(3, 12), Inconclusive, "no task was in the middle of its wait"},
		{"errgroup/all-done", "all", "--fail-at 0 --tasks 3", groupDone(3), Holds, "3 tasks done in 5.00 ms (G7…G9)"},
		{"errgroup/all-done", "one missing", "--fail-at 0 --tasks 4", groupDone(3), Fails, "3 of 4 tasks done"},
		{"errgroup/all-done", "none", "--fail-at 0", func(*tape) {}, Inconclusive, "no region"},
	},
}

// grouped plays a task that fails at 10 ms, one in flight until a time, and one that fails at 20 ms; reported is the
// number of the error that Wait returns.
func grouped(reported int, until float64) func(*tape) {
	return func(tp *tape) {
		tp.result(errGroupResult{Failed: reported})
		for i, at := range []float64{10, 20} {
			l := tp.lane(traceview.GoID(7+2*i), "", 0).wait(at, "chan receive").begin("task")
			l.log("failed", strconv.Itoa(3+i)).run(0.1).end("task").exit()
		}
		tp.lane(8, "", 0).begin("task").wait(until, "select").end("task").exit()
	}
}

func groupDone(n int) func(*tape) {
	return func(tp *tape) {
		tp.result(errGroupResult{Done: int64(n)})
		for i := range n {
			tp.lane(traceview.GoID(7+i), "", 0).begin("task").wait(5, "select").end("task").exit()
		}
	}
}
