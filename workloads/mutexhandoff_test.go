package workloads

import "schedviz/traceview"

var mutexHandoffSuite = &suite{
	workload: "mutexhandoff",
	quick:    "--rounds 20",
	prints:   "4 goroutines locked the mutex 20 times each",
	long:     "--hold 1m",
	live:     []string{"--goroutines 1", "--goroutines 20 --rounds 20"},
	bad: []badParam{
		{"--goroutines 0", "--goroutines must be"},
		{"--rounds 0", "--rounds must be"},
		{"--hold -1s", "--hold must be"},
	},
	cases: []claimCase{
		{"mutexhandoff/handed-over", "handed over", "", fought(2, traceview.PreemptMutexHandoff, "preempted", 1), Holds, "handed over 1 time, first by G7 at 10.0 ms; the longest wait for it was 2.00 ms"},
		{"mutexhandoff/handed-over", "never", "", wokenForNothing, Fails, "although G8 waited for it for 8.00 ms and then did not get it"},
		{"mutexhandoff/handed-over", "free when woken", "", fought(8, traceview.PreemptAsync, "preempted", 0), Inconclusive, "the longest was 8.00 ms"},
		{"mutexhandoff/handed-over", "no starvation", "", fought(0.5, traceview.PreemptAsync, "preempted", 0), Inconclusive, "the longest was 500 µs"},
		{"mutexhandoff/looks-preempted", "as it says", "", fought(2, traceview.PreemptMutexHandoff, "preempted", 1), Holds, "1 handoff of the mutex"},
		{"mutexhandoff/looks-preempted", "another reason", "", fought(2, traceview.PreemptMutexHandoff, "runtime.Gosched", 1), Fails, `has the reason "runtime.Gosched"`},
		{"mutexhandoff/looks-preempted", "not counted", "", fought(2, traceview.PreemptMutexHandoff, "preempted", 0), Fails, "only 0 are counted"},
		{"mutexhandoff/looks-preempted", "none", "", fought(2, traceview.PreemptAsync, "preempted", 0), Inconclusive, "never handed over"},
		{"mutexhandoff/all-get-it", "soon", "", fought(2, traceview.PreemptMutexHandoff, "preempted", 1), Holds, "of G7, G8 was 2.00 ms"},
		{"mutexhandoff/all-get-it", "starved", "", fought(9, traceview.PreemptAsync, "preempted", 0), Fails, "G8 waited for 9.00 ms"},
		{"mutexhandoff/all-get-it", "no wait", "", fought(0, traceview.PreemptAsync, "preempted", 0), Inconclusive, "no goroutine waited"},
	},
}

// fought plays a goroutine that stops in some way after 10 ms, and one that waits for the mutex.
func fought(wait float64, how traceview.Preempt, reason string, counted int64) func(*tape) {
	return func(tp *tape) {
		tp.r.Summary.Stat.Preemptions.MutexHandoff = counted
		l := tp.lane(7, "(*mutexHandoff).fighter", 0).begin("fight")
		l.add(10, traceview.Span{State: traceview.StateRunning, Preempt: how, Reason: tp.reason(reason)}).end("fight").exit()
		other := tp.lane(8, "(*mutexHandoff).fighter", 0).begin("fight").run(0.1)
		if wait > 0 {
			other.wait(wait, "sync")
		}
		other.run(0.1).end("fight").exit()
	}
}

// wokenForNothing plays a goroutine that waits for a long time, is woken, and has to wait again.
func wokenForNothing(tp *tape) {
	tp.lane(7, "(*mutexHandoff).fighter", 0).begin("fight").run(10).end("fight").exit()
	tp.lane(8, "(*mutexHandoff).fighter", 0).begin("fight").run(0.1).wait(8, "sync").run(0.01).wait(1, "sync").run(0.1).end("fight").exit()
}
