package workloads

import (
	"context"
	"io"

	"schedviz/traceview"
)

var imagesSuite = &suite{
	workload: "images",
	quick:    "--count 3 --base 10ms",
	prints:   "all 3 images are done\n",
	long:     "--scale 10",
	bad: []badParam{
		{"--count 0", "--count must be"},
		{"--base 0s", "--base must be"},
		{"--step -1ms", "--step must be"},
		{"--work gpu", "--work must be one of sleep, cpu"},
	},
	live:  []string{"--work cpu --scale 0.05"},
	holds: []holdCase{{claims: "bounded-by-cores", args: "--work cpu"}},
	breaks: []breakCase{
		{claim: "shortest-first", ran: "--step 0s", verdict: Inconclusive, evidence: "can't show an order"},
		{claim: "shortest-first", broken: func() Program { return new(imagesReversed) }, evidence: "before image"},
		{claim: "bounded-by-cores", ran: "--work cpu --in-turn", evidence: "one after another"},
		{claim: "time-of-longest", ran: "--in-turn", evidence: "one after another"},
	},
	// By default the longest of the 8 images takes 50 ms.
	cases: []claimCase{
		{"images/time-of-longest", "side by side", "", imagesMade(15, 20, 50), Holds, "one sleeps for 50.0 ms, one after another they would sleep for 260 ms"},
		{"images/time-of-longest", "one after the other", "", imagesInTurn, Fails, "one after another"},
		{"images/time-of-longest", "one", "--count 1", imagesMade(15), Inconclusive, "1 goroutine can't show"},
		{"images/bounded-by-cores", "two by two", "--work cpu", imagesComputed(20, 4, 2), Holds, "4 images took 40.0 ms together; they computed for 80.0 ms, which is 40.0 ms for each of 2 cores; the longest ran for 20.0 ms"},
		{"images/bounded-by-cores", "in turn", "--work cpu", imagesComputed(20, 4, 1), Fails, "took 80.0 ms together; they computed for 80.0 ms, which is 40.0 ms for each of 2 cores, but they were made one after another"},
		{"images/bounded-by-cores", "few", "--work cpu", imagesComputed(20, 2, 2), Inconclusive, "too few images"},
		{"images/bounded-by-cores", "held up", "--work cpu", func(tp *tape) {
			imagesComputed(20, 4, 2)(tp)
			tp.result(imagesResult{Images: 4, CPUNS: 30e6})
		}, Inconclusive, "the cores were not theirs"},
		{"images/shortest-first", "in order", "", imagesMade(15, 20, 25), Holds, "3 images were done in order, from 15.0 ms to 25.0 ms"},
		{"images/shortest-first", "out of order", "", imagesMade(15, 30, 20), Fails, "image 3 was done 10.0 ms before image 2, after 20.0 ms; its own time is 25.0 ms"},
		{"images/shortest-first", "one waits for another thing", "", imagesBlocked, Fails, "image 2 was done 15.1 ms before image 1"},
		{"images/shortest-first", "no P", "", imagesLate, Inconclusive, "which the host kept waiting"},
		{"images/shortest-first", "all alike", "--step 0s", imagesMade(15, 15), Inconclusive, "can't show an order"},
	},
}

// imagesMade plays images that take this long, side by side.
func imagesMade(takes ...float64) func(*tape) {
	return func(tp *tape) {
		for i, d := range takes {
			tp.lane(traceview.GoID(10+i), "(*images).image", 0.001*float64(i)).begin("image").wait(d-0.001*float64(i), "sleep").end("image").exit()
		}
	}
}

func imagesInTurn(tp *tape) {
	tp.lane(10, "(*images).image", 0).begin("image").wait(50, "sleep").end("image").exit()
	tp.lane(11, "(*images).image", 50).begin("image").wait(50, "sleep").end("image").exit()
}

func imagesLate(tp *tape) {
	tp.lane(10, "(*images).image", 0).begin("image").wait(15, "sleep").ready(20).run(0.1).end("image").exit()
	tp.lane(11, "(*images).image", 0.1).begin("image").wait(20, "sleep").end("image").exit()
}

// imagesComputed plays n images that compute for d ms each, side by side on some Ps.
func imagesComputed(d float64, n, procs int) func(*tape) {
	return func(tp *tape) {
		tp.result(imagesResult{Images: n, CPUNS: int64(float64(n) * d * 1e6)})
		for i := range n {
			at := d * float64(i/procs)
			tp.lane(traceview.GoID(10+i), "(*images).image", at).on(traceview.ProcID(i % procs)).begin("image").run(d).end("image").exit()
		}
	}
}

func imagesBlocked(tp *tape) {
	tp.lane(10, "(*images).image", 0).begin("image").wait(15, "sleep").wait(20.1, "sync").end("image").exit()
	tp.lane(11, "(*images).image", 0.001).begin("image").wait(19.999, "sleep").end("image").exit()
}

// imagesReversed starts with the longest image.
type imagesReversed struct{ images }

func (p *imagesReversed) Run(ctx context.Context, out io.Writer) (any, error) {
	for id := p.count; id > 0; id-- {
		p.wg.Add(1)
		go p.image(ctx, &console{w: out}, id)
	}
	p.wg.Wait()
	return imagesResult{Images: p.count}, ctx.Err()
}
