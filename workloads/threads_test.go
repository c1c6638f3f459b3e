package workloads

import (
	"schedviz/traceview"
)

var threadsSuite = &suite{
	workload: "threads",
	quick:    "--n 20 --switches 200",
	prints:   "switch between threads ",
	long:     "--hold 1m",
	bad: []badParam{
		{"--n 0", "--n must be"},
		{"--switches 1", "--switches must be"},
		{"--hold -1s", "--hold must be"},
		{"--limit -1", "--limit must be"},
	},
	holds: []holdCase{{claims: "own-threads"}, {claims: "at-limit", args: "--n 20 --switches 200 --limit 40"}},
	breaks: []breakCase{
		{claim: "own-threads", ran: "--lock=false", evidence: "0 locked goroutines ran on 0 threads"},
		{claim: "memory", ran: "--lock=false", evidence: "times as much"},
		{claim: "creation", ran: "--lock=false", evidence: "times as much"},
		{claim: "switch", ran: "--lock=false", evidence: "times as much"},
		{claim: "at-limit", ran: "--lock=false --n 20 --switches 200 --limit 40", evidence: "80 goroutines were started in a process that may have 40 threads"},
	},
	cases: []claimCase{
		{"threads/own-threads", "one each", "--n 10", onThreads(10, 1), Holds, "10 locked goroutines ran on 10 threads, as many others on 1"},
		{"threads/own-threads", "shared", "--n 10", onThreads(5, 1), Fails, "10 locked goroutines ran on 5 threads, 10 others on 1"},
		{"threads/own-threads", "not all seen", "--n 20", onThreads(10, 1), Inconclusive, "of 20 each"},
		{"threads/memory", "as documented", "", cost(2000, 1.5e6), Holds, "750.0 times as much: memory of a goroutine 2.00 kB"},
		{"threads/memory", "more", "", cost(2000, 60_000), Differs, "30.0 times as much: memory of a goroutine 2.00 kB"},
		{"threads/memory", "less", "", cost(2000, 2000), Fails, "1.0 times as much"},
		{"threads/memory", "some more", "", cost(2000, 3400), Inconclusive, "1.7 times as much"},
		{"threads/memory", "not known", "", cost(2000, 0), Inconclusive, "could not be measured"},
		{"threads/creation", "as documented", "", cost(1500, 150_000), Holds, "100.0 times as much"},
		{"threads/creation", "more", "", cost(2000, 60_000), Differs, "which is not true here"},
		{"threads/creation", "as much", "", cost(2000, 2000), Fails, "1.0 times as much"},
		{"threads/creation", "some more", "", cost(2000, 3400), Inconclusive, "1.7 times as much"},
		{"threads/switch", "more", "", cost(200, 1500), Holds, "switch between goroutines 200 ns, documented as 200 ns; switch between threads 1.50 µs, documented as 1.00 µs to 2.00 µs"},
		{"threads/switch", "less", "", cost(200, 100), Fails, "0.5 times as much"},
		{"threads/switch", "some more", "", cost(200, 380), Inconclusive, "1.9 times as much"},
		{"threads/switch", "more than documented", "", cost(200, 9000), Differs, "which is not true here"},
		{"threads/at-limit", "ended", "--limit 40", limitedTo(40, 36, "thread exhaustion"), Holds, "a process that may have 40 threads had started 36 goroutines with a thread each when the runtime ended it: thread exhaustion"},
		{"threads/at-limit", "not ended", "--limit 40", limitedTo(40, 80, ""), Fails, "it was not ended"},
		{"threads/at-limit", "ended by another thing", "--limit 40", limitedTo(40, 3, "out of memory"), Inconclusive, "after 3 goroutines: out of memory"},
		{"threads/at-limit", "not run", "--limit 40", limitedTo(0, 0, ""), Inconclusive, "no process with a limit"},
	},
}

// onThreads plays 10 locked goroutines on own threads and 10 others on shared threads.
func onThreads(own, shared int) func(*tape) {
	return func(tp *tape) {
		cost(200, 1500)(tp)
		for i := range 10 {
			tp.lane(traceview.GoID(10+i), "(*threads).goroutine", 0).run(1).exit().span(0).M = int32(i % shared)
			tp.lane(traceview.GoID(30+i), "(*threads).thread", 0).run(1).exit().span(0).M = int32(i % own)
		}
	}
}

// cost plays measured costs, one figure for goroutines and one for threads.
func cost(goroutine, thread float64) func(*tape) {
	return func(tp *tape) {
		of := func(who string, v float64, times, bytes [2]float64, switching [2]float64) costs {
			if v == 0 {
				return costs{Memory: figure{What: "memory of a " + who}}
			}
			return costs{
				Memory:   figure{What: "memory of a " + who, Unit: "bytes", Low: bytes[0], High: bytes[1]}.measured(v),
				Creation: figure{What: "creation of a " + who, Unit: "ns", Low: times[0], High: times[1]}.measured(v),
				Switch:   figure{What: "switch between " + who + "s", Unit: "ns", Low: switching[0], High: switching[1]}.measured(v),
			}
		}
		tp.result(threadsResult{
			Goroutine: of("goroutine", goroutine, [2]float64{1e3, 2e3}, [2]float64{2e3, 4e3}, [2]float64{200, 200}),
			Thread:    of("thread", thread, [2]float64{100e3, 1e6}, [2]float64{1e6, 2e6}, [2]float64{1e3, 2e3}),
		})
		tp.lane(1, "", 0).begin("hold threads").wait(5, "sleep").end("hold threads")
	}
}

// limitedTo plays what became of a process with a limit of threads, 0 for none.
func limitedTo(limit, goroutines int, ended string) func(*tape) {
	return func(tp *tape) {
		var result threadsResult
		if limit > 0 {
			result.Limited = &threadLimit{limit, goroutines, ended}
		}
		tp.result(result)
		tp.lane(1, "", 0).begin("until limit").wait(5, "sleep").end("until limit")
	}
}
