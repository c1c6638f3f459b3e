package workloads

import "schedviz/traceview"

var imagesSuite = &suite{
	workload: "images",
	quick:    "--count 3 --base 10ms",
	prints:   "all 3 images are done\n",
	long:     "--scale 10",
	bad: []badParam{
		{"--count 0", "--count must be"},
		{"--base 0s", "--base must be"},
		{"--step -1ms", "--step must be"},
	},
	breaks: []breakCase{
		{claim: "time-of-longest", ran: "--in-turn", evidence: "one after another"},
	},
	// By default the longest of the 8 images takes 50 ms.
	cases: []claimCase{
		{"images/time-of-longest", "side by side", "", imagesMade(15, 20, 50), Holds, "one sleeps for 50.0 ms, one after another they would sleep for 260 ms"},
		{"images/time-of-longest", "one after the other", "", imagesInTurn, Fails, "one after another"},
		{"images/time-of-longest", "one", "--count 1", imagesMade(15), Inconclusive, "1 goroutine can't show"},
		{"images/shortest-first", "in order", "", imagesMade(15, 20, 25), Holds, "3 images were done in order, from 15.0 ms to 25.0 ms"},
		{"images/shortest-first", "out of order", "", imagesMade(15, 30, 25), Fails, "image 3 was done 5.00 ms before image 2"},
		{"images/shortest-first", "no P", "", imagesLate, Inconclusive, "had no P"},
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
