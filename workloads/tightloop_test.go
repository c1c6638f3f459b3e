package workloads

import (
	"slices"
	"testing"

	"schedviz/traceview"
)

var (
	offResult = loopResult{Loops: 3}
	onResult  = loopResult{Loops: 3, AsyncPreempt: true}
)

const (
	inSpin   = "schedviz/workloads.spin"
	inCall   = "schedviz/workloads.spinALittle"
	inLooper = "schedviz/workloads.(*tightLoop).loop"
)

// By default 3 loops of 100 ms of work share 2 Ps, and the other goroutine is G10.
var tightLoopSuite = &suite{
	workload: "tightloop",
	quick:    "--work 5ms",
	prints:   "(--mode tight) of 5.00 ms on",
	long:     "--mode call --work 1m",
	bad: []badParam{
		{"--mode yield", `--mode must be one of gosched, call, tight, not "yield"`},
		{"--loops -1", "--loops must be"},
		{"--work 0s", "--work must be"},
	},
	holds: []holdCase{
		{claims: "gosched-yields", args: "--mode gosched"},
		{claims: "call-either-way", args: "--mode call"},
		{claims: "call-cooperative", args: "--mode call", godebug: "asyncpreemptoff=1"},
		{claims: "tight-unpreempted other-starves", godebug: "asyncpreemptoff=1"},
	},
	breaks: []breakCase{
		{claim: "gosched-yields", ran: "--mode tight", checked: "--mode gosched", evidence: "called Gosched 0 times"},
		{claim: "call-cooperative", ran: "--mode tight", checked: "--mode call", godebug: "asyncpreemptoff=1", evidence: "no loop was preempted"},
		{claim: "call-either-way", ran: "--mode tight", checked: "--mode call", evidence: "were preempted 0 times at a function's entry"},
		{claim: "tight-async", ran: "--mode call", checked: "--mode tight", evidence: "were preempted cooperatively"},
		{claim: "tight-slice", ran: "--work 5ms", verdict: Inconclusive, evidence: "try a larger --work"},
		{claim: "tight-unpreempted", ran: "--mode call", checked: "--mode tight", godebug: "asyncpreemptoff=1", evidence: "times in the loop"},
		{claim: "other-starves", ran: "--mode call", checked: "--mode tight", godebug: "asyncpreemptoff=1", evidence: "before the first loop"},
		{claim: "other-runs", ran: "--mode tight", checked: "--mode call", godebug: "asyncpreemptoff=1", evidence: "until a loop"},
	},
	cases: []claimCase{
		{"tightloop/gosched-yields", "yields only", "--mode gosched", rounds(onResult, 40, 1, traceview.PreemptGosched, inYield), Holds, "G7…G9 called Gosched 120 times and were preempted 0 times"},
		{"tightloop/gosched-yields", "preempted only", "--mode gosched", rounds(onResult, 4, 20, traceview.PreemptAsync, inSpin), Fails, "called Gosched 0 times and were preempted 12 times"},
		{"tightloop/gosched-yields", "preempted more often", "--mode gosched", mixed(1, 3, 1), Fails, "called Gosched 3 times and were preempted 9 times"},
		{"tightloop/gosched-yields", "preempted at times", "--mode gosched", mixed(3, 1, 1), Inconclusive, "called Gosched 9 times and were preempted 3 times"},
		{"tightloop/gosched-yields", "busy host", "--mode gosched", mixed(1, 3, 60), Inconclusive, "called Gosched 3 times and were preempted 9 times"},

		{"tightloop/call-cooperative", "in turn", "--mode call", rounds(offResult, 5, 20, traceview.PreemptCooperative, inCall), Holds, "G7…G9 were preempted at the entry of spinALittle 15 times, and 13 times another"},
		{"tightloop/call-cooperative", "by signal", "--mode call", rounds(offResult, 5, 20, traceview.PreemptAsync, inSpin), Fails, "asynchronously 15 times"},
		{"tightloop/call-cooperative", "elsewhere", "--mode call", rounds(offResult, 5, 20, traceview.PreemptCooperative, "context.(*cancelCtx).Err", inSpin), Fails, "15 times, but 15 times not at the entry of spinALittle"},
		{"tightloop/call-cooperative", "never", "--mode call", rounds(offResult, 1, 100, traceview.NotPreempted), Fails, "ran for 100 ms at a stretch"},
		{"tightloop/call-cooperative", "never, busy host", "--mode call", rounds(offResult, 1, 200, traceview.NotPreempted), Inconclusive, "too busy"},
		{"tightloop/call-cooperative", "never, short", "--mode call --work 5ms", rounds(offResult, 1, 5, traceview.NotPreempted), Inconclusive, "too short"},
		{"tightloop/call-cooperative", "P not shared", "--mode call", unshared(2), Fails, "but no other goroutine then ran"},
		{"tightloop/call-cooperative", "a P for each", "--mode call", unshared(4), Inconclusive, "a P for each"},

		{"tightloop/call-either-way", "both", "--mode call", bothWays(true, true), Holds, "G7…G9 were preempted 3 times at a function's entry and 3 times by a signal"},
		{"tightloop/call-either-way", "signals only", "--mode call", rounds(onResult, 5, 20, traceview.PreemptAsync, inSpin), Fails, "0 times at a function's entry and 15 times by a signal"},
		{"tightloop/call-either-way", "few signals", "--mode call", bothWays(false, true), Inconclusive, "the signal came first each time"},
		{"tightloop/call-either-way", "calls only", "--mode call", bothWays(true, false), Inconclusive, "came to a call before the signal"},
		{"tightloop/call-either-way", "neither", "--mode call", rounds(onResult, 1, 100, traceview.NotPreempted), Fails, "ran for 100 ms at a stretch"},

		{"tightloop/tight-async", "by signal", "", rounds(onResult, 5, 20, traceview.PreemptAsync, inSpin), Holds, "asynchronously 15 times and never cooperatively"},
		{"tightloop/tight-async", "cooperatively", "", rounds(onResult, 5, 20, traceview.PreemptCooperative, inSpin), Fails, "cooperatively 15 times"},
		{"tightloop/tight-async", "outside of the loop", "", rounds(onResult, 1, 20, traceview.PreemptCooperative, inLooper), Inconclusive, "too short"},
		{"tightloop/tight-async", "never", "", rounds(onResult, 1, 100, traceview.NotPreempted), Fails, "ran for 100 ms at a stretch"},
		{"tightloop/tight-async", "never, busy host", "", rounds(onResult, 1, 200, traceview.NotPreempted), Inconclusive, "too busy"},

		{"tightloop/tight-slice", "20 ms", "", rounds(onResult, 5, 20, traceview.PreemptAsync, inSpin), Holds, "15 slices of G7…G9 ended in an async preemption after 20.0 ms (median; 9.00 ms to 25.0 ms is allowed)"},
		{"tightloop/tight-slice", "10 ms", "", rounds(onResult, 5, 10, traceview.PreemptAsync, inSpin), Holds, "after 10.0 ms (median; 9.00 ms to 25.0 ms is allowed)"},
		{"tightloop/tight-slice", "too soon", "", rounds(onResult, 20, 5, traceview.PreemptAsync, inSpin), Fails, "after 5.00 ms (median; 9.00 ms to 25.0 ms is allowed)"},
		{"tightloop/tight-slice", "too late", "", rounds(onResult, 2, 40, traceview.PreemptAsync, inSpin), Fails, "after 40.0 ms (median; 9.00 ms to 25.0 ms is allowed)"},
		{"tightloop/tight-slice", "too late, busy host", "", rounds(onResult, 5, 40, traceview.PreemptAsync, inSpin), Inconclusive, "after 40.0 ms (median; 9.00 ms to 25.0 ms is allowed)"},
		{"tightloop/tight-slice", "too soon, busy host", "--work 50ms", rounds(onResult, 40, 5, traceview.PreemptAsync, inSpin), Inconclusive, "after 5.00 ms (median; 9.00 ms to 25.0 ms is allowed)"},
		{"tightloop/tight-slice", "too few", "--work 10ms", rounds(onResult, 0, 0, traceview.PreemptAsync, inSpin), Inconclusive, "only 0 slices"},

		{"tightloop/tight-unpreempted", "never", "", rounds(offResult, 1, 100, traceview.NotPreempted), Holds, "kept its P for 100 ms"},
		{"tightloop/tight-unpreempted", "by signal", "", rounds(offResult, 5, 20, traceview.PreemptAsync, inSpin), Fails, "preempted 15 times"},
		{"tightloop/tight-unpreempted", "outside of the loop", "", rounds(offResult, 1, 100, traceview.PreemptCooperative, inLooper), Holds, "kept its P for 100 ms"},
		{"tightloop/tight-unpreempted", "short", "--work 10ms", rounds(offResult, 1, 10, traceview.NotPreempted), Inconclusive, "too short"},

		{"tightloop/other-starves", "to the end", "", starved(offResult, 100, 100.1), Holds, "G10 was runnable for 100 ms and could not run until a loop (G7) was done"},
		{"tightloop/other-starves", "runs before", "", starved(offResult, 100, 20), Fails, "G10 was runnable for 20.0 ms and then ran, 80.0 ms before the first loop (G7) was done"},
		{"tightloop/other-starves", "short", "--work 10ms", starved(offResult, 10, 10.1), Inconclusive, "too short"},
		{"tightloop/other-starves", "a free P", "--loops 2", func(tp *tape) { starved(offResult, 100, 0.1)(tp); tp.procs(4) }, Inconclusive, "2 loops left one of 4 Ps free"},

		{"tightloop/other-runs", "after a slice", "", starved(onResult, 100, 20), Holds, "G10 was runnable for 20.0 ms and then ran, 80.0 ms before"},
		{"tightloop/other-runs", "at the end", "", starved(onResult, 100, 100.1), Fails, "until a loop (G7) was done"},
		{"tightloop/other-runs", "late", "", starved(onResult, 100, 80), Inconclusive, "too short to decide"},
		{"tightloop/other-runs", "short", "--work 10ms", starved(onResult, 10, 10.1), Inconclusive, "too short to decide"},
		{"tightloop/other-runs", "yielding", "--mode gosched", starved(offResult, 100, 1), Holds, "1.00 ms and then ran"},
		{"tightloop/other-runs", "calling", "--mode call", starved(offResult, 100, 100.1), Fails, "until a loop (G7) was done"},
	},
}

const inYield = "schedviz/workloads.spinYielding"

// rounds plays 3 loops that take turns on 2 Ps, each for n slices of a length, all ending in the same way in a
// function.
func rounds(result loopResult, n int, slice float64, how traceview.Preempt, leaf ...string) func(*tape) {
	return func(tp *tape) {
		tp.result(result)
		loops := startLoops(tp, 3)
		for turn := range 3 * n {
			l := loops[turn%3]
			at := ms(float64(turn/2) * slice)
			l.on(traceview.ProcID(turn % 2))
			if at > l.now {
				l.ready(float64(at-l.now) / 1e6)
			}
			l.stopped(slice, how, leaf...)
		}
		endLoops(loops)
	}
}

// mixed plays 3 loops, each on its own P, that yield and are preempted this many times.
func mixed(yields, preemptions int, slice float64) func(*tape) {
	return func(tp *tape) {
		tp.result(onResult)
		loops := startLoops(tp, 3)
		for i, l := range loops {
			l.on(traceview.ProcID(i))
			for range yields {
				l.stopped(slice, traceview.PreemptGosched, inYield)
			}
			for range preemptions {
				l.stopped(slice, traceview.PreemptAsync, inSpin)
			}
		}
		endLoops(loops)
	}
}

// bothWays plays 3 loops, each on its own P, that are preempted at a call, by a signal, or both.
func bothWays(call, signal bool) func(*tape) {
	return func(tp *tape) {
		tp.result(onResult)
		loops := startLoops(tp, 3)
		for i, l := range loops {
			l.on(traceview.ProcID(i))
			if call {
				l.stopped(20, traceview.PreemptCooperative, inCall)
			}
			if signal {
				l.stopped(20, traceview.PreemptAsync, inSpin)
			}
		}
		endLoops(loops)
	}
}

// unshared plays 3 loops that are preempted, each with its own P to continue on.
func unshared(procs int) func(*tape) {
	return func(tp *tape) {
		tp.procs(procs)
		tp.result(offResult)
		loops := startLoops(tp, 3)
		for i, l := range loops {
			l.on(traceview.ProcID(i))
			for range 5 {
				l.stopped(20, traceview.PreemptCooperative, inCall)
			}
			l.run(1)
		}
		endLoops(loops)
	}
}

// starved plays 2 loops of a length on 2 Ps, and the other goroutine's first wait.
func starved(result loopResult, length, wait float64) func(*tape) {
	return func(tp *tape) {
		tp.result(result)
		loops := startLoops(tp, 2)
		loops[0].on(0).run(length)
		loops[1].on(1).run(length + 1)
		endLoops(loops)
		tp.lane(10, "(*tightLoop).other", 0).ready(wait).begin("other").run(0.1).end("other").exit()
	}
}

// startLoops adds loops, G7 and up.
func startLoops(tp *tape, n int) []*lane {
	var loops []*lane
	for i := range n {
		loops = append(loops, tp.lane(traceview.GoID(7+i), "(*tightLoop).loop", 0).begin("loop"))
	}
	return loops
}

func endLoops(loops []*lane) {
	for _, l := range loops {
		l.end("loop").exit()
	}
}

func TestTightLoopClaimsApply(t *testing.T) {
	for _, c := range []struct {
		args  string
		async bool
		want  []string
	}{
		{"", true, []string{"tight-async", "tight-slice", "other-runs"}},
		{"", false, []string{"tight-unpreempted", "other-starves"}},
		{"--mode call", true, []string{"call-either-way", "other-runs"}},
		{"--mode call", false, []string{"call-cooperative", "other-runs"}},
		{"--mode gosched", true, []string{"gosched-yields", "other-runs"}},
		{"--mode gosched", false, []string{"gosched-yields", "other-runs"}},
	} {
		tp := newTape(t, "tightloop", c.args)
		tp.result(loopResult{AsyncPreempt: c.async})
		var got []string
		for _, claim := range tightLoopWorkload.Check(tp.recording()) {
			got = append(got, claim.ID)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("Check(tightloop %s, async preemption %v) checks %v, want %v", c.args, c.async, got, c.want)
		}
	}
}
