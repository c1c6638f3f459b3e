package workloads

import (
	"context"
	"io"
	"os"
	"runtime"
	"runtime/trace"
	"sync"
	"sync/atomic"
	"time"

	"schedviz/traceview/classify"
)

// tightLoop is the program: loops and another goroutine.
type tightLoop struct {
	mode  string
	loops int
	work  time.Duration

	wg      sync.WaitGroup
	started atomic.Int32
	crowd   int32         // loops that hold a P
	sum     atomic.Uint64 // of the loops' results
}

// loopResult is what Run returns.
type loopResult struct {
	Loops        int  `json:"loops"`
	AsyncPreempt bool `json:"async_preempt"`
}

// Run returns the number of loops, and whether async preemption was on.
func (p *tightLoop) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	procs := runtime.GOMAXPROCS(0)
	result := loopResult{Loops: p.loops, AsyncPreempt: classify.AsyncPreempt(os.Getenv("GODEBUG"))}
	if result.Loops == 0 {
		result.Loops = procs + 1
	}
	p.crowd = int32(min(procs, result.Loops))
	p.wg.Add(result.Loops + 1)
	for i := range result.Loops {
		go p.loop(ctx, uint64(i))
	}
	p.wg.Wait()
	c.printf("%s (--mode %s) of %s on %s; checksum %x",
		count(result.Loops, "loop"), p.mode, length(p.work), count(procs, "P"), p.sum.Load())
	return c.finish(ctx, result)
}

// loop computes. The loop that takes the last free P starts the other goroutine, which therefore finds none free.
func (p *tightLoop) loop(ctx context.Context, x uint64) {
	defer p.wg.Done()
	if p.started.Add(1) == p.crowd {
		go p.other(ctx)
	}
	defer trace.StartRegion(ctx, "loop").End()
	switch p.mode {
	case "gosched":
		x = spinYielding(ctx, x, stepsFor(p.work))
	case "call":
		x = spinCalling(ctx, x, stepsFor(p.work))
	default:
		x = spin(x, stepsFor(p.work))
	}
	p.sum.Add(x)
}

// spinYielding yields its P every millisecond.
func spinYielding(ctx context.Context, x uint64, n int) uint64 {
	const piece = 1000 * stepsPerMicrosecond
	for ; n > 0 && ctx.Err() == nil; n -= piece {
		x = spin(x, min(n, piece))
		runtime.Gosched()
	}
	return x
}

// spinCalling calls a function about ten million times a second.
func spinCalling(ctx context.Context, x uint64, n int) uint64 {
	const chunk, piece = 1000 * stepsPerMicrosecond, stepsPerMicrosecond / 10
	for ; n > 0 && ctx.Err() == nil; n -= chunk {
		for left := min(n, chunk); left > 0; left -= piece {
			x = spinALittle(x, min(left, piece))
		}
	}
	return x
}

// spinALittle calls a function itself, so the compiler inserts a stack check at its entry, where the runtime can
// stop it.
//
//go:noinline
func spinALittle(x uint64, n int) uint64 {
	return spin(x, n) + 1
}

// other wants to run a few times, for a moment each time.
func (p *tightLoop) other(ctx context.Context) {
	defer p.wg.Done()
	defer trace.StartRegion(ctx, "other").End()
	for range 5 {
		p.sum.Add(spin(1, 100*stepsPerMicrosecond))
		runtime.Gosched()
	}
}
