package workloads

import "schedviz/traceview"

var fanOutSuite = &suite{
	workload: "fanout",
	quick:    "--rounds 2",
	prints:   "hello from 4\n",
	bad: []badParam{
		{"--n 0", "--n must be from 1 to 10000, not 0"},
		{"--rounds 0", "--rounds must be"},
		{"--capture both", "--capture must be one of own, shared, copy"},
	},
	long:  "--n 10000 --rounds 1000",
	live:  []string{"--n 100", "--capture shared", "--capture copy"},
	races: with("shared"),
	holds: []holdCase{{claims: "ids-repeat", args: "--capture shared"}},
	breaks: []breakCase{
		{claim: "order", ran: "--in-turn --rounds 20", checked: "--rounds 20", evidence: "in all of 20 rounds"},
		{claim: "each-once", ran: "--capture shared --n 50", checked: "--n 50", evidence: "time"},
		{claim: "ids-repeat", ran: "--rounds 20", checked: "--rounds 20 --capture shared", evidence: "no id was seen twice"},
	},
	cases: []claimCase{
		{"fanout/each-once", "both", "--n 2 --rounds 1", greeted([]int{0, 1}, 0, 1), Holds, "saw each id from 0 to 1 once"},
		{"fanout/each-once", "one twice", "--n 2 --rounds 1", greeted([]int{1, 1}, 0, 1), Fails, "the id 0 was seen 0 times"},
		{"fanout/each-once", "a round missing", "--n 2 --rounds 2", greeted([]int{0, 1}, 0, 1), Fails, "2 goroutines in 1 round"},
		{"fanout/each-once", "no goroutine", "", func(*tape) {}, Inconclusive, "no region"},
		{"fanout/order", "last first", "--n 2 --rounds 1", greeted([]int{0, 1}, 3, 1), Holds, "in round 1 G11 ran 2.00 ms before G10"},
		{"fanout/order", "in order", "--n 2 --rounds 1", greeted([]int{0, 1}, 1, 3), Inconclusive, "may be chance"},
		{"fanout/order", "always in order", "--n 2 --rounds 20", manyInOrder, Fails, "in all of 20 rounds"},
		{"fanout/ids-repeat", "one twice", "--n 2 --rounds 1 --capture shared", greeted([]int{2, 2}, 0, 1), Holds, "the id 2 was seen 2 times"},
		{"fanout/ids-repeat", "never, few", "--n 2 --rounds 1 --capture shared", greeted([]int{0, 1}, 0, 1), Inconclusive, "too few"},
		{"fanout/ids-repeat", "never", "--n 2 --rounds 20 --capture shared", manyInOrder, Fails, "no id was seen twice"},
	},
}

// greeted plays one round of goroutines that see these ids and run this late.
func greeted(ids []int, late ...float64) func(*tape) {
	return func(tp *tape) {
		tp.result(fanOutResult{Rounds: [][]int{ids}})
		for i, d := range late {
			at := 0.01 * float64(i)
			tp.lane(traceview.GoID(10+i), "(*fanOutRound).own.func1", at).ready(d - at).begin("greet").run(0.1).end("greet").exit()
		}
	}
}

func manyInOrder(tp *tape) {
	var result fanOutResult
	for round := range 20 {
		at := float64(round)
		result.Rounds = append(result.Rounds, []int{0, 1})
		tp.lane(traceview.GoID(10+2*round), "(*fanOutRound).own.func1", at).ready(0.1).begin("greet").run(0.1).end("greet").exit()
		tp.lane(traceview.GoID(11+2*round), "(*fanOutRound).own.func1", at+0.2).ready(0.1).begin("greet").run(0.1).end("greet").exit()
	}
	tp.result(result)
}
