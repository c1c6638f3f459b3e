package workloads

import (
	"strconv"

	"schedviz/traceview"
)

var pipelineSuite = &suite{
	workload: "pipeline",
	quick:    "--items 10",
	prints:   "10 of 10 items came through 4 stages\n",
	long:     "--work 1m",
	live:     []string{"--fail-at 5", "--stages 1 --slow 1", "--deaf", "--slow 1"},
	leaves:   with("--deaf"),
	bad: []badParam{
		{"--stages 0", "--stages must be"},
		{"--slow 5", "--slow must be from 1 to 4, not 5"},
		{"--items 0", "--items must be"},
		{"--work -1s", "--work must be"},
		{"--fail-at 31", "--fail-at must be"},
	},
	holds: []holdCase{{claims: "error-ends-all", args: "--fail-at 5"}},
	breaks: []breakCase{
		{claim: "backs-up", ran: "--slow 1", checked: "--slow 3", evidence: "waited to send for"},
		{claim: "all-through", ran: "--items 29", checked: "--items 30", evidence: "29 of 30 items"},
		{claim: "error-ends-all", ran: "--fail-at 5 --deaf", checked: "--fail-at 5", evidence: "alive at the end, waiting"},
	},
	cases: []claimCase{
		{"pipeline/backs-up", "backed up", "--stages 2 --slow 2", piped(8, true), Holds, "the 1 stage before stage 2 waited to send for at least 8.00 ms of the 10.0 ms"},
		{"pipeline/backs-up", "not", "--stages 2 --slow 2", piped(2, true), Fails, "stage 1 (G11) waited to send for 2.00 ms"},
		{"pipeline/backs-up", "first is slow", "--stages 2 --slow 1", piped(2, true), Inconclusive, "nothing to back up"},
		{"pipeline/backs-up", "not all seen", "--stages 3 --slow 2", piped(2, true), Inconclusive, "only 2 stages"},
		{"pipeline/all-through", "all", "", piped(8, true), Holds, "30 items came through 2 stages"},
		{"pipeline/all-through", "some missing", "--items 31", piped(8, true), Fails, "30 of 31 items"},
		{"pipeline/all-through", "none", "", func(*tape) {}, Inconclusive, "no region"},
		{"pipeline/error-ends-all", "ended", "--fail-at 3", piped(8, true), Holds, "the source and 2 stages have ended (G10…G12)"},
		{"pipeline/error-ends-all", "stuck", "--fail-at 3", piped(8, false), Fails, "1 goroutine alive at the end, waiting (G10)"},
		{"pipeline/error-ends-all", "no error", "--fail-at 3", func(tp *tape) { piped(8, true)(tp); tp.result(pipelineResult{}) }, Inconclusive, "no item failed"},
	},
}

// piped plays a source and 2 stages, the first of which waits to send for send of 10 ms; the source may end.
func piped(send float64, end bool) func(*tape) {
	return func(tp *tape) {
		tp.result(pipelineResult{Out: 30, InOrder: true, Failed: true})
		source := tp.lane(10, "(*pipeline).source", 0).wait(10, "chan send")
		if end {
			source.exit()
		}
		for i := range 2 {
			l := tp.lane(traceview.GoID(11+i), "(*pipeline).stage", 0).begin("stage").log("stage", strconv.Itoa(i+1))
			if i == 0 {
				l.begin("send").wait(send, "select").end("send").wait(10-send, "chan receive")
			} else {
				l.wait(10, "sleep")
			}
			l.end("stage").exit()
		}
	}
}
