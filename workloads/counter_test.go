package workloads

var counterSuite = &suite{
	workload: "counter",
	quick:    "--sync mutex --n 1000",
	prints:   "2 goroutines added 1 to the counter 1000 times each (--sync mutex): 2000, and 2000 would be right; ",
	long:     "--sync channel --n 100000000",
	live:     []string{"--sync atomic", "--n 1000"},
	races:    func(args string) bool { return without("--sync")(args) || with("none")(args) },
	bad: []badParam{
		{"--sync rwmutex", `--sync must be one of none, mutex, atomic, channel, all, not "rwmutex"`},
		{"--n -1", "--n must be"},
		{"--goroutines 0", "--goroutines must be"},
	},
	holds: []holdCase{
		{claims: "exact mutex-waits", args: "--sync mutex"},
		{claims: "channel-waits", args: "--sync channel"},
		{claims: "cost", args: "--sync all"},
	},
	breaks: []breakCase{
		{claim: "exact", ran: "--sync none --n 10000000", checked: "--sync mutex --n 10000000", evidence: "not to 20000000"},
		{claim: "lost-updates", ran: "--n 10", procs: 1, verdict: Inconclusive, evidence: "no two increments can meet"},
		{claim: "mutex-waits", ran: "--sync mutex --n 10", procs: 1, verdict: Inconclusive, evidence: "never waited for the mutex"},
		{claim: "channel-waits", ran: "--sync mutex --n 1000", checked: "--sync channel --n 1000", evidence: "0 times"},
		{claim: "cost", ran: "--sync all --n 100", verdict: Inconclusive, evidence: "too few to compare"},
	},
	cases: []claimCase{
		{"counter/exact", "mutex", "--sync mutex --n 1000", counted(2000, 0.1, 0.1), Holds, "G7, G8 counted to 2000"},
		{"counter/exact", "one missing", "--sync atomic --n 1000", counted(1999, 0.1, 0.1), Fails, "counted to 1999, not to 2000"},
		{"counter/exact", "more goroutines were asked for", "--sync channel --goroutines 3 --n 1000", counted(2000, 0.1, 0.1), Fails, "counted to 2000, not to 3000"},
		{"counter/exact", "empty trace", "--sync mutex --n 1000", func(*tape) {}, Inconclusive, `no region "count"`},

		{"counter/lost-updates", "lost", "--n 1000", counted(1500, 0.1, 0.1), Holds, "lost 500 of 2000 increments, running at the same time for 100 µs"},
		{"counter/lost-updates", "too many", "--n 1000", counted(2001, 0.1, 0.1), Fails, "more than the 2000"},
		{"counter/lost-updates", "long together, nothing lost", "--n 1000", onCores(60e6, counted(2000, 70, 0)), Fails, "though they were on two cores at once for 60.0 ms"},
		{"counter/lost-updates", "short together, nothing lost", "--n 1000", counted(2000, 0.1, 0.1), Inconclusive, "ran at the same time for 100 µs, on two cores for at least 0 ns"},
		{"counter/lost-updates", "long together, sharing a core, nothing lost", "--n 1000", onCores(20e6, counted(2000, 300, 0)), Inconclusive, "for 300 ms, on two cores for at least 20.0 ms"},
		{"counter/lost-updates", "long apart, nothing lost", "--n 1000", counted(2000, 0, 50), Inconclusive, "at the same time for 0 ns"},
		{"counter/lost-updates", "one P", "--n 1000", func(tp *tape) { counted(2000, 30, 0)(tp); tp.procs(1) }, Inconclusive, "1 P and 2 cores"},
		{"counter/lost-updates", "one core", "--n 1000", func(tp *tape) { counted(2000, 30, 0)(tp); tp.r.NumCPU = 1 }, Inconclusive, "2 Ps and 1 core "},

		{"counter/mutex-waits", "contention", "--sync mutex --n 1000", lockWaits("sync", "sync.(*Mutex).Lock"), Holds, `waited for "sync" in sync.(*Mutex).Lock 2 times, 2.00 ms in total`},
		{"counter/mutex-waits", "long together, no wait", "--sync mutex --n 1000", onCores(60e6, counted(2000, 70, 0)), Fails, "never waited for the mutex"},
		{"counter/mutex-waits", "long together, another wait", "--sync mutex --n 1000", onCores(60e6, lockWaits("chan receive", "runtime.chanrecv")), Fails, "never waited for the mutex"},
		{"counter/mutex-waits", "no contention", "--sync mutex --n 1000", counted(2000, 0.1, 0.1), Inconclusive, "ran at the same time for 100 µs"},
		{"counter/mutex-waits", "sharing a core", "--sync mutex --n 1000", counted(2000, 70, 0), Inconclusive, "on two cores for at least 0 ns"},

		{"counter/channel-waits", "rendezvous", "--sync channel --n 1000", sendWaits(3, 2), Holds, `G7 waited 3 times for "chan send", 3.00 ms in total, and the owner of the counter 2 times for "chan receive"`},
		{"counter/channel-waits", "no wait", "--sync channel --n 1000", sendWaits(0, 0), Fails, "0 times"},
		{"counter/channel-waits", "only the owner", "--sync channel --n 1000", sendWaits(0, 2), Inconclusive, "0 times"},
		{"counter/channel-waits", "only the senders", "--sync channel --n 1000", sendWaits(2, 0), Inconclusive, "0 times"},

		{"counter/lost-updates", "lost, never at once", "--n 1000", counted(1500, 0, 50), Holds, "lost 500 of 2000 increments, though they never ran at the same time"},

		{"counter/cost", "as it should", "--sync all", costing(10, 30, 500), Holds, "an increment took 10.0 ns with an atomic, 30.0 ns with a mutex and 500 ns with a channel"},
		{"counter/cost", "the other way round", "--sync all", costing(10, 30, 20), Fails, "and 20 ns with a channel"},
		{"counter/cost", "alike", "--sync all", costing(10, 11, 500), Inconclusive, "too close"},
		{"counter/cost", "few", "--sync all --n 10", costing(10, 30, 500), Inconclusive, "20 increments are too few"},
	},
}

// costing plays a count with each remedy, which takes these nanoseconds per increment.
func costing(atomic, mutex, channel float64) func(*tape) {
	return func(tp *tape) {
		counted(0, 0.1, 0.1)(tp)
		tp.result(counterResult{Costs: map[string]float64{"atomic": atomic, "mutex": mutex, "channel": channel}})
	}
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
