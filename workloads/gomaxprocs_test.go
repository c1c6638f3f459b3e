package workloads

import "schedviz/traceview"

var goMaxProcsSuite = &suite{
	workload: "gomaxprocs",
	quick:    "--work 10ms --upto 2",
	prints:   "GOMAXPROCS=2: ",
	long:     "--work 1m",
	live:     []string{"--goroutines 1"},
	bad: []badParam{
		{"--goroutines -1", "--goroutines must be"},
		{"--upto 2000", "--upto must be"},
		{"--work 0s", "--work must be"},
	},
	breaks: []breakCase{
		{claim: "at-most-ps", ran: "--keep", procs: 4, evidence: "with GOMAXPROCS=1"},
	},
	cases: []claimCase{
		{"gomaxprocs/at-most-ps", "2 of 2", "", computed(2, []procsRound{}), Holds, "in 1 round goroutines ran at once on 2 of 2 Ps"},
		{"gomaxprocs/at-most-ps", "2 of 1", "", computed(1, []procsRound{}), Fails, "2 goroutines ran at once at 0 ns, with GOMAXPROCS=1"},
		{"gomaxprocs/at-most-ps", "not in the trace", "", computed(0, []procsRound{}), Inconclusive, "does not have"},
		{"gomaxprocs/speed-up", "faster", "", computed(2, []procsRound{{1, 100, 99}, {2, 55, 105}}), Holds, "with 2 Ps on 2 cores the work took 55 ns and with 1 P 100 ns: 1.82 times as fast"},
		{"gomaxprocs/speed-up", "no faster", "", computed(2, []procsRound{{1, 100, 99}, {2, 99, 198}}), Fails, "1.01 times as fast"},
		{"gomaxprocs/speed-up", "no faster, no cores", "", computed(2, []procsRound{{1, 100, 99}, {2, 99, 100}}), Inconclusive, "didn't give it the cores"},
		{"gomaxprocs/speed-up", "one P only", "", computed(1, []procsRound{{1, 100, 99}}), Inconclusive, "no two rounds"},
		{"gomaxprocs/not-beyond", "no faster", "", computed(2, []procsRound{{1, 100, 99}, {2, 55, 105}, {4, 54, 105}}), Holds, "with 4 Ps the work took 54 ns and with 2, one for each core, 55 ns: 1.02"},
		{"gomaxprocs/not-beyond", "faster", "", computed(2, []procsRound{{1, 100, 99}, {2, 55, 105}, {4, 30, 59}}), Fails, "1.83 times as fast"},
		{"gomaxprocs/not-beyond", "faster, no cores before", "", computed(2, []procsRound{{1, 100, 99}, {2, 90, 105}, {4, 55, 105}}), Inconclusive, "didn't give it the cores"},
		{"gomaxprocs/not-beyond", "none beyond", "", computed(2, []procsRound{{1, 100, 99}, {2, 55, 105}}), Inconclusive, "no two rounds with exactly as many"},
	},
}

// computed plays one round in which 2 goroutines run at once.
func computed(procs int, rounds []procsRound) func(*tape) {
	return func(tp *tape) {
		tp.result(rounds)
		text := map[int]string{1: "1", 2: "2"}[procs]
		tp.lane(1, "", 0).begin("round").log("procs", text).wait(10, "sync").end("round")
		for i := range 2 {
			tp.lane(traceview.GoID(7+i), "(*goMaxProcs).compute", 0).on(traceview.ProcID(i)).run(10).exit()
		}
	}
}
