package workloads

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/trace"
	"strconv"
	"sync"
	"time"

	"github.com/spf13/pflag"
)

//go:embed pipeline.go
var pipelineSource string

var pipelineWorkload = &Workload{
	Name:    "pipeline",
	Title:   "Stages joined by channels, with a slow one and an error",
	Concept: Patterns,
	Source:  pipelineSource,
	Description: `A source sends items through a series of stages, each a goroutine that receives an item, works on it and
sends it on; main takes what comes out. Stage --slow takes --work for each item, the others almost no time, so the items
back up before it: each earlier stage can only send when the next one takes. With --fail-at K item K fails in the slow
stage, which ends all stages: the error cancels a context that every stage also waits for. With --deaf the stages ignore
it.

Look at the goroutine lanes: the stages before the slow one wait for "chan send", or "select", those after it for "chan
receive".`,
	New: func() Program { return new(pipeline) },
	Claims: []Claim{
		{
			ID: "backs-up", region: "stage", applies: pipelineFails(false), check: slowStageBacksUp,
			Text: "A slow stage backs up the earlier ones: they spend most of their time sending.",
		},
		{
			ID: "all-through", region: "stage", applies: pipelineFails(false), check: itemsComeThrough,
			Text: "All items come through, in order.",
		},
		{
			ID: "error-ends-all", region: "stage", applies: pipelineFails(true), check: errorEndsStages,
			Text: "An error ends all stages.",
		},
	},
}

// pipeline is the program: a source, stages and main at the end.
type pipeline struct {
	stages, items, slow int
	work                time.Duration
	failAt              int
	deaf                bool

	wg    sync.WaitGroup
	mu    sync.Mutex
	first error // of the stages
}

// pipelineResult is what Run returns.
type pipelineResult struct {
	Out     int  `json:"out"` // items that came through
	InOrder bool `json:"in_order"`
	Failed  bool `json:"failed"`
}

var errItem = errors.New("it was asked to fail")

func (p *pipeline) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.stages, "stages", 4, "number of stages")
	fs.IntVar(&p.items, "items", 30, "number of items")
	fs.IntVar(&p.slow, "slow", 3, "`number` of the slow stage; they are numbered from 1")
	fs.DurationVar(&p.work, "work", 2*time.Millisecond, "how long the slow stage sleeps for each item")
	fs.IntVar(&p.failAt, "fail-at", 0, "`number` of the item that fails in the slow stage; 0 is none")
	fs.BoolVar(&p.deaf, "deaf", false, "the stages ignore the cancel after an error")
}

func (p *pipeline) Validate() error {
	return firstError(
		checkInt("stages", p.stages, 1, 1000),
		checkInt("items", p.items, 1, 1_000_000),
		checkInt("slow", p.slow, 1, p.stages),
		checkDuration("work", p.work, 0, time.Minute),
		checkInt("fail-at", p.failAt, 0, p.items),
	)
}

// Run takes what comes out of the last stage, and returns how much that is.
func (p *pipeline) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	inner, cancel := context.WithCancel(ctx)
	defer cancel()
	items := make(chan int)
	p.wg.Add(1)
	go p.source(inner, items)
	for n := 1; n <= p.stages; n++ {
		next := make(chan int)
		p.wg.Add(1)
		go p.stage(inner, cancel, n, items, next)
		items = next
	}
	result := pipelineResult{InOrder: true}
	for item := range items {
		result.Out++
		result.InOrder = result.InOrder && item == result.Out
	}
	if !p.deaf {
		p.wg.Wait()
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.first != nil {
		result.Failed = true
		c.printf("first error: %v", p.first)
	}
	c.printf("%d of %d items came through %d stages", result.Out, p.items, p.stages)
	return c.finish(ctx, result)
}

func (p *pipeline) source(ctx context.Context, next chan<- int) {
	defer p.wg.Done()
	defer close(next)
	for item := 1; item <= p.items; item++ {
		if !p.send(ctx, next, item) {
			return
		}
	}
}

// stage works on items until there are no more, or one fails.
func (p *pipeline) stage(ctx context.Context, cancel context.CancelFunc, n int, items <-chan int, next chan<- int) {
	defer p.wg.Done()
	defer close(next)
	defer trace.StartRegion(ctx, "stage").End()
	trace.Log(ctx, "stage", strconv.Itoa(n))
	for item := range items {
		if err := p.do(ctx, n, item); err != nil {
			p.fail(err)
			cancel()
			return
		}
		if !p.send(ctx, next, item) {
			return
		}
	}
}

func (p *pipeline) do(ctx context.Context, n, item int) error {
	if n != p.slow {
		return nil
	}
	nap(ctx, p.work)
	if item == p.failAt {
		return fmt.Errorf("item %d: %w", item, errItem)
	}
	return nil
}

// send passes an item on, and reports whether to continue.
func (p *pipeline) send(ctx context.Context, next chan<- int, item int) bool {
	defer trace.StartRegion(ctx, "send").End()
	if p.deaf {
		next <- item
		return true
	}
	select {
	case next <- item:
		return true
	case <-ctx.Done():
		return false
	}
}

// fail keeps the first error.
func (p *pipeline) fail(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.first == nil {
		p.first = err
	}
}
