package workloads

import (
	"context"
	"io"
	"runtime/trace"

	"schedviz/traceview"
)

// By default 3 tasks sleep for 100 ms.
var waitGroupSuite = &suite{
	workload: "waitgroup",
	quick:    "--sleep 100ms",
	prints:   "main goes on; 3 of 3 tasks are done\n",
	long:     "--scale 10 --sleep 1m",
	live:     []string{"--tasks 20 --scale 0.05"},
	leaves:   with("--add inside"),
	holds: []holdCase{
		{claims: "deferred-done", args: "--panics"},
		{claims: "waits-for-ever", args: "--panics --done last --patience 100ms"},
		{claims: "wait-too-early", args: "--add inside", procs: 1},
	},
	breaks: []breakCase{
		{claim: "time-of-one", broken: func() Program { return new(waitGroupInTurn) }, evidence: "one after another"},
		{claim: "main-waits", broken: func() Program { return new(waitGroupForgotten) }, evidence: "before G"},
		{claim: "last-done-wakes", ran: "--panics --done last --patience 100ms", checked: "--panics", evidence: "but not in a call of Done"},
		{claim: "deferred-done", ran: "--panics --done last --patience 100ms", checked: "--panics", evidence: "did not call Done"},
		{claim: "waits-for-ever", ran: "--panics", checked: "--panics --done last", evidence: "called Done, and main went on"},
		{claim: "wait-too-early", ran: "--add before", checked: "--add inside", procs: 1, evidence: "of which none had run"},
	},
	bad: []badParam{
		{"--tasks 0", "--tasks must be"},
		{"--sleep -1s", "--sleep must be"},
		{"--scale 11", "--scale must be"},
		{"--add after", "--add must be one of before, inside"},
		{"--done first", "--done must be one of deferred, last"},
		{"--patience 0s", "--patience must be"},
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

		{"waitgroup/main-waits", "too early", "", waitedFor(3, 0, 1), Fails, "G1 returned from Wait after 1.00 ms, before G7…G9 were done"},
		{"waitgroup/deferred-done", "called", "--panics", waitedFor(2, 3, 101), Holds, "G9 panicked, recovered and called Done at 100 ms"},
		{"waitgroup/deferred-done", "not called", "--panics", waitedFor(2, 2, 101), Fails, "G9 panicked and did not call Done"},
		{"waitgroup/deferred-done", "no panic", "--panics", waitedFor(3, 3, 101), Inconclusive, "3 of 3 tasks have finished"},
		{"waitgroup/waits-for-ever", "for long", "--panics --done last", letGo(waitedFor(2, 2, 600)), Holds, "main was still waiting 500 ms after the last task had ended"},
		{"waitgroup/waits-for-ever", "called", "--panics --done last", waitedFor(2, 3, 101), Fails, "G9 called Done, and main went on at 102 ms"},
		{"waitgroup/waits-for-ever", "let go too soon", "--panics --done last", letGo(waitedFor(2, 2, 50)), Inconclusive, "try a longer --patience"},
		{"waitgroup/wait-too-early", "at once", "--add inside", waitedFor(0, 0, 0.5), Holds, "Wait returned after 500 µs, when 0 of 3 tasks were done"},
		{"waitgroup/wait-too-early", "in time", "--add inside", waitedFor(3, 3, 101), Inconclusive, "a task happened to run before main called Wait"},
		{"waitgroup/wait-too-early", "waits for nothing", "--add inside", func(tp *tape) {
			waitedFor(0, 0, 101)(tp)
			tp.result(waitGroupResult{Tasks: 1, Finished: 1})
			tp.w.Goroutines[1].Lane, tp.w.Goroutines[2].Lane, tp.w.Goroutines[3].Lane = nil, nil, nil
		}, Fails, "Wait waited 101 ms for 1 task of which none had run"},
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

// waitedFor plays 3 tasks of 100 ms, some of which finish and some of which call Done, and a main that waits from 0.5 ms
// on, for a time.
func waitedFor(finished, done int, wait float64) func(*tape) {
	return func(tp *tape) {
		tp.result(waitGroupResult{Tasks: 3, Finished: finished})
		tp.lane(1, "", 0).run(0.5).begin("wait").wait(wait, "sync", waitGroupWait).end("wait").run(0.1)
		for i := range 3 {
			at := 0.001 * float64(i)
			l := tp.lane(traceview.GoID(7+i), "(*waitGroup).task", at).run(0.1-at).begin("task").wait(100, "sleep").end("task")
			if i < done {
				l.begin("done").run(0.1).end("done")
			}
			l.exit()
		}
	}
}

// letGo makes the result say that main's wait was ended for it.
func letGo(play func(*tape)) func(*tape) {
	return func(tp *tape) {
		play(tp)
		result := ResultOf[waitGroupResult](tp.r)
		result.LetGo = true
		tp.result(result)
	}
}

// waitGroupInTurn waits for each task before it starts the next.
type waitGroupInTurn struct{ waitGroup }

func (p *waitGroupInTurn) Run(ctx context.Context, out io.Writer) (any, error) {
	c := &console{w: out}
	for id := range p.tasks {
		p.wg.Add(1)
		go p.task(ctx, c, id)
		p.wg.Wait()
	}
	return waitGroupResult{Tasks: p.tasks, Finished: p.tasks}, ctx.Err()
}

// waitGroupForgotten forgets to call Add for most of its tasks.
type waitGroupForgotten struct{ waitGroup }

func (p *waitGroupForgotten) Run(ctx context.Context, out io.Writer) (any, error) {
	c := &console{w: out}
	for id := range p.tasks {
		go p.work(ctx, c, id)
	}
	nap(ctx, p.of(p.sleep)/2)
	trace.WithRegion(ctx, "wait", p.wg.Wait)
	nap(ctx, p.of(p.sleep))
	return waitGroupResult{Tasks: p.tasks, Finished: int(p.finished.Load())}, ctx.Err()
}
