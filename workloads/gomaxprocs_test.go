package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"strconv"
	"sync"
	"time"

	"schedviz/traceview"
)

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
		{claim: "at-most-ps", ran: "--goroutines 1 --work 20ms", verdict: Inconclusive, evidence: "the limit was never reached"},
		{claim: "speed-up", ran: "--goroutines 1 --work 20ms", verdict: Inconclusive, evidence: "1 goroutine can't use"},
		{claim: "speed-up", broken: newGrowingProcs, evidence: "times as fast"},
		{claim: "not-beyond", ran: "--upto 2", asProcs: 1, evidence: "with 2 Ps the work took"},
		{claim: "not-beyond", ran: "--upto 1 --work 20ms", procs: 1, verdict: Inconclusive, evidence: "no two rounds"},
	},
	cases: []claimCase{
		{"gomaxprocs/at-most-ps", "2 of 2", "", computed(2, []procsRound{}), Holds, "in 1 round goroutines ran at once on 2 of 2 Ps, and never more"},
		{"gomaxprocs/at-most-ps", "too few", "", computed(4, []procsRound{}), Inconclusive, "at most 2 of 2 goroutines ran at once on 4 Ps, so the limit was never reached"},
		{"gomaxprocs/at-most-ps", "2 of 1", "", computed(1, []procsRound{}), Fails, "2 goroutines ran at once at 0 ns, with GOMAXPROCS=1"},
		{"gomaxprocs/at-most-ps", "not in the trace", "", computed(0, []procsRound{}), Inconclusive, "does not have"},
		{"gomaxprocs/speed-up", "faster", "", computed(2, []procsRound{{1, 100, 99}, {2, 55, 105}}), Holds, "with 2 Ps on 2 cores the work took 55 ns and with 1 P 100 ns: 1.82 times as fast"},
		{"gomaxprocs/speed-up", "no faster", "", computed(2, []procsRound{{1, 100, 99}, {2, 99, 198}}), Fails, "1.01 times as fast"},
		{"gomaxprocs/speed-up", "no faster, no cores", "", computed(2, []procsRound{{1, 100, 99}, {2, 99, 100}}), Inconclusive, "didn't give it the cores"},
		{"gomaxprocs/speed-up", "one P only", "", computed(1, []procsRound{{1, 100, 99}}), Inconclusive, "no two rounds"},
		{"gomaxprocs/not-beyond", "no faster", "", computed(2, []procsRound{{1, 100, 99}, {2, 55, 105}, {4, 54, 105}}), Holds, "with 4 Ps the work took 54 ns and with 2, one for each core, 55 ns: 1.02"},
		{"gomaxprocs/not-beyond", "too few", "--goroutines 1", computed(2, []procsRound{{1, 100, 99}, {2, 55, 105}, {4, 54, 105}}), Inconclusive, "1 goroutine can't use 4 Ps"},
		{"gomaxprocs/not-beyond", "faster", "", computed(2, []procsRound{{1, 100, 99}, {2, 55, 105}, {4, 30, 59}}), Fails, "1.83 times as fast"},
		{"gomaxprocs/not-beyond", "faster, no cores before", "", computed(2, []procsRound{{1, 100, 99}, {2, 90, 105}, {4, 55, 105}}), Inconclusive, "didn't give it the cores"},
		{"gomaxprocs/not-beyond", "none beyond", "", computed(2, []procsRound{{1, 100, 99}, {2, 55, 105}}), Inconclusive, "no two rounds with exactly as many"},
	},
}

// computed plays one round in which 2 goroutines run at once.
func computed(procs int, rounds []procsRound) func(*tape) {
	return func(tp *tape) {
		tp.result(rounds)
		text := map[int]string{1: "1", 2: "2", 4: "4"}[procs]
		tp.lane(1, "", 0).begin("round").log("procs", text).wait(10, "sync").end("round")
		for i := range 2 {
			tp.lane(traceview.GoID(7+i), "(*goMaxProcs).compute", 0).on(traceview.ProcID(i)).run(10).exit()
		}
	}
}

// growingProcs breaks the workload: the more Ps, the more work it does, so it is no faster.
type growingProcs struct{ goMaxProcs }

func newGrowingProcs() Program { return new(growingProcs) }

func (p *growingProcs) Run(ctx context.Context, _ io.Writer) (any, error) {
	var rounds []procsRound
	for _, procs := range []int{1, 2} {
		runtime.GOMAXPROCS(procs)
		rounds = append(rounds, p.growingRound(ctx, procs))
	}
	return rounds, nil
}

func (p *growingProcs) growingRound(ctx context.Context, procs int) procsRound {
	defer trace.StartRegion(ctx, "round").End()
	trace.Log(ctx, "procs", strconv.Itoa(procs))
	var wg sync.WaitGroup
	start, used := time.Now(), cpuTime()
	for range procs {
		wg.Go(func() { p.sum.Add(spin(1, stepsFor(p.work))) })
	}
	wg.Wait()
	return procsRound{procs, time.Since(start).Nanoseconds(), (cpuTime() - used).Nanoseconds()}
}
