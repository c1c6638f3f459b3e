package workloads

import "schedviz/traceview"

var workerPoolSuite = &suite{
	workload: "workerpool",
	quick:    "--jobs 30",
	prints:   "10 workers answered 30 of 30 jobs\n",
	long:     "--work 1m",
	live:     []string{"--workers 3 --jobs 1000 --work 0s --wait 0s", "--stop-after 20", "--fail-at 1", "--fail-at 50 --done=false"},
	leaves:   with("--done=false"),
	bad: []badParam{
		{"--workers 0", "--workers must be from 1 to 100000, not 0"},
		{"--workers -5", "--workers must be from 1 to 100000, not -5"},
		{"--jobs 0", "--jobs must be"},
		{"--work -1ms", "--work must be"},
		{"--wait -1ms", "--wait must be"},
		{"--stop-after 201", "--stop-after must be"},
		{"--fail-at -1", "--fail-at must be"},
		{"--fail-at 201", "--fail-at must be from 0 to 200, not 201"},
	},
	holds: []holdCase{
		{claims: "first-error done-wakes", args: "--fail-at 50"},
		{claims: "left-in-send", args: "--stop-after 50 --done=false"},
	},
	breaks: []breakCase{
		{claim: "limit", ran: "--workers 20", checked: "--workers 10", evidence: "jobs at once"},
		{claim: "limit", ran: "--jobs 5", verdict: Inconclusive, evidence: "the limit of 10 was not reached"},
		{claim: "answered-once", ran: "--jobs 199", checked: "--jobs 200", evidence: "200 jobs, but 199 times done and 199 answers"},
		{claim: "spread", ran: "--workers 1", verdict: Inconclusive, evidence: "can't share"},
		{claim: "first-error", ran: "--fail-at 0", checked: "--fail-at 50", evidence: "0 jobs failed"},
		{claim: "done-wakes", ran: "--stop-after 50 --done=false", checked: "--stop-after 50", verdict: Inconclusive, evidence: "done was not closed"},
		{claim: "none-left", ran: "--stop-after 50 --done=false", checked: "--stop-after 50", evidence: "alive at the end, waiting"},
		{claim: "left-in-send", ran: "--stop-after 50", checked: "--stop-after 50 --done=false", evidence: "have ended"},
	},
	cases: []claimCase{
		{"workerpool/limit", "2 of 2", "--workers 2 --jobs 4", pool(2, 2), Holds, "at most 2 jobs at once (G10, G11, at 0 ns), with 2 workers"},
		{"workerpool/limit", "3 of 2", "--workers 2 --jobs 6", pool(3, 2), Fails, "at most 3 jobs at once"},
		{"workerpool/limit", "2 of 3", "--workers 3 --jobs 4", pool(2, 2), Inconclusive, "the limit of 3 was not reached"},
		{"workerpool/limit", "no job", "--workers 2", pool(2, 0), Inconclusive, `no region "job"`},

		{"workerpool/answered-once", "all", "--workers 2 --jobs 4", answered(pool(2, 2), poolResult{Answered: 4}), Holds, "4 jobs, each done once"},
		{"workerpool/answered-once", "one missing", "--workers 2 --jobs 4", answered(pool(2, 2), poolResult{Answered: 3, Missing: []int{2}}), Fails, "1 job got no answer, job 2 among them"},
		{"workerpool/answered-once", "one twice", "--workers 2 --jobs 4", answered(pool(2, 2), poolResult{Answered: 5, Repeated: []int{3}}), Fails, "more than one answer, job 3"},
		{"workerpool/answered-once", "done twice in the trace", "--workers 2 --jobs 3", answered(pool(2, 2), poolResult{Answered: 3}), Fails, "3 jobs, but 4 times done and 3 answers"},
		{"workerpool/answered-once", "unfinished", "--workers 2 --jobs 4", func(tp *tape) { pool(2, 2)(tp); tp.r.Result = nil }, Inconclusive, "did not finish"},

		{"workerpool/spread", "even", "--workers 2 --jobs 12", pool(2, 6), Holds, "each of 2 workers (G10, G11) did 6 to 6 of the 12 jobs"},
		{"workerpool/spread", "one idle", "--workers 2 --jobs 12", idleWorker(12), Fails, "1 of 2 workers (G11) did none of the 12 jobs"},
		{"workerpool/spread", "few jobs", "--workers 2 --jobs 3", idleWorker(3), Inconclusive, "only 3 jobs"},
		{"workerpool/spread", "short jobs", "--workers 2 --jobs 12 --work 0s", idleWorker(12), Inconclusive, "12 jobs of 0 ns"},
		{"workerpool/spread", "one worker", "--workers 1", pool(1, 6), Inconclusive, "1 worker can't share"},

		{"workerpool/first-error", "first of two", "--workers 2 --fail-at 3", failures(3), Holds, "the error of job 3 is reported, from G10 at 1.00 ms; 2 jobs failed"},
		{"workerpool/first-error", "second of two at the same time", "--workers 2 --fail-at 3", failures(4), Holds, "the error of job 4"},
		{"workerpool/first-error", "a later one", "--workers 2 --fail-at 3", failures(5), Fails, "the error of job 5 is reported, but that of job"},
		{"workerpool/first-error", "none", "--workers 2 --fail-at 3", failures(0), Fails, "the reported error is that of job 0"},
		{"workerpool/first-error", "unfinished", "--workers 2 --fail-at 3", func(tp *tape) { failures(3)(tp); tp.r.Result = nil }, Inconclusive, "did not finish"},

		{"workerpool/none-left", "all ended", "--workers 2", ending((*lane).exit), Holds, "2 workers and the producer have ended (G10…G14), the last at 5.00 ms"},
		{"workerpool/none-left", "stuck", "--workers 2", ending(func(l *lane) *lane { return l.wait(5, "chan send") }), Fails, "1 goroutine alive at the end, waiting (G11)"},
		{"workerpool/none-left", "still running", "--workers 2", ending(func(l *lane) *lane { return l.run(5) }), Inconclusive, "1 goroutine still alive"},
		{"workerpool/none-left", "not all seen", "--workers 3", ending((*lane).exit), Inconclusive, "5 of 6 goroutines"},

		{"workerpool/done-wakes", "woken", "--fail-at 3", stopped(6), Holds, "G20 closed done at 5.00 ms, which woke G10; the last worker ended 1.10 ms later"},
		{"workerpool/done-wakes", "stays", "--fail-at 3", stopped(8), Fails, "G10 was still waiting when done had been closed, at 7.00 ms"},
		{"workerpool/done-wakes", "nobody waits", "--fail-at 3", stopped(4), Inconclusive, "no goroutine was waiting"},
		{"workerpool/left-in-send", "stuck", "--stop-after 3 --done=false", ending(func(l *lane) *lane { return l.wait(5, "chan send") }), Holds, `1 of 2 workers are alive at the end, waiting for "chan send" (G11)`},
		{"workerpool/left-in-send", "ended", "--stop-after 3 --done=false", ending((*lane).exit), Fails, "all 2 workers have ended"},
		{"workerpool/left-in-send", "running", "--stop-after 3 --done=false", ending(func(l *lane) *lane { return l.run(5) }), Inconclusive, "not yet waiting"},
	},
}

// stopped plays a worker that waits until a time; the collector closes done from 5 ms to 7 ms.
func stopped(until float64) func(*tape) {
	return func(tp *tape) {
		collector := tp.lane(20, "(*workerPool).collect", 0).wait(5, "chan receive").begin("stop").run(2).end("stop").exit()
		worker := tp.lane(10, "(*workerPool).worker", 0).begin("job").run(1).end("job")
		worker.wait(until-1, "select").readyBy(0, collector).run(0.1).exit()
	}
}

// pool plays workers that do jobs of 1 ms all at once, G10 and up.
func pool(workers, jobs int) func(*tape) {
	return func(tp *tape) {
		for i := range workers {
			l := tp.lane(traceview.GoID(10+i), "(*workerPool).worker", 0).on(traceview.ProcID(i))
			for range jobs {
				l.begin("job").run(1).end("job")
			}
			l.exit()
		}
	}
}

func answered(play func(*tape), result poolResult) func(*tape) {
	return func(tp *tape) { play(tp); tp.result(result) }
}

func idleWorker(jobs int) func(*tape) {
	return func(tp *tape) {
		pool(1, jobs)(tp)
		tp.lane(11, "(*workerPool).worker", 0).wait(float64(jobs), "chan receive").exit()
	}
}

// failures plays jobs 3 and 4, which fail together, and 5, which fails later; one of them is reported.
func failures(reported int) func(*tape) {
	return func(tp *tape) {
		tp.result(poolResult{Answered: 5, Failed: reported})
		first := tp.lane(10, "(*workerPool).worker", 0).begin("job").run(1).end("job").log("failed", "3").
			begin("send").wait(1, "select").end("send")
		tp.lane(11, "(*workerPool).worker", 0).begin("job").run(1.1).end("job").log("failed", "4").
			begin("send").wait(1, "select").end("send").exit()
		if reported != 5 {
			first.exit()
			return
		}
		first.begin("job").run(1).end("job").log("failed", "5").begin("send").wait(1, "select").end("send").exit()
	}
}

// ending plays 2 workers and the rest of the pool; how is the end of the second worker.
func ending(how func(*lane) *lane) func(*tape) {
	return func(tp *tape) {
		tp.lane(10, "(*workerPool).worker", 0).begin("job").run(4).end("job").exit()
		how(tp.lane(11, "(*workerPool).worker", 0).run(4))
		tp.lane(12, "(*workerPool).produce", 0).run(3).exit()
		tp.lane(13, "(*workerPool).closeResults", 0).wait(4, "sync").run(1).exit()
		tp.lane(14, "(*workerPool).collect", 0).wait(4, "chan receive").run(1).exit()
	}
}
