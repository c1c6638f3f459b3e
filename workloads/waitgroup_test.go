package workloads

import "schedviz/traceview"

// By default 3 tasks sleep for 100 ms.
var waitGroupSuite = &suite{
	workload: "waitgroup",
	quick:    "--sleep 100ms",
	prints:   "all 3 tasks are done\n",
	long:     "--scale 10 --sleep 1m",
	live:     []string{"--tasks 20 --scale 0.05"},
	bad: []badParam{
		{"--tasks 0", "--tasks must be"},
		{"--sleep -1s", "--sleep must be"},
		{"--scale 11", "--scale must be"},
	},
	cases: []claimCase{
		{"waitgroup/time-of-one", "side by side", "", tasksTogether, Holds, "G7…G9 took 102 ms together; one sleeps for 100 ms, one after another they would sleep for 300 ms"},
		{"waitgroup/time-of-one", "one after the other", "", tasksInTurn, Fails, "took 300 ms, one after another"},
		{"waitgroup/time-of-one", "one task", "--tasks 1", tasksInTurn1, Inconclusive, "1 goroutine can't show"},

		{"waitgroup/main-waits", "side by side", "", tasksTogether, Holds, `G1 waited for "sync" in sync.(*WaitGroup).Wait for 101 ms, from 1.00 ms on`},
		{"waitgroup/main-waits", "spinning", "", mainSpins, Fails, "didn't wait for a WaitGroup"},
		{"waitgroup/main-waits", "waiting for a mutex", "", mainLocks, Fails, "didn't wait for a WaitGroup"},
		{"waitgroup/main-waits", "tasks done before", "", tasksEarly, Inconclusive, "nothing to wait for"},

		{"waitgroup/last-done-wakes", "side by side", "", tasksTogether, Holds, "the Done of G9, the last of 3, made G1 runnable at 102 ms"},
		{"waitgroup/last-done-wakes", "woken by the first", "", firstDoneWakes, Fails, "but G8 called Done 9.00 ms later"},
		{"waitgroup/last-done-wakes", "woken outside of Done", "", strangerWakes, Fails, "not in a call of Done"},
		{"waitgroup/last-done-wakes", "waker not known", "", nobodyWakes, Inconclusive, "does not show what"},
		{"waitgroup/last-done-wakes", "tasks done before", "", tasksEarly, Inconclusive, "not seen waiting"},
	},
}

const waitGroupWait = "sync.(*WaitGroup).Wait"

// task adds a task that starts at a time, sleeps and calls Done, which takes 0.2 ms.
func task(tp *tape, id int64, at, sleep float64) *lane {
	return tp.lane(traceview.GoID(id), "(*waitGroup).task", at).begin("task").wait(sleep, "sleep").run(0.1).end("task").
		begin("done").run(0.2).end("done").run(0.1).exit()
}

func tasksTogether(tp *tape) {
	main := tp.lane(1, "", 0)
	task(tp, 7, 0.1, 100)
	task(tp, 8, 0.2, 100)
	last := task(tp, 9, 0.3, 101.5)
	main.run(1).begin("wait").wait(101, "sync", "runtime.gopark", waitGroupWait).readyBy(0.1, last).run(0.1).end("wait")
}

func tasksInTurn(tp *tape) {
	task(tp, 7, 0, 99.9)
	task(tp, 8, 100, 99.9)
	task(tp, 9, 200, 99.9)
}

func tasksInTurn1(tp *tape) { task(tp, 7, 0, 100) }

func mainSpins(tp *tape) {
	task(tp, 7, 0, 100)
	task(tp, 8, 0, 100)
	tp.lane(1, "", 0).run(1).begin("wait").run(100).end("wait")
}

func mainLocks(tp *tape) {
	task(tp, 7, 0, 100)
	tp.lane(1, "", 0).run(1).begin("wait").wait(100, "sync", "sync.(*Mutex).Lock").run(0.1).end("wait")
}

func tasksEarly(tp *tape) {
	task(tp, 7, 0, 1)
	tp.lane(1, "", 0).run(2).begin("wait").run(0.01).end("wait")
}

// Main is readied 100.1 ms after the start, in the Done of the first task.
func firstDoneWakes(tp *tape) {
	main := tp.lane(1, "", 0)
	first := task(tp, 7, 0, 100)
	task(tp, 8, 0, 109.1)
	main.run(1).begin("wait").wait(99.2, "sync", waitGroupWait).readyBy(0.1, first).run(0.1).end("wait")
}

func strangerWakes(tp *tape) {
	main := tp.lane(1, "", 0)
	task(tp, 7, 0, 100)
	stranger := tp.lane(8, "", 0).run(120)
	main.run(1).begin("wait").wait(109, "sync", waitGroupWait).readyBy(0.1, stranger).run(0.1).end("wait")
}

func nobodyWakes(tp *tape) {
	main := tp.lane(1, "", 0)
	task(tp, 7, 0, 100)
	main.run(1).begin("wait").wait(99.2, "sync", waitGroupWait).ready(0.1).run(0.1).end("wait")
}
