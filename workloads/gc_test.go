package workloads

import (
	"context"
	"io"
	"runtime/debug"
	"time"

	"schedviz/traceview"
)

var gcSuite = &suite{
	workload: "gc",
	quick:    "--trees 20",
	prints:   "655280 objects in 80 trees took ",
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
		{claim: "stop-the-world", ran: "--gogc -1", verdict: Inconclusive, evidence: "turns it off"},
		{claim: "stop-the-world", ran: "--gogc -1", checked: "--gogc 50", evidence: "no garbage collection, for 1965840 objects"},
		{claim: "assists", ran: "--gogc -1", checked: "--gogc 50", evidence: "no garbage collection"},
		{claim: "workers", ran: "--gogc -1", checked: "--gogc 50", evidence: "no garbage collection"},
		{claim: "cost", ran: "--gogc -1", checked: "--gogc 50", evidence: "no garbage collection"},
		{claim: "cost", ran: "--gogc 400", broken: newWastefulGC, evidence: "times as much"},
	},
	cases: []claimCase{
		{"gc/stop-the-world", "twice", "", collected{cycles: 2, stops: 4, stop: 0.1}.play, Holds, "two stop-the-world pauses in each of 2 cycles, 400 µs in total, the longest 100 µs"},
		{"gc/stop-the-world", "long", "", collected{cycles: 1, stops: 2, stop: 20}.play, Inconclusive, "more than a moment"},
		{"gc/stop-the-world", "once", "", collected{cycles: 2, stops: 3, stop: 0.1}.play, Fails, "in the cycle at 21.0 ms the world was stopped only 1 time"},
		{"gc/stop-the-world", "no cycle", "", collected{}.play, Fails, "no garbage collection, for 600000"},
		{"gc/stop-the-world", "no cycle, large GOGC", "--gogc 400", collected{}.play, Inconclusive, "only 600000 objects"},
		{"gc/stop-the-world", "off", "--gogc -1", collected{}.play, Inconclusive, "--gogc -1 turns it off"},
		{"gc/assists", "some", "", collected{cycles: 1, assist: true}.play, Holds, "1 assist in 1 cycle by 1 goroutine, which took them 1.00 ms in total"},
		{"gc/assists", "none", "", collected{cycles: 1}.play, Inconclusive, "kept up"},
		{"gc/assists", "no cycle", "", collected{}.play, Fails, "no garbage collection"},
		{"gc/workers", "ran", "", collected{cycles: 1, workers: 2}.play, Holds, "workers ran for 2.00 ms in 1 cycle, the first at 1.00 ms (share of the Ps' time while it marked: 12%)"},
		{"gc/workers", "never", "", collected{cycles: 1}.play, Fails, "no worker ran"},
		{"gc/workers", "no cycle, few objects", "", collected{few: true}.play, Inconclusive, "only 1000 objects"},
		{"gc/cost", "more", "", collected{cycles: 1, workers: 2, with: 90}.play, Holds, "with 1 cycle the work took 90.0 ms of CPU time, without 50.0 ms: 1.8 times as much (workers 2.00 ms"},
		{"gc/cost", "less", "", collected{cycles: 1, with: 40}.play, Fails, "0.8 times as much"},
		{"gc/cost", "the same", "", collected{cycles: 1, with: 50}.play, Inconclusive, "1.0 times as much"},
		{"gc/cost", "memory limit", "", collected{cycles: 4, with: 90}.play, Inconclusive, "the round without collection had 1 cycle"},
		{"gc/cost", "no cycle, few objects", "", collected{few: true}.play, Inconclusive, "only 1000 objects"},
	},
}

// collected plays a goroutine that allocates for 50 ms with collection and 50 ms without.
type collected struct {
	cycles        int     // 8 ms of marking each, every 20 ms from 1 ms on
	stops         int     // pauses, two for each cycle until there are no more
	stop          float64 // ms of each
	assist        bool
	workers, with float64 // ms of the workers' time, and of CPU time with collection; without, it is 50
	few           bool    // objects
}

func (c collected) play(tp *tape) {
	result := gcResult{Nodes: 600_000, With: gcRound{CPUNS: int64(ms(c.with))}, Without: gcRound{CPUNS: int64(ms(50))}}
	if c.few {
		result.Nodes = 1000
	}
	tp.result(result)
	tp.lane(1, "", 0).begin("with collection").wait(50, "sync").end("with collection").
		begin("without collection").wait(50, "sync").end("without collection")
	l := tp.lane(7, "(*gcLoad).allocate", 0).begin("allocate").run(100).end("allocate").exit()
	for i := range c.cycles {
		tp.r.Summary.GC.Cycles = append(tp.r.Summary.GC.Cycles, traceview.Interval{Start: ms(float64(20*i) + 1), End: ms(float64(20*i) + 9)})
	}
	for i := range c.stops {
		at := float64(20*(i/2)+1) + float64(8*(i%2))
		tp.w.Ranges = append(tp.w.Ranges, traceview.Range{Name: "stop-the-world (GC mark termination)", Start: ms(at), End: ms(at + c.stop), G: -1, P: traceview.NoP})
	}
	if c.assist {
		tp.w.Ranges = append(tp.w.Ranges, traceview.Range{Name: "GC mark assist", Start: ms(2), End: ms(3), G: l.g, P: traceview.NoP})
	}
	tp.r.Summary.GC.Workers = time.Duration(ms(c.workers))
}

// wastefulGC breaks the workload: its round without collection computes besides.
type wastefulGC struct{ gcLoad }

func newWastefulGC() Program { return new(wastefulGC) }

func (p *wastefulGC) Run(ctx context.Context, _ io.Writer) (any, error) {
	with := p.round(ctx, "with collection", p.gogc)
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(512 << 20))
	used := cpuTime()
	without := p.round(ctx, "without collection", -1)
	p.nodes += int(spin(1, stepsFor(400*time.Millisecond)) & 1)
	without.CPUNS = (cpuTime() - used).Nanoseconds()
	return gcResult{p.nodes / 2, with, without}, ctx.Err()
}
