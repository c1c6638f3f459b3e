package workloads

var unbufferedSuite = &suite{
	workload: "unbuffered",
	quick:    "--values 5",
	prints:   "5 of 5 values received through a channel of capacity 0\n",
	long:     "--consume 1m",
	live:     []string{"--produce 1ms --consume 0s", "--values 1000 --consume 0s"},
	bad: []badParam{
		{"--capacity -1", "--capacity must be"},
		{"--values 0", "--values must be"},
		{"--consume -1s", "--consume must be"},
		{"--produce -1s", "--produce must be"},
	},
	breaks: []breakCase{
		{claim: "rendezvous", ran: "--capacity 5", checked: "--capacity 0", evidence: "before its receive began"},
		{claim: "drained", ran: "--values 19", checked: "--values 20", evidence: "19 values received, of 20"},
	},
	cases: []claimCase{
		{"unbuffered/rendezvous", "each meets", "", handed(2, true, 0, 2, 2, 4), Holds, "each of 2 sends met its receive (G1, G7); the sender waited 2 times"},
		{"unbuffered/rendezvous", "runs ahead", "", handed(2, true, 0, 1, 1, 2), Fails, "send 2 completed 1.00 ms before its receive began"},
		{"unbuffered/rendezvous", "none", "", func(*tape) {}, Inconclusive, "no region"},
		{"unbuffered/drained", "all", "--values 2", handed(2, true, 0, 2, 2, 4), Holds, "2 values received in order, and then the close, at 6.00 ms"},
		{"unbuffered/drained", "one left", "--values 2", handed(1, true, 0, 2, 2, 4), Fails, "1 value received, of 2"},
		{"unbuffered/drained", "out of order", "--values 2", handed(2, false, 0, 2, 2, 4), Fails, "not in order"},
		{"unbuffered/drained", "received once too few", "--values 3", handed(3, true, 0, 2, 2, 4), Fails, "2 sends and 3 receives"},
		{"unbuffered/drained", "none", "", func(*tape) {}, Inconclusive, "no region"},
	},
}

var bufferedSuite = &suite{
	workload: "buffered",
	quick:    "--values 8 --consume 1ms",
	prints:   "8 of 8 values received through a channel of capacity 10\n",
	long:     "--consume 1m",
	live:     []string{"--capacity 100", "--capacity 1", "--consume 0s --produce 1ms"},
	bad:      []badParam{{"--capacity -1", "--capacity must be"}},
	holds:    []holdCase{{claims: "hides-slow-consumer", args: "--capacity 100"}},
	breaks: []breakCase{
		{claim: "blocks-when-full", ran: "--capacity 1", checked: "--capacity 10", evidence: "the producer waited with"},
		{claim: "blocks-when-full", ran: "--capacity 0", verdict: Inconclusive, evidence: "no buffer"},
		{claim: "runs-ahead", ran: "--capacity 0", checked: "--capacity 10", evidence: "none of 20 sends completed"},
		{claim: "runs-ahead", ran: "--capacity 0", verdict: Inconclusive, evidence: "no buffer"},
		{claim: "hides-slow-consumer", ran: "--capacity 5", checked: "--capacity 100", evidence: "the producer waited"},
		{claim: "hides-slow-consumer", ran: "--capacity 100 --produce 2ms --consume 0s", checked: "--capacity 100", evidence: "lay in the buffer for"},
		{claim: "drained", ran: "--values 19", checked: "--values 20", evidence: "19 values received, of 20"},
	},
	cases: []claimCase{
		{"buffered/blocks-when-full", "full", "--capacity 1", handedWhenFull, Holds, "waited 1 time in 2 sends, each time with the buffer of 1 full"},
		{"buffered/blocks-when-full", "no buffer", "--capacity 0", handed(2, true, 0, 2, 2, 4), Inconclusive, "no buffer"},
		{"buffered/blocks-when-full", "not full", "--capacity 5", handed(2, true, 0, 2, 2, 4), Fails, "at send 1, at 0 ns, the producer waited with at most 0 of 5 slots"},
		{"buffered/blocks-when-full", "never waits", "", handedAtOnce, Inconclusive, "never waited"},
		{"buffered/runs-ahead", "ahead", "", handed(2, true, 0, 1, 1, 2), Holds, "1 of 2 sends completed before"},
		{"buffered/runs-ahead", "never", "", handed(2, true, 0, 2, 2, 4), Fails, "none of 2 sends"},
		{"buffered/runs-ahead", "no buffer", "--capacity 0", handed(2, true, 0, 2, 2, 4), Inconclusive, "no buffer"},
		{"buffered/runs-ahead", "fast consumer", "--consume 0s", handed(2, true, 0, 2, 2, 4), Inconclusive, "as fast as the producer"},
		{"buffered/hides-slow-consumer", "longer and longer", "--values 8 --capacity 8", piled(8, 2, 0), Holds, "never waited; value 1 lay in the buffer for 2.00 ms, value 4 for 7.70 ms, value 8 for 15.3 ms"},
		{"buffered/hides-slow-consumer", "the producer waits", "--values 8 --capacity 8", piled(8, 2, 1), Fails, "the producer waited 8 times, 8.00 ms in total"},
		{"buffered/hides-slow-consumer", "equally long", "--values 8 --capacity 8", piled(8, 0.1, 0), Fails, "value 4 lay in the buffer for 2.00 ms, value 8 for 2.00 ms"},
		{"buffered/hides-slow-consumer", "fast consumer", "--values 8 --capacity 8 --consume 0s", piled(8, 2, 0), Inconclusive, "nothing piles up"},
		{"buffered/drained", "all", "--values 2", handed(2, true, 0, 2, 2, 4), Holds, "2 values received in order"},
		{"buffered/drained", "one left", "--values 2", handed(1, true, 0, 2, 2, 4), Fails, "1 value received, of 2"},
		{"buffered/drained", "none", "", func(*tape) {}, Inconclusive, "no region"},
	},
}

// handed plays two sends, from and to these times, to a consumer that alternately receives for 1 ms and works for
// 2 ms.
func handed(received int, inOrder bool, from1, to1, from2, to2 float64) func(*tape) {
	return func(tp *tape) {
		tp.result(handOverResult{Received: received, InOrder: inOrder})
		producer := tp.lane(7, "(*handOver).producer", 0).wait(from1, "sleep")
		producer.begin("send").wait(to1-from1, "chan send").end("send")
		producer.wait(from2-to1, "sleep").begin("send").wait(to2-from2, "chan send").end("send").exit()
		main := tp.lane(1, "", 0)
		for range 2 {
			main.begin("receive").wait(1, "chan receive").end("receive").wait(2, "sleep")
		}
		main.begin("receive").end("receive")
	}
}

func handedWhenFull(tp *tape) {
	producer := tp.lane(7, "(*handOver).producer", 0).begin("send").run(0.1).end("send")
	producer.begin("send").wait(2, "chan send").end("send").exit()
	main := tp.lane(1, "", 0)
	for range 2 {
		main.wait(1, "sleep").begin("receive").run(0.1).end("receive")
	}
}

func handedAtOnce(tp *tape) {
	tp.lane(7, "(*handOver).producer", 0).begin("send").run(1).end("send").exit()
	tp.lane(1, "", 0).wait(3, "sleep").begin("receive").run(1).end("receive")
}

// piled plays n sends, 0.1 ms and a wait apart, to a consumer that begins after 2 ms and works for a time between its
// receives.
func piled(n int, work, wait float64) func(*tape) {
	return func(tp *tape) {
		producer, main := tp.lane(7, "(*handOver).producer", 0), tp.lane(1, "", 0).wait(1.9, "sleep")
		for range n {
			producer.begin("send").run(0.1)
			if wait > 0 {
				producer.wait(wait, "chan send")
			}
			producer.end("send")
			main.begin("receive").run(0.1).end("receive")
			if work > 0.1 {
				main.wait(work-0.1, "sleep")
			}
		}
		main.begin("receive").end("receive")
		producer.exit()
	}
}
