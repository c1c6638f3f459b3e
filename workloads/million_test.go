package workloads

import (
	"context"
	"io"
	"runtime/trace"

	"schedviz/traceview"
)

var millionSuite = &suite{
	workload: "million",
	quick:    "--goroutines 2000",
	prints:   "2000 goroutines: memory of a goroutine",
	long:     "--hold 1m --goroutines 100",
	bad: []badParam{
		{"--goroutines 0", "--goroutines must be"},
		{"--goroutines 1000001", "--goroutines must be from 1 to 1000000, not 1000001"},
		{"--lock", "--goroutines must be from 1 to 2000, not 100000"},
		{"--stack -1", "--stack must be"},
		{"--hold -1s", "--hold must be"},
	},
	heavy: true,
	breaks: []breakCase{
		{claim: "alive-together", broken: func() Program { return new(millionHasty) }, ran: "--goroutines 2000", evidence: "were alive at once"},
		{claim: "creation", ran: "--goroutines 100", verdict: Inconclusive, evidence: "too few goroutines"},
		{claim: "few-threads", ran: "--goroutines 200 --lock", evidence: "threads, with 2 Ps"},
		{claim: "memory", ran: "--goroutines 2000 --stack 20000", checked: "--goroutines 2000", verdict: Differs, evidence: "documented as 2.00 kB to 4.00 kB, which is not true here"},
	},
	cases: []claimCase{
		{"million/alive-together", "all", "--goroutines 2", crowd(2, 0, 0), Holds, "2 goroutines were alive at once for 10.0 ms, from 5.00 ms on"},
		{"million/alive-together", "one ended before", "--goroutines 2", crowd(2, 0, 6), Fails, "no more than 1 of 2"},
		{"million/alive-together", "not all seen", "--goroutines 3", crowd(2, 0, 0), Inconclusive, "2 of 3 goroutines"},
		{"million/few-threads", "few", "", threadsUsed(8), Holds, "100000 goroutines used 8 threads, with 2 Ps"},
		{"million/few-threads", "many", "", threadsUsed(80), Fails, "used 80 threads"},
		{"million/few-threads", "few goroutines", "--goroutines 20", threadsUsed(8), Inconclusive, "too few"},
		{"million/memory", "as documented", "", crowd(2, 2700, 0), Holds, "memory of a goroutine 2.70 kB, documented as 2.00 kB to 4.00 kB"},
		{"million/memory", "more", "", crowd(2, 9000, 0), Differs, "which is not true here"},
		{"million/memory", "few", "--goroutines 10", crowd(2, 9000, 0), Inconclusive, "too few"},
		{"million/creation", "as documented", "", crowd(2, 1500, 0), Holds, "creation of a goroutine 1.50 µs, documented as 1.00 µs to 2.00 µs"},
		{"million/creation", "less", "", crowd(2, 500, 0), Differs, "creation of a goroutine 500 ns, documented as 1.00 µs to 2.00 µs, which is not true here"},
		{"million/creation", "much more", "", crowd(2, 50_000, 0), Differs, "50.0 µs"},
		{"million/creation", "few", "--goroutines 10", crowd(2, 500, 0), Inconclusive, "too few"},
	},
}

// crowd plays goroutines held from 5 to 15 ms, the second of which may end early; figure1 is every measured
// figure.
func crowd(n int, figure1, early float64) func(*tape) {
	return func(tp *tape) {
		tp.result(millionResult{
			Memory:   figure{What: "memory of a goroutine", Unit: "bytes", Low: 2e3, High: 4e3}.measured(figure1),
			Creation: figure{What: "creation of a goroutine", Unit: "ns", Low: 1000, High: 2000}.measured(figure1),
		})
		tp.lane(1, "", 0).run(5).begin("all alive").wait(10, "sleep").end("all alive").run(5)
		for i := range n {
			d := 15.0
			if early > 0 && i == 1 {
				d = early
			}
			tp.lane(traceview.GoID(7+i), "(*million).goroutine", 1).wait(d, "chan receive").run(0.1).exit()
		}
	}
}

func threadsUsed(n int) func(*tape) {
	return func(tp *tape) {
		crowd(2, 0, 0)(tp)
		tp.r.Summary.Stat.Threads.Count = n
	}
}

// millionHasty lets its goroutines go as they come.
type millionHasty struct{ million }

func (p *millionHasty) Run(ctx context.Context, _ io.Writer) (any, error) {
	p.gate = make(chan struct{})
	close(p.gate)
	p.start(ctx, make([]float64, p.goroutines))
	p.wg.Wait()
	trace.WithRegion(ctx, "all alive", func() { nap(ctx, p.hold) })
	return millionResult{}, ctx.Err()
}
