package workloads

import (
	"context"
	"io"
	"runtime/trace"
)

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
	leaves: with("--documented"),
	live:   []string{"--in-turn=false --times 2"},
	holds:  []holdCase{{claims: "no-waiting", args: "--documented"}},
	breaks: []breakCase{
		{claim: "alive-together", ran: "--in-turn", evidence: "one after the other"},
		{claim: "time-of-one", ran: "--in-turn", evidence: "one after another"},
		{claim: "asleep", broken: func() Program { return new(busySay) }, evidence: "that is its own doing"},
		{claim: "no-waiting", broken: func() Program { return new(patientSay) }, ran: "--documented", evidence: "main waited"},
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

		{"say/no-waiting", "cut off", "--documented", sayCutOff(true, false), Holds, "main was done at 50.0 ms; G7 was not, and was cut off"},
		{"say/no-waiting", "faster", "--documented", sayCutOff(false, false), Holds, "G7 happened to be done 1.00 ms before main"},
		{"say/no-waiting", "waiting", "--documented", sayCutOff(false, true), Fails, "main waited 5.00 ms for G7"},
		{"say/no-waiting", "the other never speaks", "--documented", sayAlone, Inconclusive, "only 1 goroutine"},
	},
}

func sayTogether(tp *tape) {
	tp.lane(1, "", 0).run(0.5).begin("say").wait(50, "sleep").run(0.5).end("say").wait(1, "chan receive")
	tp.lane(7, "(*say).world", 1).begin("say").wait(50, "sleep").run(0.5).end("say").exit()
}

func sayInTurn(tp *tape) {
	tp.lane(1, "", 0).begin("say").wait(50, "sleep").end("say").wait(50, "chan receive")
	tp.lane(7, "(*say).world", 50).begin("say").wait(50, "sleep").end("say").exit()
}

func sayAlone(tp *tape) {
	tp.lane(1, "", 0).begin("say").wait(50, "sleep").end("say")
}

func sayBlocked(tp *tape) {
	tp.lane(1, "", 0).begin("say").wait(50, "sleep").end("say")
	tp.lane(7, "(*say).world", 0).begin("say").wait(50, "sync").wait(50, "sleep").end("say").exit()
}

func saySlow(tp *tape) {
	tp.lane(1, "", 0).begin("say").wait(60, "sleep").ready(40).end("say")
	tp.lane(7, "(*say).world", 0).begin("say").wait(60, "sleep").ready(40).end("say").exit()
}

func sayComputing(tp *tape) {
	tp.lane(1, "", 0).begin("say").run(5).wait(10, "sleep").run(5).wait(10, "sleep").run(5).wait(10, "sleep").run(5).end("say")
	tp.lane(7, "(*say).world", 0).begin("say").wait(50, "sleep").end("say").exit()
}

func sayStalled(tp *tape) {
	tp.lane(1, "", 0).begin("say").wait(30, "sleep").run(20).wait(10, "sleep").end("say")
	tp.lane(7, "(*say).world", 0).begin("say").wait(50, "sleep").end("say").exit()
}

// sayCutOff plays a main that speaks for 50 ms, and another that is still asleep then or done before it.
func sayCutOff(cut, waits bool) func(*tape) {
	return func(tp *tape) {
		main := tp.lane(1, "", 0).begin("say").wait(50, "sleep").end("say")
		if waits {
			main.wait(5, "chan receive")
		}
		world := tp.lane(7, "(*say).world", 0).begin("say")
		if cut {
			world.wait(50, "sleep").end("say")
			tp.w.Regions[1].Open = true
		} else {
			world.wait(49, "sleep").end("say").exit()
		}
	}
}

// busySay computes for half of each pause.
type busySay struct{ say }

func (s *busySay) Run(ctx context.Context, out io.Writer) (any, error) {
	defer trace.StartRegion(ctx, "say").End()
	for range s.times {
		nap(ctx, s.of(s.every)/2)
		compute(ctx, 1, s.of(s.every)/2)
	}
	return s.times, ctx.Err()
}

// patientSay waits for a goroutine that says twice as much.
type patientSay struct{ say }

func (s *patientSay) Run(ctx context.Context, out io.Writer) (any, error) {
	c, done, world := &console{w: out}, make(chan struct{}), s.say
	world.times *= 2
	go world.world(ctx, c, done)
	s.say.say(ctx, c, "hello")
	<-done
	return s.times, ctx.Err()
}
