package workloads

import (
	"context"
	_ "embed"
	"io"
	"os"
	"runtime"
	"runtime/trace"
	"sync"
	"sync/atomic"
	"time"

	"github.com/spf13/pflag"

	"schedviz/traceview/classify"
)

//go:embed tightloop.go
var tightloopSource string

var tightLoopWorkload = &Workload{
	Name:    "tightloop",
	Title:   "Loops that compute and keep their P, and one goroutine that wants it too",
	Concept: Scheduler,
	Source:  tightloopSource,
	Description: `There are more loops than Ps, and as soon as they hold all Ps one other goroutine wants to run. With
--mode gosched the loops yield voluntarily with runtime.Gosched; with call they call a function, at whose entry the
runtime can stop them; with tight they do neither, so only a signal can stop them: asynchronous preemption, which Go has
had since 1.14 and which --async-preempt=off switches off.

Look at the P lanes: the marks at the ends of spans show how each loop lost its P. Then switch async preemption off: a
tight loop keeps its P until it ends, and the other goroutine's lane shows how long it was runnable without running.`,
	New:   func() Program { return new(tightLoop) },
	Guide: tightLoopGuide,
	Claims: []Claim{
		{
			ID: "gosched-yields", region: "loop", applies: loopMode("gosched"), check: loopsYield,
			Text: "Loops that call runtime.Gosched switch by yielding, not by preemption.",
		},
		{
			ID: "call-cooperative", region: "loop", applies: loopMode("call", asyncOff), check: loopsCooperate,
			Text: "With async preemption off, loops that call functions are preempted cooperatively and still share their P.",
		},
		{
			ID: "tight-async", region: "loop", applies: loopMode("tight", asyncOn), check: loopsArePreempted,
			Text: "A tight loop is only preempted asynchronously.",
		},
		{
			ID: "tight-slice", region: "loop", applies: loopMode("tight", asyncOn), check: loopsHaveSlices,
			Text: "The runtime preempts a tight loop after its time slice of 10 ms; because it checks only every 10 ms, " +
				"that can take up to 20 ms.",
		},
		{
			ID: "tight-unpreempted", region: "loop", applies: loopMode("tight", asyncOff), check: loopsKeepP,
			Text: "With async preemption off, a tight loop is not preempted.",
		},
		{
			ID: "other-starves", region: "loop", applies: loopMode("tight", asyncOff), check: otherStarves,
			Text: "With async preemption off, the other goroutine starves until a tight loop ends.",
		},
		{
			ID: "other-runs", region: "loop", applies: loopsCanStop, check: otherRuns,
			Text: "The other goroutine gets to run long before the loops end.",
		},
	},
}

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

func (p *tightLoop) Flags(fs *pflag.FlagSet) {
	fs.StringVar(&p.mode, "mode", "tight", "`what` the loops do besides computing: gosched, call or tight (nothing)")
	fs.IntVar(&p.loops, "loops", 0, "number of loops; 0 is one more than Ps")
	fs.DurationVar(&p.work, "work", 100*time.Millisecond, "work of each loop, "+workFlagNote)
}

func (p *tightLoop) Validate() error {
	return firstError(
		checkChoice("mode", p.mode, "gosched", "call", "tight"),
		checkInt("loops", p.loops, 0, 10_000),
		checkDuration("work", p.work, time.Millisecond, time.Minute),
	)
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
	const piece = stepsPerMicrosecond / 10
	for ; n > 0 && ctx.Err() == nil; n -= piece {
		x = spinALittle(x, min(n, piece))
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
