package workloads

// By default 2 goroutines add 1000 each.
var counterSuite = &suite{
	workload: "counter",
	quick:    "--sync mutex",
	prints:   "2 goroutines added 1 to the counter 1000 times each (--sync mutex): 2000, and 2000 would be right\n",
	long:     "--sync channel --n 100000000",
	live:     []string{"--sync atomic", "--sync mutex"},
	races:    without("--sync"),
	bad: []badParam{
		{"--sync rwmutex", `--sync must be one of none, mutex, atomic, channel, not "rwmutex"`},
		{"--n 0", "--n must be"},
		{"--goroutines 0", "--goroutines must be"},
	},
	holds: []holdCase{
		{claims: "exact mutex-waits", args: "--sync mutex --n 100000"},
		{claims: "channel-waits", args: "--sync channel"},
		{claims: "lost-updates", args: "--n 10000000"},
	},
	cases: []claimCase{
		{"counter/exact", "mutex", "--sync mutex", counted(2000, 0.1, 0.1), Holds, "G7, G8 counted to 2000"},
		{"counter/exact", "one missing", "--sync atomic", counted(1999, 0.1, 0.1), Fails, "counted to 1999, not to 2000"},
		{"counter/exact", "more goroutines were asked for", "--sync channel --goroutines 3", counted(2000, 0.1, 0.1), Fails, "counted to 2000, not to 3000"},
		{"counter/exact", "empty trace", "--sync mutex", func(*tape) {}, Inconclusive, `no region "count"`},

		{"counter/lost-updates", "lost", "", counted(1500, 0.1, 0.1), Holds, "lost 500 of 2000 increments, running at the same time for 100 µs"},
		{"counter/lost-updates", "too many", "", counted(2001, 0.1, 0.1), Fails, "more than the 2000"},
		{"counter/lost-updates", "long together, nothing lost", "", onCores(60e6, counted(2000, 70, 0)), Fails, "though they were on two cores at once for 60.0 ms"},
		{"counter/lost-updates", "short together, nothing lost", "", counted(2000, 0.1, 0.1), Inconclusive, "ran at the same time for 100 µs, on two cores for at least 0 ns"},
		{"counter/lost-updates", "long together, sharing a core, nothing lost", "", onCores(20e6, counted(2000, 300, 0)), Inconclusive, "for 300 ms, on two cores for at least 20.0 ms"},
		{"counter/lost-updates", "long apart, nothing lost", "", counted(2000, 0, 50), Inconclusive, "at the same time for 0 ns"},
		{"counter/lost-updates", "one P", "", func(tp *tape) { counted(2000, 30, 0)(tp); tp.procs(1) }, Inconclusive, "1 P and 2 cores"},
		{"counter/lost-updates", "one core", "", func(tp *tape) { counted(2000, 30, 0)(tp); tp.r.NumCPU = 1 }, Inconclusive, "2 Ps and 1 core "},

		{"counter/mutex-waits", "contention", "--sync mutex", lockWaits("sync", "sync.(*Mutex).Lock"), Holds, `waited for "sync" in sync.(*Mutex).Lock 2 times, 2.00 ms in total`},
		{"counter/mutex-waits", "long together, no wait", "--sync mutex", onCores(60e6, counted(2000, 70, 0)), Fails, "never waited for the mutex"},
		{"counter/mutex-waits", "long together, another wait", "--sync mutex", onCores(60e6, lockWaits("chan receive", "runtime.chanrecv")), Fails, "never waited for the mutex"},
		{"counter/mutex-waits", "no contention", "--sync mutex", counted(2000, 0.1, 0.1), Inconclusive, "ran at the same time for 100 µs"},
		{"counter/mutex-waits", "sharing a core", "--sync mutex", counted(2000, 70, 0), Inconclusive, "on two cores for at least 0 ns"},

		{"counter/channel-waits", "rendezvous", "--sync channel", sendWaits(3, 2), Holds, `G7 waited 3 times for "chan send", 3.00 ms in total, and the owner of the counter 2 times for "chan receive"`},
		{"counter/channel-waits", "no wait", "--sync channel", sendWaits(0, 0), Fails, "0 times"},
		{"counter/channel-waits", "only the owner", "--sync channel", sendWaits(0, 2), Inconclusive, "0 times"},
		{"counter/channel-waits", "only the senders", "--sync channel", sendWaits(2, 0), Inconclusive, "0 times"},
	},
}

// counted plays 2 goroutines that count to a sum, running together for a time and then one after the other.
func counted(sum int64, together, apart float64) func(*tape) {
	return func(tp *tape) {
		tp.result(counterResult{Want: 2000, Got: sum})
		tp.lane(7, "(*counter).count", 0).on(0).begin("count").run(together + 0.001).ready(apart + 0.001).end("count").exit()
		tp.lane(8, "(*counter).count", 0).on(1).begin("count").run(together).ready(0.002).run(apart + 0.001).end("count").exit()
	}
}

// onCores makes the result say that goroutines were on two cores at once for ns nanoseconds.
func onCores(ns int64, play func(*tape)) func(*tape) {
	return func(tp *tape) {
		play(tp)
		result := ResultOf[counterResult](tp.r)
		result.OnCoresNS = ns
		tp.result(result)
	}
}

// lockWaits plays 2 goroutines that run at once for a long time and wait once each.
func lockWaits(reason, fn string) func(*tape) {
	return func(tp *tape) {
		tp.lane(7, "(*counter).count", 0).on(0).begin("count").run(30).wait(1, reason, fn).ready(0.1).run(1).end("count").exit()
		tp.lane(8, "(*counter).count", 0).on(1).begin("count").run(29).wait(1, reason, fn).ready(0.1).run(1).end("count").exit()
	}
}

func sendWaits(sends, receives int) func(*tape) {
	return func(tp *tape) {
		sender := tp.lane(7, "(*counter).count", 0).begin("count").run(1)
		for range sends {
			sender.wait(1, "chan send").run(1)
		}
		sender.end("count").exit()
		owner := tp.lane(8, "(*counter).own", 0).run(1)
		for range receives {
			owner.wait(1, "chan receive").run(1)
		}
		owner.exit()
	}
}
