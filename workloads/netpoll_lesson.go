package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed netpoll.go
var netpollSource string

var netPollWorkload = &Workload{
	Name:    "netpoll",
	Title:   "Many goroutines wait on sockets, and hold no thread",
	Concept: Scheduler,
	Source:  netpollSource,
	Lesson: Lesson{
		What: "Main makes 200 connections to itself, each with a goroutine that reads from it, and sends nothing for a " +
			"while; then it sends a byte on each. A read that finds no data parks its goroutine, and one thread, the " +
			"network poller, watches all the sockets.",
		Look: []Look{
			{
				Text: "The goroutines' lanes: 200 of them wait for \"network\" at once.",
				View: View{Lanes: "g", Colour: "state", Find: "netPoll", Claim: "no-thread"},
			},
			{
				Text: "The thread lanes: a handful, and idle meanwhile. A goroutine that waits for the network holds no " +
					"thread.",
				View: View{Lanes: "m"},
			},
			{
				Text: "The P lanes when main sends: no goroutine wakes the readers. The poller finds many sockets ready at " +
					"once and makes their goroutines runnable.",
				View: View{Lanes: "p", Colour: "goroutine", Claim: "poller-wakes"},
			},
		},
		Next: []Next{
			{
				Args:   []string{"--connections", "2000"},
				Effect: "Ten times as many wait, with no more threads.",
			},
			{
				Args: []string{"--pipes"},
				Effect: "Connections within the process, made of channels: the readers wait for \"select\", and main wakes " +
					"each of them.",
			},
		},
		View: View{Lanes: "mg", Colour: "state"},
	},
	New: func() Program { return new(netPoll) },
	Claims: []Claim{
		{
			ID: "no-thread", region: "hold", check: pollHoldsNoThread,
			Text: "Waiting goroutines hold no thread: far more wait than there are threads.",
		},
		{
			ID: "poller-wakes", region: "hold", check: pollerWakes,
			Text: "It is the network poller that makes them runnable, not another goroutine.",
		},
	},
}

func (p *netPoll) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.connections, "connections", 200, "number of connections, each with a reader")
	fs.DurationVar(&p.hold, "hold", 50*time.Millisecond, "how long main sends nothing")
	fs.BoolVar(&p.pipes, "pipes", false, "connect them within the process, by channels instead of sockets")
}

func (p *netPoll) Validate() error {
	return firstError(
		checkInt("connections", p.connections, 1, 10_000),
		checkDuration("hold", p.hold, 0, time.Minute),
	)
}
