package workloads

import "schedviz/traceview"

var broadcastSuite = &suite{
	workload: "broadcast",
	quick:    "--receivers 5",
	prints:   "all 5 receivers know\n",
	live:     []string{"--receivers 1000", "--receivers 1"},
	bad:      []badParam{{"--receivers 0", "--receivers must be"}},
	holds:    []holdCase{{claims: "one-value-one-receiver", args: "--send"}},
	breaks: []breakCase{
		{claim: "one-close-readies-all", ran: "--send", checked: "--send=false", evidence: "not by closing a channel"},
		{claim: "late-comer", ran: "--send", checked: "--send=false", evidence: "after the close"},
		{claim: "one-value-one-receiver", ran: "--send=false", checked: "--send", evidence: "but not by a send"},
	},
	cases: []claimCase{
		{"broadcast/one-close-readies-all", "all", "", woken2(closing, 0), Holds, "a single close by G1 made all of G7, G8 runnable"},
		{"broadcast/one-close-readies-all", "sent", "", woken2("runtime.chansend1", 0), Fails, "not by closing a channel in the close of G1"},
		{"broadcast/one-close-readies-all", "nobody", "", func(tp *tape) { tp.lane(1, "", 0).begin("wake").run(1).end("wake") }, Inconclusive, "only 0 of 0"},
		{"broadcast/one-value-one-receiver", "sent", "--send", woken2("runtime.chansend1", 0), Holds, "2 sends by G1 made G7, G8 runnable, one each"},
		{"broadcast/one-value-one-receiver", "closed", "--send", woken2(closing, 0), Fails, "but not by a send"},
		{"broadcast/one-value-one-receiver", "nobody", "--send", func(tp *tape) { tp.lane(1, "", 0).begin("wake").run(1).end("wake") }, Inconclusive, "only 0 of 0"},
		{"broadcast/late-comer", "passes", "", woken2(closing, 0), Holds, "G1 received at 11.0 ms, after the close, without waiting"},
		{"broadcast/late-comer", "waits", "", woken2(closing, 3), Fails, "G1 waited for 3.00 ms"},
		{"broadcast/late-comer", "early", "", func(tp *tape) { tp.lane(1, "", 0).begin("late").run(1).end("late") }, Inconclusive, "did not arrive after"},
	},
}

// woken2 plays 2 receivers that main wakes at 10 ms; main itself then waits for late ms.
func woken2(fn string, late float64) func(*tape) {
	return func(tp *tape) {
		main := tp.lane(1, "", 0).wait(10, "sleep").begin("wake").run(1).end("wake").begin("late").run(0.1)
		if late > 0 {
			main.wait(late, "chan receive")
		}
		main.end("late")
		for i := range 2 {
			woken(tp.lane(traceview.GoID(7+i), "(*broadcast).receiver", 0).wait(10.5, "chan receive"), 1, main, fn).run(0.1).exit()
		}
	}
}
