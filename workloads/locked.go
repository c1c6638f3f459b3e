package workloads

import (
	"context"
	_ "embed"
	"io"
	"runtime"
	"runtime/trace"
	"sync"

	"github.com/spf13/pflag"
)

//go:embed locked.go
var lockedSource string

var lockedWorkload = &Workload{
	Name:    "locked",
	Title:   "Two goroutines, each locked to a thread, play ping-pong",
	Concept: Scheduler,
	Source:  lockedSource,
	Description: `Two goroutines call runtime.LockOSThread, as some C libraries require, and send a ball back and forth. A
locked goroutine runs on its own thread and on no other, and that thread runs nothing else: so each time the ball
crosses, one thread sleeps and the operating system has to wake the other. With --lock=false they share a thread, and
the ball crosses without the system's help.

Look at the thread lanes: the two goroutines alternate on two threads.`,
	New: func() Program { return new(locked) },
	Claims: []Claim{
		{
			ID: "stay-together", region: "play", check: gAndMStayTogether,
			Text: "Each goroutine stays on its thread, and the thread runs no other goroutine.",
		},
		{
			ID: "thread-switch", region: "play", check: everySwitchIsOfThreads,
			Text: "Each switch between the goroutines is a switch between threads.",
		},
	},
}

// locked is the program: two players, each on its own thread.
type locked struct {
	rounds int
	lock   bool

	wg sync.WaitGroup
}

func (p *locked) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.rounds, "rounds", 500, "how often the ball goes back and forth")
	fs.BoolVar(&p.lock, "lock", true, "lock the players to threads")
}

func (p *locked) Validate() error { return checkInt("rounds", p.rounds, 10, 1_000_000) }

// Run returns how often the ball crossed.
func (p *locked) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	ping, pong := make(chan int), make(chan int)
	p.wg.Add(2)
	go p.player(ctx, ping, pong)
	go p.player(ctx, pong, ping)
	ping <- 2 * p.rounds
	p.wg.Wait()
	c.printf("the ball crossed %d times", 2*p.rounds)
	return c.finish(ctx, 2*p.rounds)
}

// player returns the ball until it has crossed often enough.
func (p *locked) player(ctx context.Context, from <-chan int, to chan<- int) {
	defer p.wg.Done()
	if p.lock {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
	}
	defer trace.StartRegion(ctx, "play").End()
	defer close(to)
	for left := range from {
		if left == 0 || ctx.Err() != nil {
			return
		}
		to <- left - 1
	}
}
