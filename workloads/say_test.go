package workloads

// By default each goroutine of say sleeps 5 times for 10 ms.
var saySuite = &suite{
	workload: "say",
	quick:    "--every 20ms",
	prints:   "world\n",
	long:     "--scale 10 --every 1m",
	bad: []badParam{
		{"--scale 0", "--scale must be above 0 and at most 10, not 0"},
		{"--scale -1", "--scale must be above 0"},
		{"--scale NaN", "--scale must be above 0"},
		{"--scale +Inf", "--scale must be above 0"},
		{"--times 0", "--times must be from 1 to 10000, not 0"},
		{"--every 0s", "--every must be from 1ms to 1m0s, not 0s"},
	},
	cases: []claimCase{
		{"say/alive-together", "side by side", "", sayTogether, Holds, "G1, G7 are both alive for 50.0 ms of 51.0 ms"},
		{"say/alive-together", "one after the other", "", sayInTurn, Fails, "one after the other"},
		{"say/alive-together", "the other never speaks", "", sayAlone, Inconclusive, "only 1 goroutine"},

		{"say/time-of-one", "side by side", "", sayTogether, Holds, "took 51.0 ms together; one sleeps for 50.0 ms, one after another they would sleep for 100 ms"},
		{"say/time-of-one", "one after the other", "", sayInTurn, Fails, "took 100 ms, one after another"},
		{"say/time-of-one", "in each other's way", "", sayBlocked, Fails, "G7 waited 50.0 ms for something else"},
		{"say/time-of-one", "no P for either", "", saySlow, Inconclusive, "they waited 80.0 ms for a P"},
		{"say/time-of-one", "documented length", "--scale 1", sayTogether, Holds, "one sleeps for 500 ms"},

		{"say/asleep", "side by side", "", sayTogether, Holds, "(>99%)"},
		{"say/asleep", "always computing", "", sayComputing, Fails, "G1 slept for 30.0 ms of its 50.0 ms (60%)"},
		{"say/asleep", "in each other's way", "", sayBlocked, Fails, "G7 slept for 50.0 ms of its 100 ms (50%)"},
		{"say/asleep", "no P for either", "", saySlow, Inconclusive, "the host was too busy"},
		{"say/asleep", "one long stall", "", sayStalled, Inconclusive, "the host was too busy"},
	},
}

func sayTogether(tp *tape) {
	tp.lane(1, "", 0).run(0.5).begin("say").wait(50, "sleep").run(0.5).end("say").wait(1, "chan receive")
	tp.lane(7, "(*say).inBackground", 1).begin("say").wait(50, "sleep").run(0.5).end("say").exit()
}

func sayInTurn(tp *tape) {
	tp.lane(1, "", 0).begin("say").wait(50, "sleep").end("say").wait(50, "chan receive")
	tp.lane(7, "(*say).inBackground", 50).begin("say").wait(50, "sleep").end("say").exit()
}

func sayAlone(tp *tape) {
	tp.lane(1, "", 0).begin("say").wait(50, "sleep").end("say")
}

func sayBlocked(tp *tape) {
	tp.lane(1, "", 0).begin("say").wait(50, "sleep").end("say")
	tp.lane(7, "(*say).inBackground", 0).begin("say").wait(50, "sync").wait(50, "sleep").end("say").exit()
}

func saySlow(tp *tape) {
	tp.lane(1, "", 0).begin("say").wait(60, "sleep").ready(40).end("say")
	tp.lane(7, "(*say).inBackground", 0).begin("say").wait(60, "sleep").ready(40).end("say").exit()
}

func sayComputing(tp *tape) {
	tp.lane(1, "", 0).begin("say").run(5).wait(10, "sleep").run(5).wait(10, "sleep").run(5).wait(10, "sleep").run(5).end("say")
	tp.lane(7, "(*say).inBackground", 0).begin("say").wait(50, "sleep").end("say").exit()
}

func sayStalled(tp *tape) {
	tp.lane(1, "", 0).begin("say").wait(30, "sleep").run(20).wait(10, "sleep").end("say")
	tp.lane(7, "(*say).inBackground", 0).begin("say").wait(50, "sleep").end("say").exit()
}
