package workloads

import (
	"time"

	"schedviz/traceview"
)

var gcSuite = &suite{
	workload: "gc",
	quick:    "--trees 20",
	prints:   "655280 objects in 80 trees\n",
	long:     "--trees 100000",
	live:     []string{"--goroutines 1", "--trees 1"},
	bad: []badParam{
		{"--goroutines 0", "--goroutines must be"},
		{"--trees 0", "--trees must be"},
		{"--depth 21", "--depth must be"},
		{"--keep 0", "--keep must be"},
		{"--gogc -2", "--gogc must be"},
	},
	breaks: []breakCase{
		{claim: "stop-the-world", ran: "--gogc -1", evidence: "no garbage collection, for 1965840 objects"},
		{claim: "assists", ran: "--gogc -1", evidence: "no garbage collection"},
		{claim: "workers", ran: "--gogc -1", evidence: "no garbage collection"},
		{claim: "cost", ran: "--gogc -1", evidence: "no garbage collection"},
	},
	cases: []claimCase{
		{"gc/stop-the-world", "short", "", collected(1, 0.1, true, 2), Holds, "1 stop-the-world pause in 1 cycle, 100 µs in total, the longest 100 µs"},
		{"gc/stop-the-world", "long", "", collected(1, 20, true, 2), Inconclusive, "more than a moment"},
		{"gc/stop-the-world", "never", "", collected(1, 0, true, 2), Fails, "no stop-the-world pause in 1 cycle"},
		{"gc/stop-the-world", "no cycle", "", collected(0, 0, false, 0), Fails, "no garbage collection, for 600000"},
		{"gc/assists", "some", "", collected(1, 0.1, true, 2), Holds, "1 assist in 1 cycle, 1.00 ms in total, by 1 goroutine"},
		{"gc/assists", "none", "", collected(1, 0.1, false, 2), Inconclusive, "kept up"},
		{"gc/assists", "no cycle", "", collected(0, 0, false, 0), Fails, "no garbage collection"},
		{"gc/workers", "ran", "", collected(1, 0.1, true, 2), Holds, "workers ran for 2.00 ms in 1 cycle, the first at 1.00 ms"},
		{"gc/workers", "never", "", collected(1, 0.1, true, 0), Fails, "no worker ran"},
		{"gc/workers", "no cycle, few objects", "", func(tp *tape) { collected(0, 0, false, 0)(tp); tp.result(1000) }, Inconclusive, "only 1000 objects"},
		{"gc/cost", "some", "", collected(1, 0.1, true, 2), Holds, "1 cycle took 2.00 ms of the Ps' time: workers 2.00 ms"},
		{"gc/cost", "none", "", collected(1, 0.1, true, 0), Fails, "cost nothing"},
		{"gc/cost", "no cycle, few objects", "", func(tp *tape) { collected(0, 0, false, 0)(tp); tp.result(1000) }, Inconclusive, "only 1000 objects"},
	},
}

// collected plays a goroutine that allocates for 50 ms, with this many cycles, a stop-the-world pause, perhaps an
// assist, and workers that run for workers ms.
func collected(cycles int, stop float64, assist bool, workers float64) func(*tape) {
	return func(tp *tape) {
		tp.result(600_000)
		l := tp.lane(7, "(*gcLoad).allocate", 0).begin("allocate").run(50).end("allocate").exit()
		for range cycles {
			tp.r.Summary.GC.Cycles = append(tp.r.Summary.GC.Cycles, traceview.Interval{Start: ms(1), End: ms(9)})
		}
		tp.r.Summary.GC.Workers = time.Duration(ms(workers))
		if stop > 0 {
			tp.w.Ranges = append(tp.w.Ranges, traceview.Range{Name: "stop-the-world (GC mark termination)", Start: ms(9), End: ms(9 + stop), G: -1, P: traceview.NoP})
		}
		if assist {
			tp.w.Ranges = append(tp.w.Ranges, traceview.Range{Name: "GC mark assist", Start: ms(2), End: ms(3), G: l.g, P: traceview.NoP})
		}
	}
}
