package workloads

import (
	"context"
	_ "embed"
	"io"
	"runtime"
	"runtime/trace"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/spf13/pflag"
)

//go:embed timers.go
var timersSource string

var timersWorkload = &Workload{
	Name:    "timers",
	Title:   "Thousands of goroutines sleep, and wake up on time",
	Concept: Scheduler,
	Source:  timersSource,
	Description: `Thousands of goroutines sleep for different times between --shortest and --longest. A sleeping goroutine
holds neither a thread nor a P, only a timer in the timer heap of a P. How late they wake up is measured against
--error. With --busy other goroutines compute meanwhile, in loops that only a signal can stop.

Look at the goroutine lanes: almost nothing but waiting for "sleep"; the P lanes are nearly empty.`,
	New: func() Program { return new(timers) },
	Claims: []Claim{
		{
			ID: "hold-no-p", region: "all asleep", check: sleepersHoldNoP,
			Text: "Sleeping goroutines hold no P: thousands sleep while the Ps are idle.",
		},
		{
			ID: "on-time", region: "all asleep", check: sleepersOnTime,
			Text: "They wake up on time: never early, and half of them no later than --error.",
		},
	},
}

// timers is the program: goroutines that sleep.
type timers struct {
	sleepers            int
	shortest, longest   time.Duration
	tolerance, busyTime time.Duration
	busy                bool

	wg  sync.WaitGroup
	sum atomic.Uint64
}

func (p *timers) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.sleepers, "sleepers", 2000, "number of goroutines")
	fs.DurationVar(&p.shortest, "shortest", 50*time.Millisecond, "the shortest sleep")
	fs.DurationVar(&p.longest, "longest", 150*time.Millisecond, "the longest sleep")
	fs.DurationVar(&p.tolerance, "error", 2*time.Millisecond, "the largest acceptable median delay")
	fs.BoolVar(&p.busy, "busy", false, "keep all Ps busy meanwhile")
	fs.DurationVar(&p.busyTime, "work", 200*time.Millisecond, "work of each goroutine that keeps a P busy, "+workFlagNote)
}

func (p *timers) Validate() error {
	return firstError(
		checkInt("sleepers", p.sleepers, 1, 1_000_000),
		checkDuration("shortest", p.shortest, 0, time.Minute),
		checkDuration("longest", p.longest, p.shortest, time.Minute),
		checkDuration("error", p.tolerance, time.Microsecond, time.Minute),
		checkDuration("work", p.busyTime, 0, time.Minute),
	)
}

// Run returns the number of sleepers.
func (p *timers) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	for i := range p.sleepers {
		p.wg.Add(1)
		go p.sleeper(ctx, p.shortest+time.Duration(i)*(p.longest-p.shortest)/time.Duration(p.sleepers))
	}
	for range runtime.GOMAXPROCS(0) {
		if p.busy {
			p.wg.Add(1)
			go p.spinner()
		}
	}
	trace.WithRegion(ctx, "all asleep", func() { nap(ctx, p.shortest*9/10) })
	p.wg.Wait()
	c.printf("%d goroutines slept for %s to %s", p.sleepers, length(p.shortest), length(p.longest))
	return c.finish(ctx, p.sleepers)
}

// sleeper logs to the trace how long it is going to sleep. A long sleep is split into pieces.
func (p *timers) sleeper(ctx context.Context, d time.Duration) {
	defer p.wg.Done()
	const piece = 250 * time.Millisecond
	for ; d > 0 && ctx.Err() == nil; d -= piece {
		trace.Log(ctx, "sleep", strconv.FormatInt(int64(min(d, piece)), 10))
		time.Sleep(min(d, piece))
	}
}

// spinner keeps a P busy for as long as it is allowed to.
func (p *timers) spinner() {
	defer p.wg.Done()
	p.sum.Add(spin(1, stepsFor(p.busyTime)))
}
