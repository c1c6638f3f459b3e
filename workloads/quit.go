package workloads

import (
	"context"
	_ "embed"
	"io"
	"runtime"
	"runtime/trace"
	"time"

	"github.com/spf13/pflag"
)

//go:embed quit.go
var quitSource string

var quitWorkload = &Workload{
	Name:    "quit",
	Title:   "A quit channel, polled or waited for",
	Concept: Cancellation,
	Source:  quitSource,
	Description: `A goroutine runs until main tells it to quit. With --poll it polls the quit channel in a select with a
default case, over and over, although it has nothing else to do; with --poll=false it waits on the channel.

Look at the goroutine's lane and at the P lanes: polling keeps a P busy until the end, waiting takes none.`,
	New: func() Program { return new(quit) },
	Claims: []Claim{
		{
			ID: "polling-burns", region: "until quit", applies: quitPolls(true), check: pollingBurns,
			Text: "Polling burns a whole P.",
		},
		{
			ID: "waiting-is-free", region: "until quit", applies: quitPolls(false), check: waitingIsFree,
			Text: "Waiting uses almost no P time.",
		},
	},
}

// quit is the program: a goroutine that runs until it is told to quit.
type quit struct {
	scaled
	poll bool
	stay time.Duration
}

func (p *quit) Flags(fs *pflag.FlagSet) {
	p.flags(fs)
	fs.BoolVar(&p.poll, "poll", true, "poll the quit channel instead of waiting for it")
	fs.DurationVar(&p.stay, "stay", time.Second, "when main closes the channel, as documented (see --scale)")
}

func (p *quit) Validate() error {
	return firstError(p.validate(), checkDuration("stay", p.stay, 10*time.Millisecond, time.Minute))
}

// Run returns how often the goroutine polled.
func (p *quit) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	stop, asked := make(chan struct{}), make(chan int)
	go p.worker(ctx, stop, asked)
	nap(ctx, p.of(p.stay))
	close(stop)
	n := <-asked
	c.printf("the goroutine polled %d times until it was told to quit", n)
	return c.finish(ctx, n)
}

func (p *quit) worker(ctx context.Context, stop <-chan struct{}, asked chan<- int) {
	region := trace.StartRegion(ctx, "until quit")
	n := 1
	if p.poll {
		n = pollUntil(stop)
	} else {
		<-stop
	}
	region.End()
	asked <- n
}

// pollUntil polls until the channel is closed, and returns how often.
func pollUntil(stop <-chan struct{}) int {
	for n := 1; ; n++ {
		select {
		case <-stop:
			return n
		default: // it would work here
		}
	}
}
