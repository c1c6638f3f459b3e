package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"slices"
	"strconv"
	"sync"
)

// fanOut is the program: goroutines started in a loop.
type fanOut struct {
	n, rounds int
	capture   string
	inTurn    bool

	wg     sync.WaitGroup
	shared int // the shared id with --capture shared
}

// fanOutResult is what Run returns: the ids that the goroutines of each round saw, sorted.
type fanOutResult struct {
	Rounds [][]int `json:"rounds"`
}

// Run returns the ids that the goroutines saw.
func (p *fanOut) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	var result fanOutResult
	for round := 0; round < p.rounds && ctx.Err() == nil; round++ {
		ids := p.round(ctx, c)
		slices.Sort(ids)
		result.Rounds = append(result.Rounds, ids)
	}
	return c.finish(ctx, result)
}

// round starts the goroutines once and returns the ids that they saw.
func (p *fanOut) round(ctx context.Context, c *console) []int {
	seen := make([]int, p.n)
	for p.shared = 0; p.shared < p.n; p.shared++ {
		id := p.shared
		p.wg.Add(1)
		go p.greet(ctx, c, id, &seen[id])
		if p.inTurn {
			p.wg.Wait()
		}
	}
	p.wg.Wait()
	return seen
}

// greet prints an id: the one it was given or, by mistake, that of the shared loop variable.
func (p *fanOut) greet(ctx context.Context, c *console, id int, seen *int) {
	defer p.wg.Done()
	defer trace.StartRegion(ctx, "greet").End()
	if p.capture == "shared" {
		id = p.shared // the data race that --capture shared demonstrates
	}
	*seen = id
	trace.Log(ctx, "id", strconv.Itoa(id))
	c.printf("hello from %d", id)
}
