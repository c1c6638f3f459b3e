package workloads

import (
	"context"
	"io"
	"runtime/trace"
	"strings"
	"time"

	"schedviz/traceview"
)

var mutexHandoffSuite = &suite{
	workload: "mutexhandoff",
	quick:    "--rounds 20",
	prints:   "4 goroutines locked the mutex 20 times each",
	long:     "--hold 1m",
	live:     []string{"--goroutines 20 --rounds 20"},
	bad: []badParam{
		{"--goroutines 0", "--goroutines must be"},
		{"--rounds 0", "--rounds must be"},
		{"--hold -1s", "--hold must be"},
	},
	breaks: []breakCase{
		{claim: "handed-over", broken: newBargingMutex, evidence: "never handed over, although"},
		{claim: "handed-over", ran: "--goroutines 1", verdict: Inconclusive, evidence: "no goroutine starved"},
		{claim: "looks-preempted", ran: "--hold 15ms --rounds 5", evidence: "0 of them after a turn shorter than a slice"},
		{claim: "looks-preempted", broken: newBargingMutex, verdict: Inconclusive, evidence: "never handed over"},
		{claim: "all-get-it", broken: newBargingMutex, evidence: "while others locked it"},
		{claim: "all-get-it", ran: "--goroutines 1", verdict: Inconclusive, evidence: "no goroutine waited"},
	},
	cases: []claimCase{
		{"mutexhandoff/handed-over", "to the first", "", turnsOf("787878", 2, traceview.PreemptMutexHandoff, "preempted"), Holds, "in 5 of 5 handoffs, the first by G7 at 2.00 ms, the goroutine that had waited longest got the mutex; in 5 it then ran next"},
		{"mutexhandoff/handed-over", "to another", "", turnsOf("7979797979798", 2, traceview.PreemptMutexHandoff, "preempted"), Fails, "in 1 of 12 handoffs"},
		{"mutexhandoff/handed-over", "to the first at times", "", turnsOf("7879", 2, traceview.PreemptMutexHandoff, "preempted"), Inconclusive, "may not show who began"},
		{"mutexhandoff/handed-over", "never", "", turnsOf(strings.Repeat("7", 110)+"8", 1, traceview.NotPreempted, ""), Fails, "although G8 waited for it for 110 ms, while others locked it 110 times"},
		{"mutexhandoff/handed-over", "no starvation", "", turnsOf("78", 0.5, traceview.NotPreempted, ""), Inconclusive, "the longest wait was 510 µs"},
		{"mutexhandoff/looks-preempted", "as it says", "", turnsOf("7878", 2, traceview.PreemptMutexHandoff, "preempted"), Holds, "4 handoffs with the reason \"preempted\", 4 of them after a turn shorter than a slice of 10.0 ms"},
		{"mutexhandoff/looks-preempted", "after a slice", "", turnsOf("7878", 12, traceview.PreemptMutexHandoff, "preempted"), Fails, "0 of them after a turn"},
		{"mutexhandoff/looks-preempted", "another reason", "", turnsOf("7878", 2, traceview.PreemptMutexHandoff, "runtime.Gosched"), Fails, `has the reason "runtime.Gosched"`},
		{"mutexhandoff/looks-preempted", "none", "", turnsOf("7878", 2, traceview.PreemptAsync, "preempted"), Inconclusive, "never handed over"},
		{"mutexhandoff/all-get-it", "soon", "", turnsOf("7878", 2, traceview.PreemptMutexHandoff, "preempted"), Holds, "of G7, G8 was 2.02 ms"},
		{"mutexhandoff/all-get-it", "starved", "--goroutines 2 --rounds 100", turnsOf(strings.Repeat("7", 100)+strings.Repeat("8", 100), 1, traceview.NotPreempted, ""), Fails, "G8 waited for 100 ms, of 200 ms in total, while others locked it 100 times"},
		{"mutexhandoff/all-get-it", "long", "--goroutines 2 --rounds 20", turnsOf("77777777777777777788", 1, traceview.NotPreempted, ""), Inconclusive, "may have been too busy"},
		{"mutexhandoff/all-get-it", "no wait", "", turnsOf("7", 2, traceview.NotPreempted, ""), Inconclusive, "no goroutine waited"},
	},
}

// turnsOf plays goroutines on P 0 that have the mutex in this order, G7 and G8 for "78", for d ms at a time; each turn
// ends in the same way. They all want it from the start.
func turnsOf(order string, d float64, how traceview.Preempt, reason string) func(*tape) {
	return func(tp *tape) {
		lanes := map[rune]*lane{}
		for id := '7'; id <= '9'; id++ {
			if strings.ContainsRune(order, id) {
				lanes[id] = tp.lane(traceview.GoID(id-'0'), "(*mutexHandoff).fighter", 0).begin("fight")
			}
		}
		at := 0.0
		for i, id := range order {
			l := lanes[id]
			if i > 0 && id != rune(order[i-1]) {
				at += 0.01
				l.wait(at-float64(l.now)/1e6, "sync")
			}
			l.begin("has the mutex")
			l.add(d, traceview.Span{State: traceview.StateRunning, Preempt: how, Reason: tp.reason(reason)})
			l.end("has the mutex")
			at = float64(l.now) / 1e6
		}
		for _, l := range lanes {
			l.end("fight").exit()
		}
	}
}

// bargingMutex breaks the workload: its goroutines look now and then whether the mutex happens to be free, so one that
// unlocks it and locks it again at once always wins.
type bargingMutex struct{ mutexHandoff }

func newBargingMutex() Program { return new(bargingMutex) }

func (p *bargingMutex) Run(ctx context.Context, out io.Writer) (any, error) {
	c := &console{w: out}
	for range p.goroutines {
		p.wg.Go(func() { p.fighter(ctx) })
	}
	p.wg.Wait()
	return c.finish(ctx, p.goroutines*p.rounds)
}

func (p *bargingMutex) fighter(ctx context.Context) {
	defer trace.StartRegion(ctx, "fight").End()
	for range p.rounds {
		for !p.mu.TryLock() {
			time.Sleep(time.Millisecond)
		}
		trace.WithRegion(ctx, "has the mutex", func() { p.sum, _ = compute(ctx, p.sum, p.hold) })
		p.mu.Unlock()
	}
}
