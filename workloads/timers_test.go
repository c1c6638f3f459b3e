package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"strconv"
	"time"

	"schedviz/traceview"
)

var timersSuite = &suite{
	workload: "timers",
	quick:    "--sleepers 200 --shortest 10ms --longest 20ms",
	prints:   "200 goroutines slept for 10.0 ms to 20.0 ms\n",
	long:     "--longest 1m --shortest 1m",
	bad: []badParam{
		{"--sleepers 0", "--sleepers must be"},
		{"--shortest -1s", "--shortest must be"},
		{"--longest 1ms", "--longest must be from 50ms to 1m0s, not 1ms"},
		{"--error 0s", "--error must be"},
		{"--work -1s", "--work must be"},
	},
	breaks: []breakCase{
		{claim: "on-time", ran: "--busy --longest 60ms", godebug: "asyncpreemptoff=1", evidence: "late in the median"},
		{claim: "hold-no-p", broken: newPollingTimers, ran: "--sleepers 30", evidence: "of it the sleepers"},
		{claim: "hold-no-p", ran: "--busy --longest 60ms", verdict: Inconclusive, evidence: "others than these"},
	},
	cases: []claimCase{
		{"timers/hold-no-p", "idle", "", sleepers(30, 0.5, 0), Holds, "30 of 30 goroutines slept at once at 1.00 ms; the 2 Ps then ran goroutines for 0 ns of 16.0 ms"},
		{"timers/hold-no-p", "busy", "", sleepers(30, 0.5, 20), Inconclusive, "(100%), others than these"},
		{"timers/hold-no-p", "sleepers", "", awake(30), Fails, "0 of 30 goroutines slept at once"},
		{"timers/hold-no-p", "late starters", "", func(tp *tape) { sleepers(30, 0.5, 0)(tp); awake(10)(tp) }, Inconclusive, "30 of 40 goroutines"},
		{"timers/hold-no-p", "some", "", sleepers(30, 0.5, 2), Inconclusive, "others than these"},
		{"timers/hold-no-p", "few", "", sleepers(10, 0.5, 0), Inconclusive, "try more --sleepers"},
		{"timers/on-time", "on time", "", sleepers(30, 0.5, 0), Holds, "30 sleepers woke up 500 µs late in the median"},
		{"timers/on-time", "early", "", sleepers(30, -1, 0), Fails, "woke up 1.00 ms early"},
		{"timers/on-time", "late, Ps busy", "", func(tp *tape) { sleepers(30, 5, 20)(tp); tp.r.Summary.Stat.Procs.Utilization = 0.9 }, Fails, "5.00 ms late in the median"},
		{"timers/on-time", "late, Ps idle", "", sleepers(30, 5, 0), Inconclusive, "it was the host"},
		{"timers/on-time", "few", "", sleepers(3, 0.5, 0), Inconclusive, "only 3 sleeps"},
	},
}

// sleepers plays goroutines that sleep for 10 ms from 1 ms on and wake late, and others that keep both Ps busy
// from 1 ms on.
func sleepers(n int, late, busy float64) func(*tape) {
	return func(tp *tape) {
		tp.lane(1, "", 0).wait(0.5, "sleep").begin("all asleep").wait(8.5, "sleep").end("all asleep")
		for i := range n {
			l := tp.lane(traceview.GoID(7+i), "(*timers).sleeper", 0).ready(1)
			l.log("sleep", strconv.Itoa(int(ms(10)))).wait(10+late, "sleep").ready(0.1).exit()
		}
		for p := range 2 {
			l := tp.lane(traceview.GoID(1000+p), "(*timers).spinner", 1).on(traceview.ProcID(p))
			if busy > 0 {
				l.run(busy).exit()
			}
		}
	}
}

// awake plays goroutines that run in turn, on both Ps, instead of sleeping.
func awake(n int) func(*tape) {
	return func(tp *tape) {
		tp.lane(1, "", 0).wait(0.5, "sleep").begin("all asleep").wait(8.5, "sleep").end("all asleep")
		for i := range n {
			l := tp.lane(traceview.GoID(107+i), "(*timers).sleeper", 0).on(traceview.ProcID(i % 2))
			for turn := range 20 {
				l.ready(float64(turn*n/2+i/2)*0.05 - float64(l.now)/1e6).run(0.05)
			}
			l.exit()
		}
	}
}

// pollingTimers breaks the workload: its goroutines look at the clock again and again instead of sleeping.
type pollingTimers struct{ timers }

func newPollingTimers() Program { return new(pollingTimers) }

func (p *pollingTimers) Run(ctx context.Context, out io.Writer) (any, error) {
	c := &console{w: out}
	for range p.sleepers {
		p.wg.Add(1)
		go p.sleeper()
	}
	trace.WithRegion(ctx, "all asleep", func() { nap(ctx, p.shortest*9/10) })
	p.wg.Wait()
	return c.finish(ctx, p.sleepers)
}

func (p *pollingTimers) sleeper() {
	defer p.wg.Done()
	for until := time.Now().Add(p.shortest); time.Now().Before(until); {
		runtime.Gosched()
	}
}
