package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed httpserver.go
var httpserverSource string

var httpServerWorkload = &Workload{
	Name:    "httpserver",
	Title:   "An HTTP server with background workers, shut down gracefully under load",
	Concept: Patterns,
	Signals: true,
	Source:  httpserverSource,
	Lesson: Lesson{
		What: `A net/http server answers clients, and background workers tick. After --for, at Ctrl-C or SIGTERM it shuts
down gracefully: it stops listening, answers the requests in flight within --deadline, and ends the workers through their
context.`,
		Look: []Look{
			{
				"The shutdown, a region on main: the requests in flight end inside it, and none begins.",
				View{Lanes: "g", Pin: []string{"runtime.main"}, Claim: "in-flight-answered"},
			},
			{
				`The goroutines of the connections: they wait for "network", and hold no thread while they do.`,
				View{Lanes: "gm", Find: "network"},
			},
			{
				`A background worker: it waits in "select" for its next tick or for the end of its context.`,
				View{Lanes: "g", Pin: []string{"(*httpServer).worker"}},
			},
		},
		Next: []Next{
			{[]string{"--abrupt"}, "The server closes all connections at once, and the requests in flight get no answer."},
			{[]string{"--deaf"}, "The workers do not watch their context and are left behind when main returns."},
			{[]string{"--for", "50s", "--scale", "1"}, "As documented; press Ctrl-C, and it finishes what it has begun."},
		},
		View: View{Lanes: "g", Pin: []string{"runtime.main", "(*httpServer).worker"}},
	},
	New: func() Program { return new(httpServer) },
	Claims: []Claim{
		{
			ID: "in-flight-answered", region: "shutdown", check: inFlightAnswered,
			Text: "Requests in flight at the shutdown are answered.",
		},
		{
			ID: "no-new-requests", region: "shutdown", check: noNewRequests,
			Text: "No request is accepted once the listener is closed.",
		},
		{
			ID: "ours-end", region: "shutdown", check: serverGoroutinesEnd,
			Text: "All of the program's own goroutines end.",
		},
		{
			ID: "network-waits", region: "request", check: networkWaits,
			Text: "More goroutines wait for \"network\" at once than there are threads: waiting holds no thread.",
		},
	},
}

func (p *httpServer) Flags(fs *pflag.FlagSet) {
	p.flags(fs)
	fs.IntVar(&p.clients, "clients", 10, "number of clients, each with one request at a time")
	fs.IntVar(&p.workers, "workers", 3, "number of background workers")
	fs.DurationVar(&p.request, "request", 200*time.Millisecond, "how long a request takes (see --scale)")
	fs.DurationVar(&p.tick, "tick", 2*time.Second, "how often a background worker does something, "+
		"as documented (see --scale)")
	fs.DurationVar(&p.stay, "for", 5*time.Second, "shut down after this time (see --scale)")
	fs.DurationVar(&p.timeout, "deadline", 10*time.Second, "how long the shutdown may take, as documented (not scaled)")
	fs.BoolVar(&p.abrupt, "abrupt", false, "close all connections instead of shutting down gracefully")
	fs.BoolVar(&p.deaf, "deaf", false, "the background workers do not watch their context, and main does not wait for them")
}

// Lasts returns how long it serves, and may take to shut down.
func (p *httpServer) Lasts() time.Duration { return p.of(p.stay) + p.timeout }

func (p *httpServer) Validate() error {
	return firstError(
		p.validate(),
		checkInt("clients", p.clients, 1, 1000),
		checkInt("workers", p.workers, 0, 1000),
		checkDuration("request", p.request, 0, time.Minute),
		checkDuration("tick", p.tick, 10*time.Millisecond, time.Minute),
		checkDuration("for", p.stay, 10*time.Millisecond, 10*time.Minute),
		checkDuration("deadline", p.timeout, time.Millisecond, time.Minute),
	)
}
