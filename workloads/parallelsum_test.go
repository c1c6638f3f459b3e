package workloads

import (
	"context"
	"io"

	"schedviz/traceview"
)

var parallelSumSuite = &suite{
	workload: "parallelsum",
	quick:    "--n 10000 --passes 1",
	prints:   "the sum in 8 parts is 4995000, and 4995000 would be right; 8 parts were summed\n",
	long:     "--n 1000000 --passes 100000 --limit 2 --parts 100",
	live:     []string{"--cancel 2 --limit 2", "--parts 1", "--parts 100 --limit 3"},
	bad: []badParam{
		{"--n 0", "--n must be"},
		{"--parts 0", "--parts must be"},
		{"--limit -1", "--limit must be"},
		{"--passes 0", "--passes must be"},
		{"--cancel 9", "--cancel must be from 0 to 8, not 9"},
	},
	holds: []holdCase{{claims: "later-parts", args: "--cancel 2 --limit 2"}},
	breaks: []breakCase{
		{claim: "later-parts", ran: "--cancel 8 --limit 2", verdict: Inconclusive, evidence: "all parts had begun before the cancel"},
		{claim: "later-parts", broken: func() Program { return new(parallelSumDeaf) }, ran: "--cancel 2 --limit 2 --passes 1", evidence: "after the cancel and still summed"},
		{claim: "right", ran: "--cancel 2 --limit 2", checked: "--limit 2", evidence: "the sum of"},
		{claim: "parallel", ran: "--limit 1 --passes 100", checked: "--passes 100", evidence: "no two of 8 parts ran at once"},
	},
	cases: []claimCase{
		{"parallelsum/right", "right", "--parts 2", summed(100, 0, -1), Holds, "the sum of 2 parts is 100, as it should be"},
		{"parallelsum/right", "wrong", "--parts 2", summed(99, 0, -1), Fails, "is 99, not 100"},
		{"parallelsum/right", "none", "--parts 2", func(*tape) {}, Inconclusive, "no region"},
		{"parallelsum/parallel", "at once", "--parts 2", summed(100, 0, -1), Holds, "two or more of G10, G11 ran at the same time for 60.0 ms"},
		{"parallelsum/parallel", "in turn", "--parts 2", summed(100, 60, -1), Fails, "although they ran for 120 ms and there are 2 Ps"},
		{"parallelsum/parallel", "one P", "--parts 2", func(tp *tape) { summed(100, 60, -1)(tp); tp.procs(1) }, Inconclusive, "1 P"},
		{"parallelsum/parallel", "one part", "--parts 1", summed(100, 60, -1), Inconclusive, "1 part "},
		{"parallelsum/later-parts", "nothing done", "--cancel 1", summed(50, -1, 60), Holds, "1 part began after the cancel at 60.0 ms, and did nothing (G11)"},
		{"parallelsum/later-parts", "done", "--cancel 1", summed(50, 70, 60), Fails, "G11 began 10.0 ms after the cancel"},
		{"parallelsum/later-parts", "none later", "--cancel 1", summed(50, 10, 60), Inconclusive, "all parts had begun"},
		{"parallelsum/later-parts", "no cancel", "--cancel 1", summed(50, 10, -1), Inconclusive, "no cancel"},
	},
}

// summed plays a part from the start on and a second one from a later time; the first cancels. A second of -1
// begins later but does not sum.
func summed(sum int64, second, cancel float64) func(*tape) {
	return func(tp *tape) {
		tp.result(sumResult{Sum: sum, Want: 100, Done: 2})
		first := tp.lane(10, "(*parallelSum).part", 0).on(0).begin("part").begin("sum").run(60).end("sum")
		if cancel >= 0 {
			first.begin("cancel").end("cancel")
		}
		first.end("part").exit()
		second1 := tp.lane(11, "(*parallelSum).part", max(second, 0)).on(traceview.ProcID(1))
		if second < 0 {
			second1.ready(70).begin("part").run(0.1).end("part").exit()
			return
		}
		second1.begin("part").begin("sum").run(60).end("sum").end("part").exit()
	}
}

// parallelSumDeaf does not look at its context.
type parallelSumDeaf struct{ parallelSum }

func (p *parallelSumDeaf) Run(ctx context.Context, out io.Writer) (any, error) {
	p.slice, p.tokens = make([]int32, p.n), make(chan struct{}, p.limit)
	for i := range p.parts {
		p.tokens <- struct{}{}
		p.wg.Add(1)
		go p.part(ctx, func() {}, i, new(int64))
	}
	p.wg.Wait()
	return sumResult{Done: p.parts}, ctx.Err()
}
