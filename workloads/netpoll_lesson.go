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
	Description: `Main makes --connections loopback connections, each with a goroutine that reads from it, and sends
nothing for --hold. A read that finds no data parks its goroutine; the runtime polls all sockets at once, and one thread
does that for all of them. Then main sends something on every connection, and the network poller makes the readers
runnable.

Look at the goroutine lanes, all waiting for "network", and at the thread lanes: the connections add none.`,
	New: func() Program { return new(netPoll) },
	Claims: []Claim{
		{
			ID: "no-thread", region: "hold", check: pollHoldsNoThread,
			Text: "Waiting goroutines hold no thread: far more wait than there are threads.",
		},
		{
			ID: "poller-wakes", region: "hold", check: pollerWakes,
			Text: "The network poller makes them runnable, no other goroutine.",
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
