package workloads

import (
	"context"
	_ "embed"
	"io"
	"runtime"
	"runtime/trace"
	"sync"
	"sync/atomic"

	"github.com/spf13/pflag"
)

//go:embed parallelsum.go
var parallelsumSource string

var parallelSumWorkload = &Workload{
	Name:    "parallelsum",
	Title:   "A slice is summed in parts, in parallel",
	Concept: Parallelism,
	Source:  parallelsumSource,
	Description: `A slice is cut into --parts, a goroutine sums each, and main adds up the results. With --limit only that
many parts are in progress at once. With --cancel K the work is cancelled when K parts are done: later parts do not
begin.

Look at the P lanes: as many parts run side by side as there are Ps. Only the core lanes show whether they had as many
cores.`,
	New: func() Program { return new(parallelSum) },
	Claims: []Claim{
		{
			ID: "right", region: "sum", applies: sumIsCancelled(false), check: sumIsRight,
			Text: "The sum is right, whatever the number of parts.",
		},
		{
			ID: "parallel", region: "sum", applies: sumIsCancelled(false), check: partsRunAtOnce,
			Text: "With two or more parts and Ps, two parts run at the same instant.",
		},
		{
			ID: "later-parts", region: "part", applies: sumIsCancelled(true), check: laterPartsDoNotRun,
			Text: "After a cancel, later parts do not run.",
		},
	},
}

// parallelSum is the program: a slice, and goroutines that sum parts of it.
type parallelSum struct {
	n, parts, limit, passes, cancel int

	slice  []int32
	tokens chan struct{}
	wg     sync.WaitGroup
	done   atomic.Int64
}

// sumResult is what Run returns.
type sumResult struct {
	Sum  int64 `json:"sum"`
	Want int64 `json:"want"`
	Done int   `json:"done"` // parts that were summed
}

func (p *parallelSum) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.n, "n", 4_000_000, "length of the slice")
	fs.IntVar(&p.parts, "parts", 8, "number of parts")
	fs.IntVar(&p.limit, "limit", 0, "how many parts may be in progress at once; 0 is all")
	fs.IntVar(&p.passes, "passes", 10, "how often each part is summed, for more work")
	fs.IntVar(&p.cancel, "cancel", 0, "cancel when `K` parts are done; 0 is never")
}

func (p *parallelSum) Validate() error {
	return firstError(
		checkInt("n", p.n, 1, 100_000_000),
		checkInt("parts", p.parts, 1, 100_000),
		checkInt("limit", p.limit, 0, 100_000),
		checkInt("passes", p.passes, 1, 100_000),
		checkInt("cancel", p.cancel, 0, p.parts),
	)
}

// Run returns the sum and the expected sum.
func (p *parallelSum) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	p.slice = make([]int32, p.n)
	result := sumResult{}
	for i := range p.slice {
		p.slice[i] = int32(i % 1000)
		result.Want += int64(i%1000) * int64(p.passes)
	}
	p.tokens = make(chan struct{}, p.parts)
	if p.limit > 0 {
		p.tokens = make(chan struct{}, p.limit)
	}
	inner, cancel := context.WithCancel(ctx)
	defer cancel()
	sums := make([]int64, p.parts)
	for i := range p.parts {
		p.tokens <- struct{}{}
		p.wg.Add(1)
		go p.part(inner, cancel, i, &sums[i])
	}
	p.wg.Wait()
	for _, sum := range sums {
		result.Sum += sum
	}
	result.Done = int(p.done.Load())
	c.printf("the sum in %d parts is %d, and %d would be right; %d parts were summed",
		p.parts, result.Sum, result.Want, result.Done)
	return c.finish(ctx, result)
}

// part sums one part, unless cancelled.
func (p *parallelSum) part(ctx context.Context, cancel context.CancelFunc, i int, sum *int64) {
	defer p.wg.Done()
	defer func() { <-p.tokens }()
	defer trace.StartRegion(ctx, "part").End()
	if ctx.Err() != nil {
		return
	}
	*sum = p.sum(ctx, p.slice[i*p.n/p.parts:(i+1)*p.n/p.parts])
	if int(p.done.Add(1)) == p.cancel {
		trace.WithRegion(ctx, "cancel", cancel)
	}
}

func (p *parallelSum) sum(ctx context.Context, part []int32) (sum int64) {
	defer trace.StartRegion(ctx, "sum").End()
	for pass := 0; pass < p.passes && ctx.Err() == nil; pass++ {
		for _, v := range part {
			sum += int64(v)
		}
	}
	return sum
}
