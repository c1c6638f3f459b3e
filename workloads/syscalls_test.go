package workloads

import (
	"runtime"

	"schedviz/traceview"
)

var syscallsSuite = &suite{
	workload: "syscalls",
	quick:    "--readers 4 --calls 2 --block 5ms --work 5ms",
	prints:   "4 goroutines blocked in 2 system calls each\n",
	long:     "--work 1m",
	bad: []badParam{
		{"--readers 0", "--readers must be"},
		{"--calls 0", "--calls must be"},
		{"--block 1s", "--block must be from 1ms to 250ms, not 1s"},
		{"--work -1s", "--work must be"},
	},
	breaks: breaksOn(runtime.GOOS != "windows", []breakCase{ // there is no poller for pipes
		{claim: "handed-off", ran: "--poller", evidence: "no goroutine blocked in a system call"},
		{claim: "more-threads", ran: "--poller", evidence: "with 0 goroutines in blocking system calls"},
	}),
	cases: []claimCase{
		{"syscalls/handed-off", "another runs", "", blockedFor(10, 0), Holds, "during 1 of 1 blocking call another goroutine ran on the P that the call began on: for example G8 on P 0, 1.00 ms into the call of G7"},
		{"syscalls/handed-off", "nobody on its P", "", blockedFor(10, 1), Fails, "during none of 1 blocking call"},
		{"syscalls/handed-off", "short calls", "", blockedFor(0.5, 0), Fails, "no goroutine blocked"},
		{"syscalls/handed-off", "no work", "--work 0s", blockedFor(10, 1), Inconclusive, "no work to do"},
		{"syscalls/more-threads", "more", "", withThreads(6, blockedFor(10, 0)), Holds, "6 threads for 2 Ps, with 1 goroutine in blocking system calls at once"},
		{"syscalls/more-threads", "as many", "", withThreads(2, blockedFor(10, 0)), Fails, "2 threads for 2 Ps"},
		{"syscalls/more-threads", "not seen", "", withThreads(1, blockedFor(10, 0)), Inconclusive, "may not have seen"},
	},
}

func breaksOn(here bool, breaks []breakCase) []breakCase {
	if !here {
		return nil
	}
	return breaks
}

// blockedFor plays a system call that begins on P 0, and a goroutine that runs meanwhile on the P p.
func blockedFor(d float64, p traceview.ProcID) func(*tape) {
	return func(tp *tape) {
		l := tp.lane(7, "(*syscalls).reader", 0).begin("blocked").run(1)
		l.add(d, traceview.Span{State: traceview.StateSyscall})
		tp.w.Spans[l.last()].P = 0
		l.run(0.1).end("blocked").exit()
		tp.lane(8, "(*syscalls).compute", 0).ready(2).on(p).run(5).exit()
	}
}

func withThreads(n int, play func(*tape)) func(*tape) {
	return func(tp *tape) {
		play(tp)
		tp.r.Summary.Stat.Threads.Count = n
	}
}
