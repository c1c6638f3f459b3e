package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

// timers is the program: goroutines that sleep.
type timers struct {
	sleepers            int
	shortest, longest   time.Duration
	tolerance, busyTime time.Duration
	busy                bool

	wg  sync.WaitGroup
	sum atomic.Uint64
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
