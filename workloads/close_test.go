package workloads

import (
	"strings"

	"schedviz/traceview"
)

var closeSuite = &suite{
	workload: "close",
	quick:    "--values 3",
	prints:   "as expected, a panic: send on closed channel\n3 values sent, 3 received, 1 panic (--how receiver)\n",
	// An unsynchronized close is a data race with a send and with another close.
	races: func(args string) bool { return !strings.Contains(args, "owner") && !strings.Contains(args, "once") },
	live:  []string{"--how owner --values 1000", "--how double --closers 1", "--how once --closers 100", "--values 1000"},
	bad: []badParam{
		{"--how both", "--how must be one of receiver, owner, double, once"},
		{"--closers 0", "--closers must be"},
		{"--values 0", "--values must be"},
	},
	holds: []holdCase{
		{claims: "owner-closes", args: "--how owner"},
		{claims: "double-panics", args: "--how double"},
		{claims: "once-closes", args: "--how once"},
	},
	breaks: []breakCase{
		{claim: "receiver-panics", ran: "--how owner", checked: "--how receiver", evidence: "did not panic"},
		{claim: "owner-closes", ran: "--how receiver", checked: "--how owner", evidence: "panicked: send on closed channel"},
		{claim: "double-panics", ran: "--how once", checked: "--how double", evidence: "and 0 panicked"},
		{claim: "double-panics", ran: "--how double --closers 1", verdict: Inconclusive, evidence: "only one"},
		{claim: "once-closes", ran: "--how double", checked: "--how once", evidence: "2 of 3 goroutines panicked: close of closed channel"},
	},
	cases: []claimCase{
		{"close/receiver-panics", "panics", "", closedBy(true, true), Holds, `G7 waited for "chan send" when G1 closed the channel at 5.00 ms, and panicked: send on closed channel`},
		{"close/receiver-panics", "no panic", "", closedBy(true, false), Fails, "G7 did not panic"},
		{"close/receiver-panics", "not waiting", "", closedBy(false, true), Inconclusive, "was not yet waiting"},
		{"close/owner-closes", "all", "--how owner", sentAll(5), Holds, "5 values sent and received; G7 closed the channel at 2.00 ms, and nothing panicked"},
		{"close/owner-closes", "one missing", "--how owner", sentAll(4), Fails, "4 values sent and 4 received, of 5"},
		{"close/owner-closes", "a panic", "--how owner", sentAll(5, panicSend), Fails, "1 goroutine panicked"},
		{"close/owner-closes", "none", "--how owner", func(*tape) {}, Inconclusive, "no region"},
		{"close/double-panics", "panics", "--how double", closers(3, 2), Holds, "G7 closed the channel; G8, G9 tried to as well and panicked: close of closed channel"},
		{"close/double-panics", "no panic", "--how double", closers(3, 0), Fails, "3 goroutines closed the channel, and 0 panicked"},
		{"close/double-panics", "one", "--how double", closers(1, 0), Inconclusive, "only one"},
		{"close/once-closes", "once", "--how once", closers(3, 0), Holds, "3 goroutines closed the channel (G7…G9), and none panicked"},
		{"close/once-closes", "twice", "--how once", closers(3, 1), Fails, "1 of 3 goroutines panicked"},
		{"close/once-closes", "one", "--how once", closers(1, 0), Inconclusive, "only one"},
	},
}

// closedBy plays a sender that may wait when main closes the channel at 5 ms, and may panic.
func closedBy(waits, panics bool) func(*tape) {
	return func(tp *tape) {
		main := tp.lane(1, "", 0).wait(5, "sleep").begin("close").run(1).end("close")
		sender := tp.lane(7, "(*closer).sender", 0).begin("send")
		if waits {
			sender.wait(5.5, "chan send").readyBy(0.5, main)
		} else {
			sender.run(6)
		}
		sender.run(0.1)
		if panics {
			sender.log("panic", panicSend)
		}
		sender.end("send").exit()
	}
}

func sentAll(n int, panics ...string) func(*tape) {
	return func(tp *tape) {
		tp.result(closeResult{Sent: n, Received: n, Panics: panics})
		tp.lane(7, "(*closer).sender", 0).begin("send").run(2).end("send").exit()
	}
}

// closers plays n goroutines that close a channel in turn; the last few panic.
func closers(n, panics int) func(*tape) {
	return func(tp *tape) {
		var result closeResult
		for i := range n {
			l := tp.lane(traceview.GoID(7+i), "(*closer).closeIt", float64(i)).begin("close").run(0.5)
			if i >= n-panics {
				l.log("panic", panicClosed)
				result.Panics = append(result.Panics, panicClosed)
			}
			l.end("close").exit()
		}
		tp.result(result)
	}
}
